namespace Salient.Reconciling.Control;

/// <summary>A word that bears on days.</summary>
/// <param name="Slice">The day.</param>
/// <param name="Holder">1 the first party, -1 the second.</param>
/// <param name="Weight">How strongly it pulls.</param>
/// <param name="Bearing">On which days it bears.</param>
internal readonly record struct Tug(int Slice, int Holder, double Weight, Bearing Bearing);

/// <summary>On which days a word bears.</summary>
internal enum Bearing
{
    /// <summary>From its day on.</summary>
    Onward,

    /// <summary>Up to its day, back: what is so then was so some days before.</summary>
    Back,

    /// <summary>Up to its day, back: what is no longer so from then on was so before, nobody knows since when.</summary>
    Before,
}

/// <summary>How the words on one settlement pull its ground to a side, slice by slice: those of one layer no more strongly together than is said for it, however often they are said.</summary>
/// <param name="slices">The days.</param>
/// <param name="coverage">How far back a word bears.</param>
internal sealed class Pull(Slices slices, Coverage coverage)
{
    private readonly double[] lead = new double[slices.Count], all = new double[slices.Count];

    /// <summary>True where something pulls to the second party.</summary>
    public bool Second { get; private set; }

    /// <summary>What is for the first party, less what is for the second.</summary>
    public double Lead(int slice) => lead[slice];

    /// <summary>All of it.</summary>
    public double All(int slice) => all[slice];

    /// <summary>Adds a layer of words that fade away from their days, each way.</summary>
    /// <param name="words">The words.</param>
    /// <param name="fading">Days that leave 1/e of a word's weight.</param>
    /// <param name="cleared">On which days a side is gone: what told of it before counts no longer, and what is told of the other later says nothing of the days before.</param>
    /// <param name="most">How strongly all of them pull together at the most.</param>
    public void Add(IEnumerable<Tug> words, double fading, Cleared? cleared = null, double most = double.PositiveInfinity)
    {
        var kept = slices.Kept(fading);
        var (after, before, back) = (new double[slices.Count, 2], new double[slices.Count, 2], new double[slices.Count, 2]);
        foreach (var (slice, holder, weight, bearing) in words)
        {
            var side = holder > 0 ? 0 : 1;
            (bearing switch { Bearing.Onward => after, Bearing.Before => before, _ => back })[slice, side] += weight;
            Second |= side == 1;
        }

        for (var t = 1; t < slices.Count; t++)
        {
            var earlier = slices.Count - 1 - t;
            for (var k = 0; k < 2; k++)
            {
                after[t, k] += after[t - 1, k] * kept * Left(t, 1 - k);
                before[earlier, k] += before[earlier + 1, k] * kept * Left(earlier + 1, k);
            }
        }

        var so = Back(back, kept, cleared);
        for (var t = 0; t < slices.Count; t++)
        {
            var (first, second) = (after[t, 0] + before[t, 0] + so[t, 0], after[t, 1] + before[t, 1] + so[t, 1]);
            var part = first + second > most ? most / (first + second) : 1;
            lead[t] += part * (first - second);
            all[t] += part * (first + second);
        }

        double Left(int slice, int side) => cleared?.Left(slice, side) ?? 1;
    }

    /// <summary>What words of what is so on a day amount to on the days before, as far as they bear; those that bear equally far are followed together.</summary>
    private double[,] Back(double[,] words, double kept, Cleared? cleared)
    {
        var so = new double[slices.Count, 2];
        for (var top = slices.Count - 1; top >= 0;)
        {
            var since = coverage.Since(top);
            var (first, second) = (0.0, 0.0);
            var next = since - 1;
            for (var t = top; t >= since; t--)
            {
                if (coverage.Since(t) == since)
                {
                    (first, second) = (first + words[t, 0], second + words[t, 1]);
                }
                else
                {
                    next = Math.Max(next, t);
                }

                so[t, 0] += first;
                so[t, 1] += second;
                first *= kept * (cleared?.Left(t, 0) ?? 1);
                second *= kept * (cleared?.Left(t, 1) ?? 1);
            }

            top = next;
        }

        return so;
    }
}
