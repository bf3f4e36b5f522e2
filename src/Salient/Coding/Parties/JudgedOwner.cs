using Salient.Coding.Arguments;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Coding.Parties;

/// <summary>Tells whom a judgement is about where its own words name who judges, too: "Washington expects Russian actors to stage protests" is about the actors.</summary>
internal sealed class JudgedOwner(FrameSet frames, Theatre theatre)
{
    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal) { "expect", "believe", "think", "see", "assess", "estimate", "suspect", "fear", "doubt", "anticipate", "predict", "assume", "reckon" };
    private readonly PartyFinder parties = new(frames, theatre);

    /// <summary>The judgement of whom it is about.</summary>
    /// <param name="view">The report.</param>
    /// <param name="claim">The claim.</param>
    public Assertion Settle(ReportView view, Assertion claim)
    {
        if (claim.Kind != "assessment" || claim.Actor is not { } actor)
        {
            return claim;
        }

        var s = view.Sentences[claim.Sentence];
        for (var v = 0; v < s.Tokens.Length; v++)
        {
            if (s.Tokens[v].Tag == Upos.VERB && claim.Evidence.Contains(s.Tokens[v].Span) && Judging.Contains(s.Lemma(v)) && !s.Passive(v) && s.OwnSubject(v) is >= 0 and var judge && judge < v && claim.Evidence.Contains(s.Tokens[judge].Span)
                && Side(s, s.Below(judge), 0, v, side => !parties.Belligerent(side)) is { } by && by.Side == actor.Side
                && Side(s, s.Below(v), v + 1, s.Tokens.Length, parties.Belligerent) is { } judged)
            {
                return claim with { Actor = judged, Target = claim.Target?.Side == judged.Side ? null : claim.Target };
            }
        }

        return claim;
    }

    private static Party? Side(Sentence s, bool[] below, int from, int end, Func<string, bool> fits)
    {
        foreach (var m in s.Mentions)
        {
            if (m.First >= from && m.End <= end && below[m.Head] && m.Side is { } side && side != "none" && fits(side) && m.Type is MentionType.Force or MentionType.Nationality or MentionType.Organisation or MentionType.Person or MentionType.Place)
            {
                return new Party(m.Name, side);
            }
        }

        return null;
    }
}
