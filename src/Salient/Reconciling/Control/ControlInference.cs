namespace Salient.Reconciling.Control;

/// <summary>One day's words on a named place that bear on those around it.</summary>
/// <param name="Day">Day number.</param>
/// <param name="Holder">1 for the first party, -1 for the second, by these words.</param>
/// <param name="Weight">How far they count.</param>
/// <param name="Standoff">Kilometres within which the enemy stands by this word; infinite where it does not tell.</param>
internal readonly record struct FrontWord(int Day, int Holder, double Weight, double Standoff)
{
    private const double Close = 5;

    /// <summary>Kinds of word, the last of each of which counts.</summary>
    public const int Channels = 4;

    /// <summary>Its kind.</summary>
    public int Channel => Holder < 0 ? 0 : double.IsInfinity(Standoff) ? 1 : Standoff <= Close ? 2 : 3;
}

/// <summary>A place that claims name.</summary>
internal sealed class Anchor
{
    private readonly int[] days;
    private readonly int[][] last;

    /// <summary>Makes one.</summary>
    /// <param name="depth">Kilometres from the second party's rear.</param>
    /// <param name="words">The words on it, by day.</param>
    /// <param name="departures">What was said of a side's leaving here and nearby.</param>
    public Anchor(double depth, FrontWord[] words, Departures departures)
    {
        (Depth, Words, Departures) = (depth, words, departures);
        days = [.. words.Select(w => w.Day)];
        last = new int[words.Length][];
        var now = Enumerable.Repeat(-1, FrontWord.Channels).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            now[words[i].Channel] = i;
            last[i] = [.. now];
        }
    }

    /// <summary>Kilometres from the second party's rear.</summary>
    public double Depth { get; }

    /// <summary>The words on it, by day.</summary>
    public FrontWord[] Words { get; }

    /// <summary>What was said of a side's leaving here and nearby.</summary>
    public Departures Departures { get; }

    /// <summary>True where a word speaks for <paramref name="holder"/> here or behind here.</summary>
    public bool Speaks(int holder) => Words.Any(w => w.Holder == holder || (holder < 0 && w.Channel > 1));

    /// <summary>Index of the last word of each kind by <paramref name="day"/>, -1 for none.</summary>
    public ReadOnlySpan<int> Last(int day)
    {
        var at = Array.BinarySearch(days, day);
        at = at < 0 ? ~at - 1 : at;
        while (at >= 0 && at + 1 < days.Length && days[at + 1] == day)
        {
            at++;
        }

        return at < 0 ? [] : last[at];
    }
}

/// <summary>
/// Infers who holds a settlement from the named places around it. Pure: sees those places, its depth and the start alone. A place that the second party
/// attacks on the ground is held by the first; what lies behind it, nearer to the attacker's rear, is held by the attacker.
/// </summary>
/// <param name="policy">Reach, prior and the rest.</param>
internal sealed class ControlInference(Inference policy)
{
    private const int LongestAge = 2000;
    private readonly double[] holding = Fading(policy.Floor, policy.HalfLife), standing = Fading(policy.Presence, policy.HalfLife);
    private readonly double prior = 1 / Math.Pow(policy.Prior, policy.Power);

    /// <summary>Days and holders (1 the first party, -1 the second) after <paramref name="start"/>, in order.</summary>
    /// <param name="start">Day number of the baseline.</param>
    /// <param name="holder">Who held it then: 1 or -1.</param>
    /// <param name="depth">Kilometres from the second party's rear.</param>
    /// <param name="near">The named places around it, with their distance in km.</param>
    public List<(int Day, int Holder, double Lean)> Infer(int start, int holder, double depth, IReadOnlyList<(Anchor Anchor, double Kilometres)> near)
    {
        var turns = new List<(int Day, int Holder, double Lean)>();
        var now = holder;
        if (!near.Any(n => n.Anchor.Speaks(-holder)))
        {
            return turns;
        }

        var strengths = near.Select(n => 1 / Math.Pow(Math.Max(n.Kilometres, policy.Nearest), policy.Power)).ToArray();
        foreach (var day in Days(start, near))
        {
            var lean = Lean(day, holder, depth, near, strengths);
            if (Math.Sign(lean) == -now && Math.Abs(lean) > policy.Margin)
            {
                now = -now;
                turns.Add((day, now, Math.Abs(lean)));
            }
        }

        return Lasting(turns, holder);
    }

    /// <summary>-1 (the second party) to 1 (the first) on a day.</summary>
    private double Lean(int day, int start, double depth, IReadOnlyList<(Anchor Anchor, double Kilometres)> near, double[] strengths)
    {
        var (lead, all) = (start * prior, prior);
        for (var n = 0; n < strengths.Length; n++)
        {
            var (anchor, km) = near[n];
            foreach (var i in anchor.Last(day))
            {
                if (i >= 0)
                {
                    var word = anchor.Words[i];
                    var says = Says(word, anchor.Depth - depth, km);
                    var fading = word.Holder > 0 && says < 0 ? standing : holding;
                    var weight = strengths[n] * word.Weight * fading[Math.Min(day - word.Day, LongestAge - 1)] * anchor.Departures.Kept(Math.Sign(says), word.Day, day);
                    lead += says * weight;
                    all += Math.Abs(says) * weight;
                }
            }
        }

        return lead / all;
    }

    /// <summary>What a word on a place says of one that lies <paramref name="behind"/> km nearer to the second party's rear.</summary>
    private double Says(FrontWord word, double behind, double km)
    {
        var slack = Math.Min(policy.Slack, km);
        if (word.Holder < 0)
        {
            return behind >= -slack ? -1 : -policy.Ahead;
        }

        return behind <= slack ? 1 : behind > slack + word.Standoff ? -policy.Behind : 0;
    }

    private static double[] Fading(double floor, double half) => [.. Enumerable.Range(0, LongestAge).Select(age => floor + ((1 - floor) * Math.Pow(0.5, age / half)))];

    private static IEnumerable<int> Days(int start, IReadOnlyList<(Anchor Anchor, double Kilometres)> near) =>
        near.SelectMany(n => n.Anchor.Words).Select(w => w.Day).Where(d => d > start).Distinct().Order();

    /// <summary>Leaves out turns that do not last.</summary>
    private List<(int Day, int Holder, double Lean)> Lasting(List<(int Day, int Holder, double Lean)> turns, int start)
    {
        var kept = new List<(int Day, int Holder, double Lean)>();
        for (var i = 0; i < turns.Count; i++)
        {
            var lasts = i + 1 == turns.Count || turns[i + 1].Day - turns[i].Day >= policy.Lasting;
            if (lasts && turns[i].Holder != (kept.Count > 0 ? kept[^1].Holder : start))
            {
                kept.Add(turns[i]);
            }
        }

        return kept;
    }
}
