namespace Salient.Tuning;

/// <summary>What one unit teaches, its words by their pieces.</summary>
/// <param name="At">The pieces at its first places; -1 where there is none.</param>
/// <param name="Own">The first pieces of its words.</param>
/// <param name="Features">Its features' numbers.</param>
/// <param name="Kinds">Numbers of its kinds, or that of "none".</param>
/// <param name="Acts">Numbers of its acts.</param>
/// <param name="Leanings">Numbers of what its claims are besides.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record TunedUnit(int[] At, int[] Own, int[] Features, int[] Kinds, int[] Acts, int[] Leanings, float Weight);

/// <summary>A sentence in pieces.</summary>
/// <param name="Pieces">Its pieces.</param>
/// <param name="Units">Its units.</param>
internal sealed record TunedSentence(int[] Pieces, TunedUnit[] Units);
