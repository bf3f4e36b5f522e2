using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Copies;

/// <summary>
/// Sketches texts and says which are one: MinHash over runs of four words for pages, all pairs of words for headlines and briefs. The numbers of the shorter must stand in
/// the other, so that the tallies and bulletins of two days, alike but for their figures, stay two.
/// </summary>
internal static class CopyJudge
{
    private const int Hashes = 128, Bands = 24, RowsPerBand = 3;
    private const int LongRun = 4, ShortRun = 2, ShortText = 120, FewestWords = 5;
    private const double AlikeLong = 0.6, AlikeShort = 0.6, Contained = 0.8, LeastShare = 0.35, NumbersAgree = 0.7;
    private const int FewNumbers = 3, MostNumbers = 200, ShortDays = 3, LongDays = 30;
    private const ulong Basis = 1469598103934665603, Prime = 1099511628211, Spread = 0x9E3779B97F4A7C15;

    /// <summary>What is kept of a text; null where there are too few words to tell.</summary>
    public static TextSketch? Sketch(string text)
    {
        var words = Words(text, out var numbers);
        if (words.Count < FewestWords)
        {
            return null;
        }

        var isShort = words.Count < ShortText;
        var runs = Runs(words, isShort ? ShortRun : LongRun);
        var least = Least(runs);
        return new TextSketch(
            words.Count,
            isShort ? [.. runs.Select(r => (uint)(r >> 32)).Distinct().Order()] : [.. least],
            [.. numbers.Order().Take(MostNumbers)],
            [.. Enumerable.Range(0, Bands).Select(b => Band(least, b, isShort))]);
    }

    /// <summary>True where the two are one text, for all that a headline, a byline, a cut or light editing changes.</summary>
    public static bool Alike(ReportHeader a, TextSketch x, ReportHeader b, TextSketch y)
    {
        var isShort = x.Words < ShortText;
        if (isShort != y.Words < ShortText || (a.Date.Reference is { } p && b.Date.Reference is { } q && Math.Abs(p.DayNumber - q.DayNumber) > (isShort ? ShortDays : LongDays)))
        {
            return false;
        }

        var (fewer, more) = x.Words < y.Words ? (x, y) : (y, x);
        var share = (double)fewer.Words / more.Words;
        var same = Likeness(x, y);
        var contained = Math.Min(1, same / (1 + same) * (1 + (1 / share)));
        return (same >= (isShort ? AlikeShort : AlikeLong) || (contained >= Contained && share >= LeastShare))
            && Common(fewer.Numbers, more.Numbers) >= fewer.Numbers.Length * (isShort ? 1 : fewer.Numbers.Length < FewNumbers ? 0 : NumbersAgree);
    }

    /// <summary>Jaccard likeness of two texts of one kind, 0 to 1: exact for short ones, estimated for long ones.</summary>
    public static double Likeness(TextSketch x, TextSketch y)
    {
        if (x.Words >= ShortText && y.Words >= ShortText)
        {
            var hits = 0;
            for (var i = 0; i < Hashes; i++)
            {
                hits += x.Least[i] == y.Least[i] ? 1 : 0;
            }

            return (double)hits / Hashes;
        }

        var common = Common(x.Least, y.Least);
        return (double)common / (x.Least.Length + y.Least.Length - common);
    }

    private static int Common(ImmutableArray<uint> a, ImmutableArray<uint> b)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            (i, j, common) = (i + (order <= 0 ? 1 : 0), j + (order >= 0 ? 1 : 0), common + (order == 0 ? 1 : 0));
        }

        return common;
    }

    private static List<ulong> Runs(List<ulong> words, int run)
    {
        var runs = new List<ulong>(words.Count);
        for (var i = 0; i + run <= words.Count; i++)
        {
            var hash = Basis;
            for (var w = 0; w < run; w++)
            {
                hash = (hash ^ words[i + w]) * Prime;
            }

            runs.Add(Mixed(hash));
        }

        return runs;
    }

    private static uint[] Least(List<ulong> runs)
    {
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        foreach (var run in runs)
        {
            for (var h = 0; h < Hashes; h += 2)
            {
                var mixed = Mixed(run + ((ulong)h * Spread));
                least[h] = Math.Min(least[h], (uint)mixed);
                least[h + 1] = Math.Min(least[h + 1], (uint)(mixed >> 32));
            }
        }

        return least;
    }

    private static long Band(uint[] least, int band, bool isShort)
    {
        var hash = Mixed((ulong)band + (isShort ? Spread : 0));
        for (var i = band * RowsPerBand; i < (band + 1) * RowsPerBand; i++)
        {
            hash = Mixed(hash ^ least[i]);
        }

        return (long)hash;
    }

    private static List<ulong> Words(string text, out List<uint> numbers)
    {
        var words = new List<ulong>();
        numbers = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            var (hash, digits) = (Basis, char.IsDigit(text[i]));
            for (; i < text.Length && Within(text, i); i++)
            {
                if (char.IsLetterOrDigit(text[i]))
                {
                    hash = (hash ^ char.ToLowerInvariant(text[i])) * Prime;
                }
            }

            words.Add(hash);
            if (digits)
            {
                numbers.Add((uint)(Mixed(hash) >> 32));
            }
        }

        return words;
    }

    /// <summary>A letter or digit, or what stands between the digits of one number: 24,500 and 24.5.</summary>
    private static bool Within(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || (text[i] is ',' or '.' && char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsDigit(text[i + 1]));

    private static ulong Mixed(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
