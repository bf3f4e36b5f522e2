using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Who does what to whom in one clause, by the tree; what the clause leaves out is taken from the one that governs it.</summary>
internal readonly struct Arguments
{
    private static readonly string[] Blaming = ["accuse", "blame", "condemn", "criticise", "criticize", "charge", "suspect", "denounce", "fault", "punish", "rebuke", "praise", "thank"];

    /// <summary>Finds the arguments of the clause headed by <paramref name="head"/>.</summary>
    public Arguments(Sentence sentence, int head, int content, ClauseType type)
    {
        Passive = sentence.Child(content, "nsubj:pass") >= 0 || sentence.Child(content, "aux:pass") >= 0
            || (sentence.Tokens[content].WordForm == WordForm.PastParticiple && type is ClauseType.Participle);
        Subject = type switch
        {
            ClauseType.Nominal => Possessor(sentence, head),
            ClauseType.Apposition => sentence.Tokens[head].Head,
            _ => FindSubject(sentence, head, 0),
        };
        var agent = By(sentence, content);
        Agent = Passive ? agent : Subject;
        Object = Passive ? Subject : type == ClauseType.Nominal ? Of(sentence, head) : sentence.Child(content, "obj");
        if (Object < 0 && !Passive && head != content)
        {
            Object = sentence.Child(head, "obj");
        }
    }

    /// <summary>The subject's head, or -1.</summary>
    public int Subject { get; }

    /// <summary>Who does it, or -1.</summary>
    public int Agent { get; }

    /// <summary>What it is done to, or -1.</summary>
    public int Object { get; }

    /// <summary>True for a passive.</summary>
    public bool Passive { get; }

    private static int FindSubject(Sentence sentence, int head, int depth)
    {
        if (head < 0 || depth > 20)
        {
            return -1;
        }

        var own = sentence.Child(head, "nsubj");
        var token = sentence.Tokens[head];
        if (own >= 0)
        {
            return token.Relation == "acl:relcl" && IsRelative(sentence.Tokens[own]) ? token.Head : own;
        }

        if (token.Head < 0)
        {
            return -1;
        }

        if (token.Is("acl"))
        {
            return IsVerb(sentence.Tokens[token.Head]) ? FindSubject(sentence, token.Head, depth + 1) : ToNoun(sentence, head, depth);
        }

        if (token.Is("xcomp"))
        {
            var controller = sentence.Child(token.Head, "obj");
            return controller >= 0 && controller < head ? controller : FindSubject(sentence, token.Head, depth + 1);
        }

        if (token.Is("advcl") && sentence.Child(token.Head, "obj") is >= 0 and var blamed && blamed < head && Blaming.Contains(sentence.Tokens[token.Head].Lemma) && Marker(sentence, head) is "of" or "for")
        {
            // "accused the West of attempting …": the West attempts.
            return blamed;
        }

        return token.Is("conj") || token.Is("advcl") || token.Is("ccomp") ? FindSubject(sentence, token.Head, depth + 1) : -1;
    }

    private static string Marker(Sentence sentence, int head) =>
        sentence.Child(head, "mark") is >= 0 and var mark ? sentence.Tokens[mark].Lemma : sentence.Case(head);

    // An infinitive on a noun is done by whom the noun belongs to, else by the subject of its clause.
    private static int ToNoun(Sentence sentence, int head, int depth)
    {
        var noun = sentence.Tokens[head].Head;
        if (sentence.Tokens[head].WordForm != WordForm.Base)
        {
            return noun;
        }

        var owner = Possessor(sentence, noun);
        if (owner >= 0)
        {
            return owner;
        }

        var up = sentence.Tokens[noun].Head;
        return up >= 0 ? FindSubject(sentence, up, depth + 1) : noun;
    }

    private static int Possessor(Sentence sentence, int noun)
    {
        foreach (var relation in (ReadOnlySpan<string>)["nmod:poss", "amod", "compound"])
        {
            foreach (var c in sentence.Children(noun))
            {
                if (c < noun && sentence.Tokens[c].Is(relation) && IsNamed(sentence, c))
                {
                    return c;
                }
            }
        }

        var by = By(sentence, noun);
        return by >= 0 ? by : -1;
    }

    private static bool IsNamed(Sentence sentence, int token)
    {
        foreach (var m in sentence.Mentions)
        {
            if (token >= m.First && token < m.End && m.Type is MentionType.Nationality or MentionType.Force or MentionType.Organisation or MentionType.Person or MentionType.Place)
            {
                return true;
            }
        }

        return sentence.Tokens[token].Tag is Upos.PROPN;
    }

    private static int By(Sentence sentence, int head)
    {
        foreach (var c in sentence.Children(head))
        {
            if ((sentence.Tokens[c].Is("obl") || sentence.Tokens[c].Is("nmod")) && sentence.Case(c) == "by")
            {
                return c;
            }
        }

        return -1;
    }

    private static int Of(Sentence sentence, int head)
    {
        foreach (var c in sentence.Children(head))
        {
            if (sentence.Tokens[c].Is("nmod") && sentence.Case(c) is "of" or "on" or "against" or "to")
            {
                return c;
            }
        }

        return -1;
    }

    private static bool IsVerb(Token token) => token.Tag is Upos.VERB or Upos.AUX;

    private static bool IsRelative(Token token) => token.Lemma.Lowered() is "which" or "that" or "who" or "whom" or "whose";
}
