using Salient.Records;

namespace Salient.Publishing;

/// <summary>A claim for people to read: what, by whose word, in which words, where from.</summary>
public static class ClaimText
{
    /// <summary>Two lines: the claim and its evidence.</summary>
    public static string Write(RecordedClaim recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var c = recorded.Claim;
        var parts = new List<string> { $"{c.Kind}/{c.Act} {Phrasing.Code(c.Factuality)}" };
        if (c.Actor is { } actor)
        {
            parts.Add($"{actor.Name} ({actor.Side})");
        }

        if (!c.Places.IsEmpty)
        {
            parts.Add(string.Join(", ", c.Places.Select(p => p.Role == "at" ? p.Name : $"{p.Role} {p.Name}")));
        }

        if (c.Quantity is { } q)
        {
            parts.Add(Phrasing.Amount(q));
        }

        if (recorded.Revision is { } revision)
        {
            parts.Add(revision.Later is { } later
                ? $"{revision.Fate.ToString().ToLowerInvariant()} in {later}{(revision.Successor is { } heir ? " as " + heir : "")}"
                : $"retracted by its outlet{(recorded.Report.Retracted?.Day is { } gone ? ", " + gone : "")}");
        }

        if (recorded.Review is { } review)
        {
            parts.Add($"{review.Word} by {review.Last.By}");
        }

        var day = recorded.Report.Date.Reference is { } d ? Phrasing.Day(d) : "no day";
        return $"{c.Id}  {string.Join("; ", parts)}\n    \"{c.Evidence.ReplaceLineEndings(" ")}\" — {Phrasing.Chain(recorded)} ({c.Report}, {day})";
    }
}
