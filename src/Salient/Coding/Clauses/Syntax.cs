using Salient.Records;

namespace Salient.Coding.Clauses;

/// <summary>Small questions to one sentence's tree. An index of -1 stands for 'none'.</summary>
internal static class Syntax
{
    /// <summary>The first child of <paramref name="token"/> that stands in <paramref name="relation"/> or a subtype of it.</summary>
    public static int Child(this Sentence s, int token, string relation)
    {
        foreach (var c in s.Children(token))
        {
            if (Is(s.Tokens[c].Relation, relation) && (s.Tokens[c].Tag != Upos.PUNCT || relation == "punct"))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>True where <paramref name="relation"/> is <paramref name="wanted"/> or a subtype of it.</summary>
    public static bool Is(string relation, string wanted) =>
        relation.StartsWith(wanted, StringComparison.Ordinal) && (relation.Length == wanted.Length || relation[wanted.Length] == ':');

    public static bool Is(this Sentence s, int token, string relation) => Is(s.Tokens[token].Relation, relation);

    public static string Lemma(this Sentence s, int token) => s.Tokens[token].Lemma;

    /// <summary>True for verbs, and for words that an auxiliary or copula makes a predicate.</summary>
    public static bool Predicate(this Sentence s, int token) => s.Tokens[token].Tag == Upos.VERB || s.Child(token, "cop") >= 0 || (s.Tokens[token].Tag is not Upos.AUX && s.Child(token, "nsubj") >= 0);

    /// <summary>True for a verb that has its own tense: a finite form, an auxiliary or a subject.</summary>
    public static bool Finite(this Sentence s, int token) =>
        s.Child(token, "cop") >= 0 || s.Child(token, "nsubj") >= 0
        || (s.Tokens[token].Tag == Upos.VERB && (s.Child(token, "aux") >= 0 || s.Tokens[token].WordForm is WordForm.Present or WordForm.Past));

    /// <summary>The preposition of a noun (its case), lower case; for "because of" the first word; null for none.</summary>
    public static string? Preposition(this Sentence s, int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s.Is(c, "case") && s.Tokens[c].Form is not ("'s" or "’s" or "'" or "’"))
            {
                return s.Tokens[c].Form.Lowered();
            }
        }

        // In "in Kherson and Odesa" the second shares the first's preposition.
        return s.Is(noun, "conj") && s.Tokens[noun].Head is >= 0 and var head && s.Nominal(head) ? s.Preposition(head) : null;
    }

    /// <summary>The nearest predicate at or above <paramref name="token"/>; the root where there is none.</summary>
    public static int ClauseOf(this Sentence s, int token)
    {
        var t = token;
        for (var steps = 0; steps < 200; steps++)
        {
            if (s.Predicate(t) || s.Tokens[t].Head < 0)
            {
                return t;
            }

            t = s.Tokens[t].Head;
        }

        return t;
    }

    /// <summary>True where <paramref name="token"/> is <paramref name="top"/> or hangs below it.</summary>
    public static bool Below(this Sentence s, int token, int top)
    {
        for (var t = token; t >= 0; t = s.Tokens[t].Head)
        {
            if (t == top)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a noun, a name or a pronoun.</summary>
    public static bool Nominal(this Sentence s, int token) => s.Tokens[token].Tag is Upos.NOUN or Upos.PROPN or Upos.PRON;
}
