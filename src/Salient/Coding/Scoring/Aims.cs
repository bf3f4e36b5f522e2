using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>
/// What a title names as an aim has not happened: "Main effort—encirclement of the garrison", "(objective: take the town and hold it)" tell what somebody intends. And who
/// holds a parade, an election or a hope holds no ground.
/// </summary>
internal sealed class Aims(FrameSet frames)
{
    private const int Farthest = 5;
    private static readonly string[] Marks = [":", "—", "–", "-", "--"];
    private readonly WordList aims = frames.List("aims");
    private readonly WordList groundless = frames.List("held-not-ground");

    /// <summary>The choices, without deeds where an aim is named, nor control of what is no ground.</summary>
    public ImmutableArray<Choice> Settle(ReportView view, IReadOnlyList<Unit> units, ImmutableArray<Choice> choices)
    {
        var kept = ImmutableArray.CreateBuilder<Choice>(choices.Length);
        foreach (var choice in choices)
        {
            var s = view.Sentences[units[choice.Unit].Sentence];
            var clause = units[choice.Unit].Clause;
            if (choice.Kind == "control" && !clause.Passive && clause.Object >= 0 && groundless.Matches(s, clause.Object))
            {
                continue;
            }

            if (!GroundKinds.Has(choice.Kind) || (clause.Subject >= 0 && s.Tokens[clause.Content].Tag is (Upos.VERB or Upos.AUX)) || !Named(s, clause.Content))
            {
                kept.Add(choice);
            }
            else if (!choices.Concat(kept).Any(c => c.Kind == "assessment" && c.Unit == choice.Unit))
            {
                kept.Add(choice with { Kind = "assessment", Act = "intention" });
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>True for a word behind a title's "effort", "objective" or the like and the mark that closes the title, with no stop between.</summary>
    private bool Named(Sentence s, int word)
    {
        for (var mark = word - 1; mark > 0; mark--)
        {
            if (s.Tokens[mark].Form is ")" or ".")
            {
                return false;
            }

            if (Array.IndexOf(Marks, s.Tokens[mark].Form) < 0)
            {
                continue;
            }

            for (var t = mark - 1; t >= Math.Max(0, mark - Farthest); t--)
            {
                if (aims.Matches(s, t))
                {
                    // In brackets it is a title of its own, else the sentence is one.
                    var first = Enumerable.Range(0, t).LastOrDefault(k => s.Tokens[k].Form == "(");
                    return !Enumerable.Range(first, mark - first).Any(k => s.Tokens[k].Tag is Upos.VERB or Upos.AUX);
                }
            }
        }

        return false;
    }
}
