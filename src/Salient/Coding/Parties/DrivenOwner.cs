using Salient.Coding.Arguments;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Coding.Parties;

/// <summary>Tells who withdraws where somebody makes him: "they pushed the enemy back", "forcing the garrison to retreat" are about the enemy and the garrison.</summary>
internal sealed class DrivenOwner(FrameSet frames, Theatre theatre)
{
    private readonly PartyFinder parties = new(frames, theatre);
    private readonly WordList driving = frames.List("driving-verbs");
    private readonly WordList enemies = frames.List("enemy-words");

    /// <summary>The withdrawal of whom it is about.</summary>
    /// <param name="view">The report.</param>
    /// <param name="claim">The claim.</param>
    public Assertion Settle(ReportView view, Assertion claim)
    {
        if (claim is not { Kind: "movement", Act: "withdrew", Actor: { } actor })
        {
            return claim;
        }

        var s = view.Sentences[claim.Sentence];
        for (var v = 0; v < s.Tokens.Length; v++)
        {
            if (s.Tokens[v].Tag == Upos.VERB && claim.Evidence.Contains(s.Tokens[v].Span) && driving.Matches(s, v) && !s.Passive(v) && s.Child(v, "obj") is >= 0 and var driven && claim.Evidence.Contains(s.Tokens[driven].Span)
                && Driven(view, s, v, driven, actor) is { } who && who.Side != actor.Side)
            {
                return claim with { Actor = who, Target = null };
            }
        }

        return claim;
    }

    private Party? Driven(ReportView view, Sentence s, int verb, int driven, Party actor)
    {
        if (parties.Side(s, driven, 0) is { } side)
        {
            return parties.Belligerent(side) ? new Party(PartyFinder.Name(view.Report.Text, s, driven), side) : null;
        }

        if (s.Tokens[driven].Tag != Upos.PRON && !enemies.Matches(s, driven))
        {
            return null;
        }

        // Whoever is driven by a party is of the other.
        var driver = s.OwnSubject(verb) is >= 0 and var subject ? parties.Side(s, subject, 0) : null;
        return parties.Opponent(driver ?? actor.Side) is { } other ? s.Tokens[driven].Tag == Upos.PRON ? other : other with { Name = PartyFinder.Name(view.Report.Text, s, driven) } : null;
    }
}
