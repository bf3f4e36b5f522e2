using System.Collections.Immutable;
using Salient.Coding.Arguments;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Who takes another's post ends his time in it: "General Orlov replaced General Sobolev" appoints the one and dismisses the other.</summary>
internal sealed class Successions(FrameSet frames)
{
    private readonly WordList taking = frames.List("succession-verbs");

    /// <summary>The choices, with the dismissals that appointments are.</summary>
    public ImmutableArray<Choice> Complete(ReportView view, IReadOnlyList<Unit> units, ImmutableArray<Choice> choices)
    {
        var result = choices.ToBuilder();
        foreach (var choice in choices)
        {
            if (choice is { Kind: "cohesion", Act: "appointment" } && Taken(view, units[choice.Unit]) is not null && !choices.Any(c => c.Unit == choice.Unit && c is { Kind: "cohesion", Act: "dismissal" }))
            {
                result.Add(choice with { Act = "dismissal" });
            }
        }

        return result.ToImmutable();
    }

    /// <summary>Who loses the post by the clause's words; null where they do not say.</summary>
    public string? Taken(ReportView view, Unit unit)
    {
        var s = view.Sentences[unit.Sentence];
        var c = unit.Clause;
        return taking.Matches(s, c.Content) && !c.Passive && c.Object >= 0 && c.Object != c.Subject && s.Tokens[c.Object].Tag == Upos.PROPN ? PartyFinder.Name(view.Report.Text, s, c.Object) : null;
    }
}
