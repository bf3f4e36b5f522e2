using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Finds the number phrase that counts a noun, with its hedge, and what the noun stands for.</summary>
internal sealed class NumberFinder(FrameSet frames)
{
    private readonly WordList hedges = frames.List("number-hedges");
    private readonly WordList vague = frames.List("vague-numbers");
    private readonly WordList multiples = frames.List("multiples");
    private readonly WordList scales = frames.List("number-scales");

    /// <summary>The tokens [first, end) of the number that counts <paramref name="noun"/>; null where nothing does.</summary>
    public (int First, int End)? Find(Sentence s, int noun)
    {
        var number = -1;
        foreach (var c in s.Children(noun))
        {
            if (s.Is(c, "nummod") || (s.Tokens[c].Tag == Upos.NUM && (s.Is(c, "nmod") || s.Is(c, "compound"))))
            {
                number = c;
                break;
            }
        }

        if (number < 0 && (vague.Matches(s, noun) || s.Tokens[noun].Tag == Upos.NUM))
        {
            number = noun;
        }

        if (number < 0 && s.Is(noun, "nmod") && s.Tokens[noun].Head is >= 0 and var head && s.Preposition(noun) == "of" && (vague.Matches(s, head) || s.Tokens[head].Tag == Upos.NUM))
        {
            number = head;
        }

        // "a dozen", "hundreds of tanks": the measure may itself be the head.
        return number < 0 ? null : Phrase(s, number, noun);
    }

    /// <summary>The tokens of a multiple right after <paramref name="verb"/> ("thrice that number", "twice as many"); null for none.</summary>
    public (int First, int End)? Multiple(Sentence s, int verb)
    {
        for (var i = verb + 1; i < Math.Min(s.Tokens.Length, verb + 6); i++)
        {
            if (multiples.Matches(s, i))
            {
                var first = i;
                while (first > verb + 1 && hedges.Matches(s, first - 1))
                {
                    first--;
                }

                var end = i + 1;
                while (end < Math.Min(s.Tokens.Length, i + 5) && s.Lemma(end).Lowered() is "that" or "number" or "as" or "many" or "the" or "time" or "figure" or "more")
                {
                    end++;
                }

                return end > i + 1 ? (first, end) : null;
            }

            if (!hedges.Matches(s, i))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The number phrase that the figure at <paramref name="number"/> begins or ends.</summary>
    public (int First, int End) Around(Sentence s, int number, int noun) => Phrase(s, number, noun);

    /// <summary>What the noun at <paramref name="noun"/> stands for.</summary>
    public CountedNoun? Noun(Sentence s, int noun)
    {
        CountedNoun? best = null;
        var length = 0;
        foreach (var n in frames.Nouns)
        {
            var found = n.Words.Length(s, noun);
            if (found > length)
            {
                best = n;
                length = found;
            }
        }

        return best;
    }

    /// <summary>The noun that a measure counts: "hundreds of tanks" is tanks.</summary>
    public int Counted(Sentence s, int t)
    {
        if (vague.Matches(s, t) || s.Tokens[t].Tag == Upos.NUM)
        {
            foreach (var c in s.Children(t))
            {
                if (s.Is(c, "nmod") && s.Preposition(c) is "of" or null)
                {
                    return c;
                }
            }
        }

        return t;
    }

    private (int First, int End) Phrase(Sentence s, int number, int noun)
    {
        int first = number, end = number + 1;
        foreach (var c in s.Children(number))
        {
            if (!s.Is(c, "nmod") && !s.Is(c, "punct") && !s.Is(c, "case") && !s.Is(c, "conj") && !s.Is(c, "acl") && c != noun)
            {
                first = Math.Min(first, c);
                end = Math.Max(end, c + 1);
            }
        }

        while (first > 0 && (hedges.Matches(s, first - 1) || s.Tokens[first - 1].Tag is Upos.NUM or Upos.SYM) && s.Tokens[first - 1].Span.End + 2 >= s.Tokens[first].Span.Start)
        {
            first--;
        }

        // "700 to 800", "3,000-4,000", "1.2 million"
        while (end < s.Tokens.Length)
        {
            var token = s.Tokens[end];
            var joins = token.Form is "to" or "-" or "–" or "or" or "and" && end + 1 < s.Tokens.Length && (s.Tokens[end + 1].Tag == Upos.NUM || char.IsDigit(s.Tokens[end + 1].Form[0]));
            if (!joins && token.Tag != Upos.NUM && !scales.Matches(s, end))
            {
                break;
            }

            end += joins ? 2 : 1;
        }

        return (first, end);
    }
}
