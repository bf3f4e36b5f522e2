using System.CommandLine;
using Salient.Scoring;

namespace Salient.Cli.Verbs;

/// <summary>`salient score`: how good a coding is.</summary>
internal static class ScoreVerb
{
    public static Command Make()
    {
        var gold = new Argument<string>("GOLD") { Description = "A folder of <report id>.jsonl files of gold claims, or one file." };
        var predicted = new Argument<string>("PREDICTED") { Description = "A .jsonl file of claims, or a folder of them." };
        var reports = new Option<string>("--reports") { Description = "The folder of the reports' texts; 'reports' beside GOLD where not said." };
        var byKind = new Option<bool>("--by-kind") { Description = "A row for each kind." };
        var misses = new Option<bool>("--misses") { Description = "A line for each claim missed or made without need." };
        var json = new Option<bool>("--json") { Description = "The figures as JSON." };
        var verb = new Command("score", "How good a coding is, by kind and slot.") { gold, predicted, reports, byKind, misses, json };
        verb.SetAction(result =>
        {
            var folder = result.GetValue(reports) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(result.GetValue(gold)!))!, "reports");
            var score = Scorer.Run(result.GetValue(gold)!, result.GetValue(predicted)!, folder, result.GetValue(misses));
            Console.Write(result.GetValue(json) ? score.ToJson() + "\n" : score.ToText(result.GetValue(byKind)));
            return Exit.Success;
        });
        return verb;
    }
}
