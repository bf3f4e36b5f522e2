using System.CommandLine;
using Salient.Cli.Verbs;

namespace Salient.Cli;

/// <summary>The program's verbs.</summary>
internal static class Root
{
    private static readonly (string Name, Func<Command> Make)[] Verbs =
    [
        ("add", AddVerb.Make),
        ("claims", ClaimsVerb.Make),
        ("control", ControlVerb.Control),
        ("explain", ControlVerb.Explain),
        ("disputes", FindingVerbs.Disputes),
        ("events", FindingVerbs.Events),
        ("figures", FindingVerbs.Figures),
        ("sources", FindingVerbs.Sources),
        ("dynamics", MovingVerbs.Dynamics),
        ("judgements", MovingVerbs.Judgements),
        ("gazetteer", GazetteerVerb.Make),
        ("verify", KeepingVerbs.Verify),
        ("retract", KeepingVerbs.Retract),
        ("forget", KeepingVerbs.Forget),
        ("recode", RunVerbs.Recode),
        ("runs", RunVerbs.Runs),
        ("demo", DemoVerb.Make),
        ("export", ExportVerb.Make),
        ("read", ReadVerb.Make),
        ("report", ReportVerb.Make),
        ("review", ReviewVerb.Make),
        ("score", ScoreVerb.Make),
        ("serve", ServeVerb.Make),
        ("status", StatusVerb.Make),
        ("watch", WatchVerb.Make),
    ];

    /// <summary>Every verb, one file each; of a call that begins with a verb's name that one alone, for making them all takes as long as a short verb.</summary>
    /// <param name="args">The call.</param>
    public static RootCommand Make(params string[] args)
    {
        var root = new RootCommand("Salient reads war reporting and keeps a ledger of who claimed what.");
        var asked = Array.FindIndex(Verbs, v => args.Length > 0 && v.Name == args[0]);
        foreach (var (_, make) in asked >= 0 ? Verbs.AsSpan(asked, 1) : Verbs)
        {
            root.Add(make());
        }

        return root;
    }
}
