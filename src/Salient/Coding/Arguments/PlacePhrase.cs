using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Which words name a place: a noun with what belongs to it, a name with the direction before it.</summary>
internal static class PlacePhrase
{
    private const int Deepest = 4;
    private const string Article = "the ";

    /// <summary>The noun at <paramref name="t"/> with its article, its adjectives and what it is part of: "the outskirts of the city".</summary>
    public static TextSpan Of(Sentence s, int t)
    {
        int first = t, last = t;
        Widen(s, t, ref first, ref last, 0);
        return new TextSpan(s.Tokens[first].Span.Start, s.Tokens[last].Span.End);
    }

    /// <summary>A name that begins at word <paramref name="first"/> with the directions before it: "northern and eastern Halivka".</summary>
    public static TextSpan Directed(Sentence s, TextSpan name, int first, WordList compass)
    {
        var span = name;
        for (var c = first - 1; c >= 0 && (compass.Matches(s, c) || (s.Tokens[c].Form is "and" or "-" && c > 0 && compass.Matches(s, c - 1))); c--)
        {
            span = new TextSpan(s.Tokens[c].Span.Start, span.End);
        }

        return span;
    }

    /// <summary>The span without an article at its start.</summary>
    public static TextSpan Bare(string text, TextSpan span) =>
        text.AsSpan(span.Start, span.Length).StartsWith(Article, StringComparison.OrdinalIgnoreCase) ? new TextSpan(span.Start + Article.Length, span.End) : span;

    private static void Widen(Sentence s, int t, ref int first, ref int last, int depth)
    {
        foreach (var c in s.Children(t))
        {
            if (depth < Deepest && (s.Is(c, "det") || s.Is(c, "amod") || s.Is(c, "compound") || s.Is(c, "nmod:poss") || (s.Is(c, "nmod") && s.Preposition(c) == "of") || (depth > 0 && s.Is(c, "case"))))
            {
                first = Math.Min(first, c);
                last = Math.Max(last, c);
                Widen(s, c, ref first, ref last, depth + 1);
            }
        }
    }
}
