using System.CommandLine;
using System.Globalization;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Scoring;

namespace Salient.Training.Coding.Sites;

/// <summary>`train places`: fits the weights that choose a claim's places.</summary>
internal static class SitesVerb
{
    private static readonly double[] Thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

    public static Command Make()
    {
        var gold = new Option<string>("--gold") { Description = "Folder of claims coded by hand, one .jsonl a report.", Required = true };
        var reports = new Option<string>("--reports") { Description = "Folder of the reports' texts.", Required = true };
        var invented = new Option<string>("--invented") { Description = "Folder of texts written for training, with their slots.", Required = true };
        var hidden = new Option<int>("--hidden") { Description = "Hidden units, a multiple of 8.", DefaultValueFactory = _ => 16 };
        var seeds = new Option<int>("--seeds") { Description = "Networks that are averaged.", DefaultValueFactory = _ => 6 };
        var rounds = new Option<int>("--rounds") { Description = "Passes over what is learned.", DefaultValueFactory = _ => 6 };
        var penalty = new Option<double>("--penalty") { Description = "How much weights shrink.", DefaultValueFactory = _ => 8e-3 };
        var least = new Option<int>("--least") { Description = "How many sites must show a feature.", DefaultValueFactory = _ => 12 };
        var coded = new Option<double>("--coded") { Description = "How much a report coded by hand counts beside one written for training.", DefaultValueFactory = _ => 3 };
        var threshold = new Option<double>("--threshold") { Description = "The probability from which a place is taken.", DefaultValueFactory = _ => 0.32 };
        var folds = new Option<int>("--folds") { Description = "Folds of the cross-validation by report; 0 leaves it out.", DefaultValueFactory = _ => 5 };
        var misses = new Option<string?>("--misses") { Description = "File for what cross-validation chose otherwise than the coders." };
        var check = new Option<string?>("--check") { Description = "Folder of further reports and their coding (reports, gold), judged by weights learned from all else." };
        var save = new Option<string?>("--out") { Description = "Where to write the model; only cross-validates where not said." };
        var verb = new Command("places", "Fits the chooser of claims' places; prints cross-validated figures.") { gold, reports, invented, hidden, rounds, penalty, least, coded, seeds, threshold, folds, misses, check, save };
        verb.SetAction(r =>
        {
            var pipeline = new Pipeline(Pipeline.DataFolder);
            var examples = new SiteReports(pipeline, FrameLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "frames")));
            List<SiteExample> all = [.. examples.Coded(r.GetValue(gold)!, r.GetValue(reports)!)];
            all.AddRange(Directory.EnumerateFiles(r.GetValue(invented)!, "*.slots").Order(StringComparer.Ordinal).SelectMany(f => examples.Invented(Path.ChangeExtension(f, ".txt"))));
            var fit = new SiteFit(r.GetValue(hidden), r.GetValue(seeds), r.GetValue(rounds), r.GetValue(penalty), r.GetValue(least), r.GetValue(coded), r.GetValue(threshold));
            if (r.GetValue(folds) > 1)
            {
                Check(fit, all, r.GetValue(folds), Console.Out, r.GetValue(misses));
            }

            if (r.GetValue(check) is not null || r.GetValue(save) is not null)
            {
                var model = fit.Train(all);
                if (r.GetValue(check) is { } further)
                {
                    Report([.. examples.Coded(Path.Combine(further, "gold"), Path.Combine(further, "reports")).Select(e => (e, Chances(model, e)))], Console.Out);
                }

                if (r.GetValue(save) is { } file)
                {
                    NetworkFile.Save(SiteFit.Bare(model), file);
                }
            }
        });
        return verb;
    }

    // Each report is judged by weights that did not see it.
    private static void Check(SiteFit fit, List<SiteExample> all, int folds, TextWriter output, string? misses)
    {
        var models = new Network[folds];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f => models[f] = fit.Train([.. all.Where(e => e.Report % folds != f)]));
        var judged = all.Select(e => (Example: e, Chances: Chances(models[e.Report % folds], e))).ToList();
        Report(judged, output);
        if (misses is not null)
        {
            using var writer = new StreamWriter(misses);
            foreach (var (e, chances) in judged)
            {
                Write(writer, e, chances, fit.Threshold);
            }
        }
    }

    private static void Report(List<(SiteExample Example, double[] Chances)> judged, TextWriter output)
    {
        foreach (var own in judged.GroupBy(e => e.Example.Coded).OrderByDescending(g => g.Key))
        {
            var loss = own.Sum(e => e.Chances.Select((c, i) => -Math.Log(Math.Max(1e-9, e.Example.Right[i] ? c : 1 - c))).Sum()) / own.Sum(e => e.Chances.Length);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(own.Key ? "coded" : "written")}: {own.Count()} claims, {own.Sum(e => e.Example.Gold.Length)} names; rules {F1(own.Select(e => (e.Example, e.Example.Sites.Where(s => s.Kept).Select(s => s.Argument.Name).ToList()))):0.000}; log loss a site {loss:0.0000}"));
            output.WriteLine("  " + string.Join("  ", Thresholds.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t:0.00}: {F1(own.Select(e => (e.Example, Names(e.Example, e.Chances, t)))):0.000}"))));
        }
    }

    private static double[] Chances(Network model, SiteExample e) => [.. e.Features.Select(f => SiteChooser.Chance(model.Sum(f, [], [])))];

    private static void Write(TextWriter output, SiteExample e, double[] chances, double threshold)
    {
        var names = Names(e, chances, threshold);
        if (F1([(e, [.. names])]) is not 1 && e.Gold.Length + names.Count > 0)
        {
            output.WriteLine($"{(e.Coded ? "coded" : "written")} {e.Shown}");
            output.WriteLine($"    coder: {string.Join("; ", e.Gold)}    chosen: {string.Join("; ", names)}");
            for (var i = 0; i < e.Sites.Length; i++)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      {chances[i]:0.00} {(e.Right[i] ? "+" : " ")}{(e.Sites[i].Kept ? "k" : " ")} {e.Sites[i].Zone} {e.Sites[i].Argument.Name}"));
            }
        }
    }

    private static List<string> Names(SiteExample e, double[] chances, double threshold) =>
        [.. SiteChooser.Distinct([.. e.Sites.Select((s, i) => (s, chances[i])).Where(s => s.Item2 >= threshold)]).Select(p => p.Argument.Name)];

    private static double F1(IEnumerable<(SiteExample Example, List<string> Names)> predicted)
    {
        int both = 0, total = 0;
        foreach (var (e, names) in predicted)
        {
            total += e.Gold.Length + names.Count;
            foreach (var g in e.Gold)
            {
                var i = names.FindIndex(n => Words.NamesAgree(g, n));
                if (i >= 0)
                {
                    names.RemoveAt(i);
                    both += 2;
                }
            }
        }

        return total == 0 ? 0 : (double)both / total;
    }
}
