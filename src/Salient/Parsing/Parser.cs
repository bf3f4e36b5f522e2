using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Parsing.Naming;
using Salient.Parsing.Recognising;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Parsing;

/// <summary>Splits a report into sentences and words, tags them, grows their trees and finds what they name.</summary>
/// <remarks>Thread-safe. The trees have one root each, whatever the text.</remarks>
/// <param name="model">The language model.</param>
/// <param name="theatre">Whose lexicon names forces, weapons, posts and organisations.</param>
public sealed class Parser(ParserModel model, Theatre theatre)
{
    private readonly ConcurrentBag<SentenceParser> idle = [];
    private readonly Lazy<MentionFinder> finder = new(() => new MentionFinder(new Lexicon(theatre, new Tokeniser(model.Lists)), model.Cues, model.Loaded.Typer));

    /// <summary>The sentences of the coded paragraphs, in order.</summary>
    /// <exception cref="ProblemException">SAL0401 or SAL0402: the model cannot be read.</exception>
    public ImmutableArray<Sentence> Parse(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReferentFinder(model.Loaded.Recogniser.Value, model.Cues).Find(report.Text, Named(report));
    }

    /// <summary>The sentences with what rules and lexicon find in them, before the recogniser reads them.</summary>
    internal ImmutableArray<Sentence> Named(Report report)
    {
        var tokeniser = new Tokeniser(model.Lists);
        var splitter = new SentenceSplitter(model.Lists);
        var words = new List<TextSpan>();
        var ranges = new List<Range>();
        var own = new List<TextSpan>();
        var cut = new List<Range>();
        var paragraphs = new List<int>();
        for (var p = 0; p < report.Paragraphs.Length; p++)
        {
            if (!report.Paragraphs[p].Coded)
            {
                continue;
            }

            own.Clear();
            cut.Clear();
            tokeniser.Cut(report.Text, report.Paragraphs[p].Span, own);
            splitter.Split(report.Text, own, cut);
            foreach (var range in cut)
            {
                ranges.Add((range.Start.Value + words.Count)..(range.End.Value + words.Count));
                paragraphs.Add(p);
            }

            words.AddRange(own);
        }

        var worker = Worker();
        var tokens = new List<ImmutableArray<Token>>(ranges.Count);
        worker.Parse(report.Text, CollectionsMarshal.AsSpan(words), CollectionsMarshal.AsSpan(ranges), tokens);
        idle.Add(worker);
        return finder.Value.Find(report.Text, [.. tokens.Select((t, i) => new Sentence(t[0].Span.Cover(t[^1].Span), paragraphs[i], t, []))]);
    }

    /// <summary>A sentence of words that are already cut, with what rules and lexicon find in it.</summary>
    internal Sentence Named(IReadOnlyList<string> words) => finder.Value.Find(string.Join(' ', words), [Parse(words)])[0];

    /// <summary>Tags and parses words that are already cut; spans count as if one space stood between them.</summary>
    /// <exception cref="ProblemException">SAL0401 or SAL0402: the model cannot be read.</exception>
    public Sentence Parse(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = string.Join(' ', words);
        var spans = new TextSpan[words.Count];
        var at = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(at, at + words[i].Length);
            at += words[i].Length + 1;
        }

        var worker = Worker();
        var sentence = new Sentence(new TextSpan(0, text.Length), 0, worker.Parse(text, spans), []);
        idle.Add(worker);
        return sentence;
    }

    private SentenceParser Worker() => idle.TryTake(out var worker) ? worker : new SentenceParser(model.Loaded);
}
