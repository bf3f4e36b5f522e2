using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>What the words of a unit mean: for each place in the clause the direction of the words that stand there.</summary>
internal sealed class Meaning(WordVectors vectors)
{
    /// <summary>The places, in the order of their stretches: each as an explanation names it.</summary>
    public static IReadOnlyList<string> Places { get; } =
        ["meaning of the predicate", "meaning of what carries it", "meaning of the agent", "meaning of the object", "meaning of the governor", "meaning of the clause", "meaning of the rest"];

    /// <summary>Numbers in a unit's meaning.</summary>
    public int Size { get; } = vectors.Size * Places.Count;

    /// <summary>Directions of words.</summary>
    public WordVectors Vectors => vectors;

    /// <summary>Writes the meaning of <paramref name="unit"/>.</summary>
    /// <param name="context">The report.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="to">Gets <see cref="Size"/> numbers.</param>
    public void Fill(Context context, Unit unit, Span<float> to)
    {
        to.Clear();
        var c = unit.Clause;
        var rows = context.Directions(unit.Sentence);
        Add(rows, c.Content, Place(to, 0));
        foreach (var carrier in c.Carriers)
        {
            Add(rows, carrier, Place(to, 1));
        }

        Add(rows, c.Agent, Place(to, 2));
        Add(rows, c.Object, Place(to, 3));
        Add(rows, c.Governor, Place(to, 4));
        var tokens = context.Sentences[unit.Sentence].Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            if (HasContent(tokens[t]))
            {
                Add(rows, t, Place(to, t >= c.First && t < c.End ? 5 : 6));
            }
        }

        for (var p = 0; p < Places.Count; p++)
        {
            Norm(Place(to, p));
        }
    }

    private static bool HasContent(Token token) => token.Tag is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.PROPN;

    private Span<float> Place(Span<float> all, int place) => all.Slice(place * vectors.Size, vectors.Size);

    private void Add(int[] rows, int word, Span<float> to)
    {
        if (word >= 0 && rows[word] >= 0)
        {
            vectors.Add(rows[word], to);
        }
    }

    // Makes a direction of length 1 of the words' sum.
    private static void Norm(Span<float> span)
    {
        if (!span.ContainsAnyExcept(0f))
        {
            return;
        }

        var length = 0f;
        foreach (var x in span)
        {
            length += x * x;
        }

        if (length > 1e-6f)
        {
            length = 1 / MathF.Sqrt(length);
            foreach (ref var x in span)
            {
                x *= length;
            }
        }
    }
}
