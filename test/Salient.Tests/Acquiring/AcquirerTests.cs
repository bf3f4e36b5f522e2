using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Salient.Acquiring;
using Salient.Records;

namespace Salient.Tests.Acquiring;

public sealed class AcquirerTests
{
    private static List<Acquired> Take(AcquireOptions? options, params string[] inputs) => [.. new Acquirer(options).Acquire(inputs)];

    private static List<string> Names(IEnumerable<Acquired> acquired) => [.. acquired.Select(a => a.Capture?.Name ?? a.Problem!.Code)];

    [Fact]
    public void Acquire_MissingPath_IsAProblemAndTheRestGoesOn()
    {
        using var folder = new Folder();
        var file = folder.Add("b.txt", "text");
        Names(Take(null, "/nowhere/at/all", file)).ShouldBe(["SAL0111", "b"]);
    }

    [Fact]
    public void Acquire_Folder_GoesDeepInOrderOfPath()
    {
        using var folder = new Folder();
        folder.Add("z.txt", "z");
        folder.Add("a/m.txt", "m");
        folder.Add("a/.hidden", "h");
        folder.Add("style.css", "c");
        Names(Take(null, folder.Path)).ShouldBe(["m", "z"]);
    }

    [Fact]
    public void Acquire_EmptyFolder_IsAProblem()
    {
        using var folder = new Folder();
        Names(Take(null, folder.Path)).ShouldBe(["SAL0112"]);
    }

    [Fact]
    public void Acquire_EmptyFile_IsAProblem()
    {
        using var folder = new Folder();
        Names(Take(null, folder.Add("a.txt", ""))).ShouldBe(["SAL0201"]);
    }

    [Fact]
    public void Acquire_TooLarge_IsAProblem()
    {
        using var folder = new Folder();
        folder.Add("a.txt", new string('a', 2000));
        folder.Add("b.txt", "b");
        Names(Take(new AcquireOptions { LargestReport = 1000 }, folder.Path)).ShouldBe(["SAL0114", "b"]);
    }

    [Theory]
    [InlineData("*.txt", new[] { "b", "a" })]
    [InlineData("**/*.txt", new[] { "b", "a", "c" })]
    [InlineData("?.html", new[] { "p" })]
    [InlineData("*.pdf", new[] { "SAL0118" })]
    public void Acquire_Pattern_NamesFiles(string pattern, string[] expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        using var folder = new Folder();
        folder.Add("b.txt", "b");
        folder.Add("a.txt", "a");
        folder.Add("p.html", "p");
        folder.Add("sub/c.txt", "c");
        Names(Take(null, Path.Combine(folder.Path, pattern))).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Acquire_SameNameInTwoFolders_StaysApart()
    {
        using var folder = new Folder();
        folder.Add("one/day.txt", "1");
        folder.Add("two/day.txt", "2");
        Names(Take(null, folder.Path)).ShouldBe(["day", "two/day"]);
    }

    [Fact]
    public void Acquire_StandardInput_IsOneReport()
    {
        var acquired = new Acquirer(null, () => new MemoryStream("words"u8.ToArray())).Acquire(["-"]).Single();
        Encoding.UTF8.GetString(acquired.Capture!.Bytes.Span).ShouldBe("words");
    }

    [Fact]
    public void Acquire_JsonLines_GivesALineAReport()
    {
        var lines = "{\"id\":\"x1\",\"date\":\"2022-05-02\",\"text\":\"One.\"}\n\nnonsense\n{\"id\":\"x2\",\"text\":\"Two.\"}\n{\"id\":\"x3\",\"date\":\"soon\",\"text\":\"Three.\"}\n{\"id\":\"x4\"}";
        var acquired = new Acquirer(new AcquireOptions { Form = InputForm.JsonLines, Date = new DateOnly(2022, 6, 1) }, () => new MemoryStream(Encoding.UTF8.GetBytes(lines))).Acquire(["-"]).ToList();
        Names(acquired).ShouldBe(["x1", "SAL0119", "x2", "SAL0119", "SAL0119"]);
        acquired[0].Capture!.Date.ShouldBe(new DateOnly(2022, 5, 2));
        acquired[2].Capture!.Date.ShouldBe(new DateOnly(2022, 6, 1));
        acquired[1].Problem!.Where.ShouldBe("-:3");
    }

    [Fact]
    public void Acquire_JsonLines_LongLineIsAProblemAndTheNextFollows()
    {
        var lines = $"{{\"id\":\"x1\",\"text\":\"{new string('a', 5000)}\"}}\n{{\"id\":\"x2\",\"text\":\"Two.\"}}";
        var acquired = new Acquirer(new AcquireOptions { Form = InputForm.JsonLines, LargestReport = 1000 }, () => new MemoryStream(Encoding.UTF8.GetBytes(lines))).Acquire(["-"]);
        Names(acquired).ShouldBe(["SAL0114", "x2"]);
    }

    [Fact]
    public void Acquire_Csv_TakesNamedColumns()
    {
        using var folder = new Folder();
        var file = folder.Add("list.csv", "Date,Title,Body\n2022-05-02,First,\"One, two.\nThree.\"\nsoon,Second,Two.\n2022-05-03,Third,\n2022-05-04,,Four.\n");
        var acquired = Take(null, file);
        Names(acquired).ShouldBe(["list-2", "SAL0120", "SAL0201", "list-5"]);
        Encoding.UTF8.GetString(acquired[0].Capture!.Bytes.Span).ShouldBe("First\n\nOne, two.\nThree.");
        acquired[0].Capture!.Date.ShouldBe(new DateOnly(2022, 5, 2));
    }

    [Fact]
    public void Acquire_CsvOfAnArchive_TakesOutletAndAddress()
    {
        using var folder = new Folder();
        var capture = Take(null, folder.Add("list.csv", "published,headlines,articles,journal,url\n2022-05-02T10:00:00Z,Ferry runs,\"The ferry runs again, its captain said.\",Steppe Review,https://example.org/ferry?x=1\n")).Single().Capture!;
        capture.Outlet.ShouldBe("Steppe Review");
        capture.Origin.ShouldBe("https://example.org/ferry?x=1");
        capture.Name.ShouldBe("example.org-ferry-x-1");
        Reading.Made.Reader.Read(capture).Report!.Outlet.ShouldBe("Steppe Review");
    }

    [Fact]
    public void Acquire_CsvOfHeadlines_TakesTitleAndTheLineUnderIt()
    {
        using var folder = new Folder();
        var acquired = Take(null, folder.Add("list.csv", "date,site,title,subheading\n2022-05-02,example.org,Ferry runs again,Two trips a day\n2022-05-03,example.org,Mill burns,\n2022-05-03,example.org,,\n"));
        Names(acquired).ShouldBe(["list-2", "list-3", "SAL0201"]);
        Encoding.UTF8.GetString(acquired[0].Capture!.Bytes.Span).ShouldBe("Ferry runs again\n\nTwo trips a day");
    }

    [Fact]
    public void Acquire_JsonLinesWithTitleAndAddress_SetsTheTitleOverTheTextOnce()
    {
        using var folder = new Folder();
        var acquired = Take(null, folder.Add("list.jsonl", "{\"url\":\"https://example.org/a\",\"title\":\"Mill burns\",\"outlet\":\"Courier\",\"text\":\"It burnt down.\"}\n{\"id\":\"b\",\"title\":\"Mill burns\",\"text\":\"Mill burns\\n\\nIt burnt.\"}\n"));
        Names(acquired).ShouldBe(["example.org-a", "b"]);
        acquired.Select(a => Encoding.UTF8.GetString(a.Capture!.Bytes.Span)).ShouldBe(["Mill burns\n\nIt burnt down.", "Mill burns\n\nIt burnt."]);
        (acquired[0].Capture!.Outlet, acquired[0].Capture!.Origin).ShouldBe(("Courier", "https://example.org/a"));
    }

    [Fact]
    public void Acquire_CsvWithoutText_IsAProblem()
    {
        using var folder = new Folder();
        Names(Take(null, folder.Add("list.csv", "a,b\n1,2\n"))).ShouldBe(["SAL0120"]);
    }

    [Fact]
    public void Acquire_Zip_RefusesPathsThatLeaveIt()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "all.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["b.txt", "../../evil.txt", "/etc/evil.txt", "deep/a.html", "__MACOSX/x"])
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("words");
            }
        }

        Names(Take(null, path)).ShouldBe(["SAL0117", "SAL0117", "b", "a"]);
    }

    [Fact]
    public void Acquire_ZipBomb_IsRefused()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "bomb.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using (var stream = zip.CreateEntry("bomb.txt", CompressionLevel.SmallestSize).Open())
            {
                stream.Write(new byte[4 << 20]);
            }

            using (var stream = zip.CreateEntry("huge.txt", CompressionLevel.SmallestSize).Open())
            {
                for (var i = 0; i < 30; i++)
                {
                    stream.Write(new byte[1 << 20]);
                }
            }
        }

        Names(Take(null, path)).ShouldBe(["SAL0116", "SAL0114"]);
    }

    [Fact]
    public void Acquire_TarGz_GivesItsFiles()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "all.tar.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var name in (string[])["./one.txt", "../out.txt"])
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("words"u8.ToArray()) });
            }

            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.txt") { LinkName = "/etc/passwd" });
        }

        Names(Take(null, path)).ShouldBe(["one", "SAL0117"]);
    }

    [Fact]
    public void Acquire_BrokenArchives_AreProblems()
    {
        using var folder = new Folder();
        folder.Add("a.zip", "no archive");
        folder.Add("b.tar.gz", "no archive either");
        folder.Add("c.txt.gz", "nor this");
        folder.Add("d.txt", "words");
        Names(Take(null, folder.Path)).ShouldBe(["SAL0115", "SAL0115", "SAL0115", "d"]);
    }

    [Fact]
    public void Acquire_GzipThatBreaksOff_IsAProblemAndNoShorterReport()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "a.txt.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 400).Select(n => $"{n * 7919 % 1009} shells fell on Brodiv."))));
        }

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^600]);
        Names(Take(null, path)).ShouldBe(["SAL0115"]);
    }

    [Fact]
    public void Acquire_GzipBomb_IsRefusedWithoutItsBytes()
    {
        using var folder = new Folder();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, true))
        {
            for (var i = 0; i < 40; i++)
            {
                gzip.Write(new byte[1 << 20]);
            }
        }

        Names(Take(null, folder.Add("bomb.html.gz", packed.ToArray()))).ShouldBe(["SAL0114"]);
    }

    [Fact]
    public void Acquire_Page_IsTakenForOneByItsName()
    {
        using var folder = new Folder();
        Take(null, folder.Add("a.html", "words")).Single().Capture!.Kind.ShouldBe(MediaKind.Html);
    }
}
