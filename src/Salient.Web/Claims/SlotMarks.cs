using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Web.Claims;

/// <summary>A stretch of a claim's paragraph.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Evidence">True within the words that carry the claim.</param>
/// <param name="Slot">The slot that its words fill, or null.</param>
public sealed record SlotStretch(string Text, bool Evidence, string? Slot);

/// <summary>Cuts a paragraph where the words of a claim's slots stand.</summary>
internal static class SlotMarks
{
    /// <summary>The stretches of <paramref name="paragraph"/>, in order; together its whole text.</summary>
    public static ImmutableArray<SlotStretch> Cut(string paragraph, int start, ClaimRow claim)
    {
        var evidence = new TextSpan(start, start + claim.Evidence.Length);
        var slots = new List<(TextSpan Span, string Slot)>();
        foreach (var (words, slot) in Words(claim))
        {
            if (Nearest(paragraph, words, evidence) is { } span && !slots.Any(s => s.Span.Overlaps(span)))
            {
                slots.Add((span, slot));
            }
        }

        int[] cuts = [.. slots.SelectMany(s => (int[])[s.Span.Start, s.Span.End]).Concat([0, paragraph.Length, evidence.Start, evidence.End]).Distinct().Order()];
        return
        [
            .. cuts.Zip(cuts.Skip(1), (a, b) => new TextSpan(a, b)).Select(s => new SlotStretch(
                s.Of(paragraph), evidence.Contains(s), slots.FirstOrDefault(x => x.Span.Contains(s)).Slot)),
        ];
    }

    private static IEnumerable<(string Words, string Slot)> Words(ClaimRow claim)
    {
        foreach (var source in claim.Sources)
        {
            yield return (source.Name, "source");
            yield return (source.Cue ?? "", "cue");
        }

        foreach (var place in claim.Places)
        {
            yield return (place.Name, "place");
        }

        yield return (claim.Actor?.Name ?? "", "actor");
        yield return (claim.Target?.Name ?? "", "target");
        yield return (claim.Quantity?.Min is { } min ? min.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture) : "", "quantity");
        foreach (var (name, value) in claim.Details.Where(d => d.Key is "person" or "post" or "item"))
        {
            yield return (value, name);
        }
    }

    /// <summary>The occurrence nearest to the evidence, as whole words; null for none.</summary>
    private static TextSpan? Nearest(string paragraph, string words, TextSpan evidence)
    {
        TextSpan? best = null;
        for (var at = words.Length < 2 ? -1 : paragraph.IndexOf(words, StringComparison.Ordinal); at >= 0; at = paragraph.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, at + words.Length);
            var whole = (at == 0 || !char.IsLetterOrDigit(paragraph[at - 1])) && (span.End == paragraph.Length || !char.IsLetterOrDigit(paragraph[span.End]));
            if (whole && (best is null || Distance(span, evidence) < Distance(best.Value, evidence)))
            {
                best = span;
            }
        }

        return best;
    }

    private static int Distance(TextSpan a, TextSpan b) => a.Overlaps(b) ? 0 : Math.Min(Math.Abs(a.Start - b.End), Math.Abs(b.Start - a.End));
}
