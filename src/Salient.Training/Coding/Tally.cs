using System.Globalization;

namespace Salient.Training.Coding;

/// <summary>Counts what was found and coded, at several thresholds.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (int Gold, int Predicted, int Found, int Coded)>[] kinds;

    public Tally(int thresholds)
    {
        kinds = new SortedDictionary<string, (int, int, int, int)>[thresholds];
        for (var t = 0; t < thresholds; t++)
        {
            kinds[t] = new SortedDictionary<string, (int, int, int, int)>(StringComparer.Ordinal);
        }
    }

    public void Add(int threshold, Document document, List<GoldClaim> predicted)
    {
        foreach (var g in document.Gold)
        {
            Count(threshold, Matching.Kind(g), 1, 0, 0, 0);
        }

        foreach (var p in predicted)
        {
            Count(threshold, Matching.Kind(p), 0, 1, 0, 0);
        }

        foreach (var (g, p) in Matching.Pair(document.Gold, predicted))
        {
            Count(threshold, Matching.Kind(document.Gold[g]), 0, 0, 1, document.Gold[g].Label == predicted[p].Label ? 1 : 0);
        }
    }

    /// <summary>F1 of claims matched on kind.</summary>
    public double Found(int threshold) => F1(kinds[threshold].Values.Sum(k => k.Found), threshold);

    /// <summary>F1 of claims matched on kind and act.</summary>
    public double Coded(int threshold) => F1(kinds[threshold].Values.Sum(k => k.Coded), threshold);

    public void WriteKinds(int threshold, TextWriter output)
    {
        foreach (var (kind, c) in kinds[threshold])
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-15} gold {c.Gold} predicted {c.Predicted} found F1 {2.0 * c.Found / (c.Gold + c.Predicted):0.00} coded F1 {2.0 * c.Coded / (c.Gold + c.Predicted):0.00}"));
        }
    }

    private double F1(int right, int threshold) => 2.0 * right / kinds[threshold].Values.Sum(k => k.Gold + k.Predicted);

    private void Count(int threshold, string kind, int gold, int predicted, int found, int coded)
    {
        var c = kinds[threshold].GetValueOrDefault(kind);
        kinds[threshold][kind] = (c.Gold + gold, c.Predicted + predicted, c.Found + found, c.Coded + coded);
    }
}
