using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds speeches that a report prints whole: "The full text of the president's address is below:", and somebody's own words from there to the end.</summary>
internal static partial class Speeches
{
    // How many paragraphs may stand before the line that leads a speech in, and how long that may be.
    private const int Opening = 12;
    private const int Longest = 400;

    // How many of the speech's words are his own at least, one of so many.
    private const int Share = 80;

    private static readonly CueUse Said = new(CueClass.Speech, CueStance.Asserts);

    /// <summary>The draft of the speech, or null where the report prints none.</summary>
    public static Draft? Find(Report report, ImmutableArray<Sentence> sentences)
    {
        for (var i = 0; i < sentences.Length && sentences[i].Paragraph < Opening; i++)
        {
            var paragraph = report.Paragraphs[sentences[i].Paragraph];
            if (sentences[i].Span.Length <= Longest && Whole().IsMatch(sentences[i].Span.Of(report.Text)) && Speaker(sentences, i) is { } who)
            {
                ImmutableArray<TextSpan> words = [.. report.Paragraphs.Where(p => p.Coded && p.Span.Start >= paragraph.Span.End).Select(p => p.Span)];
                return Own(report, sentences, paragraph.Span.End) ? new Draft
                {
                    Sentence = who.Sentence,
                    CueToken = -1,
                    SourceSentence = who.Sentence,
                    SourceToken = who.Mention.Head,
                    Source = [who.Mention.Span],
                    Content = words,
                    Use = Said,
                    Construction = "quote",
                }
                : null;
            }
        }

        return null;
    }

    // The person whom the sentence names, or one before it.
    private static (int Sentence, Mention Mention)? Speaker(ImmutableArray<Sentence> sentences, int from)
    {
        for (var i = from; i >= 0; i--)
        {
            foreach (var m in sentences[i].Mentions)
            {
                if (m.Type == MentionType.Person && !PersonRuns.Title(sentences[i].Tokens[m.End - 1].Form))
                {
                    return (i, m);
                }
            }
        }

        return null;
    }

    // Whoever speaks says "I" and "we".
    private static bool Own(Report report, ImmutableArray<Sentence> sentences, int from)
    {
        var (own, all) = (0, 0);
        foreach (var s in sentences)
        {
            if (s.Span.Start < from || !report.Paragraphs[s.Paragraph].Coded)
            {
                continue;
            }

            all += s.Tokens.Length;
            own += s.Tokens.Count(t => t.Form is "I" or "we" or "We" or "our" or "Our" or "us" or "my" or "My");
        }

        return all > Share && own * Share >= all;
    }

    [GeneratedRegex(@"\b(?:full|complete|entire) (?:text|transcript|address|speech|statement|remarks)\b|\btranscript of\b|\b(?:address|speech|statement|remarks) in full\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
