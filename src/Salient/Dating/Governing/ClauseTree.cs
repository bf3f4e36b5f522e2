using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Dating.Governing;

/// <summary>How words of one sentence hang together, told in short names.</summary>
internal static class ClauseTree
{
    private const int Longest = 3;

    /// <summary>The word of a stretch that hangs outside it, or -1 where the stretch holds no word.</summary>
    public static int Head(Sentence s, TextSpan span)
    {
        var first = -1;
        for (var i = 0; i < s.Tokens.Length; i++)
        {
            var t = s.Tokens[i];
            if (t.Tag == Upos.PUNCT || !span.Overlaps(t.Span))
            {
                continue;
            }

            if (t.Head < 0 || !span.Overlaps(s.Tokens[t.Head].Span))
            {
                if (t.Tag is Upos.VERB or Upos.AUX || t.Head < 0)
                {
                    return i;
                }

                first = first < 0 ? i : first;
            }
        }

        return first;
    }

    /// <summary>The nearest word at or above <paramref name="at"/> that is a verb, has a subject, or is the root.</summary>
    public static int Verb(Sentence s, int at)
    {
        for (var steps = 0; at >= 0 && steps < s.Tokens.Length; steps++)
        {
            var t = s.Tokens[at];
            if (t.Tag == Upos.VERB || t.Head < 0 || s.OwnSubject(at) >= 0)
            {
                return at;
            }

            at = t.Head;
        }

        return -1;
    }

    /// <summary>The relations from <paramref name="a"/> up to what both words hang under, and from <paramref name="b"/>: "ccomp&lt;" , "=", "conj&lt;&gt;advcl".</summary>
    public static string Path(Sentence s, int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return "?";
        }

        if (a == b)
        {
            return "=";
        }

        var above = new List<int>();
        for (var x = a; x >= 0 && above.Count <= s.Tokens.Length; x = s.Tokens[x].Head)
        {
            above.Add(x);
        }

        var down = new List<string>();
        var y = b;
        while (y >= 0 && !above.Contains(y) && down.Count <= s.Tokens.Length)
        {
            down.Add(Relation(s, y));
            y = s.Tokens[y].Head;
        }

        var up = above.TakeWhile(x => x != y).Select(x => Relation(s, x)).ToList();
        return string.Join('.', up.Take(Longest)) + (up.Count > Longest ? "+" : "") + "<>" + string.Join('.', down.Take(Longest)) + (down.Count > Longest ? "+" : "");
    }

    /// <summary>How a clause stands in time: its auxiliaries and the form of its verb.</summary>
    public static string Tense(Sentence s, int at)
    {
        if (at < 0)
        {
            return "none";
        }

        string? aux = null;
        foreach (var c in s.Children(at))
        {
            if (s.IsAny(c, "aux", "cop"))
            {
                aux = (aux is null ? "" : aux + "+") + (s.Tokens[c].WordForm == WordForm.Modal ? s.Lower(c) : s.Lemma(c) + (s.Tokens[c].WordForm == WordForm.Past ? "-ed" : ""));
            }
        }

        var t = s.Tokens[at];
        return (aux ?? (s.Infinitive(at) ? "to" : "")) + ":" + (t.Tag == Upos.VERB ? t.WordForm.ToString() : t.Tag.ToString());
    }

    private static string Relation(Sentence s, int at) => s.Tokens[at].Relation;
}
