using Salient.Records;

namespace Salient.Reading.Plain;

/// <summary>Cuts plain text into paragraphs: a line each, or, where the text is wrapped at a fixed width, the lines between two empty ones.</summary>
internal static class LineSplitter
{
    private const int WrapShortest = 40;
    private const int WrapLongest = 120;

    /// <summary>The paragraphs of <paramref name="text"/> in order; spans leave out the white space around them.</summary>
    public static List<Block> Split(string text)
    {
        var lines = Lines(text);
        if (!Wrapped(text, lines))
        {
            return [.. lines.Select(l => new Block(l.Span.Of(text), l.Span, l.Gap))];
        }

        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count;)
        {
            var from = i++;
            while (i < lines.Count && !lines[i].Gap && lines[i].Span.Start - lines[i - 1].Span.End < 8 && Runs(text, lines[i - 1].Span))
            {
                i++;
            }

            var span = lines[from].Span.Cover(lines[i - 1].Span);
            blocks.Add(new Block(span.Of(text), span, lines[from].Gap));
        }

        return blocks;
    }

    // A wrapped line is nearly as long as the others; a short one ends its paragraph.
    private static bool Runs(string text, TextSpan line) => line.Length >= WrapShortest || !Forms.EndsSentence(text.AsSpan(line.Start, line.Length)) && line.Length > WrapShortest / 2;

    private static bool Wrapped(string text, List<(TextSpan Span, bool Gap)> lines)
    {
        int pairs = 0, running = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Span.Length > WrapLongest)
            {
                return false;
            }

            if (lines[i].Gap)
            {
                continue;
            }

            pairs++;
            var above = lines[i - 1].Span;
            running += above.Length >= WrapShortest && !Forms.EndsSentence(text.AsSpan(above.Start, above.Length)) && char.IsLower(text[lines[i].Span.Start]) ? 1 : 0;
        }

        return running >= 3 && running * 4 >= pairs;
    }

    private static List<(TextSpan Span, bool Gap)> Lines(string text)
    {
        var lines = new List<(TextSpan, bool)>();
        var gap = true;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2029');
            var end = length < 0 ? text.Length : at + length;
            int from = at, to = end;
            while (from < to && Blank(text[from]))
            {
                from++;
            }

            while (to > from && Blank(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                lines.Add((new TextSpan(from, to), gap));
            }

            gap = to == from;
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static bool Blank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';
}
