namespace Salient.Training.Parsing;

/// <summary>Makes headlines of some sentences: Capitals on Most Words, No Stop. Treebanks hold few.</summary>
internal static class Headlines
{
    private const int Every = 14;

    /// <summary>The sentences, and one in fourteen of the short ones again as a headline.</summary>
    public static List<TreebankSentence> With(IReadOnlyList<TreebankSentence> sentences)
    {
        var result = new List<TreebankSentence>(sentences);
        for (var i = 0; i < sentences.Count; i += Every)
        {
            var words = sentences[i].Words;
            if (words.Length is >= 5 and <= 18 && words[^1].Tag == "PUNCT ." && !words.Any(w => w.Head == words.Length - 1) && words[^1].Head >= 0)
            {
                result.Add(sentences[i] with { Words = [.. words.SkipLast(1).Select(Capital)] });
            }
        }

        return result;
    }

    private static TreebankWord Capital(TreebankWord word) =>
        word.Form.Length < 3 || word.Tag.StartsWith("ADP", StringComparison.Ordinal) || word.Tag.StartsWith("DET", StringComparison.Ordinal) || word.Tag.StartsWith("CCONJ", StringComparison.Ordinal) || word.Tag.StartsWith("PART", StringComparison.Ordinal)
            ? word
            : word with { Form = char.ToUpperInvariant(word.Form[0]) + word.Form[1..] };
}
