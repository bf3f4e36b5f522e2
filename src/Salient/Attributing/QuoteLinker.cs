using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Joins quotations to who says them: in their own sentence, across sentences of one quotation, after "X said.", from paragraph to paragraph.</summary>
internal sealed class QuoteLinker(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Quotation> quotations, bool[][] quoted, CueLexicon cues, SourceNouns nouns)
{
    private static readonly CueUse Said = new(CueClass.Speech, CueStance.Asserts);

    private readonly Draft?[] of = new Draft?[quotations.Length];

    private readonly Dictionary<(int Sentence, int Verb), (Draft Draft, int Head)> speech = [];

    /// <summary>All drafts, those that quotations made first.</summary>
    public List<Draft> Drafts { get; } = [];

    /// <summary>Makes a draft for each verb of speech beside a quotation.</summary>
    public void Begin()
    {
        var finder = new DirectSpeech(report, sentences, cues, nouns);
        for (var i = 0; i < quotations.Length; i++)
        {
            if (Signed(quotations[i]) is { } signed)
            {
                of[i] = signed;
                Drafts.Add(signed);
            }
            else if (finder.Beside(quotations[i], quoted) is { } found)
            {
                if (!speech.TryGetValue((found.Sentence, found.Verb), out var known))
                {
                    known = speech[(found.Sentence, found.Verb)] = (New(found, quotations[i]), found.Head);
                    Drafts.Add(known.Draft);
                }

                of[i] = known.Draft;
                known.Draft.Content = Stretch.Join([.. known.Draft.Content, quotations[i].Span]);
            }
        }
    }

    /// <summary>The draft that a quotation made of verb <paramref name="verb"/>, or null.</summary>
    public Draft? At(int sentence, int verb) => speech.TryGetValue((sentence, verb), out var known) ? known.Draft : null;

    /// <summary>The speaker of a verb: its own, or that of a verb of speech that it hangs on ("…," she said, adding that …).</summary>
    public int Speaker(Sentence s, int sentence, int verb)
    {
        var own = Speakers.Of(s, verb);
        if (own >= 0 && !quoted[sentence][own])
        {
            return own;
        }

        for (var (h, steps) = (verb, 0); h >= 0 && steps < 5; h = s.Tokens[h].Head, steps++)
        {
            if (speech.TryGetValue((sentence, h), out var known) && known.Head >= 0 && (h == verb || (s.OwnSubject(verb) < 0 && !s.Passive(verb))))
            {
                return known.Head;
            }
        }

        return own;
    }

    /// <summary>Adds to a quotation's draft what the tree shows as its verb's content, where the two overlap.</summary>
    public void Widen(Draft draft, ImmutableArray<TextSpan> spans, Content content)
    {
        _ = report;
        if (content.Clause && spans.Any(s => draft.Content.Any(c => c.Overlaps(s))))
        {
            var cue = draft.Cue.Concat(draft.Source).ToList();
            draft.Content = Stretch.Join([.. draft.Content, .. spans.Where(s => !cue.Any(c => c.Overlaps(s)))]);
        }
    }

    /// <summary>Joins the other quotations to drafts, and adds drafts for those that go on from the paragraph before.</summary>
    public void End()
    {
        for (var i = 0; i < quotations.Length; i++)
        {
            var q = quotations[i];
            of[i] ??= Covering(q) ?? (Whole(q.Span) ? Carried(i) : null);
            if (of[i] is { } draft && !Covers(draft, q) && draft.Use.Class is CueClass.Speech or CueClass.Question or CueClass.Belief or CueClass.Evidence)
            {
                draft.Content = Stretch.Join([.. draft.Content, q.Span]);
            }
        }

        foreach (var d in Drafts)
        {
            d.Direct = d.Content.Length > 0 && d.Content.All(c => quotations.Any(q => q.Span.Contains(c)));
        }
    }

    private static bool Covers(Draft draft, Quotation q) => draft.Content.Any(c => c.Contains(q.Span));

    /// <summary>The draft whose content holds a good part of the quotation, or lies within it.</summary>
    private Draft? Covering(Quotation q)
    {
        Draft? best = null;
        var most = 0;
        foreach (var d in Drafts)
        {
            if (d.Cue.Any(c => q.Span.Overlaps(c)))
            {
                continue;
            }

            var shared = d.Content.Sum(c => Math.Max(0, Math.Min(c.End, q.Span.End) - Math.Max(c.Start, q.Span.Start)));
            if (shared > most && (2 * shared >= q.Span.Length || d.Content.Any(c => q.Span.Contains(c) || (q.Span.Contains(c.Start) && c.End > q.Span.End))))
            {
                (best, most) = (d, shared);
            }
        }

        return best is not null && (Covers(best, q) || best.Construction is "that" or "wh" or "quote") ? best : null;
    }

    private Draft New(Speech found, Quotation q)
    {
        var s = sentences[found.Sentence];
        var taken = (bool[])quoted[found.Sentence].Clone();
        var spans = ImmutableArray<TextSpan>.Empty;
        if (found.First >= 0)
        {
            spans = [Stretch.Between(s, found.First, found.Last)];
            Array.Fill(taken, true, found.First, found.Last - found.First + 1);
        }
        else if (found.Head >= 0)
        {
            spans = SourceSpans.Of(s, found.Head, found.Verb, taken, new Stretch(report, []), out var marked);
            VerbContent.Or(taken, marked);
        }

        return new Draft
        {
            Sentence = found.Sentence,
            CueToken = found.Verb,
            SourceSentence = found.Head >= 0 ? found.Sentence : -1,
            SourceToken = found.Head,
            Source = spans,
            Cue = [CueSpans.Of(s, found.Verb, taken)],
            Content = [q.Span],
            Use = cues.Verb(s.Lemma(found.Verb))?.In("quote") ?? Said,
            Construction = "quote",
        };
    }

    /// <summary>A quotation of whole sentences with no cue of its own: the speaker goes on, or the paragraph before led it in.</summary>
    private Draft? Carried(int i)
    {
        var q = quotations[i];
        if (i > 0 && of[i - 1] is { } before && (quotations[i - 1].Paragraph == q.Paragraph || q.Continues))
        {
            return before;
        }

        if (i > 0 && of[i - 1] is { SourceToken: >= 0 } last && quotations[i - 1].Paragraph == q.Paragraph - 1 && Fills(q))
        {
            return Again(last, q);
        }

        var s = FirstSentence(q.Span.Start) - (sentences.Length > 0 && FirstSentence(q.Span.Start) is >= 0 and var f && sentences[f].Span.Start >= q.Span.Start - 1 ? 1 : 0);
        if (s < 0 || s >= sentences.Length || sentences[s].Paragraph < q.Paragraph - 1 || (sentences[s].Paragraph != q.Paragraph && !Fills(q)))
        {
            return null;
        }

        var latest = Drafts.FindLast(d => d.Sentence == s && d.SourceToken >= 0 && d.Use.Class is CueClass.Speech or CueClass.Question);
        return latest is null ? null : Again(latest, q);
    }

    private Draft Again(Draft last, Quotation q)
    {
        var draft = new Draft
        {
            Sentence = last.Sentence,
            CueToken = -1,
            SourceSentence = last.SourceSentence,
            SourceToken = last.SourceToken,
            Source = last.Source,
            Content = [q.Span],
            Use = Said,
            Construction = "quote",
        };
        Drafts.Add(draft);
        return draft;
    }

    /// <summary>A quotation that a dash and a name sign, behind it or in a line of their own.</summary>
    private Draft? Signed(Quotation q)
    {
        if (!Fills(q) && q.Span.Start != report.Paragraphs[q.Paragraph].Span.Start)
        {
            return null;
        }

        var i = FirstSentence(q.Span.End);
        if (i < 0 || sentences[i].Paragraph > q.Paragraph + 1)
        {
            return null;
        }

        var s = sentences[i];
        var dash = 0;
        while (dash < s.Tokens.Length && s.Tokens[dash].Span.Start < q.Span.End)
        {
            dash++;
        }

        if (dash + 1 >= s.Tokens.Length || s.Tokens[dash].Form is not ("―" or "—" or "–" or "--" or "-") || s.Tokens.Length - dash > 16 || s.Tokens[dash + 1].Tag is not Upos.PROPN)
        {
            return null;
        }

        var last = s.Tokens.Length - 1;
        while (last > dash + 1 && s.Tokens[last].Tag == Upos.PUNCT)
        {
            last--;
        }

        for (var t = dash + 1; t <= last; t++)
        {
            if (s.Tokens[t].Tag is Upos.VERB or Upos.AUX)
            {
                return null;
            }
        }

        return new Draft
        {
            Sentence = i,
            CueToken = dash,
            SourceSentence = i,
            SourceToken = Math.Max(dash + 1, Surface.Head(s, dash + 1, last)),
            Source = [Stretch.Between(s, dash + 1, last)],
            Cue = [s.Tokens[dash].Span],
            Content = [q.Span],
            Use = Said,
            Construction = "quote",
        };
    }

    private bool Fills(Quotation q) => 10 * q.Span.Length >= 8 * report.Paragraphs[q.Paragraph].Span.Length;

    /// <summary>True for a quotation that begins where a sentence does and ends as one ends.</summary>
    private bool Whole(TextSpan span)
    {
        var inside = span.Of(report.Text).TrimEnd('“', '”', '"', '\'', ' ');
        var first = FirstSentence(span.Start);
        return first >= 0 && sentences[first].Span.Start >= span.Start - 1 && inside.Length > 3 && inside[^1] is '.' or '!' or '?' or '…' or ',';
    }

    /// <summary>Index of the sentence that holds <paramref name="offset"/>, or of the first after it; -1 where there is none.</summary>
    private int FirstSentence(int offset)
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

        return low < sentences.Length ? low : -1;
    }
}
