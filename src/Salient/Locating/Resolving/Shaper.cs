using Salient.Locating.Finding;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Resolving;

/// <summary>What a mention means on the ground.</summary>
/// <param name="Span">The words that say it.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Precision">How exactly that is known.</param>
/// <param name="Note">A sentence for the reason, or empty.</param>
internal readonly record struct Shape(TextSpan Span, double Lat, double Lon, PlacePrecision Precision, string Note);

/// <summary>Moves a resolved name to what the words around it mean: an offset, a part, a bank, a stretch of the front or of a river.</summary>
internal sealed class Shaper(Gazetteer gazetteer, Fronts fronts, Courses courses, ushort country)
{
    private const double FrontReachKm = 60;
    private const double CourseReachKm = 60;
    private const int Town = 10_000;

    /// <summary>The shape of mention <paramref name="i"/>, its best candidate taken.</summary>
    public Shape Of(string text, List<Word> words, List<NameMention> mentions, int i, int period)
    {
        var mention = mentions[i];
        var index = mention.Candidates[0].Place;
        var place = gazetteer.Places[index];
        if (gazetteer.Places.Kind(index) == PlaceKind.Water && Along(place, mentions, i, period) is { } along)
        {
            var first = mention.Shift is { Kind: ShiftKind.Bank } bank ? words[bank.First].Start : mention.Span.Start;
            return new Shape(new TextSpan(first, mention.Span.End), along.Lat, along.Lon, PlacePrecision.Region, " The stretch of it that is nearest to the other places or to the front.");
        }

        if (mention.Shift is { } shift)
        {
            return shift.Kind == ShiftKind.Away ? Away(words, mention, index, place, shift) : Inside(words, mention, index, place, shift);
        }

        var area = AreaHead(words, mention);
        if (area == Cue.None || place.Precision != PlacePrecision.Settlement)
        {
            return new Shape(mention.Span, place.Lat, place.Lon, place.Precision, "");
        }

        if ((area & Cue.FrontHead) != Cue.None && fronts.Nearest(period, place.Lat, place.Lon) is { } front && Earth.Kilometres(place.Lat, place.Lon, front.Lat, front.Lon) is var far and < FrontReachKm and > 1)
        {
            return Moved(mention.Span, front.Lat, front.Lon, PlacePrecision.Region, FormattableString.Invariant($" The stretch of the front that is nearest to it, {far:0} km off."));
        }

        return new Shape(mention.Span, place.Lat, place.Lon, PlacePrecision.Region, "");
    }

    private Shape Away(List<Word> words, NameMention mention, int index, Place place, Shift shift)
    {
        var note = $" Moved by '{shift.Words}'.";
        if (shift is { North: 0, East: 0 })
        {
            return new Shape(mention.Span, place.Lat, place.Lon, PlacePrecision.Region, note);
        }

        // What lies south of a village is the village's own ground; what lies south of a town is a place beside it, with a name of its own.
        var span = shift.Kilometres is null && place.Population >= Town && gazetteer.Places.Country(index) == country ? new TextSpan(words[shift.First].Start, mention.Span.End) : mention.Span;

        var km = shift.Kilometres ?? (place.Precision == PlacePrecision.Settlement ? Radius(place) + Weights.AwayKm : 0);
        return Move(span, place, shift, km, km, shift.Kilometres is null ? PlacePrecision.Region : PlacePrecision.Point, note);
    }

    private Shape Inside(List<Word> words, NameMention mention, int index, Place place, Shift shift)
    {
        var note = $" Moved by '{shift.Words}'.";
        var own = gazetteer.Places.Country(index) == country;
        var span = own && shift.Named ? new TextSpan(words[shift.First].Start, mention.Span.End) : mention.Span;
        return place.Precision switch
        {
            PlacePrecision.Settlement => Move(span, place, shift, Radius(place), Radius(place), PlacePrecision.Settlement, note),
            PlacePrecision.Oblast => Move(span, place, shift, 45, 45, PlacePrecision.Region, note),
            PlacePrecision.Country when own => Move(span, place, shift, 200, 330, PlacePrecision.Region, note),
            _ => new Shape(span, place.Lat, place.Lon, PlacePrecision.Region, note),
        };
    }

    /// <summary>A part of a settlement: "the eastern outskirts of the city".</summary>
    public static Shape Part(TextSpan span, Place place, Shift shift) =>
        Move(span, place, shift, Radius(place), Radius(place), PlacePrecision.Settlement, $" Moved by '{shift.Words}'.");

    /// <summary>Kilometres from a settlement's middle to its edge, by its inhabitants.</summary>
    private static double Radius(Place place) => Math.Clamp(0.011 * Math.Sqrt(place.Population), 0.5, 8);

    private static Shape Move(TextSpan span, Place place, Shift shift, double north, double east, PlacePrecision precision, string note)
    {
        var lat = place.Lat + (shift.North * north / Earth.Degree);
        return Moved(span, lat, place.Lon + (shift.East * east / (Earth.Degree * Earth.Cos(lat))), precision, note);
    }

    private static Shape Moved(TextSpan span, double lat, double lon, PlacePrecision precision, string note) =>
        new(span, Math.Round(lat, 4), Math.Round(lon, 4), precision, note);

    /// <summary>The point of a river that is nearest to the other places of the sentence, else to the fighting.</summary>
    private (double Lat, double Lon)? Along(Place water, List<NameMention> mentions, int i, int period)
    {
        double lat = 0, lon = 0, n = 0;
        for (var j = Math.Max(0, i - 6); j < mentions.Count && j <= i + 6; j++)
        {
            var place = mentions[j].Candidates[0].Place;
            if (j != i && mentions[j].Sentence == mentions[i].Sentence && mentions[j].Use == MentionUse.Place && gazetteer.Places.Kind(place) is var kind && (kind.IsSettlement() || kind == PlaceKind.Spot) &&
                courses.Nearest(water.Name, gazetteer.Places.Lat(place), gazetteer.Places.Lon(place)) is { Km: < CourseReachKm })
            {
                (lat, lon, n) = (lat + gazetteer.Places.Lat(place), lon + gazetteer.Places.Lon(place), n + 1);
            }
        }

        if (n > 0)
        {
            return Rounded(courses.Nearest(water.Name, lat / n, lon / n)!.Value);
        }

        (double Lat, double Lon)? best = null;
        var least = 25.0;
        foreach (var (y, x) in period == 0 ? [] : courses.Of(water.Name))
        {
            if (fronts.Nearest(period, y, x) is { } front && Earth.Kilometres(y, x, front.Lat, front.Lon) is var km && km < least)
            {
                (least, best) = (km, (Math.Round(y, 4), Math.Round(x, 4)));
            }
        }

        return best;
    }

    private static (double Lat, double Lon) Rounded((double Lat, double Lon, double Km) at) => (Math.Round(at.Lat, 4), Math.Round(at.Lon, 4));

    /// <summary>What a name's own last word, or the word after it, makes of it: "X direction", "the X area".</summary>
    private static Cue AreaHead(List<Word> words, NameMention mention)
    {
        const Cue Heads = Cue.AreaHead | Cue.OblastHead | Cue.FrontHead;
        if (mention.End - mention.First > 1 && (words[mention.End - 1].Cue & (Cue.AreaHead | Cue.FrontHead)) is var own and not Cue.None)
        {
            return own;
        }

        return mention.End < words.Count && words[mention.End].Gap == Gap.Space ? words[mention.End].Cue & Heads : Cue.None;
    }
}
