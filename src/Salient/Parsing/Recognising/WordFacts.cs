using Salient.Parsing.Naming;
using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>What each word of a sentence shows to the recogniser, as keys; kept from sentence to sentence, for one thread at a time.</summary>
internal sealed class WordFacts
{
    private Fact[] facts = new Fact[64];

    /// <summary>How many words.</summary>
    public int Count { get; private set; }

    /// <summary>The word at <paramref name="i"/>; outside the sentence a word of its own.</summary>
    public ref readonly Fact this[int i] => ref facts[i < 0 ? 0 : i >= Count ? Count + 1 : i + 1];

    /// <summary>Notes, for each word with a capital, the types of what it lies in anywhere in the report.</summary>
    private void Recall(SeenNames seen)
    {
        for (var i = 1; i <= Count; i++)
        {
            facts[i].Seen = seen.Types(facts[i].Form);
        }
    }

    /// <summary>Notes what kind of thing a word speaks of.</summary>
    public void SetRole(int i, ulong role) => facts[i + 1].Role = role;

    /// <summary>Takes in a sentence with what rules and lexicon found in it.</summary>
    public void Read(Sentence sentence, MentionCues cues, WordGroups groups, SeenNames seen)
    {
        Count = sentence.Tokens.Length;
        if (facts.Length < Count + 2)
        {
            facts = new Fact[(Count + 2) * 2];
        }

        facts[0] = facts[Count + 1] = new Fact { Form = Keys.None, Lemma = Keys.None, Tag = Keys.None, Kind = Keys.None, Shape = Keys.None, Rule = Keys.None, Group = new WordGroup(0, 0, 0), Head = -1, Phrase = -1 };
        for (var i = 0; i < Count; i++)
        {
            facts[i + 1] = Of(sentence.Tokens[i], cues, groups);
        }

        for (var i = 0; i < Count; i++)
        {
            Hang(sentence, i);
        }

        foreach (var m in sentence.Mentions)
        {
            var key = (ulong)m.Type + 1 + (m.Entry is null ? 0UL : 32UL);
            for (var i = m.First; i < m.End; i++)
            {
                ref var fact = ref facts[i + 1];
                var own = (key * 2) + (i == m.First ? 1UL : 0UL);
                fact.Rule = fact.Rule == 0 ? own : Keys.Pair(fact.Rule, own);
                fact.Rules |= 1 << (int)m.Type;
            }
        }

        Recall(seen);
    }

    /// <summary>The key of a word in plain characters, its first 64.</summary>
    public static ulong KeyOf(string form)
    {
        Span<char> plain = stackalloc char[Math.Min(64, form.Length)];
        Plain(form, plain);
        return Keys.Of(plain);
    }

    private static void Plain(string form, Span<char> plain)
    {
        for (var k = 0; k < plain.Length; k++)
        {
            plain[k] = Keys.Plain(form[k]);
        }
    }

    private static Fact Of(Token token, MentionCues cues, WordGroups groups)
    {
        Span<char> plain = stackalloc char[Math.Min(64, token.Form.Length)];
        Plain(token.Form, plain);
        var key = Keys.Of(plain);
        var kind = (token.Tag == Upos.PROPN ? cues.NameKind(token.Form) : null) ?? cues.Kind(token.Lemma) ?? cues.NameKind(token.Form);
        return new Fact
        {
            Form = key,
            Lemma = Keys.Of(token.Lemma),
            Tag = (ulong)token.Tag + 1,
            WordForm = (ulong)token.WordForm,
            Relation = Keys.Of(token.Relation),
            Kind = kind is null ? 0 : Keys.Of(kind),
            Shape = ShapeOf(token.Form),
            Suffix2 = Keys.Of(plain[Math.Max(0, plain.Length - 2)..]),
            Suffix3 = Keys.Of(plain[Math.Max(0, plain.Length - 3)..]),
            Suffix4 = Keys.Of(plain[Math.Max(0, plain.Length - 4)..]),
            Prefix3 = Keys.Of(plain[..Math.Min(3, plain.Length)]),
            Group = groups.Of(key),
            Head = token.Head,
            Phrase = -1,
        };
    }

    /// <summary>The word that a word's noun phrase hangs on, and what stands before the phrase.</summary>
    private void Hang(Sentence sentence, int i)
    {
        var top = i;
        for (var steps = 0; steps < 6; steps++)
        {
            var t = sentence.Tokens[top];
            if (t.Head < 0 || t.Relation.AsSpan() is not ("compound" or "amod" or "flat" or "det" or "case" or "nummod" or "nmod:poss" or "nmod:desc" or "punct" or "appos" or "goeswith" or "fixed" or "advmod"))
            {
                break;
            }

            top = t.Head;
            if (t.Relation == "case")
            {
                break;
            }
        }

        ref var fact = ref facts[i + 1];
        fact.Phrase = top;
        foreach (var child in sentence.Children(i))
        {
            var relation = sentence.Tokens[child].Relation;
            if (relation == "case" && child < i)
            {
                fact.Case = facts[child + 1].Form;
            }
            else if (relation is "det" or "nmod:poss")
            {
                fact.Article = relation == "det" ? facts[child + 1].Form : 7;
            }
            else if (relation == "nummod")
            {
                fact.Counted = 1;
            }
            else if (relation is "compound" or "amod" or "flat")
            {
                fact.Modifier = child + 1;
            }
            else if (relation.StartsWith("nmod", StringComparison.Ordinal) && child > i && fact.Complement == 0)
            {
                fact.Complement = child + 1;
            }
        }
    }

    /// <summary>Capitals, small letters, digits and other signs, runs cut to one.</summary>
    private static ulong ShapeOf(string form)
    {
        ulong shape = 1;
        ulong last = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 1UL : char.IsLower(c) ? 2UL : char.IsDigit(c) ? 3UL : CharKinds.IsHyphen(c) ? 4UL : c == '.' ? 5UL : 6UL;
            if (kind != last && shape < 1UL << 40)
            {
                shape = (shape << 3) | kind;
                last = kind;
            }
        }

        return shape + ((ulong)Math.Min(form.Length, 4) << 56);
    }

    /// <summary>One word. Positions are counted from 1, 0 for none, where the field is not a head.</summary>
    public struct Fact
    {
        public ulong Form, Lemma, Tag, WordForm, Relation, Kind, Shape, Suffix2, Suffix3, Suffix4, Prefix3, Rule, Case, Article, Counted, Role, Seen;

        public WordGroup Group;

        public int Head, Phrase, Modifier, Complement, Rules;
    }
}
