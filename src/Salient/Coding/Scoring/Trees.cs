using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Questions about a sentence's tree.</summary>
internal static class Trees
{
    /// <summary>True where the word's relation is <paramref name="relation"/>, with any subtype.</summary>
    public static bool Is(this Token token, string relation) =>
        token.Relation.StartsWith(relation, StringComparison.Ordinal)
        && (token.Relation.Length == relation.Length || token.Relation[relation.Length] == ':');

    /// <summary>The first word that hangs on <paramref name="head"/> by <paramref name="relation"/>, or -1.</summary>
    public static int Child(this Sentence sentence, int head, string relation)
    {
        foreach (var c in sentence.Children(head))
        {
            if (sentence.Tokens[c].Is(relation))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>The preposition that introduces the word at <paramref name="head"/>, or the empty string.</summary>
    public static string Case(this Sentence sentence, int head)
    {
        var c = sentence.Child(head, "case");
        return c < 0 ? "" : sentence.Tokens[c].Lemma;
    }

    /// <summary>True where the word heads a predicate: a verb, or a word with a copula or a subject.</summary>
    public static bool IsPredicate(this Sentence sentence, int head) =>
        sentence.Tokens[head].Tag is Upos.VERB or Upos.AUX || sentence.Child(head, "cop") >= 0 || sentence.Child(head, "nsubj") >= 0;
}
