namespace Salient.Reconciling.Control;

/// <summary>A word that bears on days.</summary>
/// <param name="Slice">The day.</param>
/// <param name="Holder">1 the first party, -1 the second.</param>
/// <param name="Weight">How strongly it pulls.</param>
/// <param name="After">True where it bears on the days from there on, false where on those before.</param>
internal readonly record struct Tug(int Slice, int Holder, double Weight, bool After);

/// <summary>How the words on one settlement pull its ground to a side, slice by slice: those of one layer no more strongly together than is said for it, however often they are said.</summary>
/// <param name="slices">The days.</param>
internal sealed class Pull(Slices slices)
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
        var (after, before) = (new double[slices.Count, 2], new double[slices.Count, 2]);
        foreach (var (slice, holder, weight, onward) in words)
        {
            (onward ? after : before)[slice, holder > 0 ? 0 : 1] += weight;
            Second |= holder < 0;
        }

        for (var t = 1; t < slices.Count; t++)
        {
            var back = slices.Count - 1 - t;
            for (var k = 0; k < 2; k++)
            {
                after[t, k] += after[t - 1, k] * kept * (cleared is null ? 1 : cleared.Left(t, 1 - k));
                before[back, k] += before[back + 1, k] * kept * (cleared is null ? 1 : cleared.Left(back + 1, k));
            }
        }

        for (var t = 0; t < slices.Count; t++)
        {
            var (first, second) = (after[t, 0] + before[t, 0], after[t, 1] + before[t, 1]);
            var part = first + second > most ? most / (first + second) : 1;
            lead[t] += part * (first - second);
            all[t] += part * (first + second);
        }
    }
}
