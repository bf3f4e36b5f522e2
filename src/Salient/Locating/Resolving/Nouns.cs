using System.Collections.Immutable;
using Salient.Locating.Finding;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Resolving;

/// <summary>Finds what a common noun says of the settlement that was named last: "the eastern outskirts of the city".</summary>
internal static class Nouns
{
    private const int FarthestWords = 60;

    /// <summary>Adds such places to <paramref name="known"/>, in order and not overlapping.</summary>
    public static ImmutableArray<Location> Add(string text, List<Word> words, ImmutableArray<Location> known)
    {
        List<Location>? more = null;
        for (int i = 4, next = 0; i < words.Count; i++)
        {
            if (words[i].Upper || (words[i].Cue & Cue.SettlementHead) == Cue.None || Shifts.OfNoun(text, words, i) is not { } shift)
            {
                continue;
            }

            while (next < known.Length && known[next].Span.End <= words[shift.First].Start)
            {
                next++;
            }

            var span = new TextSpan(words[shift.First].Start, words[i].End);
            if (next > 0 && !(next < known.Length && known[next].Span.Overlaps(span)) && Last(known, next - 1, words[Math.Max(0, shift.First - FarthestWords)].Start) is { Place: { } place } named)
            {
                var shape = Shaper.Part(span, place, shift);
                (more ??= []).Add(new Location(span, span.Of(text), place, shape.Lat, shape.Lon, shape.Precision, named.Confidence, [], $"Of {place.Name}, the settlement named before." + shape.Note));
            }
        }

        return more is null ? known : [.. known.Concat(more).OrderBy(l => l.Span.Start)];
    }

    /// <summary>The settlement named last before <paramref name="at"/>'s next, no farther back than <paramref name="from"/>.</summary>
    private static Location? Last(ImmutableArray<Location> known, int at, int from)
    {
        for (; at >= 0 && known[at].Span.Start >= from; at--)
        {
            if (known[at] is { Place.Precision: PlacePrecision.Settlement })
            {
                return known[at];
            }
        }

        return null;
    }
}
