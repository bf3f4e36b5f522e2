using Salient.Publishing;

namespace Salient.Cli.Verbs;

/// <summary>`salient read --stage attributing`: who says what.</summary>
internal static class ReadAttributing
{
    public static void Write(StageRun run)
    {
        run.Output.Write(AttributionJson.Write(run.Report, run.Pipeline.Attribute(run.Report, run.Pipeline.Sentences(run.Report))));
        run.Output.Write('\n');
    }
}
