using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Parsing.Networks;
using Salient.Records;

namespace Salient.Parsing;

/// <summary>Tags and parses sentences in the same buffers; for one thread at a time.</summary>
internal sealed class SentenceParser(ParserModel.Weights model)
{
    // Trees are grown together for so many words: enough to fetch the network's numbers seldom, few enough to stay near the processor.
    private const int Enough = 128;

    private readonly WordKeys words = new();
    private readonly NetworkBuffers buffers = new();
    private readonly FormPool forms = new();
    private readonly List<int> counts = [];
    private byte[] tags = new byte[2 * Enough];
    private int[] heads = new int[2 * Enough];
    private byte[] labels = new byte[2 * Enough];

    /// <summary>Makes the sentence of some words of a text.</summary>
    public ImmutableArray<Token> Parse(string text, ReadOnlySpan<TextSpan> spans)
    {
        var result = new List<ImmutableArray<Token>>();
        Parse(text, spans, [0..spans.Length], result);
        return result[0];
    }

    /// <summary>Makes the sentences of some words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Its words.</param>
    /// <param name="sentences">The words of each sentence, one after another.</param>
    /// <param name="to">Gets the sentences' words.</param>
    public void Parse(string text, ReadOnlySpan<TextSpan> spans, ReadOnlySpan<Range> sentences, List<ImmutableArray<Token>> to)
    {
        for (int from = 0, end; from < sentences.Length; from = end)
        {
            var count = 0;
            for (end = from; end < sentences.Length && count < Enough; end++)
            {
                count += Length(sentences[end]);
            }

            Grow(text, spans, sentences[from..end], count);
            var at = 0;
            foreach (var sentence in sentences[from..end])
            {
                to.Add(Tokens(text, spans[sentence], at));
                at += Length(sentence);
            }
        }
    }

    private static int Length(Range range) => range.End.Value - range.Start.Value;

    private void Grow(string text, ReadOnlySpan<TextSpan> spans, ReadOnlySpan<Range> sentences, int count)
    {
        if (tags.Length < count)
        {
            (tags, heads, labels) = (new byte[count * 2], new int[count * 2], new byte[count * 2]);
        }

        model.Trees.Open(count, buffers);
        counts.Clear();
        var at = 0;
        foreach (var sentence in sentences)
        {
            words.Clear();
            foreach (var span in spans[sentence])
            {
                words.Add(text.AsSpan(span.Start, span.Length), model.Vocabulary);
            }

            words.Close();
            model.Tagger.Tag(words, tags.AsSpan(at));
            model.Trees.Add(words, tags.AsSpan(at), model.Tags, buffers);
            counts.Add(words.Count);
            at += words.Count;
        }

        model.Trees.Grow(tags, CollectionsMarshal.AsSpan(counts), buffers, heads, labels);
    }

    private ImmutableArray<Token> Tokens(string text, ReadOnlySpan<TextSpan> spans, int at)
    {
        var result = new Token[spans.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var form = forms.Get(text.AsSpan(spans[i].Start, spans[i].Length));
            var tag = model.Tags.Universal(tags[at + i]);
            var wordForm = model.Tags.Form(tags[at + i]);
            var head = heads[at + i];
            result[i] = new Token(spans[i], form, model.Lemmatiser.Lemma(form, tag, wordForm), tag, wordForm, head == result.Length ? -1 : head, model.Relations.Names[labels[at + i]]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }
}
