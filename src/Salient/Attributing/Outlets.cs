using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds the outlets that stand between a source and the report: "told the Herald", "in an interview with the daily", "the Herald wrote, citing a general".</summary>
internal sealed class Outlets(NameIndex names, SourceNouns nouns, Report report, ImmutableArray<Sentence> sentences, SourceResolver resolver)
{
    // How many words an outlet's name may stand behind the word that leads to it.
    private const int Near = 7;

    private static readonly HashSet<string> Talks = new(StringComparer.Ordinal) { "interview", "interviews", "conversation", "article", "op-ed", "column", "essay", "comment", "comments", "remark", "remarks", "opinion" };
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "newspaper", "daily", "weekly", "magazine", "portal", "website", "broadcaster", "channel", "station", "agency", "outlet", "radio", "television", "tabloid" };
    private static readonly HashSet<string> Bring = new(StringComparer.Ordinal) { "quote", "cite", "report", "carry" };

    /// <summary>The outlet of a draft, or null; who is cited takes the place of the outlet that cites him.</summary>
    /// <param name="d">The draft.</param>
    /// <param name="by">Its source.</param>
    public ClaimSource? Of(Draft d, ref ClaimSource? by)
    {
        if (by is not { } source || d.CueToken < 0 || d.Use.Class != CueClass.Speech)
        {
            return null;
        }

        if (Relays.As(sentences[d.Sentence], d.CueToken) is >= 0 and var link)
        {
            if (Cited(d, d.CueToken, link) is not { } quoted)
            {
                return null;
            }

            by = quoted with { Cue = source.Cue };
            return source;
        }

        if (source.Type is not ("media" or "agency"))
        {
            if (source.Type is "official" or "government" && Named(d) is null && Cited(d) is { } data && data.Name != source.Name)
            {
                by = data with { Cue = source.Cue };
                return Kinds.Contains(source.Name.Split(' ')[^1]) ? source with { Type = "media", Side = "none" } : source;
            }

            return Named(d);
        }

        if (Cited(d) is not { } cited)
        {
            return null;
        }

        by = cited with { Cue = source.Cue };
        return source;
    }

    // The outlet that the words of the draft's own sentence name.
    private ClaimSource? Named(Draft d)
    {
        var s = sentences[d.Sentence];
        if (s.Lemma(d.CueToken) == "tell" && At(s, d.CueToken + 1) is { } told)
        {
            return told;
        }

        for (var t = 1; t < s.Tokens.Length; t++)
        {
            if (d.Content.Any(c => c.Contains(s.Tokens[t].Span)) || d.Source.Any(c => c.Contains(s.Tokens[t].Span)))
            {
                continue;
            }

            var talk = Talks.Contains(s.Lower(t - 1)) && (s.Lower(t) is "with" or "to" or "for" or "in" || (s.Lower(t) == "on" && s.Lower(t - 1).StartsWith("interview", StringComparison.Ordinal)));
            var brought = s.Lower(t) == "by" && Bring.Contains(s.Lemma(t - 1)) && s.Tokens[t - 1].WordForm is WordForm.Past or WordForm.PastParticiple;
            if ((talk || brought) && At(s, t + 1) is { } outlet)
            {
                return outlet;
            }
        }

        return null;
    }

    // The outlet whose name begins a few words from a word on, with nothing but its own description before it.
    private ClaimSource? At(Sentence s, int from)
    {
        var end = from;
        while (end < s.Tokens.Length && end - from < Near && (s.Tokens[end].Tag is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PART or Upos.NUM || s.Tokens[end].Form is "'s" or "’s" or "\"" or "“"))
        {
            end++;
        }

        foreach (var hit in names.Find(report.Text, s, from, end - 1))
        {
            if (hit.Entry.Source is "media" or "agency")
            {
                return Outlet(s, hit.First, hit.Last, end, hit.Entry.Source);
            }
        }

        // "the portal Harbour.net": what no list knows, said to be one.
        for (var t = from; t + 1 < end; t++)
        {
            var name = s.Tokens[t + 1].Form is "\"" or "“" ? t + 2 : t + 1;
            if (Kinds.Contains(s.Tokens[t].Form) && name < s.Tokens.Length && char.IsUpper(s.Tokens[name].Form[0]))
            {
                return Outlet(s, name, name, end, s.Lower(t) == "agency" ? "agency" : "media");
            }
        }

        return null;
    }

    // What is said to the report's own outlet is said to the report.
    private ClaimSource? Outlet(Sentence s, int first, int last, int end, string type)
    {
        while (last + 1 < end && s.Tokens[last + 1].Tag == Upos.PROPN)
        {
            last++;
        }

        var name = Stretch.Between(s, first, last).Of(report.Text);
        return report.Outlet is { } own && (name.Contains(own, StringComparison.OrdinalIgnoreCase) || own.Contains(name, StringComparison.OrdinalIgnoreCase)) ? null : new ClaimSource(name, type, "none", false, null);
    }

    private static bool Owns(Sentence s, int t) => s.Tokens[t].Form is "'s" or "’s";

    // Whom an outlet cites in the sentence in which it reports: "…, citing X", "Citing X, …", ", citing X, ".
    private ClaimSource? Cited(Draft d)
    {
        var s = sentences[d.Sentence];
        for (var t = 0; t + 1 < s.Tokens.Length; t++)
        {
            if (t > d.CueToken && s.Is(t, "conj") && s.Tokens[t].Tag == Upos.VERB)
            {
                // "…, and another claimed …, citing a general": he cites, not the outlet.
                return null;
            }

            if (Relays.Citing(s, t) is >= 0 and var at && (t > d.CueToken || t == 0 || s.Tokens[t - 1].Form == ",") && (t > d.CueToken || !d.Content.Any(c => c.Contains(s.Tokens[t].Span))))
            {
                return Cited(d, at, s.Tokens.Length);
            }
        }

        return null;
    }

    // Who is named behind a word and before a limit, where what is named there can speak.
    private ClaimSource? Cited(Draft d, int t, int limit)
    {
        var s = sentences[d.Sentence];
        var head = t + 1;
        while (head < limit && s.Tokens[head].Tag is Upos.DET or Upos.ADJ or Upos.NUM or Upos.ADV)
        {
            head++;
        }

        while (head + 1 < limit && (s.Tokens[head + 1].Tag is Upos.NOUN or Upos.PROPN || (head + 2 < limit && Owns(s, head + 1) && s.Tokens[head + 2].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ) || (s.Tokens[head + 1].Tag == Upos.ADJ && Owns(s, head))))
        {
            head++;
        }

        if (head >= limit || !(s.Tokens[head].Tag == Upos.PROPN || nouns.Type(s.Lower(head)) is not null))
        {
            return null;
        }

        var to = head;
        while (to + 1 < limit && (s.Tokens[to + 1].Tag is not (Upos.PUNCT or Upos.VERB or Upos.AUX or Upos.SCONJ or Upos.CCONJ) || s.Lower(to + 1) is "close" or "familiar"))
        {
            to++;
        }

        if (nouns.Document(s.Lower(head)) && !names.Find(report.Text, s, t + 1, to).Exists(h => h.Entry.Side != "none"))
        {
            // What is cited without a word of whose it is stays with who cites it.
            return null;
        }

        return resolver.Resolve(
            new Draft { Sentence = d.Sentence, CueToken = t, SourceSentence = d.Sentence, SourceToken = head, Source = [Stretch.Between(s, t + 1, to)], Cue = d.Cue, Content = d.Content, Use = d.Use, Construction = "source" },
            null);
    }
}
