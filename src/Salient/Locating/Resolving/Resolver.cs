using Salient.Locating.Finding;
using Salient.Locating.Gazetteers;

namespace Salient.Locating.Resolving;

/// <summary>Chooses among the bearers of a name: by size, by the front on the day, by the divisions that the report names, by its other places.</summary>
internal sealed class Resolver(Gazetteer gazetteer, Fronts fronts, Courses courses, ushort country)
{
    private const int Considered = 24;
    private const int Around = 10;
    private const int Rounds = 2;

    /// <summary>Orders each mention's candidates, best first, and sets their shares.</summary>
    /// <param name="mentions">In order of the text.</param>
    /// <param name="period">The front's period.</param>
    /// <param name="paragraphs">Number of each mention's paragraph.</param>
    /// <param name="bearings">What the report says of how places lie to each other.</param>
    public void Resolve(List<NameMention> mentions, int period, int[] paragraphs, Bearings bearings)
    {
        var anchors = new Anchors(gazetteer, fronts, mentions, period);
        for (var i = 0; i < mentions.Count; i++)
        {
            Prior(mentions[i], period, anchors.Trust(i, Around) * (fronts.IsWhole(period) ? Weights.Undated : 1));
        }

        Divisions(mentions, paragraphs);
        foreach (var mention in mentions)
        {
            Share(mention);
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            Shrink(mentions, i, bearings);
        }

        foreach (var mention in mentions)
        {
            Share(mention);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < mentions.Count; i++)
            {
                Near(mentions, i, paragraphs, bearings);
            }

            foreach (var mention in mentions)
            {
                Share(mention);
            }
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            Array.Sort(mentions[i].Candidates, static (a, b) => b.Score.CompareTo(a.Score));
            PreferListed(mentions[i].Candidates);
            mentions[i].Stated = bearings.Fit(i, mentions[i].Candidates[0].Place, mentions) > 0.5f;
        }
    }

    /// <summary>Where a town is known twice, from GeoNames and by hand, the entry with an id stands for it.</summary>
    private void PreferListed(Candidate[] candidates)
    {
        const double SameKm = 8;
        if (gazetteer.Places.Id(candidates[0].Place) != 0 || !gazetteer.Places.Kind(candidates[0].Place).IsSettlement())
        {
            return;
        }

        for (var i = 1; i < candidates.Length; i++)
        {
            if (gazetteer.Places.Id(candidates[i].Place) != 0 && gazetteer.Places.Kind(candidates[i].Place).IsSettlement() && gazetteer.Kilometres(candidates[0].Place, candidates[i].Place) < SameKm)
            {
                (candidates[0], candidates[i]) = (candidates[i], candidates[0]);
                return;
            }
        }
    }

    private void Prior(NameMention mention, int period, float trust)
    {
        var places = gazetteer.Places;
        var town = HasTown(mention);
        for (var i = 0; i < mention.Candidates.Length; i++)
        {
            ref var c = ref mention.Candidates[i];
            var kind = places.Kind(c.Place);
            var population = places.Population(c.Place);
            var size = MathF.Log10(population == 0 ? Weights.Unknown : population + 100);
            var score = (Weights.Population * size) + (kind.IsSettlement() ? Weights.City * Math.Clamp(size - 3.7f, 0, 1.5f) : 0);
            if (population >= Weights.Large && kind.IsSettlement() && mention.Tier == MatchTier.Direct)
            {
                score += (Weights.LargeCity * (c.Grade == NameGrade.Other ? Weights.OlderName : 1)) + (population >= Weights.MetropolisSize && c.Grade == NameGrade.Main ? Weights.Metropolis : 0);
            }

            else if (population >= Weights.TownSize && kind.IsSettlement() && mention.Tier == MatchTier.Direct && c.Grade == NameGrade.Main)
            {
                score += Weights.Town;
            }

            score += (Weights.Kind(kind) * (kind == PlaceKind.Centre && c.Grade == NameGrade.Other ? Weights.OlderName : 1)) + (Weights.Grade(c.Grade) * (town ? Weights.OtherBesideTown : population >= 20_000 ? Weights.OtherOfTown : 1)) - c.Penalty;
            if (places.Country(c.Place) == country)
            {
                score += Weights.Theatre;
            }

            if (kind == PlaceKind.Water && courses.Holds(places[c.Place].Name))
            {
                score += Weights.GreatRiver;
            }

            if (kind.IsSettlement() || kind is PlaceKind.Spot or PlaceKind.Station)
            {
                score += (Weights.FrontNear * trust * fronts.Pull(period, c.Place)) + (Weights.FrontFar * MathF.Exp(-fronts.Distance(period, c.Place) / Weights.FrontFarKm));
            }

            c.Base = c.Score = score;
        }
    }

    /// <summary>True where a town of some size bears the name itself, so that another's older name is seldom meant.</summary>
    private bool HasTown(NameMention mention)
    {
        const int Town = 10_000;
        foreach (var c in mention.Candidates)
        {
            if (c.Grade == NameGrade.Main && gazetteer.Places.Population(c.Place) >= Town)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A division named in the sentence draws the names in it; one named elsewhere draws a little.</summary>
    private void Divisions(List<NameMention> mentions, int[] paragraphs)
    {
        var places = gazetteer.Places;
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (mention.Candidates.Length < 2)
            {
                continue;
            }

            for (var j = Math.Max(0, i - Around); j < mentions.Count && j <= i + Around; j++)
            {
                var other = mentions[j];
                if (j == i || Division(other) is not { } division)
                {
                    continue;
                }

                var (draw, push) = Strength(mentions, i, j, paragraphs);
                for (var k = 0; k < mention.Candidates.Length; k++)
                {
                    ref var c = ref mention.Candidates[k];
                    c.Base += Inside(c.Place, division) ? draw : -push;
                    c.Score = c.Base;
                }
            }
        }

        int? Division(NameMention m)
        {
            foreach (var c in m.Candidates)
            {
                if (places.Kind(c.Place) is PlaceKind.Oblast or PlaceKind.Raion or PlaceKind.OldRaion)
                {
                    return c.Place;
                }
            }

            return null;
        }
    }

    private static (float Draw, float Push) Strength(List<NameMention> mentions, int i, int j, int[] paragraphs)
    {
        var (m, d) = (mentions[i], mentions[j]);
        var gap = d.First - m.End;
        if (m.Sentence == d.Sentence)
        {
            if (gap is >= 0 and <= 3)
            {
                return (Weights.DivisionBeside, 0.5f);
            }

            return gap is >= 0 and <= 12 || m.First - d.End is >= 0 and <= 12 ? (Weights.DivisionSentence, 0.2f) : (Weights.DivisionSentence * 0.7f, 0);
        }

        return paragraphs[i] == paragraphs[j] ? (Weights.DivisionParagraph, 0) : (Weights.DivisionReport, 0);
    }

    private bool Inside(int place, int division)
    {
        var places = gazetteer.Places;
        if (places.First(place) == division || places.Second(place) == division)
        {
            return true;
        }

        if (places.Kind(division) != PlaceKind.Oblast)
        {
            return gazetteer.Kilometres(place, division) < 35;
        }

        return places.First(place) < 0 && places.Country(place) == places.Country(division) && gazetteer.Kilometres(place, division) < 150;
    }

    /// <summary>Keeps the likeliest before the costly part.</summary>
    private static void Shrink(List<NameMention> mentions, int i, Bearings bearings)
    {
        var mention = mentions[i];
        if (mention.Candidates.Length > Considered)
        {
            for (var k = 0; k < mention.Candidates.Length; k++)
            {
                mention.Candidates[k].Score = mention.Candidates[k].Base + (Weights.Bearing * bearings.Fit(i, mention.Candidates[k].Place, mentions));
            }

            Array.Sort(mention.Candidates, static (a, b) => b.Score.CompareTo(a.Score));
            mention.Candidates = mention.Candidates[..Considered];
        }
    }

    private void Near(List<NameMention> mentions, int i, int[] paragraphs, Bearings bearings)
    {
        var mention = mentions[i];
        if (mention.Candidates.Length < 2)
        {
            return;
        }

        for (var k = 0; k < mention.Candidates.Length; k++)
        {
            mention.Candidates[k].Score = mention.Candidates[k].Base;
        }

        for (var j = Math.Max(0, i - Around); j < mentions.Count && j <= i + Around; j++)
        {
            if (j == i)
            {
                continue;
            }

            var other = mentions[j];
            var weight = other.Key == mention.Key ? Weights.SameName
                : other.Sentence == mention.Sentence ? Weights.NearSentence
                : paragraphs[j] == paragraphs[i] ? Weights.NearParagraph
                : Weights.NearReport;
            if (other.Span.Start - mention.Span.End == 1 || mention.Span.Start - other.Span.End == 1)
            {
                weight *= Weights.NearJoined;
            }

            for (var k = 0; k < mention.Candidates.Length; k++)
            {
                ref var c = ref mention.Candidates[k];
                c.Score += weight * Support(c.Place, other);
            }
        }

        for (var k = 0; k < mention.Candidates.Length; k++)
        {
            ref var c = ref mention.Candidates[k];
            c.Score = c.Base + (Weights.NearMost * MathF.Tanh((c.Score - c.Base) / Weights.NearMost)) + (Weights.Bearing * bearings.Fit(i, c.Place, mentions));
        }
    }

    private float Support(int place, NameMention other)
    {
        var sum = 0f;
        var n = Math.Min(other.Candidates.Length, 6);
        for (var k = 0; k < n; k++)
        {
            ref readonly var o = ref other.Candidates[k];
            if (o.Share < 0.05f)
            {
                continue;
            }

            var kind = gazetteer.Places.Kind(o.Place);
            if (kind is PlaceKind.Country or PlaceKind.Region)
            {
                continue;
            }

            var km = (float)gazetteer.Kilometres(place, o.Place);
            var reach = kind == PlaceKind.Oblast ? 3 : 1;
            sum += o.Share * (MathF.Exp(-km / (Weights.NearKm * reach)) + (Weights.NearTail * MathF.Exp(-km / (Weights.NearTailKm * reach)))) / reach;
        }

        return sum;
    }

    private static void Share(NameMention mention)
    {
        var best = float.NegativeInfinity;
        foreach (var c in mention.Candidates)
        {
            best = Math.Max(best, c.Score);
        }

        var sum = 0f;
        for (var k = 0; k < mention.Candidates.Length; k++)
        {
            sum += mention.Candidates[k].Share = MathF.Exp(mention.Candidates[k].Score - best);
        }

        for (var k = 0; k < mention.Candidates.Length; k++)
        {
            mention.Candidates[k].Share /= sum;
        }

        if (mention.Candidates.Length > 6)
        {
            Array.Sort(mention.Candidates, static (a, b) => b.Score.CompareTo(a.Score));
        }
    }
}
