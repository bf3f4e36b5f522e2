using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Tells whose dead and wounded a toll counts: soldiers are a loss, civilians harmed; the same words are never both.</summary>
internal sealed class TollReader(FrameSet frames)
{
    private static readonly string[] Acts = ["killed", "wounded", "casualties"];
    private readonly WordList civilians = frames.List("civilians-strict");
    private readonly WordList soldiers = frames.List("soldiers-strict");
    private readonly WordList dying = frames.List("dying");
    private readonly WordList taking = frames.List("taking-prisoner");

    /// <summary>The choices, with a toll's kind settled.</summary>
    public ImmutableArray<Choice> Settle(ReportView view, IReadOnlyList<Unit> units, ImmutableArray<Choice> choices)
    {
        var kept = ImmutableArray.CreateBuilder<Choice>(choices.Length);
        foreach (var choice in choices)
        {
            var other = Counts(choice) ? choices.FirstOrDefault(o => o.Unit == choice.Unit && o.Kind != choice.Kind && Counts(o)) : null;
            var unit = units[choice.Unit];
            if (choice is { Kind: "loss", Act: "killed" } && Taken(view.Sentences[unit.Sentence], unit.Clause))
            {
                kept.Add(choice with { Act = "captured" });
                continue;
            }

            var wanted = Counts(choice) ? Kind(view.Sentences[unit.Sentence], unit.Clause) ?? (other is null || Stays(choice, other) ? choice.Kind : other.Kind) : choice.Kind;
            if (wanted == choice.Kind)
            {
                kept.Add(choice);
            }
            else if (other is null)
            {
                kept.Add(choice with { Kind = wanted, Act = wanted == "civilian-harm" && choice.Act == "casualties" ? "killed" : choice.Act });
            }
        }

        return kept.ToImmutable();
    }

    // "Hundreds of soldiers already captured": nothing in these words says that they are dead.
    private bool Taken(Sentence s, Clause clause)
    {
        var taken = false;
        for (var t = clause.First; t < clause.End; t++)
        {
            if (dying.Matches(s, t))
            {
                return false;
            }

            taken |= taking.Matches(s, t);
        }

        return taken;
    }

    private static bool Counts(Choice choice) => choice.Kind is "loss" or "civilian-harm" && Array.IndexOf(Acts, choice.Act) >= 0;

    private static bool Stays(Choice choice, Choice other) =>
        choice.Probability > other.Probability || (choice.Probability == other.Probability && choice.Kind == "civilian-harm");

    // A harm where its words name civilians and no soldiers; null where they leave it open.
    private string? Kind(Sentence s, Clause clause)
    {
        bool civil = false, armed = false;
        for (var t = clause.First; t < clause.End; t++)
        {
            civil |= civilians.Matches(s, t);
            armed |= soldiers.Matches(s, t);
        }

        return civil && !armed ? "civilian-harm" : null;
    }
}
