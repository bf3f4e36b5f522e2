using System.Collections.Immutable;
using System.Globalization;
using Salient.Locating.Finding;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Resolving;

/// <summary>Says of each mention where it is, how surely and why; or that it cannot be told.</summary>
internal sealed class Judge(Gazetteer gazetteer, Fronts fronts, Shaper shaper, ushort country)
{
    private const double SamePlaceKm = 12;
    private const double NearFrontKm = 75;
    private const int Small = 15_000;
    private const int MostRunnersUp = 5;

    /// <summary>The locations, in the mentions' order.</summary>
    public ImmutableArray<Location> Weigh(string text, List<Word> words, List<NameMention> mentions, int period)
    {
        var theatre = IsAboutTheatre(text, mentions, period);
        var result = ImmutableArray.CreateBuilder<Location>(mentions.Count);
        NameMention? last = null;
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (theatre || !Stray(mention, period))
            {
                var location = One(text, words, mentions, i, period);
                if (last is not null && Lined(text, words, last, mention) && Line(text, result[^1], location) is { } line)
                {
                    result[^1] = line;
                }
                else
                {
                    result.Add(location);
                }

                last = mention;
            }
        }

        return result.ToImmutable();
    }

    /// <summary>True for "X-Y" and "between X and Y".</summary>
    private static bool Lined(string text, List<Word> words, NameMention last, NameMention mention)
    {
        if (mention.First == last.End)
        {
            return words[mention.First].Gap == Gap.Hyphen;
        }

        return mention.First == last.End + 1 && words[last.End].Gap == Gap.Space && words[mention.First].Gap == Gap.Space && words[last.End].In(text) is "and" &&
            last.First > 0 && words[last.First].Gap == Gap.Space && words[last.First - 1].In(text) is "between" or "Between";
    }

    /// <summary>"X-Y": the line between two settlements, its point midway; null where the two are no such pair.</summary>
    private static Location? Line(string text, Location a, Location b)
    {
        const double Longest = 120;
        if (a.Place is null || b.Place is null || b.Place.Precision != PlacePrecision.Settlement || !(a.Place.Precision == PlacePrecision.Settlement) ||
            Earth.Kilometres(a.Lat!.Value, a.Lon!.Value, b.Lat!.Value, b.Lon!.Value) is > Longest or < 0.1)
        {
            return null;
        }

        var span = a.Span.Cover(b.Span);
        return new Location(span, span.Of(text), a.Place, Math.Round((a.Lat!.Value + b.Lat!.Value) / 2, 4), Math.Round((a.Lon!.Value + b.Lon!.Value) / 2, 4), PlacePrecision.Region, Math.Min(a.Confidence, b.Confidence), [b.Place], $"The line between {a.Place.Name} and {b.Place.Name}; the point lies midway.");
    }

    /// <summary>True where the report speaks of the theatre: its country or a large place of it, or those beside it.</summary>
    private bool IsAboutTheatre(string text, List<NameMention> mentions, int period)
    {
        if (text.Contains("Ukrain", StringComparison.Ordinal) || text.Contains("Russia", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var m in mentions)
        {
            var place = m.Candidates[0].Place;
            if (text[m.Span.Start] >= 'Ѐ')
            {
                // A report in Cyrillic letters.
                return true;
            }

            if (gazetteer.Places.Country(place) == country && (gazetteer.Places.Population(place) >= 100_000 || !gazetteer.Places.Kind(place).IsSettlement() || OnTheFront(m, period)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a name of some length, as it is written, of a settlement that the fighting of those days is close to.</summary>
    private bool OnTheFront(NameMention mention, int period)
    {
        const int LongName = 7;
        const float Close = 20;
        return mention is { Tier: MatchTier.Direct, Span.Length: >= LongName } && mention.Candidates[0].Share > 0.5f && fronts.Distance(period, mention.Candidates[0].Place) < Close;
    }

    /// <summary>True for a village of the theatre, or a name read loosely, in a report about something else.</summary>
    private bool Stray(NameMention mention, int period)
    {
        var place = mention.Candidates[0].Place;
        var places = gazetteer.Places;
        if (fronts.Distance(period, place) <= NearFrontKm)
        {
            return false;
        }

        return mention.Tier != MatchTier.Direct || (places.Country(place) == country && places.Kind(place).IsSettlement() && places.Population(place) < Small);
    }

    private Location One(string text, List<Word> words, List<NameMention> mentions, int i, int period)
    {
        var mention = mentions[i];
        var name = mention.Span.Of(text);
        var best = mention.Candidates[0];
        var place = gazetteer.Places[best.Place];
        var runnersUp = Others(mention);
        if (mention.Use == MentionUse.Government)
        {
            return new Location(mention.Span, name, null, null, null, PlacePrecision.None, 0, runnersUp, $"'{name}' stands for the government that sits in {place.Name}.");
        }

        var same = 0f;
        var other = 0f;
        foreach (var c in mention.Candidates)
        {
            if (gazetteer.Kilometres(c.Place, best.Place) <= SamePlaceKm)
            {
                same += c.Share;
            }
            else
            {
                other = Math.Max(other, c.Share);
            }
        }

        if (same < Weights.LeastShare || same - other < Weights.LeastMargin || Unsupported(mention, period))
        {
            var bearers = mention.Candidates.Length.ToString(CultureInfo.InvariantCulture);
            return new Location(mention.Span, name, null, null, null, PlacePrecision.None, 0, [place, .. runnersUp.Take(MostRunnersUp - 1)], $"Unlocated: {bearers} places may bear this name, and nothing in the report tells which.");
        }

        var confidence = Math.Round(Math.Max(0, same - other), 3);
        return Placed(text, words, mentions, i, place, confidence, runnersUp, period);
    }

    /// <summary>True for a reading far from the letters that nothing near supports.</summary>
    private bool Unsupported(NameMention mention, int period)
    {
        if (mention.Tier is not (MatchTier.Consonants or MatchTier.Slip))
        {
            return false;
        }

        var best = mention.Candidates[0];
        var supported = best.Score - best.Base > 0.5f || fronts.Distance(period, best.Place) < 40;
        return !supported;
    }

    private Location Placed(string text, List<Word> words, List<NameMention> mentions, int i, Place place, double confidence, ImmutableArray<Place> runnersUp, int period)
    {
        var shape = shaper.Of(text, words, mentions, i, period);
        var reason = Reasons.Of(gazetteer, mentions[i], fronts.Distance(period, mentions[i].Candidates[0].Place)) + shape.Note;
        return new Location(shape.Span, shape.Span.Of(text), place, shape.Lat, shape.Lon, shape.Precision, confidence, runnersUp, reason);
    }

    private ImmutableArray<Place> Others(NameMention mention)
    {
        if (mention.Candidates.Length == 1)
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<Place>(MostRunnersUp);
        for (var i = 1; i < mention.Candidates.Length && i <= MostRunnersUp; i++)
        {
            result.Add(gazetteer.Places[mention.Candidates[i].Place]);
        }

        return result.ToImmutable();
    }
}
