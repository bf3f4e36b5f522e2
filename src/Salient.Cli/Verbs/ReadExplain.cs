using System.Globalization;
using Salient.Coding;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient read --explain`: each sentence, what fired on it, what was considered and why it lost.</summary>
internal static class ReadExplain
{
    public static void Write(StageRun run)
    {
        var sentences = run.Pipeline.Sentences(run.Report);
        var considered = run.Pipeline.Explain(run.Report, sentences).Considered.ToLookup(c => c.Sentence);
        run.Output.Write($"# {run.Report.Id}\n");
        for (var i = 0; i < sentences.Length; i++)
        {
            run.Output.Write($"\n{Flat(sentences[i].Span.Of(run.Report.Text))}\n");
            foreach (var c in considered[i])
            {
                run.Output.Write(Line(run.Report, sentences[i], c));
            }
        }

        run.Output.Write('\n');
    }

    private static string Line(Report report, Sentence sentence, Consideration c)
    {
        var evidence = c.Evidence.IsEmpty ? sentence.Tokens[c.Token].Form : Flat(c.Evidence.Of(report.Text));
        return string.Create(CultureInfo.InvariantCulture, $"  {(c.Kept ? '+' : '-')} {c.Frame} {c.Score:0.00} “{evidence}”: {c.Reason}\n");
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
