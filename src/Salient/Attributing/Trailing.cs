using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Speakers behind what they say, by the order of words: "…, the mayor said on Friday", "…, believes Ivo Kral, an analyst". Trees of long sentences often miss them.</summary>
internal static class Trailing
{
    private const int Longest = 24;
    private const int Least = 3;

    // Verbs that name the hearer before anything else.
    private static readonly HashSet<string> Hearers = new(StringComparer.Ordinal) { "tell", "inform", "assure", "remind", "warn", "notify" };

    /// <summary>The words that are said and the speaker's first and last word; null where no comma sets speaker and verb off from a clause before.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="v">The verb.</param>
    /// <param name="speaks">True for a noun by which somebody or something that speaks is called.</param>
    public static (bool[] Content, int First, int Last)? Of(Sentence s, int v, Func<string, bool> speaks)
    {
        var noun = s.Tokens[v].Tag is Upos.NOUN && s.Tokens[v].WordForm == WordForm.Plural && (v + 1 >= s.Tokens.Length || s.Tokens[v + 1].Form is "." or ",");
        if (!noun && (s.Tokens[v].WordForm is not (WordForm.Past or WordForm.Present or WordForm.PastParticiple or WordForm.Base) || s.Tokens[v].Tag is not Upos.VERB))
        {
            return null;
        }

        var phrase = Before(s, v) ?? (noun || Hearers.Contains(s.Lemma(v)) ? null : After(s, v, speaks));
        if (phrase is not { } p || p.Comma < Least || s.Tokens[p.Comma - 1].Tag == Upos.PUNCT)
        {
            return null;
        }

        var from = Start(s, p.Comma);
        if (s.Tokens[from].WordForm == WordForm.Gerund)
        {
            // "Citing no source, the mayor accused …": a setting, nothing said.
            return null;
        }

        var marked = new bool[s.Tokens.Length];
        var verb = false;
        for (var t = from; t < p.Comma; t++)
        {
            marked[t] = true;
            verb |= s.Tokens[t].Tag is Upos.VERB or Upos.AUX && s.Tokens[t].WordForm is WordForm.Past or WordForm.Present or WordForm.Modal or WordForm.Base or WordForm.PastParticiple or WordForm.Gerund;
        }

        return verb ? (marked, p.First, p.Last) : null;
    }

    // "…, the mayor said": a phrase without a verb between a comma and the verb, behind which nothing is said.
    private static (int Comma, int First, int Last)? Before(Sentence s, int v)
    {
        var last = v - 1;
        while (last > 0 && (s.Tokens[last].Tag == Upos.ADV || (s.Tokens[last].Tag == Upos.AUX && s.Lemma(last) == "have")))
        {
            last--;
        }

        if (last < Least || s.Tokens[last].Tag == Upos.PUNCT || !Ends(s, v))
        {
            return null;
        }

        var first = last + 1;
        while (first > 0 && last - first < Longest && Phrase(s, first - 1))
        {
            first--;
        }

        return first > last || first == 0 || s.Tokens[first - 1].Form is not ("," or "—" or "–") || !Opens(s, first) ? null : (first - 1, first, last);
    }

    // "…, believes Ivo Kral, an analyst": the verb right behind the comma, a name or a word for a speaker behind it.
    private static (int Comma, int First, int Last)? After(Sentence s, int v, Func<string, bool> speaks)
    {
        var comma = v - 1;
        while (comma > 0 && s.Tokens[comma].Tag == Upos.ADV)
        {
            comma--;
        }

        if (comma < Least || s.Tokens[comma].Form is not ("," or "—" or "–") || v + 1 >= s.Tokens.Length || !Opens(s, v + 1))
        {
            return null;
        }

        var last = v;
        while (last + 1 < s.Tokens.Length && last - v < Longest && Phrase(s, last + 1))
        {
            last++;
        }

        if (last == v || (last + 1 < s.Tokens.Length && s.Tokens[last + 1].Tag is not Upos.PUNCT))
        {
            return null;
        }

        var head = Surface.Head(s, v + 1, last);
        return head >= 0 && (s.Tokens[head].Tag == Upos.PROPN || s.Tokens[last].Tag == Upos.PROPN || speaks(s.Lower(head))) ? (comma, v + 1, last) : null;
    }

    private static bool Phrase(Sentence s, int t) =>
        s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.NUM or Upos.PART or Upos.CCONJ
        || (s.Tokens[t].Tag == Upos.ADP && s.Lower(t) is "of" or "for" or "in" or "at" or "on" or "from" or "to" or "with")
        || s.Tokens[t].Form is "'s" or "’s" or "'" or "’" or "-" or "." or "\"" or "“" or "”" or "&"
        || (s.Tokens[t].Tag == Upos.PRON && s.Lower(t) is "he" or "she" or "they" or "his" or "her" or "their" or "its" or "one" or "others" or "some");

    private static bool Opens(Sentence s, int t) =>
        s.Tokens[t].Tag is Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM || (s.Tokens[t].Tag == Upos.PRON && s.Lower(t) is not ("which" or "that" or "who" or "whom" or "it"));

    // Nothing that could be said follows: the end, or a time, a place, an occasion, a hearer.
    private static bool Ends(Sentence s, int v)
    {
        var t = v + 1;
        if (t < s.Tokens.Length && s.Tokens[t].Tag is Upos.NOUN or Upos.PRON or Upos.DET or Upos.ADJ or Upos.NUM && !Hearers.Contains(s.Lemma(v)) && s.Lower(t) is not ("this" or "last" or "earlier" or "late" or "later" or "early" or "up" or "yesterday" or "today"))
        {
            return false;
        }

        for (; t < s.Tokens.Length && s.Tokens[t].Form is not ("," or ";" or "." or "—" or "–" or ":"); t++)
        {
            if (s.Tokens[t].Tag is Upos.VERB or Upos.AUX or Upos.SCONJ || s.Lower(t) is "that" or "and" or "but")
            {
                return false;
            }
        }

        return t >= s.Tokens.Length || s.Tokens[t].Form != ":";
    }

    // What is said begins with the sentence, or behind what a semicolon ends; words that link it to the sentence before stay outside.
    private static int Start(Sentence s, int comma)
    {
        var from = 0;
        for (var t = comma - 1; t > 0; t--)
        {
            // "Belarus: the army has begun a drill, the ministry said": a word before a colon is what it is about.
            if (s.Tokens[t].Form == ";" || (s.Tokens[t].Form == ":" && Surface.Titled(s, t) > 0))
            {
                from = t + 1;
                break;
            }
        }

        while (from < comma - 1 && (Reach.Link(s.Lower(from)) || s.Tokens[from].Tag == Upos.PUNCT))
        {
            from++;
        }

        return from;
    }
}
