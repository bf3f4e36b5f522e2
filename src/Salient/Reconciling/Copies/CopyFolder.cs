using System.Collections.Immutable;
using System.Numerics;
using Salient.Records;

namespace Salient.Reconciling.Copies;

/// <summary>Finds reports that are one text, by MinHash over runs of words: pages of thousands of words and headlines of a dozen alike.</summary>
internal static class CopyFolder
{
    private const int Hashes = 96, Bands = 24, RowsPerBand = Hashes / Bands;
    private const int LongRun = 4, ShortRun = 2, ShortText = 40, FewestWords = 6;
    private const double Alike = 0.6;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>The groups of two and more, by original.</summary>
    /// <param name="reports">Reports in order of publication.</param>
    /// <param name="text">A report's coded text by id: what of it is body, heading, caption or quotation.</param>
    public static ImmutableArray<CopyGroup> Fold(IEnumerable<ReportHeader> reports, Func<string, string> text)
    {
        var all = reports.OrderBy(r => r.Date.Reference ?? DateOnly.MaxValue).ThenBy(r => r.CaptureHash, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        var sketches = all.Select(r => Sketch(text(r.Id))).ToList();
        var parent = Enumerable.Range(0, all.Count).ToArray();
        var likeness = new Dictionary<int, double>();
        foreach (var (a, b) in Candidates(sketches))
        {
            var same = sketches[a]!.Zip(sketches[b]!).Count(p => p.First == p.Second) / (double)Hashes;
            if (same >= Alike)
            {
                likeness[b] = Math.Max(same, likeness.GetValueOrDefault(b));
                Join(parent, a, b);
            }
        }

        return
        [
            .. Enumerable.Range(0, all.Count).GroupBy(i => Root(parent, i)).Where(g => g.Count() > 1).OrderBy(g => g.Key)
                .Select(g => new CopyGroup(all[g.Key].Id, [.. g.Where(i => i != g.Key).Select(i => all[i].Id)], g.Where(likeness.ContainsKey).Select(i => likeness[i]).DefaultIfEmpty(1).Min())),
        ];
    }

    /// <summary>The least hash of each function over the text's runs of words; null where there are too few words to tell.</summary>
    internal static ulong[]? Sketch(string text)
    {
        var words = Words(text);
        if (words.Count < FewestWords)
        {
            return null;
        }

        var run = words.Count < ShortText ? ShortRun : LongRun;
        var least = new ulong[Hashes];
        Array.Fill(least, ulong.MaxValue);
        for (var i = 0; i + run <= words.Count; i++)
        {
            ulong hash = 1469598103934665603;
            for (var w = 0; w < run; w++)
            {
                hash = (hash ^ words[i + w]) * 1099511628211;
            }

            for (var h = 0; h < Hashes; h++)
            {
                least[h] = Math.Min(least[h], Mixed(hash + ((ulong)h * Spread)));
            }
        }

        return least;
    }

    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>();
        ulong hash = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = ((hash == 0 ? 1469598103934665603 : hash) ^ char.ToLowerInvariant(c)) * 1099511628211;
            }
            else if (hash != 0)
            {
                words.Add(hash);
                hash = 0;
            }
        }

        if (hash != 0)
        {
            words.Add(hash);
        }

        return words;
    }

    private static ulong Mixed(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(x ^ (x >> 31), 17);
    }

    private static IEnumerable<(int A, int B)> Candidates(List<ulong[]?> sketches)
    {
        var met = new HashSet<(int, int)>();
        for (var band = 0; band < Bands; band++)
        {
            var buckets = new Dictionary<ulong, int>();
            for (var i = 0; i < sketches.Count; i++)
            {
                if (sketches[i] is not { } sketch)
                {
                    continue;
                }

                var key = sketch.AsSpan(band * RowsPerBand, RowsPerBand).ToArray().Aggregate(0UL, (k, h) => Mixed(k ^ h));
                if (!buckets.TryAdd(key, i) && met.Add((buckets[key], i)))
                {
                    yield return (buckets[key], i);
                }
            }
        }
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }

    private static void Join(int[] parent, int a, int b)
    {
        var (x, y) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}
