using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Salient.Records;

namespace Salient.Reading;

/// <summary>Ties the numbers in brackets in a text to the notes at its end.</summary>
internal static partial class EndnoteTies
{
    /// <summary>Notes and markers of a report of these <paramref name="blocks"/>.</summary>
    /// <param name="blocks">All paragraphs; notes carry the role <see cref="ParagraphRole.Endnote"/>.</param>
    /// <param name="links">Addresses of a block's own links, where the page marks them up; by block.</param>
    public static (ImmutableArray<Endnote> Notes, ImmutableArray<NoteMarker> Markers) Tie(IReadOnlyList<Block> blocks, IReadOnlyDictionary<Block, ImmutableArray<string>> links)
    {
        var notes = ImmutableArray.CreateBuilder<Endnote>();
        var byNumber = new Dictionary<int, int>();
        foreach (var block in blocks.Where(b => b.Role == ParagraphRole.Endnote))
        {
            var starts = Starts(block.Text);
            for (var i = 0; i < starts.Count; i++)
            {
                var end = i + 1 < starts.Count ? starts[i + 1].At : block.Text.Length;
                var text = block.Text[starts[i].At..end];
                var own = starts.Count == 1 && links.TryGetValue(block, out var marked) && !marked.IsEmpty ? marked : Links(text);
                byNumber.TryAdd(starts[i].Number, notes.Count);
                notes.Add(new Endnote(starts[i].Number, new TextSpan(block.Span.Start + starts[i].At, block.Span.Start + end), own));
            }
        }

        var markers = ImmutableArray.CreateBuilder<NoteMarker>();
        foreach (var block in blocks.Where(b => notes.Count > 0 && b.Coded()))
        {
            foreach (Match match in Marker().Matches(block.Text))
            {
                var number = int.Parse(match.Groups["n"].ValueSpan, System.Globalization.NumberStyles.None, null);
                markers.Add(new NoteMarker(new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length), number, byNumber.GetValueOrDefault(number, -1)));
            }
        }

        return (notes.ToImmutable(), markers.ToImmutable());
    }

    // One paragraph may hold several notes: "[1] http… [2] http…". Only rising numbers begin notes.
    private static List<(int At, int Number)> Starts(string text)
    {
        var starts = new List<(int At, int Number)>();
        foreach (Match match in Marker().Matches(text))
        {
            var number = int.Parse(match.Groups["n"].ValueSpan, System.Globalization.NumberStyles.None, null);
            if (match.Index == 0 || (starts.Count > 0 && number == starts[^1].Number + 1))
            {
                starts.Add((match.Index, number));
            }
        }

        return starts;
    }

    private static ImmutableArray<string> Links(string text) =>
        [.. Address().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ';', ')')).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\[(?<n>\d{1,3})\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();

    [GeneratedRegex(@"https?://[^\s<>""\]]{3,2000}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
