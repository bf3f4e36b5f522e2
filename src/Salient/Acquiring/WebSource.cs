using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Takes a page, a paged article, a text, a feed or a sitemap from the web.</summary>
internal sealed class WebSource : IDisposable
{
    private readonly AcquireOptions options;
    private readonly IWebFetcher fetcher;

    /// <summary>A source that asks with <see cref="WebFetcher"/>.</summary>
    public WebSource(AcquireOptions options)
        : this(options, new WebFetcher(options))
    {
    }

    internal WebSource(AcquireOptions options, IWebFetcher fetcher) => (this.options, this.fetcher) = (options, fetcher);

    /// <summary>True where <paramref name="input"/> is a web address.</summary>
    public static bool IsAddress(string input) =>
        input.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The report at <paramref name="address"/>, a feed's entries, or the pages that a sitemap of the same host lists; lazily.</summary>
    public IEnumerable<Acquired> Acquire(string address)
    {
        var answer = Fetch(address);
        return answer.Problem is null && SitemapSource.IsSitemap(answer.Bytes) ? Listed(address, answer) : [.. Taken(address, answer)];
    }

    /// <summary>The pages that a sitemap on disk lists.</summary>
    public IEnumerable<Acquired> AcquireListed(byte[] sitemap, string origin)
    {
        var found = SitemapSource.Read(sitemap, origin);
        return found.Problem is { } problem ? [new Acquired(null, problem)] : found.Addresses.SelectMany(a => Acquire(a.Address));
    }

    /// <inheritdoc/>
    public void Dispose() => (fetcher as IDisposable)?.Dispose();

    private WebAnswer Fetch(string address) => fetcher.Fetch(address, null, CancellationToken.None).GetAwaiter().GetResult();

    private IEnumerable<Acquired> Taken(string address, WebAnswer answer)
    {
        var whole = PagedArticle.Join(answer, next => fetcher.Fetch(next, null, CancellationToken.None)).GetAwaiter().GetResult();
        return WebContent.Take(address, whole, options);
    }

    // A sitemap may list sitemaps; of those within those nothing is taken, for a ring of them has no end.
    private IEnumerable<Acquired> Listed(string address, WebAnswer answer)
    {
        var robots = new Dictionary<string, RobotsRules>(StringComparer.Ordinal);
        foreach (var listed in SitemapSource.Walk(address, answer, Fetch))
        {
            if (listed.Problem is not null || listed.Address is not { } page)
            {
                yield return new Acquired(null, listed.Problem);
                continue;
            }

            if (!Allowed(robots, page))
            {
                yield return Acquired.Failed("SAL0138", page, "The site's robots.txt asks that this page be left alone.", "Add the page by its own address if you may.");
                continue;
            }

            foreach (var acquired in Taken(page, Fetch(page)))
            {
                yield return acquired;
            }
        }
    }

    private bool Allowed(Dictionary<string, RobotsRules> known, string page)
    {
        if (!Uri.TryCreate(page, UriKind.Absolute, out var at))
        {
            return true;
        }

        var host = at.GetLeftPart(UriPartial.Authority);
        if (!known.TryGetValue(host, out var rules))
        {
            known[host] = rules = RobotsRules.Of(Fetch(host + "/robots.txt"), RobotsRules.Token(options.Agent));
        }

        return rules.Allows(at.PathAndQuery);
    }
}
