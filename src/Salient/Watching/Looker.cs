using System.Globalization;
using Salient.Acquiring;
using Salient.Records;

namespace Salient.Watching;

/// <summary>What one look at a source, a page or a robots.txt gave.</summary>
/// <param name="Source">The source.</param>
/// <param name="Page">The pending page that was looked at, or null for the source itself.</param>
internal sealed record Look(WatchedSource Source, PendingPage? Page)
{
    /// <summary>The reports found, and what was wrong with single ones.</summary>
    public IReadOnlyList<Acquired> Found { get; init; } = [];

    /// <summary>Why the look failed, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>True where the same request may succeed later.</summary>
    public bool Passing { get; init; }

    /// <summary>How long the server asks to be left alone, or null.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Set where the look was at the host's robots.txt.</summary>
    public RobotsRules? Robots { get; init; }

    /// <summary>What to ask with the next time, or null.</summary>
    public Validators? Validators { get; init; }

    /// <summary>What the source lists now, with versions; null where nothing changed.</summary>
    public Dictionary<string, string>? Seen { get; init; }

    /// <summary>Pages to fetch.</summary>
    public IReadOnlyList<PendingPage> Pages { get; init; } = [];

    /// <summary>The entries of a feed, in its order; null where nothing changed.</summary>
    public List<ListedEntry>? Listed { get; init; }

    /// <summary>Ids of what the source says was withdrawn; the word itself is among <see cref="Found"/>.</summary>
    public IEnumerable<string> Withdrawn => Found.Select(f => f.Withdrawn?.Entry).OfType<string>();
}

/// <summary>Looks at sources: one request, or one folder. Never throws but for <see cref="OperationCanceledException"/>.</summary>
internal sealed class Looker(IWebFetcher fetcher, AcquireOptions options, TimeProvider clock)
{
    private static readonly string[] Final = ["SAL0131", "SAL0134", "SAL0114", "SAL0136", "SAL0201"];
    private const int NotFound = 404, Gone = 410, MostListed = 1000;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>Looks at a host's robots.txt.</summary>
    public async Task<Look> Robots(WatchedSource source, Uri host, CancellationToken stop)
    {
        var answer = await fetcher.Fetch(host.GetLeftPart(UriPartial.Authority) + "/robots.txt", null, stop).ConfigureAwait(false);
        return new Look(source, null) { Robots = RobotsRules.Of(answer, RobotsRules.Token(options.Agent)), Wait = Wait(answer), Problem = answer.Status is >= 400 and < 500 ? null : answer.Problem };
    }

    /// <summary>Looks at a source.</summary>
    public async Task<Look> At(WatchedSource source, SourceState state, CancellationToken stop)
    {
        if (source.Kind == SourceKind.Folder)
        {
            return Folder(source, state);
        }

        var answer = await fetcher.Fetch(source.Address, state.Validators, stop).ConfigureAwait(false);
        if (answer.Problem is not null || answer.NotModified)
        {
            var own = new PendingPage(source.Address, 0, default);
            return Failed(new Look(source, null) { Validators = answer.NotModified ? state.Validators : null, Found = source.Kind == SourceKind.Page && answer.Status == Gone ? [Withdrawal(source, own, answer)] : [] }, answer);
        }

        var look = new Look(source, null) { Validators = answer.Validators, Wait = Wait(answer) };
        return source.Kind switch
        {
            SourceKind.Sitemap => await Sitemap(look, answer, state, stop).ConfigureAwait(false),
            SourceKind.Feed => Feed(look, answer, state),
            _ => look with { Found = [.. Named(WebContent.Take(source.Address, await PagedArticle.Join(answer, next => Further(next, stop)).ConfigureAwait(false), options), source, source.Address)] },
        };
    }

    /// <summary>Fetches a pending page.</summary>
    public async Task<Look> Page(WatchedSource source, PendingPage page, CancellationToken stop)
    {
        var answer = await fetcher.Fetch(page.Address, null, stop).ConfigureAwait(false);
        if (answer.Status == Gone || (page.Check && answer.Status == NotFound))
        {
            var gone = new Look(source, page) { Found = [Withdrawal(source, page, answer)], Wait = Wait(answer) };
            return page.Check ? gone : gone with { Problem = answer.Problem };
        }

        if (answer.Problem is not null || page.Check)
        {
            return Failed(new Look(source, page), answer);
        }

        var whole = await PagedArticle.Join(answer, next => Further(next, stop)).ConfigureAwait(false);
        return new Look(source, page) { Found = [.. Named(WebContent.Take(page.Address, whole, options), source, page.Entry ?? page.Address)], Wait = Wait(answer) };
    }

    // What a source led to may be withdrawn by that source alone.
    private static IEnumerable<Acquired> Named(IEnumerable<Acquired> found, WatchedSource source, string entry) =>
        found.Select(a => a.Capture is { } capture ? a with { Capture = capture with { Feed = source.Address, Entry = entry, Excerpt = false } } : a);

    private Acquired Withdrawal(WatchedSource source, PendingPage page, WebAnswer answer) => new(null, null)
    {
        Withdrawn = new Withdrawal(page.Entry ?? page.Address, source.Address)
        {
            Address = page.Address,
            Name = Uri.TryCreate(page.Address, UriKind.Absolute, out var at) ? WebContent.Slug(at) : null,
            Noted = clock.GetUtcNow(),
            Note = string.Create(CultureInfo.InvariantCulture, $"{(page.Check ? "no longer listed, and " : "")}its page answers {answer.Status}"),
        },
    };

    private Look Failed(Look look, WebAnswer answer) => look with
    {
        Problem = answer.Problem,
        Wait = Wait(answer),
        Passing = answer.Problem is { } p && !Final.Contains(p.Code) && answer.Status is 0 or 408 or 425 or 429 or >= 500 or 200,
    };

    private Look Feed(Look look, WebAnswer answer, SourceState state)
    {
        if (!FeedSource.IsFeed(answer.Bytes))
        {
            return look with { Validators = null, Problem = new Problem("SAL0127", look.Source.Address, "The address gives something that is no feed.", "Check the address; watch it under 'pages' if it is a page.") };
        }

        var taken = WebContent.Take(look.Source.Address, answer, options).ToList();
        var broken = taken.Select(a => a.Problem).FirstOrDefault(p => p?.Code == "SAL0121");
        var listed = taken.Select(a => a.Capture).OfType<Capture>().Where(c => WebSource.IsAddress(c.Origin)).DistinctBy(c => c.Origin).ToList();
        var told = taken.Select(a => a.Withdrawn?.Entry).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var entries = listed.Take(MostListed).Select(c => new ListedEntry(c.Entry ?? c.Origin, c.Origin)).ToList();
        var departed = broken is null ? Departed.Of(state.Listed, entries).Where(p => !told.Contains(p.Entry!)) : [];
        look = look with { Problem = broken, Listed = broken is null ? entries : null };
        if (!look.Source.Pages)
        {
            return look with { Found = [.. taken.Where(a => a.Problem?.Code != "SAL0121")], Pages = [.. departed] };
        }

        var seen = listed.ToDictionary(c => c.Origin, c => $"{c.Hash[..16]} {c.Changed}", StringComparer.Ordinal);
        var ids = listed.ToDictionary(c => c.Origin, c => c.Entry, StringComparer.Ordinal);
        return look with
        {
            Seen = seen,
            Pages = [.. Changed(seen, state).Select(a => new PendingPage(a, 0, default, ids[a])), .. departed],
            Found = [.. taken.Where(a => a.Withdrawn is not null || (a.Capture is { } c && !WebSource.IsAddress(c.Origin)))],
        };
    }

    private async Task<Look> Sitemap(Look look, WebAnswer answer, SourceState state, CancellationToken stop)
    {
        // Sitemaps that the sitemap lists are fetched beforehand: walking them is not asynchronous.
        var maps = new Dictionary<string, WebAnswer>(StringComparer.Ordinal);
        var first = SitemapSource.Read(answer.Bytes, look.Source.Address);
        foreach (var map in first.Index ? first.Addresses.Take(100) : [])
        {
            maps[map.Address] = await Further(map.Address, stop).ConfigureAwait(false);
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        Problem? problem = null;
        foreach (var (address, changed, wrong) in SitemapSource.Walk(look.Source.Address, answer, a => maps.GetValueOrDefault(a) ?? WebAnswer.Failed("SAL0125", a, "The sitemap lists more sitemaps than are followed.", "Watch that sitemap by itself.")))
        {
            problem ??= wrong is { Code: not "SAL0126" } ? wrong : null;
            _ = address is null || seen.TryAdd(address, changed ?? "");
        }

        var fresh = Changed(seen, state);
        var pages = state.Succeeded is null ? fresh.OrderByDescending(a => seen[a], StringComparer.Ordinal).Take(look.Source.Newest) : fresh;
        var departed = problem is null && state.Succeeded is not null ? Departed.Of(state.Seen, seen) : [];
        return look with { Seen = seen, Pages = [.. pages.Select(a => new PendingPage(a, 0, default)), .. departed], Problem = problem };
    }

    private static IEnumerable<string> Changed(Dictionary<string, string> seen, SourceState state) =>
        seen.Where(s => !state.Seen.TryGetValue(s.Key, out var before) || before != s.Value).Select(s => s.Key).Except(state.Pending.Select(p => p.Address));

    // One more request in the same look: the next page of an article, a sitemap in a sitemap.
    private async Task<WebAnswer> Further(string address, CancellationToken stop)
    {
        await Task.Delay(Polite, clock, stop).ConfigureAwait(false);
        return await fetcher.Fetch(address, null, stop).ConfigureAwait(false);
    }

    /// <summary>Time between two requests of one look.</summary>
    public TimeSpan Polite { get; init; }

    private Look Folder(WatchedSource source, SourceState state)
    {
        var files = PathExpander.Expand(source.Address, out var problem);
        if (problem is not null)
        {
            return new Look(source, null) { Problem = problem.Code == "SAL0112" ? null : problem, Seen = problem.Code == "SAL0112" ? [] : null };
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var fresh = new List<string>();
        foreach (var path in files)
        {
            var file = new FileInfo(path);
            var version = file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}") : null;
            if (version is null)
            {
                continue;
            }

            var before = state.Seen.GetValueOrDefault(path);
            if (before != version && now - file.LastWriteTimeUtc < Settled && now >= file.LastWriteTimeUtc)
            {
                // Still being written, as far as one can tell: left for the next look.
                _ = before is null || seen.TryAdd(path, before);
                continue;
            }

            seen[path] = version;
            if (before != version)
            {
                fresh.Add(path);
            }
        }

        return new Look(source, null) { Seen = seen, Found = fresh.Count == 0 ? [] : [.. new Acquirer(options).Acquire(fresh)] };
    }

    private TimeSpan? Wait(WebAnswer answer) => answer.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };
}
