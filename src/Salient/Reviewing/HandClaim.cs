using System.Globalization;
using Salient.Records;

namespace Salient.Reviewing;

/// <summary>Claims that analysts add: the entry keeps where the words stand, the report has the words.</summary>
internal static class HandClaim
{
    /// <summary>The rule that such a claim names.</summary>
    public const string Rule = "hand";

    /// <summary>The claim of an entry's <paramref name="slots"/>; null where they name no words of <paramref name="report"/>.</summary>
    /// <exception cref="ProblemException">SAL0732 a slot cannot have its value.</exception>
    public static Claim? Of(string id, Report report, IEnumerable<SlotChange> slots)
    {
        var all = slots.ToList();
        if (Span(all.FirstOrDefault(s => s.Slot == "span")?.Value, report.Text.Length) is not { } span)
        {
            return null;
        }

        var role = report.Paragraphs.FirstOrDefault(p => p.Span.Contains(span))?.Role ?? ParagraphRole.Body;
        var bare = new Claim(id, report.Id, "", "", span, span.Of(report.Text), [], Factuality.Certain, null, null, [], null, null, false, null, null, null, null, null, Rule, role);
        try
        {
            return all.Where(s => s.Slot != "span").Aggregate(bare, ClaimSlots.Put);
        }
        catch (FormatException e)
        {
            throw new ProblemException(new("SAL0732", report.Id, e.Message, "docs/review.md lists the slots and their values."), e);
        }
    }

    private static TextSpan? Span(string? text, int length) =>
        text?.Split('-') is [var a, var b]
        && int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && start < end && end <= length ? new TextSpan(start, end) : null;
}
