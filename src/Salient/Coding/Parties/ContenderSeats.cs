using Salient.Coding.Clauses;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;

namespace Salient.Coding.Parties;

/// <summary>Names where and how a contender is named: how its words hang in the sentence, and what stands beside them.</summary>
internal static class ContenderSeats
{
    /// <summary>Adds the features of all its seats.</summary>
    public static void Add(Assertion claim, string slot, Contender c, string role, FeatureList into)
    {
        var first = true;
        foreach (var seat in c.Seats)
        {
            if (seat.Back > 0)
            {
                into.AddOnce($"{slot}:back:{seat.Back}:{seat.Sentence.Is(seat.Head, "nsubj")}:{claim.Kind}");
                into.AddOnce($"{slot}:back:{seat.Back}:{seat.Mention.Type}:{claim.Kind}");
                continue;
            }

            var zone = claim.Evidence.Contains(seat.Mention.Span) ? "in" : seat.Mention.Span.Start < claim.Evidence.Start ? "before" : "after";
            Here(claim, slot, seat, zone, role, into);
            if (zone == "in" && first)
            {
                into.AddOnce($"{slot}:front:{seat.Mention.Span.Start - claim.Evidence.Start < 8}:{claim.Kind}");
                first = false;
            }
        }
    }

    private static void Here(Assertion claim, string slot, Seat seat, string zone, string role, FeatureList into)
    {
        var s = seat.Sentence;
        var (h, kind, act) = (seat.Head, claim.Kind, claim.Act);
        var relation = s.Tokens[h].Relation;
        var preposition = s.Preposition(h) ?? "-";
        var head = s.Tokens[h].Head;
        var over = head < 0 ? "root" : head == claim.Trigger ? "trigger" : head == claim.Clause ? "clause" : s.Below(head, claim.Trigger) ? "below" : s.Below(claim.Trigger, head) ? "above" : "beside";
        var type = seat.Mention.Type;
        into.AddOnce($"{slot}:s:{zone}:{kind}");
        into.AddOnce($"{slot}:s:{zone}:{kind}/{act}");
        into.AddOnce($"{slot}:s:{zone}:{type}:{kind}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{zone}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{over}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{over}:{kind}");
        into.AddOnce($"{slot}:rel:{relation}:{over}:{zone}:{kind}/{act}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{type}:{kind}");
        into.AddOnce($"{slot}:p:{preposition}:{kind}/{act}");
        into.AddOnce($"{slot}:path:{SiteWords.Path(s, h, claim.Trigger)}:{kind}");
        into.AddOnce($"{slot}:path:{SiteWords.Path(s, h, claim.Trigger)}:{role}");
        if (h < seat.Mention.First || h >= seat.Mention.End)
        {
            into.AddOnce($"{slot}:of:{Lemma(s, h)}:{zone}");
            into.AddOnce($"{slot}:of:{Lemma(s, h)}:{kind}");
        }

        if (head >= 0)
        {
            into.AddOnce($"{slot}:g:{Lemma(s, head)}:{relation}");
            into.AddOnce($"{slot}:g:{Lemma(s, head)}:{preposition}:{kind}");
        }

        if (claim.Trigger >= 0 && zone == "in")
        {
            var side = seat.Mention.First < claim.Trigger ? "<" : ">";
            into.AddOnce($"{slot}:o:{side}:{kind}/{act}");
            into.AddOnce($"{slot}:o:{side}:{preposition}:{kind}");
            into.AddOnce($"{slot}:w:{Lemma(s, claim.Trigger)}:{side}");
        }

        into.AddOnce($"{slot}:<:{(seat.Mention.First > 0 ? SiteWords.Word(s, seat.Mention.First - 1) : "^")}:{zone}");
        into.AddOnce($"{slot}:>:{(seat.Mention.End < s.Tokens.Length ? SiteWords.Word(s, seat.Mention.End) : "$")}:{zone}");
    }

    private static string Lemma(Sentence s, int t) => s.Tokens[t].Tag == Upos.PROPN ? "NAME" : s.Lemma(t).ToLowerInvariant();
}
