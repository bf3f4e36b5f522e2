using Salient.Publishing;

namespace Salient.Cli.Verbs;

/// <summary>`salient read --stage reading`: the report with its paragraphs' roles, its date and its body.</summary>
internal static class ReadReading
{
    /// <summary>Writes one line for the report.</summary>
    public static void Write(StageRun run)
    {
        run.Output.Write(ReportJson.Write(run.Report));
        run.Output.Write('\n');
    }
}
