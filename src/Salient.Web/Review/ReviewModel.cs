using System.Collections.Immutable;
using Salient.Records;
using Salient.Reviewing;

namespace Salient.Web.Review;

/// <summary>One entry as pages show it.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="Act">What was said.</param>
/// <param name="Claim">The claim's id, or that of the entry undone.</param>
/// <param name="Other">The other claim, or the report.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Changes">slot=value.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Undone">True where a further entry undid it.</param>
/// <param name="Waiting">True where no claim of the current run answers to it.</param>
public sealed record ReviewRow(string Id, int Number, string Act, string Claim, string? Other, string By, DateTimeOffset At, ImmutableArray<string> Changes, string? Note, bool Undone, bool Waiting)
{
    /// <summary>The row of an entry.</summary>
    public static ReviewRow Of(ReviewEntry e, ReviewLayer layer, Func<string, bool> answered) => new(
        e.Id, e.Number, e.Act, e.Claim, e.Other, e.By, e.At, [.. e.Changes.Where(c => c.Slot != "span").Select(c => $"{c.Slot}={c.Value}")], e.Note, layer.Undone.Contains(e.Id), e.Act != "undo" && !answered(e.Claim));
}

/// <summary>The review layer.</summary>
/// <param name="Entries">Latest first.</param>
/// <param name="All">How many there are.</param>
/// <param name="Page">1 for the first.</param>
/// <param name="More">True where a further page follows.</param>
public sealed record ReviewModel(ImmutableArray<ReviewRow> Entries, int All, int Page, bool More);

/// <summary>A review as JSON takes it.</summary>
/// <param name="Act">accept, reject, correct, place, join, split, add, undo.</param>
/// <param name="Claim">The claim's id; for undo the entry's; for add the report's.</param>
/// <param name="By">Who says so.</param>
/// <param name="Other">join and split: the other claim's id.</param>
/// <param name="Changes">Slots and their values.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Quotation">add: the words as they stand in the report.</param>
public sealed record ReviewRequest(string Act, string Claim, string By, string? Other, ImmutableArray<SlotChange>? Changes, string? Note, string? Quotation);

/// <summary>What came of a form.</summary>
/// <param name="Problem">Why nothing was written.</param>
/// <param name="Back">The page to go back to.</param>
public sealed record RefusedModel(Problem Problem, string Back);
