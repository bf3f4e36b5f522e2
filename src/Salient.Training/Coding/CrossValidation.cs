using System.Globalization;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>
/// How good the scorer is on reports that it was not trained on: each report is judged by a model that did not see it, by the clauses that the coder judges and in the words that it
/// quotes. Second opinions, tolls and successions, which come after, are left out.
/// </summary>
internal sealed class CrossValidation(NetworkTrainer trainer, int folds)
{
    private const double Slack = 0.02;
    private static readonly double[] Thresholds = [0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.44, 0.48, 0.52, 0.56, 0.6, 0.65, 0.7];

    /// <summary>Predicts every coded document at every threshold; writes the figures; gives the best threshold.</summary>
    public double Run(IReadOnlyList<Document> documents, TextWriter output, string? misses)
    {
        var coded = documents.Where(d => !d.Invented).ToArray();
        var invented = documents.Where(d => d.Invented).ToArray();
        var tally = new Tally(Thresholds.Length);
        var judged = new (Unit[] Units, double[][] Sums)[coded.Length];
        var models = new Network[folds];
        Parallel.For(0, folds, f =>
        {
            models[f] = trainer.Train([.. coded.Where((_, i) => i % folds != f), .. invented], 0.34);
            var (reader, meaning) = (new ReportReader(models[f], trainer.Vectors), new Meaning(trainer.Vectors));
            for (var i = f; i < coded.Length; i += folds)
            {
                judged[i] = Judge(coded[i], models[f], reader, meaning);
            }
        });

        for (var t = 0; t < Thresholds.Length; t++)
        {
            for (var i = 0; i < coded.Length; i++)
            {
                tally.Add(t, coded[i], Predict(judged[i], models[i % folds], Thresholds[t]));
            }
        }

        // Frames were written with these reports at hand, so the scorer is surer of them than of others: of thresholds that do as well, the lowest.
        var top = Enumerable.Range(0, Thresholds.Length).Max(t => tally.Found(t) + tally.Coded(t));
        var best = Enumerable.Range(0, Thresholds.Length).First(t => tally.Found(t) + tally.Coded(t) >= top - Slack);
        for (var t = 0; t < Thresholds.Length; t++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold {Thresholds[t]:0.00}: found {tally.Found(t):0.000}, coded {tally.Coded(t):0.000}{(t == best ? "  <" : "")}"));
        }

        tally.WriteKinds(best, output);
        if (misses is not null)
        {
            using var writer = new StreamWriter(misses);
            for (var i = 0; i < coded.Length; i++)
            {
                WriteMisses(writer, coded[i], judged[i], models[i % folds], Thresholds[best]);
            }
        }

        return Thresholds[best];
    }

    private static (Unit[] Units, double[][] Sums) Judge(Document document, Network model, ReportReader reader, Meaning meaning)
    {
        Unit[] units = [.. document.Units.SelectMany(BareUnits.With)];
        var said = new float[units.Length * model.Weights.Hidden];
        reader.Read(document.Context, units, said);
        var meant = new float[units.Length * meaning.Size];
        var features = new FeatureList[units.Length];
        for (var u = 0; u < units.Length; u++)
        {
            Features.Add(document.Context, units[u], features[u] = new FeatureList(model.Table, named: false));
            meaning.Fill(document.Context, units[u], meant.AsSpan(u * meaning.Size, meaning.Size));
        }

        var sums = model.Sum(features, meant, said);
        var kept = BareUnits.Kept(units, sums, model);
        return ([.. kept.Select(u => units[u])], [.. kept.Select(u => sums[u])]);
    }

    private static List<GoldClaim> Predict((Unit[] Units, double[][] Sums) judged, Network model, double threshold) =>
        [.. Selector.Choose(judged.Units, judged.Sums, model, threshold).Select(c => new GoldClaim(c.Kind + "/" + c.Act, GroundKinds.Quoted(judged.Units[c.Unit].Clause, c.Kind).Evidence))];

    private static void WriteMisses(TextWriter output, Document document, (Unit[] Units, double[][] Sums) judged, Network model, double threshold)
    {
        var predicted = Predict(judged, model, threshold);
        var pairs = Matching.Pair(document.Gold, predicted);
        var lines = new List<(int At, string Line)>();
        for (var g = 0; g < document.Gold.Count; g++)
        {
            var claim = document.Gold[g];
            var pair = pairs.FindIndex(p => p.Gold == g);
            if (pair < 0)
            {
                var reach = document.Examples.Max(e => Matching.Shared(claim.Span, e.Unit.Clause.Evidence));
                lines.Add((claim.Span.Start, string.Create(CultureInfo.InvariantCulture, $"MISS  {claim.Label} [{reach:0.0}] {Line(document, claim.Span)} <{Rules(document, claim.Span)}>")));
            }
            else
            {
                var p = predicted[pairs[pair].Predicted];
                lines.Add((claim.Span.Start, $"{(p.Label == claim.Label ? "ok   " : "ACT  ")} {claim.Label} {(p.Label == claim.Label ? "" : p.Label + " ")}{Line(document, claim.Span)}"));
            }
        }

        for (var p = 0; p < predicted.Count; p++)
        {
            if (!pairs.Exists(x => x.Predicted == p))
            {
                lines.Add((predicted[p].Span.Start, $"EXTRA {predicted[p].Label} {Line(document, predicted[p].Span)}"));
            }
        }

        output.WriteLine("== " + document.Id);
        foreach (var (_, line) in lines.OrderBy(l => l.At))
        {
            output.WriteLine(line);
        }
    }

    // The frames that fired on the unit that shares most with the claim.
    private static string Rules(Document document, TextSpan span) =>
        string.Join(' ', document.Examples.MaxBy(e => Matching.Shared(span, e.Unit.Clause.Evidence))!.Unit.Found.Select(a => a.Rule).Distinct());

    private static string Line(Document document, TextSpan span) => span.Of(document.Text).ReplaceLineEndings(" ");
}
