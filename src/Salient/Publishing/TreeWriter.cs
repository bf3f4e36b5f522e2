using System.Text;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>Draws a sentence's tree for people.</summary>
public static class TreeWriter
{
    /// <summary>The sentence, then a line a word: branches, form, tag, relation; heads stand above and below their words in the order of the text.</summary>
    public static string Write(Sentence sentence, string text)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder();
        result.Append(sentence.Span.Of(text).ReplaceLineEndings(" ")).Append('\n');
        if (sentence.Root >= 0)
        {
            Branch(sentence, sentence.Root, "", "", "", result);
        }

        foreach (var m in sentence.Referents)
        {
            result.Append("  [").Append(m.Type).Append("] ").Append(m.Span.Of(text).ReplaceLineEndings(" "));
            result.Append(m.Name == m.Span.Of(text) ? "" : $" = {m.Name}").Append(m.Entry is null ? "" : $" ({m.Entry})").Append('\n');
        }

        return result.Append('\n').ToString();
    }

    /// <remarks>Depth is bounded by the longest sentence that is parsed whole.</remarks>
    private static void Branch(Sentence sentence, int word, string above, string here, string below, StringBuilder result)
    {
        var children = sentence.Children(word).ToArray();
        var before = children.Where(c => c < word).ToArray();
        for (var i = 0; i < before.Length; i++)
        {
            Branch(sentence, before[i], above + (i == 0 ? "  " : "\u2502 "), above + (i == 0 ? "\u250C\u2500" : "\u251C\u2500"), above + "\u2502 ", result);
        }

        var t = sentence.Tokens[word];
        result.Append(here).Append(' ').Append(t.Form).Append("  ").Append(t.Tag).Append(' ').Append(t.Relation).Append('\n');
        var after = children.Where(c => c > word).ToArray();
        for (var i = 0; i < after.Length; i++)
        {
            var last = i == after.Length - 1;
            Branch(sentence, after[i], below + "\u2502 ", below + (last ? "\u2514\u2500" : "\u251C\u2500"), below + (last ? "  " : "\u2502 "), result);
        }
    }
}
