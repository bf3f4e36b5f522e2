using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Takes the entries of an RSS or Atom feed, each as the page that it describes. Document types are passed over, their entities never expanded.</summary>
internal sealed partial class FeedSource(AcquireOptions options)
{
    private const int MostEntries = 10_000;
    private const int LongestNote = 500;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Tombstone = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>True where <paramref name="bytes"/> begin as a feed does.</summary>
    public static bool IsFeed(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n');
        return head.StartsWith('<') && (head.Contains("<rss", StringComparison.Ordinal) || head.Contains("<rdf:RDF", StringComparison.Ordinal) || (head.Contains("<feed", StringComparison.Ordinal) && head.Contains("Atom", StringComparison.Ordinal)));
    }

    /// <summary>The entries of <paramref name="stream"/>, in the feed's order.</summary>
    public IEnumerable<Acquired> Acquire(Stream stream, string name, string origin)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = options.LargestReport, MaxCharactersFromEntities = 0 };
        using var reader = XmlReader.Create(stream, settings);
        string? site = null;
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        var deleted = new List<Withdrawal>();
        for (var count = 0; count < MostEntries;)
        {
            var (entry, problem) = Next(reader, ref site, origin);
            if (problem is not null || entry is null)
            {
                if (problem is not null)
                {
                    yield return problem;
                }

                break;
            }

            count++;
            if (entry.Name == Tombstone + "deleted-entry")
            {
                deleted.Add(Deleted(entry, origin));
                continue;
            }

            if ((Text(entry, "guid") ?? Text(entry, "id")) is { } id)
            {
                listed[id] = Text(entry, "updated") ?? "";
            }

            yield return Take(entry, site, $"{name}-{count}", origin);
        }

        // Last, whatever the order in which they stand: of an entry that is listed and deleted, the later word counts.
        foreach (var gone in deleted.Where(d => !listed.TryGetValue(d.Entry, out var updated) || !Later(updated, d.Said)))
        {
            yield return new Acquired(null, null) { Withdrawn = gone };
        }
    }

    private static Withdrawal Deleted(XElement entry, string origin)
    {
        var id = ((string?)entry.Attribute("ref"))?.Trim() is { Length: > 0 } named ? named : origin;
        return new Withdrawal(id, origin) { Name = Slug(id, id), Address = Link(entry, origin), Said = Short((string?)entry.Attribute("when")), Note = Short(Text(entry, "comment")) };
    }

    private static string? Short(string? text) => text is null ? null : string.Concat(text.ReplaceLineEndings(" ").Take(LongestNote)) is { Length: > 0 } kept ? kept : null;

    private static bool Later(string updated, string? said) =>
        said is not null && DateTimeOffset.TryParse(updated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var up)
        && DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var gone) && up > gone;

    // The next entry; on the way the feed's own title is noted.
    private static (XElement? Entry, Acquired? Problem) Next(XmlReader reader, ref string? site, string origin)
    {
        try
        {
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                }
                else if (reader.LocalName is "item" or "entry" or "deleted-entry")
                {
                    return ((XElement)XNode.ReadFrom(reader), null);
                }
                else if (reader.LocalName == "title" && site is null)
                {
                    site = ((XElement)XNode.ReadFrom(reader)).Value.Trim();
                }
                else
                {
                    reader.Read();
                }
            }

            return (null, null);
        }
        catch (Exception e) when (BrokenXml.Is(e))
        {
            return (null, Acquired.Failed("SAL0121", BrokenXml.Where(origin, e), $"The feed is broken: {e.Message}", "Nothing to do here: what came before was read."));
        }
    }

    private static Acquired Take(XElement entry, string? site, string fallback, string origin)
    {
        var link = Link(entry, origin);
        var id = Text(entry, "guid") ?? Text(entry, "id") ?? link;
        var title = Title(entry);
        var html = (string?)entry.Element(Content + "encoded") ?? Inner(entry.Element(Atom + "content")) ?? Text(entry, "description") ?? Inner(entry.Element(Atom + "summary")) ?? Text(entry, "summary");
        if (string.IsNullOrWhiteSpace(html) && string.IsNullOrWhiteSpace(title))
        {
            return Acquired.Failed("SAL0201", link ?? origin, "The entry holds no text.", "Add its page itself.");
        }

        var source = entry.Elements().FirstOrDefault(e => e.Name.LocalName == "source");
        var outlet = source is null ? site : (source.Element(Atom + "title")?.Value ?? source.Value).Trim();
        var date = Days.Parse(Text(entry, "pubDate") ?? Text(entry, "published") ?? (string?)entry.Element(Dc + "date") ?? Text(entry, "updated") ?? "");
        var author = (string?)entry.Element(Dc + "creator") ?? entry.Element(Atom + "author")?.Element(Atom + "name")?.Value ?? Text(entry, "author");
        var page = Page(title, html ?? "", outlet, author);
        return new Acquired(new Capture(Slug(id, fallback), link ?? origin, Encoding.UTF8.GetBytes(page), MediaKind.Html, "utf-8", date) { Feed = origin, Excerpt = true, Entry = Text(entry, "guid") ?? Text(entry, "id"), Changed = Text(entry, "updated") ?? Text(entry, "pubDate") }, null);
    }

    private static string Page(string? title, string html, string? site, string? author)
    {
        var page = new StringBuilder("<html><head><meta charset=\"utf-8\"><title>").Append(WebUtility.HtmlEncode(title)).Append("</title>");
        Meta(page, "og:title", title);
        Meta(page, "og:site_name", site);
        Meta(page, "author", author);
        var body = html.Contains('<', StringComparison.Ordinal) ? html : $"<p>{WebUtility.HtmlEncode(html)}</p>";
        var text = string.IsNullOrWhiteSpace(html) ? $"<p>{WebUtility.HtmlEncode(title)}.</p>" : body;
        return page.Append("</head><body><article>").Append(text).Append("</article></body></html>").ToString();
    }

    private static void Meta(StringBuilder page, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            page.Append("<meta property=\"").Append(name).Append("\" content=\"").Append(WebUtility.HtmlEncode(value)).Append("\">");
        }
    }

    // Titles of RSS are markup by custom ("the mayor&amp;#8217;s word"), those of Atom where they say so.
    private static string? Title(XElement entry)
    {
        var element = entry.Elements().FirstOrDefault(e => e.Name.LocalName == "title");
        var text = element?.Value.Trim();
        return string.IsNullOrEmpty(text) ? null : element!.Name.Namespace != Atom || (string?)element.Attribute("type") == "html" ? WebUtility.HtmlDecode(Tags().Replace(text, "")) : text;
    }

    [System.Text.RegularExpressions.GeneratedRegex("</?[A-Za-z][^<>]{0,200}>")]
    private static partial System.Text.RegularExpressions.Regex Tags();

    private static string? Text(XElement entry, string name) =>
        entry.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    // XHTML content is markup in place; other content is text.
    private static string? Inner(XElement? content) =>
        content is null ? null : (string?)content.Attribute("type") == "xhtml" ? string.Concat(content.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))) : content.Value;

    // A page on the web, or nothing: a feed has no say over this machine's files. What it writes without its host is of its own.
    private static string? Link(XElement entry, string origin)
    {
        var links = entry.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var best = links.FirstOrDefault(l => (string?)l.Attribute("rel") is null or "alternate") ?? links.FirstOrDefault();
        return ((string?)best?.Attribute("href") ?? best?.Value)?.Trim() is { Length: > 0 } link && (WebSource.IsAddress(link) || (WebSource.IsAddress(origin) && !link.Contains(':', StringComparison.Ordinal)))
            ? WebSource.IsAddress(link) ? link : Uri.TryCreate(new Uri(origin), link, out var at) && WebSource.IsAddress(at.AbsoluteUri) ? at.AbsoluteUri : null
            : null;
    }

    // An id that may stand in a file's name: the address without its scheme, signs as dashes.
    private static string Slug(string? id, string fallback)
    {
        if (id is null)
        {
            return fallback;
        }

        var at = id.IndexOf("://", StringComparison.Ordinal);
        var text = string.Concat((at >= 0 ? id[(at + 3)..] : id).Take(160).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')).Trim('-', '.');
        return text.Length == 0 ? fallback : text;
    }
}
