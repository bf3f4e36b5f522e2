using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>Splits bare text into sentences without tokens, for measuring stages that read words alone.</summary>
internal static class PlainSentences
{
    public static ImmutableArray<Sentence> Split(string text)
    {
        var found = ImmutableArray.CreateBuilder<Sentence>();
        int start = 0, paragraph = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var line = text[i] == '\n' && i + 1 < text.Length && (text[i + 1] is '\n' or '\r' or ' ' or '\t' || char.IsUpper(text[i + 1]) && i > 0 && text[i - 1] is '.' or '!' or '?' or '"' or '”');
            var full = text[i] is '.' or '?' or '!' && Ends(text, i);
            if (!line && !full && i + 1 < text.Length)
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && full && text[end] is '"' or '”' or ')' or '\'')
            {
                end++;
            }

            Add(text, start, end, paragraph, found);
            paragraph += line ? 1 : 0;
            start = end;
            i = end - 1;
        }

        return found.ToImmutable();
    }

    private static void Add(string text, int start, int end, int paragraph, ImmutableArray<Sentence>.Builder found)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            found.Add(new Sentence(new TextSpan(start, end), paragraph, [], []));
        }
    }

    private static bool Ends(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or ')' or '\'')
        {
            next++;
        }

        if (next >= text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        while (next < text.Length && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '“' or '\'' or '('))
        {
            next++;
        }

        // "Gen. Petrenko", "Oct. 3", "U.S. troops": a short word before the point ends nothing.
        var word = at;
        while (word > 0 && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        var shortForm = text[at] == '.' && at > word && (at - word == 1 || (at - word <= 4 && char.IsUpper(text[word])));
        return next >= text.Length || ((char.IsUpper(text[next]) || char.IsDigit(text[next])) && !shortForm);
    }
}
