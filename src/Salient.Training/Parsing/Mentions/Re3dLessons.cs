using Salient.Parsing.Recognising;
using Salient.Records;

namespace Salient.Training.Parsing.Mentions;

/// <summary>Makes lessons of re3d's documents.</summary>
internal static class Re3dLessons
{
    private static readonly Dictionary<string, MentionType> Types = new(StringComparer.Ordinal)
    {
        ["Organisation"] = MentionType.Organisation,
        ["Person"] = MentionType.Person,
        ["Location"] = MentionType.Place,
        ["Weapon"] = MentionType.Weapon,
        ["MilitaryPlatform"] = MentionType.Weapon,
    };

    /// <summary>The labels of one sentence, a chain each. Of places in one another the smaller are learnt, of all others the larger.</summary>
    public static byte[][] Labels(Re3dDocument document, Sentence sentence) => [.. Recogniser.Types.Select(t => Labels(document, sentence, t))];

    /// <summary>The marked mentions of a type.</summary>
    public static TextSpan[] Marked(Re3dDocument document, MentionType type) =>
        [.. document.Entities.Where(e => Types.TryGetValue(e.Type, out var t) && t == type).Select(e => Measuring.MentionMeasure.Bare(document.Text, e.Span))];

    private static byte[] Labels(Re3dDocument document, Sentence sentence, MentionType type)
    {
        var labels = new byte[sentence.Tokens.Length];
        foreach (var span in Marked(document, type).Where(s => s.Overlaps(sentence.Span)).OrderBy(s => type == MentionType.Place ? s.Length : -s.Length).ThenBy(s => s.Start))
        {
            var first = 0;
            while (first < labels.Length && !Inside(sentence.Tokens[first].Span, span))
            {
                first++;
            }

            var end = first;
            while (end < labels.Length && Inside(sentence.Tokens[end].Span, span))
            {
                end++;
            }

            MentionReader.Mark(labels, first, end);
        }

        return labels;
    }

    private static bool Inside(TextSpan word, TextSpan span) => 2 * (Math.Min(word.End, span.End) - Math.Max(word.Start, span.Start)) > word.Length;
}
