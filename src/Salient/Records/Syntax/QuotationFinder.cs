using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Salient.Records.Syntax;

/// <summary>Finds quotation marks that belong together, paragraph by paragraph.</summary>
internal static class QuotationFinder
{
    private static readonly ConditionalWeakTable<Report, Found> Known = [];

    /// <summary>The quotations of <paramref name="report"/> in order, not nested.</summary>
    public static ImmutableArray<Quotation> Find(Report report) => Known.GetValue(report, r => new Found(Search(r))).Quotations;

    private sealed record Found(ImmutableArray<Quotation> Quotations);

    private static ImmutableArray<Quotation> Search(Report report)
    {
        var result = ImmutableArray.CreateBuilder<Quotation>();
        for (var i = 0; i < report.Paragraphs.Length; i++)
        {
            if (report.Paragraphs[i].Coded)
            {
                var first = result.Count;
                Scan(report.Text, report.Paragraphs[i].Span, i, result);
                foreach (var span in DashSpeech.Find(report.Text, report.Paragraphs[i].Span))
                {
                    Dashed(result, first, new Quotation(span, i, Closed: true, Continues: false, Dashed: true));
                }
            }
        }

        return result.ToImmutable();
    }

    // Speech between dashes takes in what it quotes; where quotation marks reach beyond it, they are right.
    private static void Dashed(ImmutableArray<Quotation>.Builder result, int first, Quotation speech)
    {
        for (var i = first; i < result.Count; i++)
        {
            if (result[i].Span.Overlaps(speech.Span) && !speech.Span.Contains(result[i].Span))
            {
                return;
            }
        }

        for (var i = result.Count - 1; i >= first; i--)
        {
            if (speech.Span.Contains(result[i].Span))
            {
                result.RemoveAt(i);
            }
        }

        var at = first;
        while (at < result.Count && result[at].Span.Start < speech.Span.Start)
        {
            at++;
        }

        result.Insert(at, speech);
    }

    private static void Scan(string text, TextSpan paragraph, int index, ImmutableArray<Quotation>.Builder result)
    {
        var open = -1;
        var close = '\0';
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (open < 0)
            {
                close = Opens(text, i, paragraph);
                if (close != '\0' && (close is not ('’' or '\'') || Closing(text, i + 1, paragraph.End, close)))
                {
                    open = i;
                    i += Width(text, i) - 1;
                }
            }
            else if (Closes(text, i, paragraph, close))
            {
                var end = i + Width(text, i);
                result.Add(new Quotation(new TextSpan(open, end), index, Closed: true, Continues: Continues(result, index, open == paragraph.Start)));
                open = -1;
                i = end - 1;
            }
        }

        // A mark that nothing closes is a quotation only where it opens the paragraph or runs to its end as speech does.
        if (open >= 0 && close is '”' or '"')
        {
            result.Add(new Quotation(new TextSpan(open, paragraph.End), index, Closed: false, Continues: Continues(result, index, open == paragraph.Start)));
        }
    }

    private static bool Continues(ImmutableArray<Quotation>.Builder before, int paragraph, bool first) =>
        first && before.Count > 0 && before[^1] is { Closed: false } last && last.Paragraph == paragraph - 1;

    /// <summary>2 for a pair of single marks that stand for one double mark.</summary>
    private static int Width(string text, int i) => text[i] == '\'' && i + 1 < text.Length && text[i + 1] == '\'' ? 2 : 1;

    /// <summary>The mark that closes what opens at <paramref name="i"/>; '\0' where nothing does.</summary>
    private static char Opens(string text, int i, TextSpan paragraph)
    {
        var free = i == paragraph.Start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '-' or '/' or ':' or '…' or '.';
        return text[i] switch
        {
            '“' or '„' => '”',
            '«' => '»',
            '"' => '"',
            '”' when free && i + 1 < paragraph.End && char.IsLetterOrDigit(text[i + 1]) => '”',
            '\'' when Width(text, i) == 2 => '"',
            '‘' when free => '’',
            '\'' when free && i + 1 < paragraph.End && char.IsLetter(text[i + 1]) => '\'',
            _ => '\0',
        };
    }

    private static bool Closes(string text, int i, TextSpan paragraph, char close) => close switch
    {
        '"' => text[i] is '"' or '”' or '“' || (text[i] == '\'' && Width(text, i) == 2),
        '”' => text[i] is '”' or '"' || (text[i] == '“' && (i + 1 == paragraph.End || !char.IsLetterOrDigit(text[i + 1]))),
        '’' or '\'' => text[i] == close && Ends(text, i, paragraph.End),
        _ => text[i] == close,
    };

    /// <summary>True where a single mark at <paramref name="i"/> is no apostrophe.</summary>
    private static bool Ends(string text, int i, int end) =>
        (i + 1 >= end || !char.IsLetterOrDigit(text[i + 1])) && (text[i - 1] is ',' or '.' or '!' or '?' or '…' || text[i - 1] is not 's');

    private static bool Closing(string text, int from, int end, char close)
    {
        for (var i = from; i < Math.Min(end, from + 600); i++)
        {
            if (text[i] == close && Ends(text, i, end))
            {
                return i > from + 1;
            }
        }

        return false;
    }
}
