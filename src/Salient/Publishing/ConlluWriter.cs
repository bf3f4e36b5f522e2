using System.Globalization;
using System.Text;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>Writes sentences in CoNLL-U.</summary>
public static class ConlluWriter
{
    /// <summary>One sentence: a line a word, a blank line after it; the universal tag, the form in the column of fine tags, head and relation.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="id">Its id for the comment line, or null for none.</param>
    /// <param name="text">The report's text, or null where the words alone were given.</param>
    public static string Write(Sentence sentence, string? id = null, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var result = new StringBuilder();
        if (id is not null)
        {
            result.Append("# sent_id = ").Append(id).Append('\n');
        }

        if (text is not null)
        {
            result.Append("# text = ").Append(OneLine(sentence.Span.Of(text))).Append('\n');
        }

        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var t = sentence.Tokens[i];
            var glued = text is not null && i + 1 < sentence.Tokens.Length && sentence.Tokens[i + 1].Span.Start == t.Span.End;
            result.Append(CultureInfo.InvariantCulture, $"{i + 1}\t{t.Form}\t{t.Lemma}\t{t.Tag}\t{(t.WordForm == WordForm.None ? "_" : t.WordForm)}\t_\t{t.Head + 1}\t{t.Relation}\t_\t{(glued ? "SpaceAfter=No" : "_")}\n");
        }

        return result.Append('\n').ToString();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
