using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>How far a source reaches around its head word.</summary>
internal static class SourceSpans
{
    /// <summary>The phrase of <paramref name="source"/>, without the cue's own clause, the content and what introduces it.</summary>
    public static ImmutableArray<TextSpan> Of(Sentence s, int source, int cue, bool[] content, Stretch stretch, out bool[] marked)
    {
        var without = new bool[s.Tokens.Length];
        foreach (var c in s.Children(source))
        {
            // "he, X said": clauses that hang on a source but are the cue's or stand beside it.
            if (s.Under(cue, c) || s.IsAny(c, "parataxis", "case", "mark", "cc") || (s.IsAny(c, "cop", "aux", "nsubj", "advcl", "obl", "ccomp", "expl") && s.Child(source, "cop") >= 0))
            {
                var below = s.Below(c);
                for (var i = 0; i < below.Length; i++)
                {
                    without[i] |= below[i];
                }
            }
        }

        marked = s.Below(source, without);
        foreach (var c in s.Children(cue))
        {
            // "Belarusian | Deputy Minister Adam Novak": one phrase that the tree took for two subjects.
            if (c < source && s.Is(c, "nsubj") && s.Is(source, "nsubj") && s.Tokens[c].Tag != Upos.PRON && s.Tokens[source].Tag != Upos.PRON)
            {
                VerbContent.Or(marked, s.Below(c));
            }
        }

        var contained = content[source];
        for (var i = 0; i < marked.Length; i++)
        {
            marked[i] &= !content[i] || contained;
        }

        if (contained)
        {
            Array.Clear(marked);
            marked[source] = true;
        }

        var first = Array.IndexOf(marked, true);
        while (first > 1 && s.Tokens[first].Tag == Upos.PROPN && s.Tokens[first - 1].Form == "-" && s.Tokens[first - 2].Tag == Upos.PROPN && s.Tokens[first - 2].Span.End == s.Tokens[first - 1].Span.Start)
        {
            // "RBC-Ukraine": one name, wherever the tree hangs its first part.
            marked[first - 1] = marked[first - 2] = true;
            first -= 2;
        }

        var spans = stretch.Of(s, marked, clause: false);
        return spans.Length > 1 ? Around(s, source, spans) : spans;
    }

    /// <summary>Of several runs the one that holds the head.</summary>
    private static ImmutableArray<TextSpan> Around(Sentence s, int source, ImmutableArray<TextSpan> spans)
    {
        foreach (var span in spans)
        {
            if (span.Contains(s.Tokens[source].Span))
            {
                return [span];
            }
        }

        return spans;
    }
}
