using Salient.Coding.Clauses;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;

namespace Salient.Coding.Parties;

/// <summary>Names where and how a contender is named: how its words hang in the sentence, and what stands beside them.</summary>
internal static class ContenderSeats
{
    /// <summary>Adds the features of all its seats.</summary>
    public static void Add(Contest contest, Contender c, in FeaturePart role, FeatureList into)
    {
        var (slot, kind, evidence) = (contest.Slot, contest.Kind, contest.Claim.Evidence);
        var first = true;
        foreach (var seat in c.Seats)
        {
            if (seat.Back > 0)
            {
                into.AddOnce($"{slot}:back:{seat.Back}:{seat.Sentence.Is(seat.Head, "nsubj")}:{kind}");
                into.AddOnce($"{slot}:back:{seat.Back}:{seat.Mention.Type}:{kind}");
                continue;
            }

            var zone = evidence.Contains(seat.Mention.Span) ? "in" : seat.Mention.Span.Start < evidence.Start ? "before" : "after";
            Here(contest, seat, zone, role, into);
            if (zone == "in" && first)
            {
                into.AddOnce($"{slot}:front:{seat.Mention.Span.Start - evidence.Start < 8}:{kind}");
                first = false;
            }
        }
    }

    private static void Here(Contest contest, Seat seat, string where, in FeaturePart role, FeatureList into)
    {
        var s = seat.Sentence;
        var (slot, kind, act, claim) = (contest.Slot, contest.Kind, contest.Act, contest.Claim);
        var (h, type) = (seat.Head, seat.Mention.Type);
        var head = s.Tokens[h].Head;
        FeaturePart zone = where;
        FeaturePart relation = s.Tokens[h].Relation;
        FeaturePart preposition = s.Preposition(h) ?? "-";
        FeaturePart over = head < 0 ? "root" : head == claim.Trigger ? "trigger" : head == claim.Clause ? "clause" : s.Below(head, claim.Trigger) ? "below" : s.Below(claim.Trigger, head) ? "above" : "beside";
        FeaturePart path = SiteWords.Path(s, h, claim.Trigger);
        into.AddOnce($"{slot}:s:{zone}:{kind}");
        into.AddOnce($"{slot}:s:{zone}:{act}");
        into.AddOnce($"{slot}:s:{zone}:{type}:{kind}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{zone}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{over}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{over}:{kind}");
        into.AddOnce($"{slot}:rel:{relation}:{over}:{zone}:{act}");
        into.AddOnce($"{slot}:rel:{relation}:{preposition}:{type}:{kind}");
        into.AddOnce($"{slot}:p:{preposition}:{act}");
        into.AddOnce($"{slot}:path:{path}:{kind}");
        into.AddOnce($"{slot}:path:{path}:{role}");
        if (h < seat.Mention.First || h >= seat.Mention.End)
        {
            FeaturePart lemma = Lemma(s, h);
            into.AddOnce($"{slot}:of:{lemma}:{zone}");
            into.AddOnce($"{slot}:of:{lemma}:{kind}");
        }

        if (head >= 0)
        {
            FeaturePart lemma = Lemma(s, head);
            into.AddOnce($"{slot}:g:{lemma}:{relation}");
            into.AddOnce($"{slot}:g:{lemma}:{preposition}:{kind}");
        }

        if (claim.Trigger >= 0 && where == "in")
        {
            FeaturePart side = seat.Mention.First < claim.Trigger ? "<" : ">";
            into.AddOnce($"{slot}:o:{side}:{act}");
            into.AddOnce($"{slot}:o:{side}:{preposition}:{kind}");
            into.AddOnce($"{slot}:w:{Lemma(s, claim.Trigger)}:{side}");
        }

        into.AddOnce($"{slot}:<:{(seat.Mention.First > 0 ? SiteWords.Word(s, seat.Mention.First - 1) : "^")}:{zone}");
        into.AddOnce($"{slot}:>:{(seat.Mention.End < s.Tokens.Length ? SiteWords.Word(s, seat.Mention.End) : "$")}:{zone}");
    }

    private static string Lemma(Sentence s, int t) => s.Tokens[t].Tag == Upos.PROPN ? "NAME" : s.Lemma(t).Lowered();
}
