using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Gives places to claims that name none.</summary>
internal static class PlaceCarrier
{
    /// <summary>
    /// The places of a proposition. Where it is about who holds what and names none, those that its evidence names after the verb; where it is about what
    /// happens somewhere and names none, it is near the place that its sentence named last before it.
    /// </summary>
    public static ImmutableArray<PlaceArgument> Of(Assertion a, ImmutableArray<Sentence> sentences, ImmutableArray<Location> locations)
    {
        if (!a.Places.IsEmpty)
        {
            return a.Places;
        }

        var s = sentences[a.Sentence];
        if (a.Kind == "control")
        {
            var after = s.Tokens[a.Trigger].Span.End;
            return [.. locations.Where(l => l.Place is { Precision: not PlacePrecision.Country } && l.Span.Start >= after && a.Evidence.Contains(l.Span)).Select(l => new PlaceArgument(l.Span, l.Name, "at"))];
        }

        return a.Kind is "movement" or "combat" or "civilian-harm" or "incident"
            && locations.LastOrDefault(l => l.Place is { Precision: not PlacePrecision.Country } && l.Span.Start >= s.Span.Start && l.Span.End <= a.Evidence.Start && !Acts(s, l.Span)) is { } before
            ? [new PlaceArgument(before.Span, before.Name, "near")]
            : [];
    }

    // "Moscow" is who acts unless a preposition makes it a place.
    private static bool Acts(Sentence s, TextSpan span)
    {
        foreach (var m in s.Mentions)
        {
            if (m.Span.Overlaps(span) && m.Side is not null and not "none")
            {
                return m.First == 0 || s.Tokens[m.First - 1].Form.Lowered() is not ("in" or "near" or "around" or "outside" or "inside" or "at" or "over");
            }
        }

        return false;
    }
}
