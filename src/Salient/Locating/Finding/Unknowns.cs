using System.Collections.Immutable;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Finding;

/// <summary>Finds names that the words around them make places and no gazetteer holds: "Foxley County", "the village of Foxley", "Foxley, Ohio", "the Foxley plant". They stay unlocated.</summary>
internal static class Unknowns
{
    private const int MostWords = 3;
    private const Cue Never = Cue.Common | Cue.Function | Cue.Title | Cue.FirstName | Cue.UnitHead | Cue.OrgHead | Cue.GovNoun | Cue.SpeechVerb;

    /// <summary>Adds them to <paramref name="known"/>, in order and not overlapping.</summary>
    public static ImmutableArray<Location> Add(string text, List<Word> words, ImmutableArray<Location> known)
    {
        List<Location>? more = null;
        var next = 0;
        for (var i = 0; i < words.Count; i++)
        {
            while (next < known.Length && known[next].Span.End <= words[i].Start)
            {
                next++;
            }

            var end = words[i].Upper ? End(text, words, i, known, next) : i;
            if (end == i)
            {
                continue;
            }

            var span = new TextSpan(words[i].Start, words[end - 1].End);
            if (next < known.Length && known[next].Span.Overlaps(span))
            {
                continue;
            }

            (more ??= []).Add(new Location(span, span.Of(text), null, null, null, PlacePrecision.None, 0, [], "Unlocated: no gazetteer holds a place of this name."));
            i = end - 1;
        }

        return more is null ? known : [.. known.Concat(more).OrderBy(l => l.Span.Start)];
    }

    /// <summary>One past the last word of such a name that begins at <paramref name="i"/>, or <paramref name="i"/>.</summary>
    private static int End(string text, List<Word> words, int i, ImmutableArray<Location> known, int next)
    {
        var end = i;
        while (end < words.Count && end < i + MostWords && words[end].Upper && (end == i || words[end].Gap == Gap.Space) && (words[end].Cue & (Never | Cue.CountyHead)) == Cue.None && words[end].End - words[end].Start > 2)
        {
            end++;
            if (words[end - 1].Possessive)
            {
                break;
            }
        }

        if (end == i)
        {
            return i;
        }

        if (end < words.Count && words[end].Upper && words[end].Gap == Gap.Space && (words[end].Cue & Cue.CountyHead) != Cue.None)
        {
            return end + 1;
        }

        if (end < words.Count && !words[end].Upper && words[end].Gap == Gap.Space && (words[end].Cue & Cue.FacilityHead) != Cue.None && i > 0 && words[i].Gap == Gap.Space && words[i - 1].In(text) is "the" && NameContext.EndsPhrase(words, end + 1))
        {
            return end + 1;
        }

        if (i > 1 && words[i].Gap == Gap.Space && words[i - 1].Gap == Gap.Space && words[i - 1].In(text) is "of" && !words[i - 2].Upper && (words[i - 2].Cue & Cue.SettlementHead) != Cue.None)
        {
            return end;
        }

        // "Foxley, Ohio": a name, a comma, a first-level division.
        return end < words.Count && words[end].Gap == Gap.Comma && !words[end - 1].Possessive && Inside(words, i) && Division(words[end].Start, known, next) ? end : i;
    }

    /// <summary>True where a preposition of place stands before the name.</summary>
    private static bool Inside(List<Word> words, int i) => i > 0 && words[i].Gap == Gap.Space && !words[i - 1].Upper && (words[i - 1].Cue & Cue.Locative) != Cue.None;

    private static bool Division(int start, ImmutableArray<Location> known, int next)
    {
        for (; next < known.Length && known[next].Span.Start <= start; next++)
        {
            if (known[next].Span.Start == start)
            {
                return known[next].Place is { Precision: PlacePrecision.Oblast or PlacePrecision.Country };
            }
        }

        return false;
    }
}
