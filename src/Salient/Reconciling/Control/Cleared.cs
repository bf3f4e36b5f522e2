namespace Salient.Reconciling.Control;

/// <summary>The days on which a side is gone from a settlement's ground, and how surely.</summary>
/// <param name="slices">How many days there are.</param>
internal sealed class Cleared(int slices)
{
    private readonly HashSet<(int Slice, int Holder)> told = [];
    private readonly float[] left = [.. Enumerable.Repeat(1f, slices * 2)];

    /// <summary>The part that is left on a day of what counted for the side that loses to side <paramref name="gaining"/> (0 the first party, 1 the second).</summary>
    public float Left(int slice, int gaining) => left[(slice * 2) + gaining];

    /// <summary>Days on which words on all of the ground around tell it, with who gains: 1 the first party, -1 the second.</summary>
    public IReadOnlySet<(int Slice, int Holder)> Told => told;

    /// <summary>Notes that words on all of the ground around tell it.</summary>
    public void Tell(int slice, int gaining) => told.Add((slice, gaining == 0 ? 1 : -1));

    /// <summary>Takes <paramref name="part"/> (0 to 1) of it away, unless more is taken already.</summary>
    public void Take(int slice, int gaining, double part) => left[(slice * 2) + gaining] = Math.Min(left[(slice * 2) + gaining], (float)(1 - part));
}
