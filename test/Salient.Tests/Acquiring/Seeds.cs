namespace Salient.Tests.Acquiring;

/// <summary>One invented input of each kind that holds reports.</summary>
internal static class Seeds
{
    public const string Rss = """
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Steppe Review</title>
        <item><title>Bridge closed</title><link>https://example.org/bridge</link><guid>bridge-1</guid><pubDate>Mon, 02 May 2022 14:00:00 GMT</pubDate>
        <source url="https://example.org/wire">Dnipro Wire</source><content:encoded><![CDATA[<p>The bridge over the canal was closed on Monday, engineers said.</p>]]></content:encoded></item>
        <item><title>Ferry runs</title><link>https://example.org/ferry</link><description>The ferry runs twice a day again.</description><dc:date>2022-05-03</dc:date></item>
        </channel></rss>
        """;

    public const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Courier</title>
        <entry><title>Mill burns</title><id>urn:mill</id><link href="https://example.org/mill"/><updated>2022-06-01T10:00:00Z</updated><published>2022-05-31T22:00:00Z</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The mill burnt down on Tuesday, its owner said.</p></div></content></entry>
        <at:deleted-entry ref="urn:old" when="2022-06-01T11:00:00Z"/></feed>
        """;

    public const string Mail = "From: =?utf-8?Q?Ol=D1=8Fha?= <olha@example.org>\r\nSubject: =?utf-8?B?UHVtcHMgc3RvcHBlZA==?=\r\nDate: Tue, 3 May 2022 08:15:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"zz\"\r\n\r\n--zz\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe pumps of Beryslav stopped on Mon=\r\nday =E2=80=93 nobody knows why.\r\n--zz\r\nContent-Type: text/html\r\n\r\n<p>The pumps</p>\r\n--zz--\r\n";

    public static string Warc
    {
        get
        {
            const string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>The lock at the dam was closed on Friday, the engineers of the plant said.</p></body></html>";
            return $"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\ninfo\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/lock\r\nContent-Length: {http.Length}\r\n\r\n{http}\r\n\r\n";
        }
    }
}
