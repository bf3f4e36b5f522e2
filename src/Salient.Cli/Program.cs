using System.CommandLine;
using Salient.Cli;
using Salient.Cli.Verbs;
using Salient.Records;

var root = new RootCommand("Salient reads war reporting and keeps a ledger of who claimed what.")
{
    AddVerb.Make(),
    ClaimsVerb.Make(),
    ControlVerb.Control(),
    ControlVerb.Explain(),
    FindingVerbs.Disputes(),
    FindingVerbs.Events(),
    FindingVerbs.Figures(),
    FindingVerbs.Sources(),
    GazetteerVerb.Make(),
    RunVerbs.Recode(),
    RunVerbs.Runs(),
    DemoVerb.Make(),
    ExportVerb.Make(),
    ReadVerb.Make(),
    ReportVerb.Make(),
    ScoreVerb.Make(),
    ServeVerb.Make(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ProblemException e)
{
    Console.Error.WriteLine(e.Problem);
    return Exit.Of(e.Problem.Code, Exit.Failed);
}
