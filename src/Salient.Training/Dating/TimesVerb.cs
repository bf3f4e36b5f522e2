using System.CommandLine;
using System.Globalization;
using Salient.Dating;
using Salient.Dating.Governing;
using Salient.Theatres;

namespace Salient.Training.Dating;

/// <summary>`train times`: fits the choice of the time that a claim is given.</summary>
internal static class TimesVerb
{
    private const int Folds = 5;

    public static Command Make()
    {
        var gold = new Option<string>("--gold") { Description = "Folder of claims coded by hand, one .jsonl a report.", Required = true };
        var reports = new Option<string>("--reports") { Description = "Folder of the reports' texts.", Required = true };
        var invented = new Option<string>("--invented") { Description = "Folder of texts written for training, claims in double brackets, slots beside them.", Required = true };
        var rounds = new Option<int>("--rounds") { Description = "Passes over what is learned.", DefaultValueFactory = _ => 6 };
        var rate = new Option<float>("--rate") { Description = "Step.", DefaultValueFactory = _ => 0.05f };
        var drop = new Option<float>("--drop") { Description = "The share of features left out by chance each time.", DefaultValueFactory = _ => 0.4f };
        var least = new Option<int>("--least") { Description = "How many claims must show a feature.", DefaultValueFactory = _ => 4 };
        var coded = new Option<float>("--coded") { Description = "How much a claim of a coded report counts beside an invented one.", DefaultValueFactory = _ => 5f };
        var doubt = new Option<float>("--doubt") { Description = "How much a claim without a time counts where only sentences before have one.", DefaultValueFactory = _ => 0.5f };
        var margin = new Option<float>("--margin") { Description = "How much more must speak for no time.", DefaultValueFactory = _ => 1.5f };
        var save = new Option<string?>("--out") { Description = "Where to write the weights; only cross-validates where not said." };
        var verb = new Command("times", "Fits the choice of the time that a claim is given; prints cross-validated figures.") { gold, reports, invented, rounds, rate, drop, least, coded, doubt, margin, save };
        verb.SetAction(r =>
        {
            var pipeline = new Pipeline(Pipeline.DataFolder, learned: false);
            var lessons = new TimeLessons(pipeline, new Dater(pipeline.Theatre, TimeRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en"))));
            List<TimeLesson> all = [.. lessons.Coded(r.GetValue(gold)!, r.GetValue(reports)!), .. Directory.EnumerateFiles(r.GetValue(invented)!, "*.txt").Order(StringComparer.Ordinal).SelectMany(lessons.Invented)];
            var fit = new TimeFit(r.GetValue(rounds), r.GetValue(rate), r.GetValue(drop), r.GetValue(least), r.GetValue(coded), r.GetValue(doubt));
            CrossValidate(all, fit, Console.Out);
            if (r.GetValue(save) is { } file)
            {
                TimeWeightsFile.Save(fit.Fit(all, r.GetValue(margin)), file);
            }
        });
        return verb;
    }

    // Whole reports are left out in turn.
    private static void CrossValidate(List<TimeLesson> all, TimeFit fit, TextWriter output)
    {
        var fold = all.Select(l => (l.Coded, l.Report)).Distinct().Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i % Folds);
        var found = new List<(TimeLesson Lesson, int Found, float Margin)>();
        for (var f = 0; f < Folds; f++)
        {
            var by = fit.Fit(all.Where(l => fold[(l.Coded, l.Report)] != f), 0);
            found.AddRange(all.Where(l => l.Right >= 0 && fold[(l.Coded, l.Report)] == f).Select(l => Found(by, l)));
        }

        foreach (var coded in new[] { true, false })
        {
            var set = found.FindAll(x => x.Lesson.Coded == coded);
            output.WriteLine($"{(coded ? "reports" : "written")}: {set.Count} claims whose time is within reach or who have none");
            output.WriteLine("  by rules  " + Score(set.ConvertAll(x => (x.Lesson, x.Lesson.Ruled))));
            foreach (var margin in new[] { 0f, 0.5f, 1, 1.5f, 2 })
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  margin {margin:0.0}  ") + Score(set.ConvertAll(x => (x.Lesson, x.Margin > -margin ? x.Found : 0))));
            }
        }
    }

    private static (TimeLesson Lesson, int Found, float Margin) Found(TimeWeights by, TimeLesson lesson)
    {
        var (best, most) = (0, float.NegativeInfinity);
        for (var i = 1; i < lesson.Possible.Count; i++)
        {
            if (by.Sum(lesson.Possible[i]) is var sum && sum > most)
            {
                (best, most) = (i, sum);
            }
        }

        return (lesson, best, most - by.Sum(lesson.Possible[0]));
    }

    private static string Score(List<(TimeLesson Lesson, int Found)> set)
    {
        var right = set.Count(x => x.Lesson.Right > 0 && x.Found == x.Lesson.Right);
        var (timed, given) = (set.Count(x => x.Lesson.Right > 0), set.Count(x => x.Found > 0));
        return string.Create(CultureInfo.InvariantCulture, $"{right} of {timed} right, {set.Count(x => x.Lesson.Right == 0 && x.Found > 0)} given where there is none; P {(double)right / Math.Max(1, given):0.000} R {(double)right / Math.Max(1, timed):0.000} F1 {2.0 * right / Math.Max(1, given + timed):0.000}");
    }
}
