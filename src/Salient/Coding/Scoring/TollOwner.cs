using Salient.Coding.Arguments;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Coding.Scoring;

/// <summary>Tells whose men a loss counts where the counted words themselves name their side: "2,500 Ukrainian servicemen", "600 Russians".</summary>
/// <remarks>Who is named so has lost them, whatever tree and scorer make of it.</remarks>
internal sealed class TollOwner(FrameSet frames)
{
    // Words from a number to what it counts: "300 to 400 well trained Ukrainian soldiers".
    private const int Reach = 8;

    private const string Enemy = "enemy";
    private static readonly string[] Acts = ["killed", "wounded", "casualties", "captured", "missing", "destroyed"];
    private readonly WordList soldiers = frames.List("soldiers-strict");
    private readonly WordList vague = frames.List("vague-numbers");

    /// <summary>The claim, a loss of men belonging to whom its own words count.</summary>
    /// <param name="view">The report.</param>
    /// <param name="made">The claim so far.</param>
    /// <param name="clause">Its clause.</param>
    /// <param name="told">True where the counted words name their side, or call them the enemy's.</param>
    public Assertion Settle(ReportView view, Assertion made, Clause clause, out bool told)
    {
        told = false;
        if (made.Kind != "loss" || Array.IndexOf(Acts, made.Act) < 0)
        {
            return made;
        }

        Party? owner = null;
        var enemies = false;
        var s = view.Sentences[made.Sentence];
        for (var t = clause.First; t < clause.End; t++)
        {
            if ((s.Tokens[t].Tag == Upos.NUM || vague.Matches(s, t)) && Counted(s, t + 1, clause.End) is { } one)
            {
                if (one.Side is null)
                {
                    enemies = true;
                    continue;
                }

                if (owner is not null && owner.Side != one.Side)
                {
                    return made;
                }

                owner ??= new Party(PartyFinder.Name(view.Report.Text, s, one.Noun), one.Side);
            }
        }

        told = owner is not null || enemies;
        return owner is null || owner.Side == made.Actor?.Side ? made : made with { Actor = owner, Target = made.Target?.Side == owner.Side ? null : made.Target };
    }

    // The men right behind a number, and their side; null for "enemy troops", whose side tree and scorer tell.
    private (int Noun, string? Side)? Counted(Sentence s, int from, int end)
    {
        string? side = null;
        var enemy = false;
        for (var t = from; t < Math.Min(end, from + Reach); t++)
        {
            var people = false;
            foreach (var m in s.Mentions)
            {
                if (t >= m.First && t < m.End && m.Side is { } own && own != "none" && m.Type is MentionType.Nationality or MentionType.Force or MentionType.Place)
                {
                    side ??= own;
                    people |= m.Type == MentionType.Nationality && s.Tokens[t].WordForm == WordForm.Plural;
                }
            }

            if ((side is not null || enemy) && (people || soldiers.Matches(s, t)))
            {
                return (t, side);
            }

            enemy |= s.Lemma(t) == Enemy;

            var word = s.Tokens[t];
            if (!(word.Tag is Upos.NUM or Upos.ADJ or Upos.ADV or Upos.NOUN or Upos.PROPN || word.Form is "of" or "the"
                || (t + 1 < end && s.Tokens[t + 1].Tag == Upos.NUM && word.Form is "to" or "and" or "or" or "-" or "–")))
            {
                return null;
            }
        }

        return null;
    }
}
