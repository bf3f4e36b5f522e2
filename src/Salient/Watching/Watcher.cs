using Salient.Acquiring;
using Salient.Recording;
using Salient.Records;

namespace Salient.Watching;

/// <summary>Looks at sources when they are due, records what they give, raises alerts. One source's failure touches no other.</summary>
/// <remarks>
/// State is saved after what it speaks of was committed: a watch that is killed at any moment looks again at the last thing it had looked at, and
/// the ledger takes nothing twice. All waiting is in one place and goes by the host's clock.
/// </remarks>
public sealed class Watcher
{
    private const int MostAtOnce = 8;
    private const int MostTries = 5;
    private const int MostDoublings = 6;
    private const int MostWithdrawn = 100;
    private static readonly TimeSpan LongestStay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromDays(1);
    private readonly WatchConfig config;
    private readonly TimeProvider clock;
    private readonly Looker looker;
    private readonly Hosts hosts;
    private readonly WatchState state;
    private readonly Action<WatchState> save;
    private readonly Func<IReadOnlyList<Acquired>, AddResult> record;
    private readonly Keeper keeper;
    private readonly Func<CancellationToken, Task> alert;
    private readonly Action<string> tell;
    private readonly Dictionary<Task<Look>, Uri?> running = [];
    private readonly HashSet<string> busy = new(StringComparer.Ordinal);

    internal Watcher(WatchConfig config, TimeProvider clock, IWebFetcher fetcher, WatchState state, Action<WatchState> save, Func<IReadOnlyList<Acquired>, AddResult> record, Action<bool> reconcile, Func<CancellationToken, Task> alert, Action<string> tell)
    {
        (this.config, this.clock, this.state, this.save, this.record, this.alert, this.tell) = (config, clock, state, save, record, alert, tell);
        keeper = new Keeper(reconcile, clock, tell);
        looker = new Looker(fetcher, Options(config, clock), clock) { Polite = config.Polite };
        hosts = new Hosts(config.Polite);
        foreach (var gone in state.Sources.Keys.Except(config.Sources.Select(s => s.Address)).ToList())
        {
            state.Sources.Remove(gone);
        }

        foreach (var source in config.Sources)
        {
            state.Sources.TryAdd(source.Address, new SourceState());
            state.Sources[source.Address].Name = source.Name == source.Address ? null : source.Name;
        }
    }

    internal static AcquireOptions Options(WatchConfig config, TimeProvider clock) => new() { AllowPrivateAddresses = config.AllowPrivate, Agent = config.Agent, Clock = clock };

    /// <summary>Watches until stopped.</summary>
    /// <param name="once">True to look once at all that is due, with the pages that this brings up, and end. What failed, and hosts that ask to be left alone, are left for the next run.</param>
    /// <param name="stop">Ends it; what was recorded stays.</param>
    public async Task RunAsync(bool once, CancellationToken stop)
    {
        await alert(stop).ConfigureAwait(false);
        save(state);
        var until = once ? clock.GetUtcNow() : DateTimeOffset.MaxValue;
        while (!stop.IsCancellationRequested)
        {
            var next = Start(until, stop);
            if (running.Count == 0 && (next is null || (once && !Waiting(until))))
            {
                keeper.Settle();
                return;
            }

            await Some(next is { } at && keeper.Due < at ? keeper.Due : next, stop).ConfigureAwait(false);
            var done = running.Keys.Where(t => t.IsCompleted).ToList();
            if (done.Count > 0 && !stop.IsCancellationRequested)
            {
                await Finish(done, stop).ConfigureAwait(false);
            }

            if (keeper.Due <= clock.GetUtcNow() && !stop.IsCancellationRequested)
            {
                keeper.Settle();
            }
        }
    }

    private bool Waiting(DateTimeOffset until) => config.Sources.Any(s => Due(s) <= until || state.Sources[s.Address].Pending.Count > 0);

    private DateTimeOffset Due(WatchedSource source) => state.Sources[source.Address].Due ?? DateTimeOffset.MinValue;

    // Starts what may start now; gives the time when something else may.
    private DateTimeOffset? Start(DateTimeOffset until, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? next = null;
        foreach (var source in config.Sources)
        {
            var own = state.Sources[source.Address];
            if (!busy.Contains(source.Address) && Due(source) <= until)
            {
                Consider(Due(source), source.Kind == SourceKind.Folder ? null : new Uri(source.Address), source.Address, () => looker.At(source, own, stop), source);
            }

            foreach (var page in own.Pending.Where(p => !busy.Contains(p.Address)).ToList())
            {
                Consider(page.NotBefore, new Uri(page.Address), page.Address, () => looker.Page(source, page, stop), source, page);
            }
        }

        return next;

        void Consider(DateTimeOffset due, Uri? host, string key, Func<Task<Look>> look, WatchedSource source, PendingPage? page = null)
        {
            if (host is not null && hosts.Free(host) is not { } free)
            {
                return;
            }

            // Looking once does not wait for hosts that asked to be left alone, nor for pages that are to be tried again.
            if (until != DateTimeOffset.MaxValue && (page is { Tries: > 0 } && page.NotBefore > now || (host is not null && hosts.Held(host) > now + LongestStay)))
            {
                return;
            }

            var at = host is null || hosts.Free(host) is not { } open || open < due ? due : open;
            if (at > now || running.Count >= MostAtOnce)
            {
                next = at > now && (next is null || at < next) ? at : next;
                return;
            }

            var robots = host is null ? RobotsRules.Open : hosts.Robots(host, now);
            if (robots is not null && host is not null && !robots.Allows(host.PathAndQuery))
            {
                var refused = new Problem("SAL0138", key, "The site's robots.txt asks that this be left alone.", "Take it out of what is watched, or ask the site.");
                look = () => Task.FromResult(new Look(source, page) { Problem = refused, Passing = robots == RobotsRules.Closed });
            }

            var task = Guarded(source, page, robots is null ? () => looker.Robots(source, host!, stop) : look);
            running[task] = host;
            busy.Add(key);
            if (host is not null)
            {
                hosts.Begin(host);
            }
        }
    }

    // Whatever a look runs into, the others go on.
    private static async Task<Look> Guarded(WatchedSource source, PendingPage? page, Func<Task<Look>> look)
    {
        try
        {
            return await look().ConfigureAwait(false) with { Page = page };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Look(source, page) { Problem = new Problem("SAL0128", page?.Address ?? source.Address, $"The look failed: {e.GetType().Name}: {e.Message}", "Report this; the other sources are not affected.") };
        }
    }

    private async Task Some(DateTimeOffset? next, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var tasks = running.Keys.Cast<Task>().ToList();
        if (tasks.Any(t => t.IsCompleted))
        {
            return;
        }

        if (next is { } at && at - clock.GetUtcNow() is var wait)
        {
            tasks.Add(Task.Delay(wait > TimeSpan.Zero ? wait < LongestBackoff ? wait : LongestBackoff : TimeSpan.Zero, clock, enough.Token));
        }
        else if (tasks.Count == 0)
        {
            return;
        }

        await Task.WhenAny(tasks).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
    }

    private async Task Finish(List<Task<Look>> done, CancellationToken stop)
    {
        var looks = new List<Look>();
        var now = clock.GetUtcNow();
        foreach (var task in done)
        {
            var look = await task.ConfigureAwait(false);
            running.Remove(task, out var host);
            busy.Remove(look.Page?.Address ?? look.Source.Address);
            if (host is not null)
            {
                if (look.Robots is { } rules)
                {
                    hosts.Note(host, rules, now);
                }

                hosts.End(host, now, look.Wait);
            }

            if (look.Robots is null)
            {
                looks.Add(look);
            }
        }

        if (looks.Count == 0)
        {
            return;
        }

        var added = 0;
        foreach (var look in looks)
        {
            var result = look.Found.Count > 0 ? record(look.Found) : null;
            added += (result?.Added ?? 0) + (result?.Retracted.Length ?? 0);
            Note(look, result, now);
        }

        if (added > 0)
        {
            keeper.Keep();
        }

        if (added > 0 || state.Undelivered.Count > 0)
        {
            await alert(stop).ConfigureAwait(false);
        }

        save(state);
    }

    private void Note(Look look, AddResult? result, DateTimeOffset now)
    {
        var own = state.Sources[look.Source.Address];
        own.Reports += result?.Added ?? 0;
        own.Problem = look.Page is { Check: true } ? own.Problem : look.Problem ?? (look.Page is null ? result?.Refused.FirstOrDefault() : own.Problem);
        own.Withdrawn = [.. own.Withdrawn.Union(look.Withdrawn).TakeLast(MostWithdrawn)];
        own.Pending.RemoveAll(p => p.Entry is { } entry && look.Page is null && look.Withdrawn.Contains(entry));
        if (look.Page is { } page)
        {
            own.Pending.Remove(page);
            if (look.Problem is not null && look.Passing && page.Tries + 1 < MostTries)
            {
                own.Pending.Add(page with { Tries = page.Tries + 1, NotBefore = now + Backoff(TimeSpan.FromMinutes(1), page.Tries + 1, look.Wait) });
            }
            else if (look.Problem is not null && !page.Check)
            {
                own.Lost++;
            }
        }
        else
        {
            Looked(look, own, now);
        }

        if (look.Problem is not null || result is { Added: > 0 })
        {
            tell(look.Problem is { } problem ? $"{look.Source.Name}: {problem}" : $"{look.Source.Name}: {result!.Added} added, {result.Claims} claims");
        }

        foreach (var report in result?.Retracted ?? [])
        {
            tell($"{look.Source.Name}: withdrawn by its outlet: {report}");
        }
    }

    private static void Looked(Look look, SourceState own, DateTimeOffset now)
    {
        own.Looks++;
        own.Looked = now;
        var broken = look.Problem is { Code: "SAL0121" or "SAL0125" } && (look.Found.Count > 0 || look.Pages.Count > 0);
        if (look.Problem is null || broken)
        {
            (own.Succeeded, own.Failures, own.Validators) = (now, 0, look.Validators ?? (look.Seen is null && look.Found.Count == 0 ? own.Validators : null));
            own.Seen = look.Seen ?? own.Seen;
            own.Listed = look.Listed ?? own.Listed;
            own.Pending.AddRange(look.Pages.Where(p => own.Pending.All(o => o.Address != p.Address)).Select(p => p with { NotBefore = now }));
            own.Due = now + Backoff(look.Source.Every, 0, look.Wait);
        }
        else
        {
            own.Failures++;
            own.Due = now + Backoff(look.Source.Every, own.Failures - 1, look.Wait);
        }
    }

    private static TimeSpan Backoff(TimeSpan every, int failures, TimeSpan? wait)
    {
        var longest = every > LongestBackoff ? every : LongestBackoff;
        var later = every * Math.Pow(2, Math.Min(failures, MostDoublings));
        later = later > longest ? longest : later;
        return wait is { } asked && asked > later ? asked < longest ? asked : longest : later;
    }
}
