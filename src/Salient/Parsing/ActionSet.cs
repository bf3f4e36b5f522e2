namespace Salient.Parsing;

/// <summary>The moves of the parser: shift, then an arc to the left or right for each relation.</summary>
/// <remarks>Arc-hybrid: left hangs the top of the stack on the next word, right hangs it on the word below it. The root waits at the end.</remarks>
internal sealed class ActionSet
{
    /// <summary>The number of the shift.</summary>
    public const int Shift = 0;

    private readonly byte[] labels;
    private readonly int[] left;
    private readonly int[] right;

    /// <param name="relations">All relations; the position is the relation's number.</param>
    /// <param name="leftLabels">Numbers of those that occur to the left.</param>
    /// <param name="rightLabels">Numbers of those that occur to the right.</param>
    public ActionSet(IReadOnlyList<string> relations, IReadOnlyList<byte> leftLabels, IReadOnlyList<byte> rightLabels)
    {
        Relations = [.. relations.Select(string.Intern)];
        LeftLabels = leftLabels;
        RightLabels = rightLabels;
        LeftEnd = 1 + leftLabels.Count;
        Count = LeftEnd + rightLabels.Count;
        labels = [0, .. leftLabels, .. rightLabels];
        left = new int[relations.Count];
        right = new int[relations.Count];
        left.AsSpan().Fill(-1);
        right.AsSpan().Fill(-1);
        for (var i = 1; i < Count; i++)
        {
            (i < LeftEnd ? left : right)[labels[i]] = i;
        }

        LabelKeys = [.. relations.Select((_, i) => Keys.Mix(3000UL + (ulong)i))];
        RootLabel = (byte)Array.IndexOf(Relations, "root");
    }

    public string[] Relations { get; }

    public IReadOnlyList<byte> LeftLabels { get; }

    public IReadOnlyList<byte> RightLabels { get; }

    /// <summary>The key of each relation.</summary>
    public ulong[] LabelKeys { get; }

    /// <summary>One past the last move to the left; moves to the right follow.</summary>
    public int LeftEnd { get; }

    public int Count { get; }

    public byte RootLabel { get; }

    public byte Label(int action) => labels[action];

    /// <summary>The move to the left with this relation, or -1.</summary>
    public int Left(int label) => left[label];

    /// <summary>The move to the right with this relation, or -1.</summary>
    public int Right(int label) => right[label];
}
