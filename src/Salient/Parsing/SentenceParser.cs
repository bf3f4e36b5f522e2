using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Records;

namespace Salient.Parsing;

/// <summary>Tags and parses one sentence after the other in the same buffers; for one thread at a time.</summary>
internal sealed class SentenceParser(ParserModel.Weights model)
{
    private readonly WordKeys words = new();
    private readonly ParseInput input = new();
    private readonly ParseState state = new();
    private readonly FormPool forms = new();
    private readonly FeatureRows rows = model.Parser.MakeRows();
    private byte[] tags = new byte[64];

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
            tags = new byte[n * 2];
        }

        model.Tagger.Tag(words, tags);
        input.Load(words, tags, model.Tags);
        model.Parser.Parse(input, state, rows);
        var result = new Token[n];
        for (var i = 0; i < n; i++)
        {
            var form = forms.Get(text.AsSpan(spans[i].Start, spans[i].Length));
            var tag = model.Tags.Universal(tags[i]);
            var wordForm = model.Tags.Form(tags[i]);
            var head = state.Heads[i];
            result[i] = new Token(spans[i], form, model.Lemmatiser.Lemma(form, tag, wordForm), tag, wordForm, head == n ? -1 : head, model.Actions.Relations[state.Labels[i]]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }
}
