using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>How far a cue reaches around its head word: auxiliaries, negation, adverbs, particle, preposition.</summary>
internal static class CueSpans
{
    private const int Tail = 3;

    /// <summary>The cue around verb <paramref name="v"/>; never into words that <paramref name="taken"/> marks.</summary>
    public static TextSpan Of(Sentence s, int v, bool[] taken, int preposition = -1)
    {
        var first = v;
        while (first > 0 && !taken[first - 1] && s.Tokens[first - 1].Head is var h && (h == v || h == first) && s.IsAny(first - 1, "aux", "advmod", "cop") && !s.Is(first - 1, "mark"))
        {
            first--;
        }

        if (first > 0 && !taken[first - 1] && s.Lower(first - 1) == "to" && s.Tokens[first - 1].Head == v && s.Is(first - 1, "mark"))
        {
            first--;
        }

        var last = v;
        if (preposition > v && preposition - v <= 4 && Free(s, v + 1, preposition, taken))
        {
            last = preposition;
        }

        for (var i = last + 1; i < s.Tokens.Length && i <= v + Tail && !taken[i]; i++)
        {
            if (s.Is(i, "compound:prt") && s.Tokens[i].Head == v)
            {
                last = i;
            }
            else
            {
                break;
            }
        }

        if (last + 1 < s.Tokens.Length && s.Tokens[last + 1].Form == ":")
        {
            last++;
        }

        return Stretch.Between(s, first, last);
    }

    private static bool Free(Sentence s, int first, int last, bool[] taken)
    {
        for (var i = first; i <= last && i < s.Tokens.Length; i++)
        {
            if (taken[i])
            {
                return false;
            }
        }

        return true;
    }
}
