namespace Salient.Coding.Scoring;

/// <summary>What a sentence's words show of themselves.</summary>
/// <param name="Vectors">Words x numbers: each word's direction, zeros where it is unknown.</param>
/// <param name="Rows">For each word the numbers of what else it shows.</param>
internal sealed record WordInput(float[] Vectors, int[][] Rows)
{
    /// <summary>How many words.</summary>
    public int Count => Rows.Length;
}
