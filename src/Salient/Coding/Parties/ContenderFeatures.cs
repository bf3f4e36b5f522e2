using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Coding.Clauses;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Parties;

/// <summary>Names what can be seen of a contender and its claim, for the model to weigh.</summary>
internal sealed class ContenderFeatures(Theatre theatre)
{
    private readonly FrozenDictionary<string, string> roles = SideRole.Of(theatre.Sides);

    /// <summary>Adds the features of contender <paramref name="at"/>.</summary>
    /// <param name="view">The report.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="slot">"a" for who acts, "t" for who is acted on.</param>
    /// <param name="likely">How likely each side is by the scorer, in the order of <see cref="Leanings.Values"/>; empty where it did not say.</param>
    /// <param name="speaker">Who says the claim.</param>
    /// <param name="all">All contenders.</param>
    /// <param name="at">Which one.</param>
    /// <param name="into">Where features go.</param>
    public void Add(ReportView view, Assertion claim, string slot, ImmutableArray<double> likely, ClaimSource? speaker, IReadOnlyList<Contender> all, int at, FeatureList into)
    {
        var c = all[at];
        var (kind, act) = (claim.Kind, claim.Act);
        var role = Leanings.Seen(roles, c.Side == "none" ? null : c.Side);
        role = c.Side == "none" ? "none" : role;
        var frame = claim.Rule.StartsWith("clause.", StringComparison.Ordinal) ? "clause" : "frame";
        into.AddOnce($"{slot}:r:{role}:{kind}");
        into.AddOnce($"{slot}:r:{role}:{kind}/{act}");
        into.AddOnce($"{slot}:kept:{c.Kept}:{frame}");
        into.AddOnce($"{slot}:kept:{c.Kept}:{frame}:{kind}");
        into.AddOnce($"{slot}:kept:{c.Kept}:{role}:{kind}/{act}");
        into.AddOnce($"{slot}:with:{Kept(all, roles)}:{role}:{kind}");
        Likely(slot, role, kind, act, c.Kept, likely, into);
        Others(claim, slot, c, role, all, into);
        if (speaker is not null && c.Party is not null)
        {
            var speaks = speaker.Side == c.Side;
            var word = First(view.Sentences[claim.Sentence], claim);
            into.AddOnce($"{slot}:says:{speaks}:{kind}");
            into.AddOnce($"{slot}:says:{speaks}:{kind}/{act}:{c.Kept}");
            into.AddOnce($"{slot}:says:{speaks}:{word}:{c.Kept}");
            into.AddOnce($"{slot}:says:{speaks}:{speaker.Type}:{kind}");
        }
        else if (c.Party is not null)
        {
            into.AddOnce($"{slot}:unsaid:{kind}/{act}:{c.Kept}");
        }

        ContenderSeats.Add(claim, slot, c, role, into);
    }

    // What the scorer thinks of its side.
    private static void Likely(string slot, string role, string kind, string act, bool kept, ImmutableArray<double> likely, FeatureList into)
    {
        if (likely.IsEmpty)
        {
            return;
        }

        var values = Leanings.Values[Leanings.Actor];
        var i = Array.IndexOf(values, role == "none" ? Leanings.Nobody : role);
        var p = i < 0 ? 0 : likely[i];
        var logit = (int)Math.Clamp(Math.Round(Math.Log((p + 1e-4) / (1 - p + 1e-4))), -6, 6);
        var best = i >= 0 && likely.IndexOf(likely.Max()) == i;
        into.AddOnce($"{slot}:h:{logit}");
        into.AddOnce($"{slot}:h:{logit}:{kept}");
        into.AddOnce($"{slot}:h:{logit}:{kind}");
        into.AddOnce($"{slot}:h:{logit / 2}:{kind}/{act}:{kept}");
        into.AddOnce($"{slot}:h:{logit / 2}:{role}:{kind}");
        into.AddOnce($"{slot}:hb:{best}:{kept}:{kind}");
        into.AddOnce($"{slot}:hb:{best}:{role}:{kind}/{act}");
    }

    // Beside whom it stands, and for who is acted on, who acts.
    private void Others(Assertion claim, string slot, Contender c, string role, IReadOnlyList<Contender> all, FeatureList into)
    {
        var (kind, act) = (claim.Kind, claim.Act);
        int within = 0, around = 0;
        foreach (var o in all)
        {
            within += o.Seats.Any(s => s.Back == 0 && claim.Evidence.Contains(s.Mention.Span)) ? 1 : 0;
            around += o.Seats.Any(s => s.Back == 0) ? 1 : 0;
        }

        var here = c.Seats.Any(s => s.Back == 0 && claim.Evidence.Contains(s.Mention.Span)) ? "in" : c.Seats.Any(s => s.Back == 0) ? "by" : c.Seats.Length > 0 ? "back" : "no";
        into.AddOnce($"{slot}:z:{here}:{kind}");
        into.AddOnce($"{slot}:z:{here}:{kind}/{act}");
        into.AddOnce($"{slot}:z:{here}:{role}:{kind}:{c.Kept}");
        into.AddOnce($"{slot}:n:{here}:{Math.Min(3, within)}:{Math.Min(3, around)}:{kind}");
        into.AddOnce($"{slot}:n:{here}:{Math.Min(3, within)}:{kind}/{act}");
        if (slot == "t")
        {
            var acts = claim.Actor is null ? "nobody" : claim.Actor.Side == c.Side ? "self" : Leanings.Seen(roles, claim.Actor.Side == "none" ? null : claim.Actor.Side);
            into.AddOnce($"t:acts:{acts}:{role}:{kind}");
            into.AddOnce($"t:acts:{acts}:{role}:{kind}/{act}");
            into.AddOnce($"t:acts:{acts}:{here}:{kind}/{act}");
            into.AddOnce($"t:acts:{acts}:{here}:{role}:{kind}");

            // How many besides who acts are named here.
            var rest = all.Count(o => o.Side != claim.Actor?.Side && o.Seats.Any(s => s.Back == 0 && claim.Evidence.Contains(s.Mention.Span)));
            into.AddOnce($"t:rest:{Math.Min(3, rest)}:{here}:{acts == "self"}:{kind}/{act}");
        }
    }

    private static string Kept(IReadOnlyList<Contender> all, FrozenDictionary<string, string> roles) =>
        all.FirstOrDefault(c => c.Kept) is { Party: not null } kept ? kept.Side == "none" ? "none" : Leanings.Seen(roles, kept.Side) : Leanings.Nobody;

    // Who speaks where the claim begins: "we", "he", "the enemy".
    private static string First(Sentence s, Assertion claim)
    {
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (claim.Evidence.Contains(s.Tokens[t].Span) && s.Is(t, "nsubj"))
            {
                return s.Tokens[t].Tag is Upos.PROPN ? "NAME" : SiteWords.Word(s, t);
            }
        }

        return "-";
    }
}
