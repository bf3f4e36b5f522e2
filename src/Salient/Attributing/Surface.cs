using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Reads who speaks off the order of words where quotation marks have led the tree astray: "…," said X; "…," X said.</summary>
internal static class Surface
{
    // How many words a name before a colon may have, and all before it.
    private const int MostName = 6, MostLead = 14;

    private const int Longest = 32;

    /// <summary>The phrase that begins at <paramref name="from"/>: its first and last word; null where none begins there.</summary>
    public static (int First, int Last)? Right(Sentence s, int from, bool[] blocked)
    {
        if (from >= s.Tokens.Length || blocked[from] || !Begins(s, from))
        {
            return null;
        }

        var last = from;
        for (var i = from + 1; i < s.Tokens.Length && i - from < Longest && !blocked[i]; i++)
        {
            var t = s.Tokens[i];
            if (Inside(s, i) || (t.Tag is Upos.ADP && t.Form is "of" or "for" or "from" or "de") || t.Form is "'s" or "’s" || (t.Form == "." && i + 1 < s.Tokens.Length && s.Tokens[i - 1].Tag == Upos.PROPN && s.Tokens[i - 1].Span.Length <= 3))
            {
                last = i;
            }
            else if (t.Form == "," && i + 2 < s.Tokens.Length && Apposition(s, i) is var end && end > i)
            {
                last = end;
                i = end;
            }
            else if (t.Form == "(" && Close(s, i) is > 0 and var close)
            {
                last = close;
                i = close;
            }
            else
            {
                break;
            }
        }

        return s.Tokens[last].Tag is Upos.PUNCT && s.Tokens[last].Form is not ("." or ")") ? (from, last - 1) : (from, last);
    }

    /// <summary>The phrase that ends right before <paramref name="verb"/>, its auxiliaries and adverbs; null where none does.</summary>
    public static (int First, int Last)? Left(Sentence s, int verb, bool[] blocked)
    {
        var last = verb - 1;
        while (last >= 0 && !blocked[last] && s.Tokens[last].Tag is Upos.AUX or Upos.ADV or Upos.PART)
        {
            last--;
        }

        var comma = last >= 0 && s.Tokens[last].Form == ",";
        var first = last;
        for (var i = last; i >= 0 && last - i < Longest && !blocked[i]; i--)
        {
            var t = s.Tokens[i];
            if (!comma && t.Tag is Upos.PUNCT && t.Form is not ("." or "-" or "'" or "’" or "(" or ")"))
            {
                break;
            }

            if (comma ? t.Form is ":" or ";" : t.Tag is Upos.VERB or Upos.SCONJ or Upos.CCONJ && !(t.Tag == Upos.CCONJ && i > 0 && s.Nominal(i - 1)))
            {
                return comma ? null : Phrase(s, i + 1, last);
            }

            first = i;
        }

        return Phrase(s, first, last);
    }

    /// <summary>How many words of what stands before a colon may name who speaks: "Rose: …", "The mayor to Moscow: …", "The mayor, in a post: …"; 0 where a verb says more of it, or it is too long.</summary>
    public static int Titled(Sentence s, int colon)
    {
        if (colon > MostLead)
        {
            return 0;
        }

        var end = 1;
        while (end < colon && !(s.Lower(end) is "to" or "on" or "about" or "after" or "in" or ","))
        {
            end++;
        }

        for (var t = 0; t < colon; t++)
        {
            // "Rose after meeting Brook: …" speaks, "Rose in Dovhe said: …" has a verb that says so.
            if (s.Tokens[t].Tag is Upos.VERB or Upos.AUX && (t < end || s.Tokens[t].WordForm != WordForm.Gerund))
            {
                return 0;
            }
        }

        return end <= MostName ? end : 0;
    }

    /// <summary>The head of the phrase: its word that hangs on one outside, a noun before others.</summary>
    public static int Head(Sentence s, int first, int last)
    {
        var best = -1;
        for (var i = first; i <= last; i++)
        {
            var h = s.Tokens[i].Head;
            if (s.Nominal(i) && (h < first || h > last))
            {
                return i;
            }

            best = best < 0 && s.Nominal(i) ? i : best;
        }

        return best;
    }

    private static (int First, int Last)? Phrase(Sentence s, int first, int last)
    {
        if (first < 0)
        {
            return null;
        }

        while (first <= last && (s.Tokens[first].Tag is Upos.PUNCT or Upos.CCONJ or Upos.SCONJ or Upos.ADP || s.Lower(first) is "meanwhile" or "however" or "then"))
        {
            first++;
        }

        return first <= last && Begins(s, first) ? (first, s.Tokens[last].Form == "," ? last - 1 : last) : null;
    }

    private static bool Begins(Sentence s, int t) =>
        (s.Tokens[t].Tag is Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM
            || (s.Tokens[t].Tag == Upos.PRON && s.Lower(t) is not ("him" or "them" or "me" or "us" or "which" or "that" or "this" or "there")))
        && s.Lower(t) is not ("which" or "that" or "who");

    private static bool Inside(Sentence s, int t) =>
        s.Tokens[t].Tag is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM or Upos.DET || s.Tokens[t].Form is "-" or "&" || (s.Tokens[t].Tag == Upos.CCONJ && t + 1 < s.Tokens.Length && s.Tokens[t + 1].Tag == Upos.PROPN);

    /// <summary>The last word of "a doctor at the hospital" in ", a doctor at the hospital,"; -1 where what follows the comma is no such phrase.</summary>
    private static int Apposition(Sentence s, int comma)
    {
        var next = s.Tokens[comma + 1];
        if (!(next.Tag is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM || next.Form is "who" or "whose" or "of") || next.Form is "this" or "that")
        {
            return -1;
        }

        for (var i = comma + 1; i < s.Tokens.Length && i - comma < Longest; i++)
        {
            var t = s.Tokens[i];
            if (t.Tag == Upos.PUNCT && t.Form is "," or "." or ";" or "—" or "–" && !(t.Form == "." && i + 1 < s.Tokens.Length && s.Tokens[i + 1].Tag != Upos.PUNCT))
            {
                return i - 1;
            }

            if (t.WordForm == WordForm.Gerund && i == comma + 1)
            {
                return -1;
            }
        }

        return -1;
    }

    private static int Close(Sentence s, int open)
    {
        for (var i = open + 1; i < s.Tokens.Length && i - open < 8; i++)
        {
            if (s.Tokens[i].Form == ")")
            {
                return i;
            }
        }

        return -1;
    }
}
