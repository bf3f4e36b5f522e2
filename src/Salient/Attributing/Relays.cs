using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Who passes on what another says: "quoted the governor as saying that X", "citing two officials", "with reference to the staff".</summary>
internal static class Relays
{
    // How many words whom one quotes may have.
    private const int Longest = 14;

    // What somebody puts at a figure.
    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal) { "number", "figure", "toll", "total", "count", "tally", "estimate", "loss", "losses", "cost", "size", "strength" };

    /// <summary>The "as" before the gerund of "quoted the governor as saying", or -1.</summary>
    public static int As(Sentence s, int v)
    {
        if (s.Lemma(v) is not ("quote" or "cite") || s.Passive(v))
        {
            return -1;
        }

        for (var t = v + 1; t + 1 < s.Tokens.Length && t <= v + Longest; t++)
        {
            if (s.Lower(t) == "as" && s.Lower(t + 1) is "saying" or "telling" or "stating" or "claiming" or "warning" or "writing" or "adding" or "reporting" or "confirming")
            {
                return t;
            }
        }

        return -1;
    }

    /// <summary>The figure of "puts the number at 60"; null for other verbs.</summary>
    public static Content? Put(Sentence s, int v)
    {
        if (s.Lemma(v) is not ("put" or "set") || s.Passive(v) || s.Child(v, "obj") is not (>= 0 and var counted) || !Counts.Contains(s.Lemma(counted)))
        {
            return null;
        }

        for (var at = counted + 1; at + 1 < s.Tokens.Length && at - counted < Longest && s.Tokens[at].Tag is not (Upos.VERB or Upos.PUNCT); at++)
        {
            if (s.Lower(at) != "at")
            {
                continue;
            }

            var figure = new bool[s.Tokens.Length];
            var number = false;
            for (var t = at + 1; t < s.Tokens.Length && s.Tokens[t].Tag is not (Upos.PUNCT or Upos.VERB or Upos.AUX or Upos.CCONJ or Upos.SCONJ); t++)
            {
                figure[t] = true;
                number |= s.Tokens[t].Tag == Upos.NUM;
            }

            return number ? new Content(figure, new CueUse(CueClass.Speech, CueStance.Asserts), "obj") : null;
        }

        return null;
    }

    /// <summary>True for the "saying" of "quoted the governor as saying", which is part of that cue.</summary>
    public static bool Within(Sentence s, int t)
    {
        for (var v = t - 2; v >= 0 && v >= t - Longest - 1 && s.Lower(t - 1) == "as"; v--)
        {
            if (As(s, v) == t - 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is passed on, behind the gerund or before who quotes; null where the verb quotes otherwise.</summary>
    public static Content? Content(Sentence s, int v, CueLexicon cues)
    {
        if (As(s, v) is not (>= 0 and var link))
        {
            return null;
        }

        var use = new CueUse(CueClass.Speech, CueStance.Asserts);
        if (link + 2 < s.Tokens.Length && s.Tokens[link + 2].Tag != Upos.PUNCT)
        {
            return new Content(Reach.Rest(s, link + 2, Reach.From(s, v, link + 2, cues)), use, "that");
        }

        return s.OwnSubject(v) is >= 0 and var subject && Reach.Before(s, v, subject) is { } before ? new Content(before, use, "that") : null;
    }

    /// <summary>The word before the name of who is cited where a phrase that cites begins at <paramref name="t"/>; -1 where none does.</summary>
    public static int Citing(Sentence s, int t)
    {
        if (s.Lower(t) is "citing" or "quoting" && s.Tokens[t].Tag == Upos.VERB)
        {
            return t;
        }

        var reference = s.Lower(t) == "with" ? t + 1 + (t + 1 < s.Tokens.Length && s.Lower(t + 1) == "a" ? 1 : 0) : -1;
        return reference > 0 && reference + 2 < s.Tokens.Length && s.Lower(reference) == "reference" && s.Lower(reference + 1) == "to" ? reference + 1 : -1;
    }
}
