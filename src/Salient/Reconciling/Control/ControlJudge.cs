using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>From the words on one settlement to who is held to have it, by the policy. Pure: sees nothing but its own words.</summary>
/// <param name="judgement">When the assessed holder changes.</param>
internal sealed class ControlJudge(Judgement judgement)
{
    private const int Longest = 1000;
    private readonly double[] fades = [.. Enumerable.Range(0, Longest).Select(days => Math.Pow(0.5, days / judgement.HalfLife))];

    /// <summary>A stretch with one holder, before it is dressed for readers.</summary>
    /// <param name="From">First day.</param>
    /// <param name="Holder">Side or contested.</param>
    /// <param name="Support">What spoke for it when it began.</param>
    /// <param name="Decisive">The word that tipped it, or null at the start.</param>
    internal sealed record Turn(DateOnly From, string Holder, double Support, ControlView? Decisive);

    /// <summary>The turns of a settlement that <paramref name="holder"/> held on <paramref name="start"/>.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="holder">Who held it then.</param>
    /// <param name="views">The words on it, by day.</param>
    public List<Turn> Judge(DateOnly start, string holder, ImmutableArray<ControlView> views)
    {
        var turns = new List<Turn> { new(start, holder, judgement.Inertia, null) };
        var support = new Dictionary<string, Dictionary<string, (double Weight, DateOnly Day)>>();
        foreach (var view in views)
        {
            Hear(support, view);
            var current = turns[^1].Holder;
            // A place changes hands by a word that says who holds it; what only follows from others, as from a strike, adds to its weight.
            if (view.Holder == current || !view.Direct)
            {
                continue;
            }

            // What was said of the time before an established holder took over says nothing against him.
            var established = turns.Count > 1 && view.Day.DayNumber - turns[^1].From.DayNumber >= judgement.Established;
            var against = Sum(support, view.Holder, view.Day, established ? turns[^1].From : DateOnly.MinValue);
            var mine = Math.Max(judgement.Inertia, Sum(support, current, view.Day, DateOnly.MinValue));
            if (against >= (established ? judgement.EstablishedThreshold : judgement.Threshold) && against > judgement.Margin * mine)
            {
                turns.Add(new Turn(view.Day, view.Holder, against, view));
            }
        }

        return turns;
    }

    /// <summary>What speaks for each holder on its day by the views up to then.</summary>
    /// <param name="views">The words, by day.</param>
    /// <param name="asked">Holders and days, by day.</param>
    public double[] Support(ImmutableArray<ControlView> views, IReadOnlyList<(string Holder, DateOnly Day)> asked)
    {
        var support = new Dictionary<string, Dictionary<string, (double, DateOnly)>>();
        var found = new double[asked.Count];
        for (var (k, next) = (0, 0); k < found.Length; k++)
        {
            for (; next < views.Length && views[next].Day <= asked[k].Day; next++)
            {
                Hear(support, views[next]);
            }

            found[k] = Sum(support, asked[k].Holder, asked[k].Day, DateOnly.MinValue);
        }

        return found;
    }

    /// <summary>The latest word of an origin takes the place of its earlier ones: it counts once, and for one holder.</summary>
    private void Hear(Dictionary<string, Dictionary<string, (double Weight, DateOnly Day)>> support, ControlView view)
    {
        foreach (var (holder, words) in support)
        {
            if (holder != view.Holder && view.Direct)
            {
                words.Remove(view.Origin);
            }
        }

        if (!support.TryGetValue(view.Holder, out var mine))
        {
            support[view.Holder] = mine = [];
        }

        var before = mine.TryGetValue(view.Origin, out var old) ? Faded(old, view.Day) : 0;
        mine[view.Origin] = (Math.Max(before, view.Weight), view.Day);
    }

    private double Sum(Dictionary<string, Dictionary<string, (double Weight, DateOnly Day)>> support, string holder, DateOnly day, DateOnly since)
    {
        var sum = 0.0;
        if (support.TryGetValue(holder, out var words))
        {
            foreach (var (_, word) in words)
            {
                sum += word.Day >= since ? Faded(word, day) : 0;
            }
        }

        return sum;
    }

    private double Faded((double Weight, DateOnly Day) word, DateOnly day) =>
        word.Weight * (Math.Max(0, day.DayNumber - word.Day.DayNumber) is var days && days < Longest ? fades[days] : Math.Pow(0.5, days / judgement.HalfLife));
}
