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
    private static readonly string[] Oblasts = ["oblast", "region", "province"];
    private static readonly string[] Shores = ["bank", "side", "shore"];
    private static readonly string[] Locating = ["on", "along", "at", "near", "to", "toward", "towards", "across", "onto", "over", "around"];
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

        // "The right bank", or that of an oblast, in a theatre with one great river is its.
        if (rivers.Main is var main and >= 0 && main < Rivers)
        {
            for (var at = 0; at + 1 < list.Length; at++)
            {
                if (list[at + 1] is "bank" && Ends(list.AsSpan(at + 2)) && !Beside(list.AsSpan(0, at)) && Right.Concat(Left).Contains(list[at], StringComparer.OrdinalIgnoreCase))
                {
                    return -(((oblast * Rivers) + main) * 2) - (Right.Contains(list[at], StringComparer.OrdinalIgnoreCase) ? 1 : 2);
                }
            }
        }

        return null;
    }

    /// <summary>Where the words for a bank begin that stand before a name ("[the right bank of] the river"); the name itself where there are none.</summary>
    /// <param name="text">A text.</param>
    /// <param name="at">Where the name begins.</param>
    public static int Lead(string text, int at)
    {
        const int Farthest = 80;
        var from = Math.Max(0, at - Farthest);
        var bank = Shores.Max(s => Last(text, s, from, at));
        return bank < 0 ? at : Skies.Select(s => s.Word).Concat(Right).Concat(Left).Select(w => Last(text, w, from, bank)).Where(w => w >= 0).DefaultIfEmpty(at).Max();
    }

    private static int Last(string text, string word, int from, int until)
    {
        for (var at = text.AsSpan(from, until - from).LastIndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.AsSpan(from, at).LastIndexOf(word, StringComparison.OrdinalIgnoreCase))
        {
            var (start, end) = (from + at, from + at + word.Length);
            if ((start == 0 || !char.IsLetter(text[start - 1])) && (end >= text.Length || !char.IsLetter(text[end])))
            {
                return start;
            }
        }

        return -1;
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

    /// <summary>True where nothing but an oblast's name follows ("of the X Oblast"): another river's bank is not the great river's.</summary>
    private static bool Ends(ReadOnlySpan<string> after)
    {
        const int Longest = 4;
        var name = after.Length > 0 && after[0] is "of" or "in" ? after[1..] : after;
        return after.Length == 0 || (name.Length < after.Length && name.Length <= Longest && !name.Contains("in") && !name.Contains("of") && name.Length > 0 && Oblasts.Contains(name[^1], StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True where the words before those for a bank tell that it says where something else lies or heads ("a village on the right bank").</summary>
    private static bool Beside(ReadOnlySpan<string> before)
    {
        var end = before.Length;
        while (end > 0 && before[end - 1] is "the" or "its" or "their" or "occupied" or "opposite" or "fortified" or "newly" or "far")
        {
            end--;
        }

        return end > 0 && Locating.Contains(before[end - 1], StringComparer.OrdinalIgnoreCase);
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

        var banked = Shores.Contains(before[end - 2]);
        var word = banked && end > 2 ? before[end - 3] : before[end - 2];
        if (Beside(before[..(banked ? end - 3 < 0 ? 0 : end - 3 : end - 2)]))
        {
            return 0;
        }

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
