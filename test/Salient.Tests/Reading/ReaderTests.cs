using System.Text;
using Salient.Records;

namespace Salient.Tests.Reading;

public sealed class ReaderTests
{
    private const string Body = "Shells fell on the market, the mayor said.";

    [Fact]
    public void Read_PlainText_KeepsTextAsGiven()
    {
        var text = "Title of it\r\n\r\n  " + Body + "  \r\n";
        var report = Made.Report(text);
        report.Text.ShouldBe(text);
        report.Paragraphs.Select(p => p.Span.Of(report.Text)).ShouldBe(["Title of it", Body]);
    }

    [Fact]
    public void Read_Paragraphs_NeverOverlap()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(House.Repository.Root, "samples")))
        {
            var report = Made.Read(File.ReadAllBytes(file), Path.GetFileNameWithoutExtension(file)).Report.ShouldNotBeNull();
            var end = 0;
            foreach (var p in report.Paragraphs)
            {
                p.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                end = p.Span.End;
            }

            end.ShouldBeLessThanOrEqualTo(report.Text.Length);
        }
    }

    [Fact]
    public void Read_Empty_IsAProblem() => Made.Read([]).Problem!.Code.ShouldBe("SAL0201");

    [Fact]
    public void Read_WhiteSpace_IsAProblem() => Made.Read("  \r\n "u8.ToArray()).Problem!.Code.ShouldBe("SAL0201");

    [Theory]
    [InlineData("%PDF-1.7 and so on")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005 abc \u0001\u0002")]
    public void Read_Binary_IsAProblem(string bytes) => Made.Read(Encoding.Latin1.GetBytes(bytes)).Problem!.Code.ShouldBe("SAL0202");

    [Fact]
    public void Read_PageWithoutSentence_IsAProblem() =>
        Made.Read("<html><body><nav><a href='/'>Home</a></nav></body></html>"u8.ToArray()).Problem!.Code.ShouldBe("SAL0204");

    [Theory]
    [InlineData("windows-1251", "Російські війська обстріляли Нікополь та Марганець уночі.")]
    [InlineData("windows-1252", "The mayor – a café owner – said “nobody” was hurt; the Orléans unit’s lorry burnt.")]
    [InlineData("utf-16", "The mayor – a café owner – said “nobody” was hurt.")]
    [InlineData("utf-8", "The mayor – a café owner – said “nobody” was hurt.")]
    public void Read_Charset_IsFoundOut(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Made.Read(Encoding.GetEncoding(charset).GetBytes(text)).Report!.Text.ShouldBe(text);
    }

    [Fact]
    public void Read_ByteOrderMark_IsLeftOut() => Made.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Body)]).Report!.Text.ShouldBe(Body);

    [Fact]
    public void Read_PageInDeclaredCharset_IsDecoded()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<html><head><meta charset='windows-1251'></head><body><p>Мер міста сказав, що вночі було чути сорок вибухів, але ніхто не постраждав.</p></body></html>";
        Made.Read(Encoding.GetEncoding(1251).GetBytes(page)).Report!.Text.ShouldContain("сорок вибухів");
    }

    [Fact]
    public void Read_Twice_GivesTheSame()
    {
        var one = Made.Report("Title\n\n" + Body);
        var two = Made.Report("Title\n\n" + Body);
        two.Paragraphs.ShouldBe(one.Paragraphs);
        two.Date.ShouldBe(one.Date);
    }

    private const string Own = "<h1>Bridge closed after shelling</h1><p>The bridge over the canal was closed on Monday after a shell hit its northern pier, the engineers of the plant said.</p>"
        + "<p>Repairs will take two weeks at the least, and the ferry takes over until then, said the mayor of the town, Petro Hnatiuk.</p><p>Nobody was hurt. Two lorries were pulled out on Tuesday with a crane.</p>";

    private const string Other = "Farmers in the south say that the harvest was half of last year's, and that fuel for their machines has become so dear that many fields were left as they were.";

    [Theory]
    [InlineData("<div><h3><a href=/s>Story {0} of another day</a></h3><p>{1}</p></div>", "")]
    [InlineData("<h3><a href=/s>Story {0} of another day</a></h3><p>{1}</p>", "")]
    [InlineData("<li><a href=/s>Story {0} of another day</a><p>{1}</p></li>", "")]
    [InlineData("<div><a href=/s><h3>Story {0} of another day</h3></a><p>{1}</p><a href=/s>Continue reading</a></div>", "")]
    [InlineData("<div><div><a href=/s>Story {0} of another day</a></div><div>{1}</div></div>", "")]
    [InlineData("<a href=/s><h3>Story {0} of another day</h3><p>{1}</p></a>", "")]
    [InlineData("<div><h3><a href=/s>Story {0} of another day</a></h3><p>{1}</p></div>", "before")]
    public void Read_PageWithALongListOfTeasers_KeepsTheArticleAlone(string teaser, string where)
    {
        var list = string.Concat(Enumerable.Range(0, 9).Select(i => teaser.Replace("{0}", $"{i}", StringComparison.Ordinal).Replace("{1}", Other, StringComparison.Ordinal)));
        var page = where == "before" ? list + Own : Own + list;
        var report = Made.Page($"<html><head><title>Bridge closed after shelling</title></head><body><main>{page}</main></body></html>");
        report.Text.ShouldContain("with a crane");
        report.Text.ShouldContain("northern pier");
        report.Text.ShouldNotContain("harvest");
    }

    [Theory]
    [InlineData("<p>[{0}] <a href=/s>https://news.example/posts/{0}</a></p>")]
    [InlineData("<p><a href=/s>[{0}] https://news.example/posts/{0}</a></p>")]
    public void Read_NotesThatAreLinksAndNotesThatAreNot_AreAllTied(string linked)
    {
        var notes = string.Concat(Enumerable.Range(1, 12).Select(i => (i % 2 == 1 ? linked : "<p>[{0}] The engineers' daily bulletin on the canal, second page, as it was printed on Monday and sent to the papers of the south.</p>").Replace("{0}", $"{i}", StringComparison.Ordinal)));
        var body = string.Concat(Enumerable.Range(1, 12).Select(i => $"<p>Pier number {i} of the bridge was mended on Monday, the engineers of the plant said, and boats pass under it again.[{i}]</p>"));
        var report = Made.Page($"<html><head><title>Bridge closed after shelling</title></head><body><main>{Own}{body}{notes}</main></body></html>");
        report.Markers.Count(m => m.Note >= 0).ShouldBe(12);
        report.Endnotes.Length.ShouldBe(12);
    }

    [Fact]
    public void Read_PageOfLinkedPartsOfSeveralParagraphs_KeepsThem()
    {
        var parts = string.Concat(Enumerable.Range(0, 6).Select(i => $"<section><h2><a href=/s>Part {i} of the day</a></h2><p>{Other}</p><p>The ferry number {i} takes over until then, said the mayor of the town.</p></section>"));
        Made.Page($"<html><head><title>The day in parts</title></head><body><main><h1>The day in parts</h1><p>What happened on the river on Monday, hour by hour, as it was told.</p>{parts}</main></body></html>").Text.ShouldContain("harvest");
    }
}
