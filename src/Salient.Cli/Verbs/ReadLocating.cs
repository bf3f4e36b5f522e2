using Salient.Publishing;

namespace Salient.Cli.Verbs;

/// <summary>`salient read --stage locating`: the places that a report names.</summary>
internal static class ReadLocating
{
    /// <summary>The forms that it is printed in.</summary>
    public static readonly string[] Formats = ["jsonl", "table"];

    /// <summary>Writes one report's places.</summary>
    public static void Write(StageRun run)
    {
        var sentences = run.Pipeline.Sentences(run.Report);
        var locations = run.Pipeline.Locate(run.Report, sentences);
        if (run.Format == "jsonl")
        {
            run.Output.Write(LocationJson.Write(run.Report, locations, run.Explain, run.Numbered));
            run.Output.Write('\n');
            return;
        }

        foreach (var l in locations)
        {
            var where = l.Place is null ? "unlocated" : FormattableString.Invariant($"{LocationJson.Describe(l.Place)}\t{l.Precision.ToString().ToLowerInvariant()}\t{l.Confidence:0.00}");
            run.Output.Write($"{run.Report.Id}\t{l.Name}\t{where}{(run.Explain ? "\t" + l.Reason : "")}\n");
        }
    }
}
