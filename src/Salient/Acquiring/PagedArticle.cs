using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Salient.Acquiring;

/// <summary>Joins an article that a site cuts into pages: follows each page's link to the next where that is plainly the same article's.</summary>
/// <remarks>The pages lie one after the other in the capture, each after <see cref="Records.Capture.PageMark"/>.</remarks>
internal static partial class PagedArticle
{
    private const int MostPages = 30;

    /// <summary>The answer with the article's further pages after it; the answer itself where there are none.</summary>
    /// <param name="first">The first page.</param>
    /// <param name="fetch">Fetches one more page.</param>
    public static async Task<WebAnswer> Join(WebAnswer first, Func<string, Task<WebAnswer>> fetch)
    {
        if (first is not { Problem: null, At: { } start } || Next(first.Bytes, start, start, 1) is not { } next)
        {
            return first;
        }

        using var whole = new MemoryStream();
        whole.Write(first.Bytes);
        for (var number = 2; number <= MostPages && next is not null; number++)
        {
            var answer = await fetch(next.AbsoluteUri).ConfigureAwait(false);
            if (answer is not { Problem: null, At: { } at } || at.Host != start.Host || answer.Charset != first.Charset)
            {
                break;
            }

            whole.Write(Encoding.ASCII.GetBytes($"\n{Records.Capture.PageMark}\n"));
            whole.Write(answer.Bytes);
            next = Next(answer.Bytes, start, at, number);
        }

        return first with { Bytes = whole.ToArray() };
    }

    /// <summary>The address of the page after <paramref name="number"/>, or null where the link leads to anything but the next page of the article at <paramref name="start"/>.</summary>
    public static Uri? Next(ReadOnlySpan<byte> page, Uri start, Uri at, int number)
    {
        // Cheap first: most pages say nothing of a next one.
        if (page.IndexOf("next"u8) < 0)
        {
            return null;
        }

        foreach (Match match in Link().Matches(Encoding.Latin1.GetString(page)))
        {
            if (Rel().IsMatch(match.Value) && Href().Match(match.Value) is { Success: true } href
                && Uri.TryCreate(at, WebUtility.HtmlDecode(href.Groups["to"].Value), out var next) && Follows(start, next, number + 1))
            {
                return next;
            }
        }

        return null;
    }

    // /story, then /story/2, /story/page/2, /story-2, /story?page=2, /story.2.html.
    private static bool Follows(Uri start, Uri next, int number)
    {
        if (next.Scheme != start.Scheme || next.Authority != start.Authority)
        {
            return false;
        }

        var n = number.ToString(CultureInfo.InvariantCulture);
        var (path, other) = (start.AbsolutePath.TrimEnd('/'), next.AbsolutePath.TrimEnd('/'));
        var bare = path.EndsWith(".html", StringComparison.Ordinal) ? path[..^5] : path;
        if (path.Length == 0 || path == other)
        {
            return path.Length > 0 && next.Query.TrimStart('?').Split('&').Any(q => q == $"page={n}" || q == $"p={n}" || q == $"pg={n}");
        }

        return ((string[])[$"{path}/{n}", $"{path}/page/{n}", $"{path}/page-{n}", $"{path}-{n}", $"{bare}-{n}.html", $"{bare}.{n}.html", $"{bare}_{n}.html", $"{bare}/{n}.html"]).Contains(other, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"<(?:link|a)\s[^<>]{0,1000}>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\brel\s*=\s*[""']?[a-z ]*\bnext\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rel();

    [GeneratedRegex(@"\bhref\s*=\s*(?:""(?<to>[^""]{1,900})""|'(?<to>[^']{1,900})'|(?<to>[^\s""'>]{1,900}))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();
}
