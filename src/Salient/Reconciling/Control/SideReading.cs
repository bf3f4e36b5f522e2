using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Reads out of a claim's words which side leaves, and which side they say holds what they name: nearer to what is so than the side that the claim was coded with. Pure.</summary>
/// <param name="wording">The words.</param>
internal sealed class SideReading(ControlWording wording)
{
    private const int Following = 4;
    private readonly (string Side, string Word)[] names = [.. wording.Sides.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => s.Value.Select(w => (s.Key, w)))];

    /// <summary>
    /// Who leaves: named after the leaving ("the withdrawal of A's troops") or the driving ("B's army pushed A's troops out"), else last before it ("B said that A's troops
    /// withdrew"); null where nobody is named.
    /// </summary>
    public string? Leaver(string evidence, ClaimPlace place)
    {
        var at = ControlReading.At(evidence, place.Name);
        var words = ControlReading.Words(at < 0 ? evidence : evidence[ControlReading.Sentence(evidence, at)..]);
        for (var k = 0; k < words.Count; k++)
        {
            var driven = Begins(words[k], wording.Driving);
            if (!driven && !Begins(words[k], wording.Leaving))
            {
                continue;
            }

            for (var n = k + 1; n <= Math.Min(words.Count - 1, k + Following) && (driven || words[k + 1] is "of" or "by"); n++)
            {
                if (Side(words[n]) is { } after)
                {
                    return after;
                }
            }

            return Enumerable.Range(1, k).Select(back => Side(words[k - back])).FirstOrDefault(s => s is not null);
        }

        return null;
    }

    /// <summary>Who takes or holds: the side whose name stands last before the place with nothing between it and the taking but its troops ("B confirmed that A's forces took"); null where there is none.</summary>
    public string? Taker(string evidence, ClaimPlace place)
    {
        var at = ControlReading.At(evidence, place.Name);
        var words = at < 0 ? [] : ControlReading.Words(evidence[ControlReading.Sentence(evidence, at)..at]);
        for (var k = words.Count - 1; k > 0; k--)
        {
            if (!wording.Taking.Any(t => words[k].StartsWith(t, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var before = k - 1;
            while (before > 0 && (wording.Between.Contains(words[before]) || words[before].EndsWith("ly", StringComparison.Ordinal)))
            {
                before--;
            }

            if (before < k - 1 && Side(words[before]) is { } side)
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>The side that alone is said to have what is spoken of ("X lies behind the line, and A's control of the village shows"); null where none is, or both.</summary>
    public string? Owner(string evidence)
    {
        var words = ControlReading.Words(evidence);
        var owners = Enumerable.Range(1, Math.Max(0, words.Count - 1)).Where(k => wording.Owning.Contains(words[k], StringComparer.OrdinalIgnoreCase)).Select(k => Side(words[k - 1])).OfType<string>().Distinct().ToList();
        return owners.Count == 1 ? owners[0] : null;
    }

    /// <summary>The side by a word that names the holder before the place or the list that it stands in ("A-held X and Y"); null where there is none.</summary>
    public string? Holder(string evidence, ClaimPlace place)
    {
        var (words, list) = Before(evidence, place);
        return words.Skip(Math.Max(0, list - 1)).Reverse().Where(Compound).Select(w => Side(w[..w.IndexOf('-', StringComparison.Ordinal)])).FirstOrDefault(s => s is not null);
    }

    /// <summary>True where the name tells ground under a foreign side from the rest of what bears it ("occupied X"), not a town.</summary>
    public bool Territory(string evidence, ClaimPlace place)
    {
        var (words, list) = Before(evidence, place);
        return words.Skip(Math.Max(0, list - 1)).Any(Compound)
            || (list > 0 && wording.Occupied.Contains(words[list - 1], StringComparer.OrdinalIgnoreCase)
                && (list == 1 || !(char.IsUpper(words[list - 2][0]) || words[list - 2].EndsWith('s') || words[list - 2] is "have" or "had" or "has")));
    }

    private static bool Begins(string word, ImmutableArray<string> beginnings) => beginnings.Any(b => word.StartsWith(b, StringComparison.OrdinalIgnoreCase));

    private bool Compound(string word) => word.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 && wording.Held.Contains(word[(dash + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>The words before a place's name, and how many of them stand before the list that it is in.</summary>
    private static (List<string> Words, int List) Before(string evidence, ClaimPlace place)
    {
        var at = ControlReading.At(evidence, place.Name);
        var words = at < 0 ? [] : ControlReading.Words(evidence[..at]);
        return (words, ControlReading.Listed(words, words.Count));
    }

    private string? Side(string word) => names.FirstOrDefault(n => word.Equals(n.Word, StringComparison.OrdinalIgnoreCase) || word.Equals(n.Word + "’s", StringComparison.OrdinalIgnoreCase) || word.Equals(n.Word + "'s", StringComparison.OrdinalIgnoreCase)).Side;
}
