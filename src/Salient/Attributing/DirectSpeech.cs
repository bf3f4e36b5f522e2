using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>A verb of speech beside a quotation, with who speaks.</summary>
/// <param name="Sentence">Index of the verb's sentence.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Head">Head of the speaker's phrase, -1 where the verb is passive or its speaker is told by the tree alone.</param>
/// <param name="First">First word of the phrase.</param>
/// <param name="Last">Last word of the phrase.</param>
internal readonly record struct Speech(int Sentence, int Verb, int Head, int First, int Last);

/// <summary>Finds the verb of speech and the speaker beside each quotation, by the order of words.</summary>
internal sealed class DirectSpeech(Report report, ImmutableArray<Sentence> sentences, CueLexicon cues, SourceNouns nouns)
{
    /// <summary>The speech that quotation <paramref name="q"/> belongs to, or null. <paramref name="quoted"/> marks the words of each sentence that stand in quotations.</summary>
    public Speech? Beside(Quotation q, bool[][] quoted)
    {
        var end = Holding(q.Span.End - 1);
        var start = Holding(q.Span.Start);
        if (end < 0 || start < 0)
        {
            return null;
        }

        var inside = q.Span.Of(report.Text).TrimEnd('”', '"', '\'', '’', '»', ' ');
        var closes = q.Dashed || inside.Length > 0 && inside[^1] is ',' or '.' or '!' or '?' or '…' or '-' or '—';
        return (closes ? After(q, end, quoted) : null) ?? Before(q, start, quoted, closes);
    }

    private Speech? After(Quotation q, int index, bool[][] quoted)
    {
        var s = sentences[index];
        var from = Next(s, q.Span.End);
        if (from >= s.Tokens.Length && index + 1 < sentences.Length && sentences[index + 1] is var next && next.Paragraph == s.Paragraph && next.Tokens.Length > 0
            && sentences[index + 1].Tokens.Length < 30 && report.Text[q.Span.End - 2] is '?' or '!')
        {
            (index, s, from) = (index + 1, next, 0);
            if (!char.IsLower(s.Tokens[0].Form[0]) && !Short(s))
            {
                return null;
            }
        }

        while (from < s.Tokens.Length && s.Tokens[from].Tag == Upos.PUNCT && s.Tokens[from].Form is "," or "—" or "–" or "-" or "―")
        {
            from++;
        }

        if (from >= s.Tokens.Length)
        {
            return null;
        }

        for (var t = from; t < s.Tokens.Length && t - from < 34 && !quoted[index][t]; t++)
        {
            if (!Cue(s, t))
            {
                if (s.Tokens[t].Form is ";" or ":" || (t == from && s.Lower(t) is "which" or "and" or "but" or "as"))
                {
                    return null;
                }

                continue;
            }

            if (t == from || (t == from + 1 && s.Tokens[from].Tag == Upos.ADV))
            {
                return Surface.Right(s, t + 1, quoted[index]) is { } right ? Make(s, index, t, right) : null;
            }

            return Surface.Left(s, t, quoted[index]) is { } left && left.First == from ? Make(s, index, t, left) : Tree(s, index, t, from);
        }

        return null;
    }

    private Speech? Before(Quotation q, int index, bool[][] quoted, bool closes)
    {
        var s = sentences[index];
        var to = Next(s, q.Span.Start) - 1;
        if (to < 0)
        {
            return null;
        }

        if (s.Tokens[to].Form == ":" && Named(s, to) is { } name)
        {
            return Make(s, index, to, name);
        }

        var led = s.Tokens[to].Form is "," or ":" or "—" || s.Lower(to) == "that";
        for (var t = to; t >= 0 && to - t < 16 && !quoted[index][t]; t--)
        {
            if (s.Tokens[t].Form is ";" || (s.Tokens[t].Tag == Upos.PUNCT && t < to && s.Tokens[t].Form is not ("," or "'" or "’" or "(" or ")" or "-" or ".")))
            {
                return null;
            }

            if (Cue(s, t) && (led || t == to))
            {
                var head = Speakers.Of(s, t);
                if (head >= 0 && !quoted[index][head])
                {
                    return new Speech(index, t, head, -1, -1);
                }

                return Surface.Left(s, t, quoted[index]) is { } left ? Make(s, index, t, left) : closes || s.Passive(t) ? new Speech(index, t, -1, -1, -1) : null;
            }

            if (s.Tokens[t].Tag is Upos.VERB && t < to - 1 && !led)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"Rose: …", "The mayor, in a post: …": who is named before a colon.</summary>
    private (int First, int Last)? Named(Sentence s, int colon)
    {
        var end = Surface.Titled(s, colon);
        return Enumerable.Range(0, end).Any(t => s.Tokens[t].Tag == Upos.PROPN || (s.Tokens[t].Tag == Upos.NOUN && nouns.Type(s.Lemma(t)) is not null)) ? (0, end - 1) : null;
    }

    /// <summary>The tree's subject, where the words alone do not show one between the quotation and the verb.</summary>
    private static Speech? Tree(Sentence s, int index, int verb, int from)
    {
        var head = Speakers.Of(s, verb);
        return head >= from && head < verb + 12 ? new Speech(index, verb, head, -1, -1) : null;
    }

    private static Speech? Make(Sentence s, int index, int verb, (int First, int Last) phrase)
    {
        var head = Surface.Head(s, phrase.First, phrase.Last);
        return head < 0 ? null : new Speech(index, verb, head, phrase.First, phrase.Last);
    }

    private bool Cue(Sentence s, int t) => s.Tokens[t].Tag is Upos.VERB or Upos.AUX && cues.Verb(s.Lemma(t))?.In("quote") is not null && s.Lemma(t) is not ("be" or "have" or "go");

    private static bool Short(Sentence s) => s.Tokens.Length <= 8;

    private static int Next(Sentence s, int offset)
    {
        var i = 0;
        while (i < s.Tokens.Length && s.Tokens[i].Span.Start < offset)
        {
            i++;
        }

        return i;
    }

    private int Holding(int offset)
    {
        var (low, high) = (0, sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Span.End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < sentences.Length && sentences[low].Span.Start <= offset ? low : -1;
    }
}
