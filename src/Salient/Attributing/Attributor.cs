using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>Finds who says what: source, cue and content, on any subject.</summary>
/// <param name="theatre">Whose lexicon names forces, offices and persons.</param>
/// <param name="cues">The words that attribute.</param>
/// <param name="nouns">The nouns that describe a source.</param>
public sealed class Attributor(Theatre theatre, CueLexicon cues, SourceNouns nouns)
{
    private readonly NameIndex names = new(theatre);

    /// <summary>The attributions of a report, by position of their content.</summary>
    public ImmutableArray<Attribution> Attribute(Report report, ImmutableArray<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(report);
        var quotations = QuotationFinder.Find(report);
        var stretch = new Stretch(report, quotations);
        var quoted = Quoted(sentences, quotations);
        var linker = new QuoteLinker(report, sentences, quotations, quoted, cues, nouns);
        linker.Begin();
        var inSentence = new SentenceCues(cues, nouns, stretch, linker);
        var phrases = new PhraseCues(cues, stretch);
        var drafts = linker.Drafts;
        for (var i = 0; i < sentences.Length; i++)
        {
            drafts.AddRange([.. inSentence.Find(sentences[i], i)]);
            drafts.AddRange([.. phrases.Find(sentences[i], i)]);
        }

        if (new Leads(cues, stretch).Find(sentences, drafts) is { } lead)
        {
            drafts.Add(lead);
        }

        if (Speeches.Find(report, sentences) is { } speech)
        {
            drafts.Add(speech);
        }

        foreach (var d in drafts)
        {
            Clip(d, quotations);
        }

        drafts.RemoveAll(d => d.Content.IsEmpty);
        linker.End();
        var ordered = drafts.OrderBy(d => d.Reach.Start).ThenByDescending(d => d.Reach.End).ThenBy(d => d.Sentence).ThenBy(d => d.CueToken).ToList();
        foreach (var d in ordered)
        {
            // A source with an apposition ends with the comma that ends the apposition.
            if (d.Source.Length == 1 && d.Source[0] is var x && x.End < report.Text.Length && report.Text[x.End] == ',' && x.Of(report.Text).Contains(','))
            {
                d.Source = [x with { End = x.End + 1 }];
            }
        }

        var outer = ordered.ConvertAll(d => Outer(ordered, d));
        var (by, through) = Resolve(report, sentences, ordered, outer);
        return [.. ordered.Select((d, i) => new Attribution(d.Source, d.Cue, d.Content, by[i], d.Use.Stance, d.Direct, outer[i], d.Use.Class, d.Negated, through[i]))];
    }

    /// <summary>The sources and the outlets that they speak through, in the order that a reader meets them; what a source says inside another's words after that other.</summary>
    private (ClaimSource?[] By, ClaimSource?[] Through) Resolve(Report report, ImmutableArray<Sentence> sentences, List<Draft> drafts, List<int> outer)
    {
        var resolver = new SourceResolver(theatre, names, nouns, report, sentences);
        var outlets = new Outlets(names, nouns, report, sentences, resolver);
        var through = new ClaimSource?[drafts.Count];
        var result = new ClaimSource?[drafts.Count];
        var done = new bool[drafts.Count];
        foreach (var i in Enumerable.Range(0, drafts.Count).OrderBy(i => drafts[i].Sentence).ThenBy(i => drafts[i].CueToken))
        {
            One(i, 0);
        }

        return (result, through);

        void One(int i, int depth)
        {
            if (done[i] || depth > 8)
            {
                return;
            }

            if (outer[i] >= 0)
            {
                One(outer[i], depth + 1);
            }

            done[i] = true;
            var around = outer[i];
            while (around >= 0 && result[around] is null)
            {
                around = outer[around];
            }

            result[i] = resolver.Resolve(drafts[i], around >= 0 ? result[around] : null);
            if (outer[i] < 0)
            {
                through[i] = outlets.Of(drafts[i], ref result[i]);
            }
        }
    }

    /// <summary>What is said inside a quotation stays inside it, whatever the tree shows.</summary>
    private static void Clip(Draft d, ImmutableArray<Quotation> quotations)
    {
        if (d.Cue.IsEmpty)
        {
            return;
        }

        d.Content = [.. d.Content.Where(c => !c.Contains(d.Cue[0]))];
        foreach (var q in quotations)
        {
            if (q.Span.Contains(d.Cue[0]) && !q.Span.Contains(d.Reach))
            {
                d.Content = [.. d.Content.Where(c => c.Overlaps(q.Span)).Select(c => new TextSpan(Math.Max(c.Start, q.Span.Start), Math.Min(c.End, q.Span.End)))];
            }
        }
    }

    /// <summary>A mark for each word of each sentence that stands in a quotation.</summary>
    private static bool[][] Quoted(ImmutableArray<Sentence> sentences, ImmutableArray<Quotation> quotations)
    {
        var result = new bool[sentences.Length][];
        var q = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            var tokens = sentences[i].Tokens;
            result[i] = new bool[tokens.Length];
            for (var t = 0; t < tokens.Length; t++)
            {
                while (q < quotations.Length && quotations[q].Span.End <= tokens[t].Span.Start)
                {
                    q++;
                }

                result[i][t] = q < quotations.Length && quotations[q].Span.Overlaps(tokens[t].Span);
            }
        }

        return result;
    }

    /// <summary>Index of the smallest attribution whose content holds this one's cue, or -1.</summary>
    private static int Outer(List<Draft> all, Draft d)
    {
        var at = d.Cue.IsEmpty ? d.Content[0] : d.Cue[0];
        var best = -1;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] != d && all[i].Reach.Length > d.Reach.Length && all[i].Content.Any(c => c.Contains(at)) && (best < 0 || all[i].Reach.Length < all[best].Reach.Length))
            {
                best = i;
            }
        }

        return best;
    }
}
