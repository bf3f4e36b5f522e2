using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Coding.Scoring;

/// <summary>Cuts sentences into clauses, the stretches that claims quote.</summary>
/// <remarks>A clause leaves out the clauses at its edges that stand for themselves; those inside it stay, since evidence is one stretch.</remarks>
internal sealed class ClauseFinder(SenseClasses classes)
{
    private readonly int[] happening = [.. Happening.Select(classes.NumberOf)];
    private readonly int say = classes.NumberOf("say");
    private readonly int criticise = classes.NumberOf("criticise");

    private static readonly string[] Happening =
        ["attack", "movement", "controlnoun", "lossnoun", "talks", "deal", "statement", "threat", "criticism", "mobilise", "sanction", "mutiny", "aid", "shortage", "training", "appoint", "morale"];

    /// <summary>The clauses of <paramref name="sentence"/>, by position of their heads.</summary>
    public ImmutableArray<Clause> Find(Sentence sentence) => Find(new SentenceSenses(classes, sentence));

    /// <summary>The clauses of the sentence whose words are of <paramref name="senses"/>, by position of their heads.</summary>
    public ImmutableArray<Clause> Find(SentenceSenses senses)
    {
        var sentence = senses.Sentence;
        var types = Types(senses);
        var result = ImmutableArray.CreateBuilder<Clause>();
        for (var h = 0; h < types.Length; h++)
        {
            if (types[h] is { } type && Make(senses, types, h, type) is { } clause)
            {
                result.Add(clause);
            }
        }

        return result.ToImmutable();
    }

    private ClauseType?[] Types(SentenceSenses senses)
    {
        var types = new ClauseType?[senses.Sentence.Tokens.Length];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = TypeOf(senses, i);
        }

        return types;
    }

    private ClauseType? TypeOf(SentenceSenses senses, int i)
    {
        var sentence = senses.Sentence;
        var token = sentence.Tokens[i];
        if (token.Head < 0)
        {
            return sentence.IsPredicate(i) ? ClauseType.Main : ClauseType.Fragment;
        }

        if (token.Relation == "acl:relcl")
        {
            return ClauseType.Relative;
        }

        return Basic(token) switch
        {
            "ccomp" or "csubj" => ClauseType.Complement,
            "advcl" => IsInfinitive(sentence, i) ? ClauseType.Purpose : ClauseType.Adverbial,
            "acl" => IsInfinitive(sentence, i) ? ClauseType.Infinitive : ClauseType.Participle,
            "parataxis" => ClauseType.Parataxis,
            "conj" when sentence.IsPredicate(i) && Root(sentence, token.Head) => ClauseType.Coordinate,
            "appos" when token.Tag == Upos.NOUN && sentence.Children(i).Length >= 2 => ClauseType.Apposition,
            _ => token.Tag == Upos.NOUN && IsHappening(senses, i) ? ClauseType.Nominal : null,
        };
    }

    private static ReadOnlySpan<char> Basic(Token token)
    {
        var relation = token.Relation.AsSpan();
        return relation.IndexOf(':') is >= 0 and var colon ? relation[..colon] : relation;
    }

    // A conjunct counts as a predicate of its own where the first conjunct is one, or hangs on one as an xcomp.
    private static bool Root(Sentence sentence, int head)
    {
        for (var guard = 0; head >= 0 && guard < 50; guard++)
        {
            var token = sentence.Tokens[head];
            if (token.Head < 0 || token.Is("ccomp") || token.Is("csubj") || token.Is("advcl") || token.Is("acl") || token.Is("parataxis") || token.Is("xcomp"))
            {
                return true;
            }

            if (!token.Is("conj"))
            {
                return sentence.IsPredicate(head);
            }

            head = token.Head;
        }

        return false;
    }

    private static bool IsInfinitive(Sentence sentence, int i)
    {
        foreach (var c in sentence.Children(i))
        {
            if (c < i && sentence.Tokens[c] is { Tag: Upos.PART, Lemma: "to" })
            {
                return true;
            }
        }

        return false;
    }

    private bool IsHappening(SentenceSenses senses, int i)
    {
        if (!senses.HasAny(i, happening))
        {
            return false;
        }

        var sentence = senses.Sentence;
        foreach (var c in sentence.Children(i))
        {
            if (Basic(sentence.Tokens[c]) is "nmod" or "amod" or "compound" or "acl" or "nummod")
            {
                return true;
            }
        }

        return false;
    }

    private Clause? Make(SentenceSenses senses, ClauseType?[] types, int h, ClauseType type)
    {
        var sentence = senses.Sentence;
        var carriers = ImmutableArray.CreateBuilder<int>();
        var content = h;
        for (int x; (x = sentence.Child(content, "xcomp")) > content && sentence.Tokens[x].Tag is Upos.VERB or Upos.AUX or Upos.ADJ or Upos.NOUN;)
        {
            carriers.Add(content);
            content = x;
        }

        var (first, last, end) = Extent(senses, types, h);
        (first, last) = Trim(sentence, types, h, first, last);
        if (last < first)
        {
            return null;
        }

        while (end > first && sentence.Tokens[end].Tag is Upos.PUNCT or Upos.CCONJ && !Closes(sentence, first, end))
        {
            end--;
        }

        var arguments = new Arguments(sentence, h, content, type);
        var clause = new Clause(
            h,
            content,
            carriers.ToImmutable(),
            first,
            last + 1,
            type,
            sentence.Tokens[h].Head,
            arguments.Subject,
            arguments.Agent,
            arguments.Object,
            Mark(sentence, h),
            arguments.Passive,
            new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[last].Span.End));
        return end < last ? clause with { Bare = clause with { Whole = clause, End = end + 1, Evidence = clause.Evidence with { End = sentence.Tokens[end].Span.End } } } : clause;
    }

    private static string Mark(Sentence sentence, int h)
    {
        foreach (var c in sentence.Children(h))
        {
            if (c < h && (sentence.Tokens[c].Is("mark") || (sentence.Tokens[c].Is("case") && sentence.Tokens[h].Tag is Upos.VERB or Upos.NOUN)))
            {
                return sentence.Tokens[c].Lemma;
            }
        }

        return "";
    }

    // First and last word of h's subtree without the clauses that stand for themselves; the full stop hangs on the first clause, whatever stands between, so that the last is the sentence's. And the last before what stands beside it as its equal.
    private (int First, int Last, int End) Extent(SentenceSenses senses, ClauseType?[] types, int h)
    {
        var sentence = senses.Sentence;
        int first = h, last = h, own = h;
        var beside = new List<int>();
        var open = new Stack<int>();
        open.Push(h);
        while (open.TryPop(out var t))
        {
            first = Math.Min(first, t);
            last = Math.Max(last, t);
            own = sentence.Tokens[t].Tag == Upos.PUNCT ? own : Math.Max(own, t);
            foreach (var c in sentence.Children(t))
            {
                if (!StandsAlone(senses, types, c, h) && !IsAttribution(sentence, c))
                {
                    open.Push(c);
                }
                else if (c > h && types[c] is ClauseType.Coordinate or ClauseType.Parataxis)
                {
                    beside.Add(Array.IndexOf(sentence.Below(c), true));
                }
            }
        }

        // What is put in between ("…, he said, …") ends nothing.
        return (first, last, beside.Where(b => b > own).Append(last + 1).Min() - 1);
    }

    private bool StandsAlone(SentenceSenses senses, ClauseType?[] types, int c, int h)
    {
        var sentence = senses.Sentence;
        switch (types[c])
        {
            case ClauseType.Coordinate or ClauseType.Adverbial or ClauseType.Purpose or ClauseType.Parataxis:
                return true;
            case ClauseType.Complement:
                var governor = sentence.Tokens[c].Head;
                return senses.Has(governor, say) && !senses.Has(governor, criticise);
            case ClauseType.Relative or ClauseType.Participle or ClauseType.Apposition:
                return c > h && AfterPause(sentence, c);
            default:
                return false;
        }
    }

    // True where a comma, dash or bracket opens the subtree of c.
    private static bool AfterPause(Sentence sentence, int c)
    {
        var first = c;
        var open = new Stack<int>();
        open.Push(c);
        while (open.TryPop(out var t))
        {
            foreach (var d in sentence.Children(t))
            {
                if (d < c)
                {
                    first = Math.Min(first, d);
                    open.Push(d);
                }
            }
        }

        return sentence.Tokens[first].Tag == Upos.PUNCT || (first > 0 && sentence.Tokens[first - 1].Tag == Upos.PUNCT);
    }

    // "according to X", "per X" beside what X says.
    private static bool IsAttribution(Sentence sentence, int c) =>
        sentence.Tokens[c].Is("obl") && sentence.Case(c) is "according" or "accord" or "per";

    private static (int First, int Last) Trim(Sentence sentence, ClauseType?[] types, int h, int first, int last)
    {
        while (first < last && first != h && IsOpening(sentence, types, first, h))
        {
            first++;
        }

        while (last > first && sentence.Tokens[last].Tag is Upos.PUNCT or Upos.CCONJ && !Closes(sentence, first, last))
        {
            last--;
        }

        return (first, last);
    }

    private static bool IsOpening(Sentence sentence, ClauseType?[] types, int i, int h)
    {
        var token = sentence.Tokens[i];
        if (token.Tag is Upos.PUNCT or Upos.CCONJ)
        {
            return true;
        }

        if (token.Head == h && token.Is("mark"))
        {
            // "to" stays: it is what makes a purpose.
            return token.Tag != Upos.PART;
        }

        if (token.Head == h && token.Is("case") && types[h] is ClauseType.Nominal or ClauseType.Apposition)
        {
            return true;
        }

        return token.Head == h && token.Is("advmod") && token.Tag == Upos.ADV
            && token.Lemma.Lowered() is "however" or "meanwhile" or "moreover" or "furthermore" or "also" or "then" or "additionally" or "nevertheless" or "still" or "instead" or "therefore" or "thus" or "indeed" or "when" or "where";
    }

    // A closing quotation mark or bracket stays where its opening one is inside.
    private static bool Closes(Sentence sentence, int first, int last)
    {
        var open = sentence.Tokens[last].Form switch
        {
            "”" => "“",
            "’" => "‘",
            "\"" => "\"",
            ")" => "(",
            "]" => "[",
            _ => null,
        };
        if (open is null)
        {
            return false;
        }

        for (var i = last - 1; i >= first; i--)
        {
            if (sentence.Tokens[i].Form == open)
            {
                return true;
            }
        }

        return false;
    }
}
