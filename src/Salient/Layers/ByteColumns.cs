namespace Salient.Layers;

/// <summary>What is known of each column of a matrix of bytes.</summary>
/// <param name="Sums">The sum of its numbers.</param>
/// <param name="Worths">What one of it is worth.</param>
/// <param name="Starts">What is added to each product.</param>
internal sealed record ByteColumns(int[] Sums, float[] Worths, float[] Starts);
