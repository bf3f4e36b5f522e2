namespace Salient.Coding.Scoring;

/// <summary>What a sentence's words show of themselves.</summary>
internal sealed class WordInput
{
    private readonly WordVectors table = WordVectors.Empty;
    private float[]? vectors;

    /// <param name="vectors">Words x numbers: each word's direction, zeros where it is unknown.</param>
    /// <param name="rows">For each word the numbers of what else it shows.</param>
    public WordInput(float[] vectors, int[][] rows) => (this.vectors, Rows) = (vectors, rows);

    /// <param name="table">Directions of words.</param>
    /// <param name="directions">For each word its row in that table, -1 where it is unknown.</param>
    /// <param name="rows">For each word the numbers of what else it shows.</param>
    public WordInput(WordVectors table, int[] directions, int[][] rows) => (this.table, Directions, Rows) = (table, directions, rows);

    /// <summary>For each word the numbers of what else it shows.</summary>
    public int[][] Rows { get; }

    /// <summary>For each word the row of its direction, -1 where it is unknown; null where directions are given in full.</summary>
    public int[]? Directions { get; }

    /// <summary>How many words.</summary>
    public int Count => Rows.Length;

    /// <summary>Words x numbers: each word's direction, zeros where it is unknown.</summary>
    public float[] Vectors => vectors ??= Spread();

    private float[] Spread()
    {
        var all = new float[Count * table.Size];
        for (var i = 0; Directions is not null && i < Count; i++)
        {
            if (Directions[i] >= 0)
            {
                table.Add(Directions[i], all.AsSpan(i * table.Size, table.Size));
            }
        }

        return all;
    }
}
