using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>A place that claims name, as those around it see it.</summary>
/// <param name="Turns">Its holders.</param>
/// <param name="Words">Days and holders of the words on it, by day.</param>
/// <param name="Direct">The first day that a word says directly who holds it; null where none does.</param>
internal sealed record Anchor(List<ControlJudge.Turn> Turns, List<(int Day, string Holder)> Words, int? Direct);

/// <summary>Infers who holds a settlement from the named places around it. Pure: sees those places and the start alone.</summary>
/// <param name="policy">Reach, prior and the rest.</param>
/// <param name="parties">The two sides.</param>
internal sealed class ControlInference(Inference policy, (string First, string Second) parties)
{
    /// <summary>The turns of a settlement without words of its own.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="holder">Who held it then.</param>
    /// <param name="near">The named places around it, with their distance in km.</param>
    public List<ControlJudge.Turn> Infer(DateOnly start, string holder, IReadOnlyList<(Anchor Anchor, double Kilometres)> near)
    {
        var turns = new List<ControlJudge.Turn> { new(start, holder, 0, null) };
        if (near.Count == 0)
        {
            return turns;
        }

        var days = near.SelectMany(n => n.Anchor.Words.Select(w => w.Day)).Where(d => d > start.DayNumber).Distinct().Order();
        foreach (var day in days)
        {
            var lean = Lean(day, holder, near);
            var leader = lean > 0 ? parties.First : parties.Second;
            if (leader != turns[^1].Holder && Math.Abs(lean) > policy.Margin)
            {
                turns.Add(new ControlJudge.Turn(DateOnly.FromDayNumber(day), leader, Math.Abs(lean), null));
            }
        }

        return Lasting(turns);
    }

    /// <summary>-1 (the second party) to 1 (the first).</summary>
    public double Lean(int day, string start, IReadOnlyList<(Anchor Anchor, double Kilometres)> near)
    {
        var prior = 1 / Math.Pow(policy.Prior, policy.Power);
        var lead = start == parties.First ? prior : -prior;
        var all = prior;
        foreach (var (anchor, km) in near)
        {
            if (Word(anchor, day) is not { } word)
            {
                continue;
            }

            var weight = word.Weight / Math.Pow(Math.Max(km, 0.5), policy.Power);
            lead += word.Holder == parties.First ? weight : word.Holder == parties.Second ? -weight : 0;
            all += weight;
        }

        return lead / all;
    }

    /// <summary>Who holds a named place on a day, and how much that counts by the age of the last word for it; null before its first word.</summary>
    private (string Holder, double Weight)? Word(Anchor anchor, int day)
    {
        if (anchor.Words.Count == 0 || anchor.Words[0].Day > day)
        {
            return null;
        }

        var holder = anchor.Turns[0].Holder;
        foreach (var turn in anchor.Turns)
        {
            if (turn.From.DayNumber > day)
            {
                break;
            }

            holder = turn.Holder;
        }

        var last = int.MinValue;
        foreach (var word in anchor.Words)
        {
            if (word.Day > day)
            {
                break;
            }

            last = word.Holder == holder ? word.Day : last;
        }

        var fresh = last == int.MinValue ? 0 : Math.Pow(0.5, (day - last) / policy.HalfLife);
        var weight = policy.Floor + ((1 - policy.Floor) * fresh);
        return (holder, anchor.Direct <= day ? weight : weight * policy.Indirect);
    }

    /// <summary>Leaves out turns that do not last.</summary>
    private List<ControlJudge.Turn> Lasting(List<ControlJudge.Turn> turns)
    {
        var kept = new List<ControlJudge.Turn> { turns[0] };
        for (var i = 1; i < turns.Count; i++)
        {
            var lasts = i + 1 == turns.Count || turns[i + 1].From.DayNumber - turns[i].From.DayNumber >= policy.Lasting;
            if (lasts && turns[i].Holder != kept[^1].Holder)
            {
                kept.Add(turns[i]);
            }
        }

        return kept;
    }
}
