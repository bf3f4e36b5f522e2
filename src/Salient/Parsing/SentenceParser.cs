using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Parsing.Networks;
using Salient.Records;

namespace Salient.Parsing;

/// <summary>Tags and parses one sentence after the other in the same buffers; for one thread at a time.</summary>
internal sealed class SentenceParser(ParserModel.Weights model)
{
    private readonly WordKeys words = new();
    private readonly NetworkBuffers buffers = new();
    private readonly FormPool forms = new();
    private byte[] tags = new byte[64];
    private int[] heads = new int[64];
    private byte[] labels = new byte[64];

    /// <summary>Makes the sentence of some words of a text.</summary>
    public ImmutableArray<Token> Parse(string text, ReadOnlySpan<TextSpan> spans)
    {
        words.Clear();
        foreach (var span in spans)
        {
            words.Add(text.AsSpan(span.Start, span.Length), model.Vocabulary);
        }

        words.Close();
        var n = spans.Length;
        if (tags.Length < n)
        {
            (tags, heads, labels) = (new byte[n * 2], new int[n * 2], new byte[n * 2]);
        }

        model.Tagger.Tag(words, tags);
        model.Trees.Grow(words, tags, model.Tags, buffers, heads, labels);
        var result = new Token[n];
        for (var i = 0; i < n; i++)
        {
            var form = forms.Get(text.AsSpan(spans[i].Start, spans[i].Length));
            var tag = model.Tags.Universal(tags[i]);
            var wordForm = model.Tags.Form(tags[i]);
            var head = heads[i];
            result[i] = new Token(spans[i], form, model.Lemmatiser.Lemma(form, tag, wordForm), tag, wordForm, head == n ? -1 : head, model.Relations.Names[labels[i]]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }
}
