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

    /// <summary>The meaning of <paramref name="unit"/>, which stands in <paramref name="sentence"/>.</summary>
    public float[] Of(Unit unit, Sentence sentence)
    {
        var c = unit.Clause;
        var result = new float[Size];
        Place(result, 0, sentence, [c.Content]);
        Place(result, 1, sentence, c.Carriers);
        Place(result, 2, sentence, [c.Agent]);
        Place(result, 3, sentence, [c.Object]);
        Place(result, 4, sentence, [c.Governor]);
        Place(result, 5, sentence, Enumerable.Range(c.First, c.End - c.First).Where(t => HasContent(sentence.Tokens[t])));
        Place(result, 6, sentence, Enumerable.Range(0, sentence.Tokens.Length).Where(t => (t < c.First || t >= c.End) && HasContent(sentence.Tokens[t])));
        return result;
    }

    private static bool HasContent(Token token) => token.Tag is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.PROPN;

    // The mean direction of the words, of length 1.
    private void Place(float[] result, int place, Sentence sentence, IEnumerable<int> words)
    {
        var span = result.AsSpan(place * vectors.Size, vectors.Size);
        foreach (var t in words)
        {
            if (t >= 0 && !vectors.Add(sentence.Tokens[t].Form.ToLowerInvariant(), span))
            {
                vectors.Add(sentence.Tokens[t].Lemma.ToLowerInvariant(), span);
            }
        }

        var length = 0f;
        foreach (var x in span)
        {
            length += x * x;
        }

        if (length > 1e-6f)
        {
            length = 1 / MathF.Sqrt(length);
            for (var i = 0; i < span.Length; i++)
            {
                span[i] *= length;
            }
        }
    }
}
