namespace Salient.Reconciling.Control;

/// <summary>The days that words tell of, in slices of one day, or of more where they are many.</summary>
internal sealed class Slices
{
    private const int Most = 400;

    /// <summary>Cuts the days from <paramref name="first"/> to <paramref name="last"/>, day numbers.</summary>
    public Slices(int first, int last)
    {
        var days = Math.Max(1, last - first + 1);
        (First, Step) = (first, ((days - 1) / Most) + 1);
        Count = ((days - 1) / Step) + 1 + (Step > 1 ? 1 : 0);
    }

    /// <summary>The first day, its number.</summary>
    public int First { get; }

    /// <summary>Days of a slice.</summary>
    public int Step { get; }

    /// <summary>How many slices there are.</summary>
    public int Count { get; }

    /// <summary>The first slice that does not begin before <paramref name="day"/>; outside 0 to <see cref="Count"/> for a day outside them.</summary>
    public int Of(int day) => day < First ? -1 : (day - First + Step - 1) / Step;

    /// <summary>The day that a slice begins with.</summary>
    public int Day(int slice) => First + (slice * Step);

    /// <summary>The part of a weight that is left after one slice, where <paramref name="fading"/> days leave 1/e of it.</summary>
    public double Kept(double fading) => Math.Exp(-Step / fading);
}
