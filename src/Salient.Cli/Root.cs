using System.CommandLine;
using Salient.Cli.Verbs;

namespace Salient.Cli;

/// <summary>The program's verbs.</summary>
internal static class Root
{
    /// <summary>Every verb, one file each.</summary>
    public static RootCommand Make() => new("Salient reads war reporting and keeps a ledger of who claimed what.")
    {
        AddVerb.Make(),
        ClaimsVerb.Make(),
        ControlVerb.Control(),
        ControlVerb.Explain(),
        FindingVerbs.Disputes(),
        FindingVerbs.Events(),
        FindingVerbs.Figures(),
        FindingVerbs.Sources(),
        MovingVerbs.Dynamics(),
        MovingVerbs.Judgements(),
        GazetteerVerb.Make(),
        KeepingVerbs.Verify(),
        KeepingVerbs.Retract(),
        KeepingVerbs.Forget(),
        RunVerbs.Recode(),
        RunVerbs.Runs(),
        DemoVerb.Make(),
        ExportVerb.Make(),
        ReadVerb.Make(),
        ReportVerb.Make(),
        ReviewVerb.Make(),
        ScoreVerb.Make(),
        ServeVerb.Make(),
        StatusVerb.Make(),
        WatchVerb.Make(),
    };
}
