namespace Salient.Records.Syntax;

/// <summary>Questions put to a sentence's dependency tree.</summary>
internal static class Tree
{
    /// <summary>True where word <paramref name="token"/> hangs on its head by <paramref name="relation"/>, subtypes included.</summary>
    public static bool Is(this Sentence s, int token, string relation)
    {
        var r = s.Tokens[token].Relation;
        return r.StartsWith(relation, StringComparison.Ordinal) && (r.Length == relation.Length || r[relation.Length] == ':');
    }

    /// <summary>True where word <paramref name="token"/> hangs by one of <paramref name="relations"/>.</summary>
    public static bool IsAny(this Sentence s, int token, params ReadOnlySpan<string> relations)
    {
        foreach (var r in relations)
        {
            if (s.Is(token, r))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first child of <paramref name="token"/> by <paramref name="relation"/>, or -1.</summary>
    public static int Child(this Sentence s, int token, string relation)
    {
        foreach (var c in s.Children(token))
        {
            if (s.Is(c, relation))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>True where a child by <paramref name="relation"/> has the lemma <paramref name="lemma"/>.</summary>
    public static bool HasChild(this Sentence s, int token, string relation, string lemma)
    {
        foreach (var c in s.Children(token))
        {
            if (s.Is(c, relation) && s.Lemma(c) == lemma)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lemma of a word, lower case.</summary>
    public static string Lemma(this Sentence s, int token) => s.Tokens[token].Lemma.Lowered();

    /// <summary>The word as written, lower case.</summary>
    public static string Lower(this Sentence s, int token) => s.Tokens[token].Form.Lowered();

    /// <summary>True where <paramref name="token"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public static bool Under(this Sentence s, int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps <= s.Tokens.Length; steps++)
        {
            if (token == ancestor)
            {
                return true;
            }

            token = s.Tokens[token].Head;
        }

        return false;
    }

    /// <summary>Marks <paramref name="root"/> and all below it, but for the branches that <paramref name="without"/> marks.</summary>
    public static bool[] Below(this Sentence s, int root, bool[]? without = null)
    {
        var marked = new bool[s.Tokens.Length];
        var stack = new Stack<int>();
        stack.Push(root);
        while (stack.TryPop(out var t))
        {
            if (marked[t] || (without is not null && without[t]))
            {
                continue;
            }

            marked[t] = true;
            foreach (var c in s.Children(t))
            {
                stack.Push(c);
            }
        }

        return marked;
    }

    /// <summary>The case marker or mark of a phrase, lower case, or null: "of" in "of the city".</summary>
    public static string? Marker(this Sentence s, int token)
    {
        foreach (var c in s.Children(token))
        {
            if (s.IsAny(c, "case", "mark") && c < token)
            {
                return s.Lower(c);
            }
        }

        return null;
    }

    /// <summary>True for nouns, names and pronouns.</summary>
    public static bool Nominal(this Sentence s, int token) => s.Tokens[token].Tag is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.SYM;

    /// <summary>True where the word is the head of a clause with "to".</summary>
    public static bool Infinitive(this Sentence s, int token) => s.HasChild(token, "mark", "to");

    /// <summary>The subject of <paramref name="token"/> itself, active or passive, or -1.</summary>
    /// <remarks>Where the tree has several, the one nearest before the word: what stands before it belongs to its phrase.</remarks>
    public static int OwnSubject(this Sentence s, int token)
    {
        var best = -1;
        foreach (var c in s.Children(token))
        {
            if (s.Is(c, "nsubj") && (best < 0 || c < token))
            {
                best = c;
            }
        }

        return best;
    }

    /// <summary>The agent of a passive ("by X"), or -1.</summary>
    public static int Agent(this Sentence s, int token)
    {
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Relation == "obl:agent" || (s.Is(c, "obl") && c > token && s.Marker(c) == "by" && s.Passive(token)))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>True for passive verbs: "was said", and participles that hang on a noun.</summary>
    public static bool Passive(this Sentence s, int token)
    {
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Relation is "aux:pass" or "nsubj:pass" or "csubj:pass")
            {
                return true;
            }
        }

        return s.Tokens[token].WordForm == WordForm.PastParticiple && s.IsAny(token, "acl", "amod") && !s.Is(token, "acl:relcl") && s.Child(token, "aux") < 0;
    }
}
