using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Turns marked words of a sentence into spans of text, quotation marks kept whole.</summary>
internal sealed class Stretch(Report report, ImmutableArray<Quotation> quotations)
{
    /// <summary>The spans of the marked words: runs of neighbours, punctuation at their ends left off but for closing marks.</summary>
    public ImmutableArray<TextSpan> Of(Sentence s, bool[] marked, bool clause)
    {
        var result = ImmutableArray.CreateBuilder<TextSpan>();
        var n = s.Tokens.Length;
        for (var i = 0; i < n; i++)
        {
            if (!marked[i])
            {
                continue;
            }

            var last = i;
            for (var j = i + 1; j < n; j++)
            {
                if (marked[j])
                {
                    last = j;
                }
                else if (s.Tokens[j].Tag != Upos.PUNCT)
                {
                    break;
                }
            }

            if (Trim(s, i, last) is { } span)
            {
                result.Add(Whole(span, s.Span, clause));
            }

            i = last;
        }

        return Join(result);
    }

    /// <summary>The span of words <paramref name="first"/> to <paramref name="last"/>, with all between.</summary>
    public static TextSpan Between(Sentence s, int first, int last) => new(s.Tokens[first].Span.Start, s.Tokens[last].Span.End);

    /// <summary>Spans put in order, those that touch or overlap made one.</summary>
    public static ImmutableArray<TextSpan> Join(IEnumerable<TextSpan> spans)
    {
        var result = new List<TextSpan>();
        foreach (var s in spans.Order())
        {
            if (result.Count > 0 && s.Start <= result[^1].End + 1)
            {
                result[^1] = result[^1].Cover(s);
            }
            else
            {
                result.Add(s);
            }
        }

        return [.. result];
    }

    private static TextSpan? Trim(Sentence s, int first, int last)
    {
        while (first <= last && s.Tokens[first] is { Tag: Upos.PUNCT } t && !Mark(t.Form) && t.Form is not ("(" or "["))
        {
            first++;
        }

        while (first <= last && s.Tokens[last] is { Tag: Upos.PUNCT } t && !Mark(t.Form) && t.Form is not (")" or "]" or "?" or "!"))
        {
            last--;
        }

        return first > last ? null : Between(s, first, last);
    }

    private static bool Mark(string form) => form is "“" or "”" or "\"" or "''" or "``" or "‘" or "’" or "'" or "«" or "»";

    /// <summary>A span with the quotations that it all but covers; a lone mark at its edge left off.</summary>
    private TextSpan Whole(TextSpan span, TextSpan sentence, bool clause)
    {
        foreach (var q in quotations)
        {
            if (q.Span.End <= span.Start || q.Span.Start >= span.End)
            {
                continue;
            }

            if (q.Span.Start >= span.Start - 2 && q.Span.End <= span.End + 3)
            {
                span = span.Cover(q.Span);
            }
            else if (clause && q.Span.Start >= span.Start - 2 && q.Span.End > sentence.End)
            {
                span = span.Cover(q.Span);
            }
            else if (q.Span.Start < span.Start && q.Span.End <= span.End && q.Span.End - span.Start <= 2)
            {
                span = new TextSpan(Math.Min(q.Span.End, span.End), span.End);
            }
        }

        while (span.Length > 0 && char.IsWhiteSpace(report.Text[span.Start]))
        {
            span = span with { Start = span.Start + 1 };
        }

        return span;
    }
}
