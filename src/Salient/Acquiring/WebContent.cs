using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Turns an answer from the web into captures.</summary>
internal static class WebContent
{
    /// <summary>The report of <paramref name="answer"/>, a feed's entries, or the problem.</summary>
    public static IEnumerable<Acquired> Take(string address, WebAnswer answer, AcquireOptions options)
    {
        if (answer.Problem is { } problem)
        {
            return [new Acquired(null, problem)];
        }

        if (answer.Bytes.Length == 0)
        {
            return [Acquired.Failed("SAL0201", address, "The page is empty.", "Fetch it again.")];
        }

        var at = answer.At ?? new Uri(address);
        if (FeedSource.IsFeed(answer.Bytes))
        {
            return new FeedSource(options).Acquire(new MemoryStream(answer.Bytes), Slug(at), at.OriginalString).Select(a => Listed(Stamped(a, answer), address, answer));
        }

        var kind = answer.MediaType.Contains("html", StringComparison.Ordinal) ? MediaKind.Html : MediaKind.Unknown;
        return [Stamped(new Acquired(new Capture(Slug(at), at.AbsoluteUri, answer.Bytes, kind, answer.Charset), null), answer)];
    }

    /// <summary>A name from an address: host, path and query, signs as dashes. Two addresses of one page have one name, two pages of one script have two.</summary>
    public static string Slug(Uri at)
    {
        var text = string.Concat((at.Host + at.AbsolutePath + at.Query).Take(200).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')).Trim('-', '.');
        return text.EndsWith(".html", StringComparison.Ordinal) ? text[..^5] : text;
    }

    // A feed goes by the address that it was asked for at, wherever that led: what it withdraws must be its own.
    private static Acquired Listed(Acquired acquired, string feed, WebAnswer answer) => acquired with
    {
        Capture = acquired.Capture is { } capture ? capture with { Feed = feed } : null,
        Withdrawn = acquired.Withdrawn is { } word ? word with { Source = feed, Noted = answer.Fetched } : null,
    };

    private static Acquired Stamped(Acquired acquired, WebAnswer answer) =>
        acquired.Capture is { } capture ? acquired with { Capture = capture with { Fetched = answer.Fetched, Headers = answer.Headers } } : acquired;
}
