using System.Collections.Immutable;
using Salient.Coding.Arguments;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Parties;

/// <summary>Decides by learned weights who acts in a claim and who is acted on.</summary>
internal sealed class PartyChooser(Theatre theatre, Network model)
{
    /// <summary>Begins the features of who acts.</summary>
    public const string Acts = "a";

    /// <summary>Begins the features of who is acted on.</summary>
    public const string Done = "t";

    private readonly ContenderFinder finder = new(theatre);
    private readonly ContenderFeatures features = new(theatre);

    /// <summary>The claims with their parties chosen.</summary>
    public ImmutableArray<Assertion> Choose(ReportView view, ImmutableArray<Assertion> claims)
    {
        return [.. claims.Select(c => Choose(view, c))];
    }

    private Assertion Choose(ReportView view, Assertion claim)
    {
        var speaker = Discourse.Speaker(view, claim.Evidence);
        var seats = ContenderFinder.Seats(view, claim);
        var acted = claim.Leaning.Told ? claim : claim with { Actor = Best(view, seats, claim, Acts, claim.Actor, claim.Leaning.Actors, speaker, 0) };
        return acted with { Target = Best(view, seats, acted, Done, claim.Target, claim.Leaning.Targets, speaker, model.Threshold) };
    }

    private Party? Best(ReportView view, List<Seat> seats, Assertion claim, string slot, Party? kept, ImmutableArray<double> likely, ClaimSource? speaker, double least)
    {
        var all = finder.Find(seats, claim, kept, speaker);
        var seen = all.ConvertAll(_ => new FeatureList(model.Table, named: false));
        features.Add(view, claim, slot, likely, speaker, all, seen);
        var sums = model.Sum(seen, [], []);
        var best = -1;
        var most = 0.0;
        for (var i = 0; i < all.Count; i++)
        {
            // Whether somebody is acted on at all is a threshold's to say.
            var chance = least > 0 && all[i].Party is null ? 0 : SiteChooser.Chance(sums[i]);
            if (chance > most)
            {
                (best, most) = (i, chance);
            }
        }

        return best < 0 || most < least ? null : all[best].Party;
    }
}
