using System.CommandLine;
using System.Runtime.InteropServices;
using Salient.Reading;
using Salient.Recording;
using Salient.Watching;

namespace Salient.Cli.Verbs;

/// <summary>`salient watch`: looks at feeds, sitemaps, pages and folders when they are due, and records what they give.</summary>
internal static class WatchVerb
{
    public static Command Make()
    {
        var config = new Argument<string>("CONFIG") { Description = "A YAML file: feeds, sitemaps, pages, folders, alerts (docs/watching.md)." };
        var ledger = LedgerOption.Make();
        var once = new Option<bool>("--once") { Description = "Looks once at all that is due, and ends." };
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing of single looks; `salient status` tells how each source fares." };
        var verb = new Command("watch", "Looks at feeds, sitemaps, pages and folders again and again, and records what they give; raises alerts.") { config, ledger, once, quiet };
        verb.SetAction((result, stop) => RunAsync(WatchConfigLoader.Load(result.GetValue(config)!), result.GetValue(ledger)!, result.GetValue(once), result.GetValue(quiet), stop));
        return verb;
    }

    private static async Task<int> RunAsync(WatchConfig config, string path, bool once, bool quiet, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            end.Cancel();
        });
        using var ledger = Ledger.Write(path);
        var splitter = AddVerb.Splitter();
        var reconciler = new Lazy<Reconciler>(() => Pictures.Keeper(ledger));
        var host = new WatchHost(
            ledger,
            () => new Pipeline(Pipeline.DataFolder),
            splitter,
            settle => reconciler.Value.Reconcile(settle),
            () => Pictures.Of(ledger).Disputes,
            AddVerb.Program,
            Fingerprint.Of(Pipeline.DataFolder),
            TimeProvider.System,
            line =>
            {
                if (!quiet)
                {
                    Console.Error.WriteLine(line);
                }
            });
        try
        {
            await Watch.RunAsync(config, host, once, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Stopped on purpose: what was recorded stays.
        }

        // A failing source is the status's matter: a watch that ran is a success.
        return Exit.Success;
    }
}
