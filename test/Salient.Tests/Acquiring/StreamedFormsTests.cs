using System.IO.Compression;
using System.Text;
using Salient.Acquiring;
using Salient.Records;

namespace Salient.Tests.Acquiring;

public sealed class StreamedFormsTests
{
    private static List<Acquired> Take(string name, string text) => [.. new Acquirer(null, name, Encoding.UTF8.GetBytes(text)).Acquire(["-"])];

    private static string Text(Acquired acquired) => Encoding.UTF8.GetString(acquired.Capture!.Bytes.Span);

    [Fact]
    public void Feed_Rss_GivesItsItemsWithDayAndSource()
    {
        var items = Take("feed.rss", Seeds.Rss);
        items.Select(i => i.Capture!.Name).ShouldBe(["bridge-1", "example.org-ferry"]);
        items.Select(i => i.Capture!.Date).ShouldBe([new DateOnly(2022, 5, 2), new DateOnly(2022, 5, 3)]);
        Text(items[0]).ShouldContain("Dnipro Wire");
        Text(items[1]).ShouldContain("Steppe Review");
        var report = Reading.Made.Reader.Read(items[0].Capture!).Report!;
        report.Title.ShouldBe("Bridge closed");
        report.Outlet.ShouldBe("Dnipro Wire");
        report.Text.ShouldContain("engineers said.");
    }

    [Fact]
    public void Feed_Atom_TellsDeletions()
    {
        var items = Take("feed.atom", Seeds.Atom);
        items[0].Capture!.Date.ShouldBe(new DateOnly(2022, 5, 31));
        Text(items[0]).ShouldContain("<p>The mill burnt down");
        items[0].Capture!.Entry.ShouldBe("urn:mill");
        items[0].Capture!.Feed!.ShouldEndWith("feed.atom");
        items[1].Problem.ShouldBeNull();
        items[1].Withdrawn.ShouldNotBeNull().ShouldSatisfyAllConditions(w => w.Entry.ShouldBe("urn:old"), w => w.Said.ShouldBe("2022-06-01T11:00:00Z"), w => w.Source.ShouldBe(items[0].Capture!.Feed));
    }

    [Theory]
    [InlineData("https://example.org/mill", "https://example.org/mill")]
    [InlineData("/mill", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("//example.org/mill", null)]
    public void Feed_LinkThatIsNoPageOfTheWeb_IsLeftOut(string link, string? origin)
    {
        var capture = Take("feed.atom", $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry><id>urn:1</id><title>Mill</title><link href=\"{link}\"/><summary>It burnt.</summary></entry></feed>").Single().Capture!;
        capture.Origin.ShouldBe(origin ?? capture.Feed);
        var web = Salient.Acquiring.WebContent.Take("https://news.example/feed", Watching.FakeWeb.Answer("https://news.example/feed", $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry><id>urn:1</id><title>Mill</title><link href=\"{link}\"/><summary>It burnt.</summary></entry></feed>"), new AcquireOptions()).Single().Capture!;
        web.Origin.ShouldBe(origin ?? (link == "/mill" ? "https://news.example/mill" : link[0] == '/' ? "https:" + link : "https://news.example/feed"));
        web.Excerpt.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2022-06-01T10:59:00Z", true)]
    [InlineData("2022-06-01T11:01:00Z", false)]
    [InlineData("no time", true)]
    public void Feed_EntryThatIsListedAndDeleted_TheLaterWordCounts(string updated, bool gone)
    {
        var feed = $"""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Courier</title>
            <at:deleted-entry ref="urn:mill" when="2022-06-01T11:00:00Z"/>
            <entry><title>Mill burns</title><id>urn:mill</id><link href="https://example.org/mill"/><updated>{updated}</updated><summary>It burnt.</summary></entry></feed>
            """;
        var items = Take("feed.atom", feed);
        items[0].Capture.ShouldNotBeNull();
        items.Skip(1).Select(i => i.Withdrawn!.Entry).ShouldBe(gone ? ["urn:mill"] : []);
    }

    [Fact]
    public void Feed_WithEntities_NeverExpandsThem()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>One</title><description>Fine.</description></item><item><title>&b;&x;</title></item></channel></rss>";
        var items = Take("feed.rss", bomb);
        items.Count.ShouldBe(2);
        items[0].Capture.ShouldNotBeNull();
        items[1].Problem!.Code.ShouldBe("SAL0121");
    }

    [Fact]
    public void Mail_GivesSubjectTextAndDay()
    {
        var capture = Take("mail.eml", Seeds.Mail).Single().Capture!;
        Encoding.UTF8.GetString(capture.Bytes.Span).ShouldBe("Pumps stopped\n\nThe pumps of Beryslav stopped on Monday – nobody knows why.");
        capture.Date.ShouldBe(new DateOnly(2022, 5, 3));
    }

    [Fact]
    public void Feed_TitlesWithMarkup_AreDecoded()
    {
        var item = Take("feed.rss", "<rss><channel><item><title><![CDATA[The mayor&#8217;s <b>word</b> on 3 < 4]]></title><description>The mayor spoke on Monday.</description></item></channel></rss>").Single();
        Reading.Made.Reader.Read(item.Capture!).Report!.Title.ShouldBe("The mayor’s word on 3 < 4");
    }

    [Fact]
    public void Mail_OfAPage_HasItsSubjectAsTitleAndItsSenderAsOutlet()
    {
        var capture = Take("mail.eml", "From: \"Steppe Review\" <list@example.org>\r\nSubject: Ferry runs again\r\nDate: Tue, 3 May 2022 08:15:00 +0300\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n<p>The ferry at Beryslav runs again twice a day, its captain said on Monday.</p>").Single().Capture!;
        var report = Reading.Made.Reader.Read(capture).Report!;
        (report.Title, report.Outlet).ShouldBe(("Ferry runs again", "Steppe Review"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    public void Warc_KeepsTimeAndHeaders_AndUnpacks(string encoding)
    {
        var packed = new MemoryStream();
        using (Stream pack = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, true) : new ZLibStream(packed, CompressionLevel.Fastest, true))
        {
            pack.Write("<html><body><p>The lock at the dam was closed on Friday, the engineers said.</p></body></html>"u8);
        }

        var http = (byte[])[.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: a=b\r\nETag: \"x\"\r\nContent-Encoding: {encoding}\r\n\r\n"), .. packed.ToArray()];
        var archive = (byte[])[.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2022-05-02T10:20:30Z\r\nWARC-Target-URI: https://example.org/lock\r\nContent-Length: {http.Length}\r\n\r\n"), .. http, .. "\r\n\r\n"u8];
        var capture = new Acquirer(null, "pages.warc", archive).Acquire(["-"]).Single().Capture!;
        Text(new Acquired(capture, null)).ShouldContain("engineers said.");
        capture.Fetched.ShouldBe(new DateTimeOffset(2022, 5, 2, 10, 20, 30, TimeSpan.Zero));
        capture.Headers.Select(h => h.Key).ShouldBe(["Content-Type", "ETag", "Content-Encoding"]);
    }

    [Fact]
    public void Mail_WithoutBody_IsAProblem() =>
        Take("mail.eml", "Subject: x\r\nContent-Type: image/png\r\n\r\nabc").Single().Problem!.Code.ShouldBe("SAL0123");

    [Fact]
    public void Warc_GivesItsPages()
    {
        var capture = Take("pages.warc", Seeds.Warc).Single().Capture!;
        capture.Origin.ShouldBe("https://example.org/lock");
        capture.Kind.ShouldBe(MediaKind.Html);
        Reading.Made.Reader.Read(capture).Report!.Text.ShouldContain("The lock at the dam");
    }

    [Fact]
    public void Warc_Compressed_IsReadAsAStream()
    {
        using var folder = new Folder();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Seeds.Warc));
        }

        new Acquirer().Acquire([folder.Add("pages.warc.gz", packed.ToArray())]).Single().Capture!.Origin.ShouldBe("https://example.org/lock");
    }

    [Fact]
    public void Warc_CutOff_IsAProblem() =>
        Take("pages.warc", Seeds.Warc[..^60]).Select(a => a.Problem?.Code ?? "read").ShouldContain("SAL0124");

    [Theory]
    [InlineData("Mon, 02 May 2022 14:00:00 GMT", "2022-05-02")]
    [InlineData("2 May 22 14:00 UT", "2022-05-02")]
    [InlineData("2022-05-02T23:59:00-04:00", "2022-05-02")]
    [InlineData("20220502T140000Z", "2022-05-02")]
    [InlineData("31 Feb 2022", null)]
    [InlineData("yesterday", null)]
    public void Days_Parse_ReadsTheWrittenDay(string text, string? day) =>
        Days.Parse(text)?.ToString("yyyy-MM-dd").ShouldBe(day);
}
