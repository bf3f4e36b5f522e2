using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Coding.Scoring;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Parties;

/// <summary>Names what can be seen of contenders and their claim, for the model to weigh.</summary>
internal sealed class ContenderFeatures(Theatre theatre)
{
    private readonly FrozenDictionary<string, string> roles = SideRole.Of(theatre.Sides);

    /// <summary>Adds the features of all contenders.</summary>
    /// <param name="view">The report.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="slot">"a" for who acts, "t" for who is acted on.</param>
    /// <param name="likely">How likely each side is by the scorer, in the order of <see cref="Leanings.Values"/>; empty where it did not say.</param>
    /// <param name="speaker">Who says the claim.</param>
    /// <param name="all">All contenders.</param>
    /// <param name="into">For each of them where its features go.</param>
    public void Add(ReportView view, Assertion claim, string slot, ImmutableArray<double> likely, ClaimSource? speaker, IReadOnlyList<Contender> all, IReadOnlyList<FeatureList> into)
    {
        var contest = new Contest(view, claim, slot, likely, speaker, all, roles);
        for (var i = 0; i < all.Count; i++)
        {
            Add(contest, all[i], into[i]);
        }
    }

    private void Add(Contest contest, Contender c, FeatureList into)
    {
        var (slot, kind, act, frame) = (contest.Slot, contest.Kind, contest.Act, contest.Frame);
        var side = c.Side == "none" ? "none" : Leanings.Seen(roles, c.Side);
        FeaturePart role = side;
        into.AddOnce($"{slot}:r:{role}:{kind}");
        into.AddOnce($"{slot}:r:{role}:{act}");
        into.AddOnce($"{slot}:kept:{c.Kept}:{frame}");
        into.AddOnce($"{slot}:kept:{c.Kept}:{frame}:{kind}");
        into.AddOnce($"{slot}:kept:{c.Kept}:{role}:{act}");
        into.AddOnce($"{slot}:with:{contest.Kept}:{role}:{kind}");
        Likely(contest, side, role, c.Kept, into);
        Others(contest, c, role, into);
        if (contest.Speaker is { } speaker && c.Party is not null)
        {
            var speaks = speaker.Side == c.Side;
            into.AddOnce($"{slot}:says:{speaks}:{kind}");
            into.AddOnce($"{slot}:says:{speaks}:{act}:{c.Kept}");
            into.AddOnce($"{slot}:says:{speaks}:{contest.Word}:{c.Kept}");
            into.AddOnce($"{slot}:says:{speaks}:{speaker.Type}:{kind}");
        }
        else if (c.Party is not null)
        {
            into.AddOnce($"{slot}:unsaid:{act}:{c.Kept}");
        }

        ContenderSeats.Add(contest, c, role, into);
    }

    // What the scorer thinks of its side.
    private static void Likely(Contest contest, string side, in FeaturePart role, bool kept, FeatureList into)
    {
        if (contest.Likely.IsEmpty)
        {
            return;
        }

        var (slot, kind, act) = (contest.Slot, contest.Kind, contest.Act);
        var i = Array.IndexOf(Leanings.Values[Leanings.Actor], side == "none" ? Leanings.Nobody : side);
        var p = i < 0 ? 0 : contest.Likely[i];
        var logit = (int)Math.Clamp(Math.Round(Math.Log((p + 1e-4) / (1 - p + 1e-4))), -6, 6);
        var best = i >= 0 && contest.Likeliest == i;
        into.AddOnce($"{slot}:h:{logit}");
        into.AddOnce($"{slot}:h:{logit}:{kept}");
        into.AddOnce($"{slot}:h:{logit}:{kind}");
        into.AddOnce($"{slot}:h:{logit / 2}:{act}:{kept}");
        into.AddOnce($"{slot}:h:{logit / 2}:{role}:{kind}");
        into.AddOnce($"{slot}:hb:{best}:{kept}:{kind}");
        into.AddOnce($"{slot}:hb:{best}:{role}:{act}");
    }

    // Beside whom it stands, and for who is acted on, who acts.
    private void Others(Contest contest, Contender c, in FeaturePart role, FeatureList into)
    {
        var (slot, kind, act, actor) = (contest.Slot, contest.Kind, contest.Act, contest.Claim.Actor);
        var (within, around) = (Math.Min(3, contest.Within), Math.Min(3, contest.Around));
        FeaturePart here = contest.IsWithin(c) ? "in" : Contest.IsAround(c) ? "by" : c.Seats.Length > 0 ? "back" : "no";
        into.AddOnce($"{slot}:z:{here}:{kind}");
        into.AddOnce($"{slot}:z:{here}:{act}");
        into.AddOnce($"{slot}:z:{here}:{role}:{kind}:{c.Kept}");
        into.AddOnce($"{slot}:n:{here}:{within}:{around}:{kind}");
        into.AddOnce($"{slot}:n:{here}:{within}:{act}");
        if (slot.Text == PartyChooser.Done)
        {
            var self = actor?.Side == c.Side;
            FeaturePart acts = actor is null ? "nobody" : self ? "self" : Leanings.Seen(roles, actor.Side == "none" ? null : actor.Side);
            into.AddOnce($"t:acts:{acts}:{role}:{kind}");
            into.AddOnce($"t:acts:{acts}:{role}:{act}");
            into.AddOnce($"t:acts:{acts}:{here}:{act}");
            into.AddOnce($"t:acts:{acts}:{here}:{role}:{kind}");
            into.AddOnce($"t:rest:{Math.Min(3, contest.Rest)}:{here}:{self}:{act}");
        }
    }
}
