using System.Text;

namespace Salient.Records;

/// <summary>The first words of a report, which it is called by where it has no title.</summary>
public static class Opening
{
    private const int Longest = 72, Least = 24;

    /// <summary>The beginning of the first paragraph of the article's own text, to the end of its sentence or as far as one line goes; null where it has none.</summary>
    /// <param name="paragraphs">The report's paragraphs, in order.</param>
    /// <param name="text">Gives the words of a stretch.</param>
    public static string? Of(IEnumerable<Paragraph> paragraphs, Func<TextSpan, string> text)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentNullException.ThrowIfNull(text);
        return paragraphs.Where(p => p.Role == ParagraphRole.Body).Select(p => Line(text(p.Span))).FirstOrDefault(l => l.Length > 0);
    }

    private static string Line(string words)
    {
        var line = new StringBuilder();
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Longest)
            {
                return line.ToString().TrimEnd(',', ';', ':', '.') + "…";
            }

            line.Append(line.Length > 0 ? " " : "").Append(word.Length > Longest ? word[..Whole(word)] : word);
            if (line.Length >= Least && word[^1] is '.' or '!' or '?')
            {
                break;
            }
        }

        return line.ToString();
    }

    /// <summary>As many characters of a long word as make a line, no surrogate parted.</summary>
    private static int Whole(string word) => char.IsHighSurrogate(word[Longest - 1]) ? Longest - 1 : Longest;
}
