using System.Collections.Immutable;
using Salient.Acquiring;
using Salient.Recording;
using Salient.Records;

namespace Salient.Watching;

/// <summary>What a host gives a watch.</summary>
/// <param name="Ledger">A ledger open for writing.</param>
/// <param name="Pipeline">Makes the pipeline; called when the first new report comes.</param>
/// <param name="Split">Cuts a live page into its posts.</param>
/// <param name="Reconcile">Brings what the claims amount to up to date in the ledger; true for the settlements that no word tells of, too.</param>
/// <param name="Disputes">Works out the ledger's disputes.</param>
/// <param name="Program">The program's version.</param>
/// <param name="Rules">Fingerprint of the rules in force.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Tell">Takes a line on what happened.</param>
public sealed record WatchHost(
    Ledger Ledger,
    Func<Pipeline> Pipeline,
    Func<Capture, IEnumerable<Capture>> Split,
    Action<bool> Reconcile,
    Func<ImmutableArray<Dispute>> Disputes,
    string Program,
    string Rules,
    TimeProvider Clock,
    Action<string> Tell);

/// <summary>Puts a watch together and runs it.</summary>
public static class Watch
{
    /// <summary>Watches until stopped, or once.</summary>
    /// <param name="config">What to watch.</param>
    /// <param name="host">What it runs on.</param>
    /// <param name="once">True to look once at all that is due and end.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="ProblemException">SAL0145 another watch holds the ledger; SAL0601 to SAL0609.</exception>
    public static async Task RunAsync(WatchConfig config, WatchHost host, bool once, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(host);
        using var fetcher = new WebFetcher(Watcher.Options(config, host.Clock));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        await RunAsync(config, host, fetcher, handler, once, stop).ConfigureAwait(false);
    }

    internal static async Task RunAsync(WatchConfig config, WatchHost host, IWebFetcher fetcher, HttpMessageHandler handler, bool once, CancellationToken stop)
    {
        using var file = WatchStateFile.Hold(host.Ledger.Path);
        var state = Remembered(host);
        var lazy = new Lazy<Pipeline>(host.Pipeline);
        var finder = new AlertFinder(config.Alerts, host.Ledger, host.Disputes, host.Clock);
        using var sender = new AlertSender(host.Clock, handler, config.Agent);

        async Task Alert(CancellationToken token)
        {
            state.Undelivered.AddRange(finder.Find(state));
            foreach (var problem in state.Undelivered.Count > 0 ? await sender.Send(state.Undelivered, token).ConfigureAwait(false) : [])
            {
                host.Tell(problem.ToString());
            }
        }

        var adder = new Adder(host.Ledger, () => lazy.Value, host.Program, host.Rules, host.Split);
        await new Watcher(config, host.Clock, fetcher, state, file.Save, found => adder.Add(found, 1), host.Reconcile, Alert, host.Tell).RunAsync(once, stop).ConfigureAwait(false);
    }

    // What the state says was seen must lie in this ledger: a ledger made anew is watched anew.
    private static WatchState Remembered(WatchHost host)
    {
        var state = WatchStateFile.Read(host.Ledger.Path);
        if (state is null)
        {
            host.Tell(new Problem("SAL0144", WatchStateFile.Of(host.Ledger.Path), "What was remembered cannot be read.", "Nothing to do: everything is looked at anew, and nothing is taken twice.").ToString());
        }

        return state is null || state.Alerted > host.Ledger.LastArrival ? new WatchState() : state;
    }
}
