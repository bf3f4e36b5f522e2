using System.Collections.Concurrent;
using System.Collections.Immutable;
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
        var result = new List<Sentence>();
        var tokeniser = new Tokeniser(model.Lists);
        var splitter = new SentenceSplitter(model.Lists);
        var worker = Worker();
        var words = new List<TextSpan>();
        var ranges = new List<Range>();
        for (var p = 0; p < report.Paragraphs.Length; p++)
        {
            if (!report.Paragraphs[p].Coded)
            {
                continue;
            }

            words.Clear();
            ranges.Clear();
            tokeniser.Cut(report.Text, report.Paragraphs[p].Span, words);
            splitter.Split(report.Text, words, ranges);
            var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words);
            foreach (var range in ranges)
            {
                var own = all[range];
                result.Add(new Sentence(own[0].Cover(own[^1]), p, worker.Parse(report.Text, own), []));
            }
        }

        idle.Add(worker);
        return finder.Value.Find(report.Text, result);
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
