using System.Collections.Concurrent;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// The banks of rivers as areas, whole or within an oblast: "the right bank of the Dnipro", "the oblast west of the Oskil". Each has a number below zero, which no
/// gazetteer gives. Pure.
/// </summary>
/// <param name="rivers">Their courses.</param>
/// <param name="settlements">Where settlements lie.</param>
/// <param name="oblasts">The settlements of each oblast, by GeoNames id.</param>
internal sealed class Banks(Rivers rivers, ImmutableArray<Place> settlements, IReadOnlyDictionary<int, int[]> oblasts)
{
    private const double Reach = 120;
    private const int Rivers = 32;
    private static readonly string[] Right = ["right", "right-bank"], Left = ["left", "left-bank"];
    private static readonly (string Word, (double East, double North) Sky)[] Skies =
    [
        ("west", (-1, 0)), ("western", (-1, 0)), ("east", (1, 0)), ("eastern", (1, 0)), ("north", (0, 1)), ("northern", (0, 1)), ("south", (0, -1)), ("southern", (0, -1)),
    ];

    private readonly ConcurrentDictionary<int, int[]> members = new();

    /// <summary>The bank that <paramref name="words"/> name: "right bank of X", "west of X".</summary>
    /// <param name="words">A place's name, or the words after one.</param>
    /// <param name="oblast">The oblast that it is within; 0 for all of it.</param>
    /// <param name="lat">Where along the river, degrees north; null for nowhere in particular.</param>
    /// <param name="lon">Likewise, degrees east.</param>
    /// <returns>Its number, or null where they name none.</returns>
    public int? Find(string words, int oblast, double? lat = null, double? lon = null)
    {
        var list = words.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        for (var river = 0; river < Math.Min(Rivers, rivers.Count); river++)
        {
            var name = rivers.Name(river).Split(' ');
            for (var at = 2; at + name.Length <= list.Length; at++)
            {
                if (list.Skip(at).Take(name.Length).SequenceEqual(name) && Bank(list.AsSpan(0, at), river, lat, lon) is var bank and not 0)
                {
                    return -(((oblast * Rivers) + river) * 2) - (bank > 0 ? 1 : 2);
                }
            }
        }

        return null;
    }

    /// <summary>The settlements of a bank by its number.</summary>
    public int[] Within(int bank) => members.GetOrAdd(bank, Of);

    /// <summary>The numbers of the banks that a settlement lies on, in the oblasts given and whole.</summary>
    public IEnumerable<int> Around(int settlement, IEnumerable<int> within)
    {
        var areas = within.Where(oblasts.ContainsKey).Prepend(0).ToList();
        for (var river = 0; river < Math.Min(Rivers, rivers.Count); river++)
        {
            var (km, bank) = rivers.Of(river, settlements[settlement].Lat, settlements[settlement].Lon);
            foreach (var area in km <= Reach ? areas : [])
            {
                yield return -(((area * Rivers) + river) * 2) - (bank > 0 ? 1 : 2);
            }
        }
    }

    private int[] Of(int number)
    {
        var (code, bank) = ((-number - 1) / 2, number % 2 == 0 ? -1 : 1);
        var (oblast, river) = (code / Rivers, code % Rivers);
        var asked = oblast == 0 ? Enumerable.Range(0, settlements.Length) : oblasts.GetValueOrDefault(oblast, []);
        return [.. asked.Where(i => river < rivers.Count && rivers.Of(river, settlements[i].Lat, settlements[i].Lon) is var (km, side) && km <= Reach && side == bank)];
    }

    /// <summary>By the words before a river's name: "[the] right bank of the", "west of the"; 0 where they say no bank.</summary>
    private int Bank(ReadOnlySpan<string> before, int river, double? lat, double? lon)
    {
        var end = before.Length;
        while (end > 0 && before[end - 1] is "the" or "River" or "river")
        {
            end--;
        }

        if (end < 2 || before[end - 1] != "of")
        {
            return 0;
        }

        var banked = before[end - 2] is "bank" or "side" or "shore";
        var word = banked && end > 2 ? before[end - 3] : before[end - 2];
        foreach (var (name, sky) in Skies)
        {
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return rivers.Bank(river, sky, lat, lon);
            }
        }

        return banked && Right.Contains(word, StringComparer.OrdinalIgnoreCase) ? 1 : banked && Left.Contains(word, StringComparer.OrdinalIgnoreCase) ? -1 : 0;
    }
}
