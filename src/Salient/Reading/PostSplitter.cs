using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Salient.Reading.Pages;
using Salient.Records;

namespace Salient.Reading;

/// <summary>Cuts a page that is written on as things happen into its posts, each a capture of its own with its own time. A post keeps its name from one visit to the next.</summary>
/// <param name="rules">The forms that reports take.</param>
public sealed class PostSplitter(ReadingRules rules)
{
    private const int Fewest = 2;
    private const int MostPosts = 2000;
    private const int LongestName = 60;
    private const int Reach = 12;

    /// <summary>The posts of <paramref name="capture"/>, the page's order; the capture itself where it is anything else.</summary>
    public IEnumerable<Capture> Split(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        if (!Reader.IsPage(capture) || !MayBeLive(capture.Bytes.Span) || Reader.Decode(capture, page: true).Text is not { } page)
        {
            return [capture];
        }

        var markup = MarkupFilter.Cut(page);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false }).ParseDocument(markup.Html);
        var metadata = PageMetadata.Read(document, markup.Data);
        var posts = JsonPosts.Read(markup.Data);
        posts = posts.Count >= Fewest ? posts : document.Body is { } body ? Marked(body) : [];
        return posts.Count < Fewest ? [capture] : Distinct(posts).Select(p => Make(capture, p, metadata));
    }

    // Most pages say nowhere that they are live, and are not parsed for it.
    private bool MayBeLive(ReadOnlySpan<byte> bytes)
    {
        Span<byte> lower = new byte[1 << 16];
        for (var at = 0; at < bytes.Length; at += lower.Length - LongestName)
        {
            var piece = bytes[at..Math.Min(bytes.Length, at + lower.Length)];
            Ascii.ToLower(piece, lower, out var got);
            got = got == 0 ? Fold(piece, lower) : got;
            foreach (var part in rules.Pages.Posts.Parts)
            {
                if (lower[..got].IndexOf(Encoding.ASCII.GetBytes(part)) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int Fold(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(from[i] | 0x20) : from[i];
        }

        return from.Length;
    }

    // From each time on the page up to the element that is named as a post; what holds another post is their list.
    private List<LivePost> Marked(IElement body)
    {
        var stamps = new Dictionary<IElement, string>();
        foreach (var time in body.QuerySelectorAll("time[datetime], [itemprop=datePublished][content]").Take(MostPosts * 2))
        {
            if ((time.GetAttribute("datetime") ?? time.GetAttribute("content")) is { Length: >= 10 and < 40 } stamp && PageMetadata.Day(stamp) is not null && Around(time) is { } post)
            {
                stamps.TryAdd(post, stamp);
            }
        }

        var lists = new HashSet<IElement>(stamps.Keys.SelectMany(Ancestors).Where(stamps.ContainsKey));
        return
        [
            .. stamps.Where(s => !lists.Contains(s.Key)).Take(MostPosts)
                .Select(s => new LivePost(s.Key.Id, s.Value, s.Key.QuerySelector("h1, h2, h3, h4")?.TextContent.Trim(), s.Key.InnerHtml)),
        ];
    }

    private IElement? Around(IElement time) =>
        Ancestors(time).Take(Reach).FirstOrDefault(e => e.LocalName is not ("body" or "html" or "main") && rules.Pages.Posts.In(Names(e)));

    private static IEnumerable<IElement> Ancestors(IElement element)
    {
        for (var e = element.ParentElement; e is not null; e = e.ParentElement)
        {
            yield return e;
        }
    }

    private static string Names(IElement element) =>
        string.Join(' ', ((string[])["class", "id", "itemtype", "data-type", "data-component"]).Select(element.GetAttribute)).ToLowerInvariant();

    private static IEnumerable<LivePost> Distinct(List<LivePost> posts)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        return posts.Where(p => met.Add(p.Key));
    }

    // The page's title without the site's name behind it.
    private static string? Title(PageMetadata metadata)
    {
        var end = metadata.Site is { } site ? Array.Find([$" - {site}", $" | {site}", $" — {site}"], e => metadata.Title?.EndsWith(e, StringComparison.Ordinal) == true) : null;
        return end is null ? metadata.Title : metadata.Title![..^end.Length];
    }

    private static Capture Make(Capture capture, LivePost post, PageMetadata metadata)
    {
        var title = post.Headline is { Length: > 0 } own ? own : Title(metadata);
        var page = new StringBuilder("<html><head><meta charset=\"utf-8\"><title>").Append(WebUtility.HtmlEncode(title)).Append("</title>");
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("og:title", title), ("og:site_name", metadata.Site), ("author", metadata.Author), ("article:published_time", post.Stamp)])
        {
            _ = string.IsNullOrWhiteSpace(value) ? page : page.Append("<meta property=\"").Append(name).Append("\" content=\"").Append(WebUtility.HtmlEncode(value)).Append("\">");
        }

        page.Append("</head><body><article>").Append(post.Html).Append("</article></body></html>");
        var hash = capture.Origin.IndexOf('#', StringComparison.Ordinal);
        return new Capture($"{capture.Name}.{post.Key}", $"{(hash < 0 ? capture.Origin : capture.Origin[..hash])}#{post.Key}", Encoding.UTF8.GetBytes(page.ToString()), MediaKind.Html, "utf-8")
        {
            Fetched = capture.Fetched,
            Headers = capture.Headers,
            Feed = capture.Feed,
            Entry = capture.Entry,
            Excerpt = capture.Excerpt,
        };
    }

    /// <summary>A post of a live page.</summary>
    /// <param name="Id">What the page calls it, or null.</param>
    /// <param name="Stamp">When it was made, as written.</param>
    /// <param name="Headline">Its heading, or null.</param>
    /// <param name="Html">Its content.</param>
    internal sealed record LivePost(string? Id, string Stamp, string? Headline, string Html)
    {
        /// <summary>Tells it from the page's other posts: its id, else its time.</summary>
        public string Key { get; } = Clean(Id is { Length: > 0 } ? Id : Stamp);

        private static string Clean(string text) => string.Concat(text.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')).Trim('-', '.') is { Length: > 0 } key ? key : "post";
    }
}
