using System.CommandLine;
using System.Globalization;
using Salient.Coding.Frames;
using Salient.Coding.Parties;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Training.Coding.Sites;

namespace Salient.Training.Coding.Parties;

/// <summary>`train parties`: fits the weights that choose who acts in a claim and who is acted on.</summary>
internal static class PartiesVerb
{
    private static readonly double[] Thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];

    public static Command Make()
    {
        var gold = new Option<string>("--gold") { Description = "Folder of claims coded by hand, one .jsonl a report.", Required = true };
        var reports = new Option<string>("--reports") { Description = "Folder of the reports' texts.", Required = true };
        var invented = new Option<string>("--invented") { Description = "Folder of texts written for training, with their slots.", Required = true };
        var hidden = new Option<int>("--hidden") { Description = "Hidden units, a multiple of 8.", DefaultValueFactory = _ => 8 };
        var seeds = new Option<int>("--seeds") { Description = "Networks that are averaged.", DefaultValueFactory = _ => 4 };
        var rounds = new Option<int>("--rounds") { Description = "Passes over what is learned.", DefaultValueFactory = _ => 5 };
        var penalty = new Option<double>("--penalty") { Description = "How much weights shrink.", DefaultValueFactory = _ => 8e-3 };
        var least = new Option<int>("--least") { Description = "How many contenders must show a feature.", DefaultValueFactory = _ => 12 };
        var coded = new Option<double>("--coded") { Description = "How much a report coded by hand counts beside one written for training; 0 leaves them out.", DefaultValueFactory = _ => 0 };
        var threshold = new Option<double>("--threshold") { Description = "The probability from which somebody is acted on.", DefaultValueFactory = _ => 0.2 };
        var folds = new Option<int>("--folds") { Description = "Folds of the cross-validation by report; 0 leaves it out.", DefaultValueFactory = _ => 2 };
        var check = new Option<string[]>("--check") { Description = "Folders of further reports and their coding (reports, gold), judged by weights learned from all else." };
        var save = new Option<string?>("--out") { Description = "Where to write the model; only cross-validates where not said." };
        var verb = new Command("parties", "Fits the chooser of claims' parties; prints cross-validated figures.") { gold, reports, invented, hidden, rounds, penalty, least, coded, seeds, threshold, folds, check, save };
        verb.SetAction(r =>
        {
            var pipeline = new Pipeline(Pipeline.DataFolder);
            var examples = new PartyReports(pipeline, FrameLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "frames")));
            List<PartyExample> all = r.GetValue(coded) > 0 ? [.. examples.Coded(r.GetValue(gold)!, r.GetValue(reports)!)] : [];
            all.AddRange(Directory.EnumerateFiles(r.GetValue(invented)!, "*.slots").Order(StringComparer.Ordinal).SelectMany(f => examples.Invented(Path.ChangeExtension(f, ".txt"))));
            var fit = new SiteFit(r.GetValue(hidden), r.GetValue(seeds), r.GetValue(rounds), r.GetValue(penalty), r.GetValue(least), r.GetValue(coded), r.GetValue(threshold));
            if (r.GetValue(folds) is > 1 and var parts)
            {
                var models = new Network[parts];
                Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f => models[f] = Train(fit, [.. all.Where(e => e.Report % parts != f)]));
                Report("folds", [.. all.Select(e => (e, Chances(models[e.Report % parts], e)))], Console.Out);
            }

            if (r.GetValue(check) is { Length: > 0 } || r.GetValue(save) is not null)
            {
                var model = Train(fit, all);
                foreach (var further in r.GetValue(check) ?? [])
                {
                    Report(Path.GetFileName(further), [.. examples.Coded(Path.Combine(further, "gold"), Path.Combine(further, "reports")).Select(e => (e, Chances(model, e)))], Console.Out);
                }

                if (r.GetValue(save) is { } file)
                {
                    NetworkFile.Save(model, file);
                }
            }
        });
        return verb;
    }

    private static Network Train(SiteFit fit, List<PartyExample> examples) => fit.Train([.. examples.Select(e => (e.Features, e.Right, e.Coded))]);

    private static double[] Chances(Network model, PartyExample e) => [.. e.Features.Select(f => SiteChooser.Chance(model.Sum(f, [], [])))];

    // Who acts: right where the coder names somebody, by rules and by weights. Who is acted on: found, precision and F1 at each threshold.
    private static void Report(string name, List<(PartyExample Example, double[] Chances)> judged, TextWriter output)
    {
        var acts = judged.Where(j => j.Example.Slot == PartyChooser.Acts && j.Example.Gold.Length > 0).ToList();
        var can = acts.Count(j => j.Example.Right.Any(x => x));
        var rules = acts.Count(j => j.Example.Contenders.Select((c, i) => c.Kept && j.Example.Right[i]).Any(x => x));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} actor: {acts.Count} named, {(double)can / acts.Count:0.000} listed, rules {(double)rules / acts.Count:0.000}, weights {string.Join(" ", new[] { 1.0, 1.5, 2, 3, 5 }.Select(t => $"x{t}: {(double)acts.Count(j => j.Example.Right[Best(j.Example, j.Chances, t, true)]) / acts.Count:0.000}"))}"));
        var done = judged.Where(j => j.Example.Slot == PartyChooser.Done).ToList();
        var gold = done.Count(j => j.Example.Gold.Length > 0);
        if (gold == 0)
        {
            return;
        }

        var given = done.Count(j => j.Example.Contenders.Any(c => c.Kept && c.Party is not null));
        var right = done.Count(j => j.Example.Gold.Length > 0 && j.Example.Contenders.Select((c, i) => c.Kept && j.Example.Right[i]).Any(x => x));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} target: {gold} named, rules R {(double)right / gold:0.000} P {(double)right / Math.Max(1, given):0.000} F1 {2.0 * right / (gold + given):0.000}"));
        foreach (var t in Thresholds)
        {
            var chosen = done.Select(j => (j.Example, At: Best(j.Example, j.Chances, 1, false), j.Chances)).Where(j => j.Chances[j.At] >= t).ToList();
            var hit = chosen.Count(j => j.Example.Right[j.At]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {t:0.00}: R {(double)hit / gold:0.000} P {(double)hit / Math.Max(1, chosen.Count):0.000} F1 {2.0 * hit / (gold + chosen.Count):0.000}"));
        }
    }

    private static int Best(PartyExample e, double[] chances, double trust, bool nobody) =>
        Enumerable.Range(0, chances.Length).Where(i => nobody || e.Contenders[i].Party is not null).MaxBy(i => chances[i] * (e.Contenders[i].Kept ? trust : 1));
}
