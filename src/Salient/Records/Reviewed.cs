using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What analysts have said of a claim, as far as it stands: entries that were undone do not show.</summary>
/// <param name="Verdict">"accepted", "rejected", or null where neither was said.</param>
/// <param name="ByHand">True where an analyst added the claim.</param>
/// <param name="Corrected">Names of the slots that were changed, in order.</param>
/// <param name="Joined">Claims that it is one event with.</param>
/// <param name="Apart">Claims that it is not one event with.</param>
/// <param name="Last">The last entry on it that stands.</param>
/// <param name="Coded">The claim as it was coded, before corrections; null where nothing was changed.</param>
public sealed record Reviewed(
    string? Verdict,
    bool ByHand,
    ImmutableArray<string> Corrected,
    ImmutableArray<string> Joined,
    ImmutableArray<string> Apart,
    ReviewEntry Last,
    Claim? Coded)
{
    /// <summary>The verdict that takes a claim's weight away.</summary>
    public const string Rejected = "rejected";

    /// <summary>The verdict that confirms a claim's coding.</summary>
    public const string Accepted = "accepted";

    /// <summary>In one word: rejected, added, corrected, accepted or noted.</summary>
    public string Word => Verdict == Rejected ? Rejected : ByHand ? "added" : !Corrected.IsEmpty ? "corrected" : Verdict ?? "noted";
}

/// <summary>One entry of the review layer: never edited, never deleted; undone by a further entry.</summary>
/// <param name="Id">16 hex digits: a hash of the entry before it and of what follows.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="Act">accept, reject, correct, place, join, split, add, undo.</param>
/// <param name="Claim">The claim's id; for undo that of the entry undone.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When, as the host's clock had it.</param>
/// <param name="Other">join and split: the other claim's id; add: the report's id; else null.</param>
/// <param name="Changes">correct and place: the slots changed; add: the slots of the new claim.</param>
/// <param name="Note">Why, or null.</param>
public sealed record ReviewEntry(
    string Id,
    int Number,
    string Act,
    string Claim,
    string By,
    DateTimeOffset At,
    string? Other,
    ImmutableArray<SlotChange> Changes,
    string? Note);

/// <summary>An entry before it is written.</summary>
/// <param name="Act">accept, reject, correct, place, join, split, add, undo.</param>
/// <param name="Claim">The claim's id; for undo that of the entry undone.</param>
/// <param name="By">Who says so.</param>
/// <param name="Other">join and split: the other claim's id; add: the report's id; else null.</param>
/// <param name="Changes">Slots and their values.</param>
/// <param name="Note">Why, or null.</param>
public sealed record ReviewDraft(string Act, string Claim, string By, string? Other, ImmutableArray<SlotChange> Changes, string? Note);

/// <summary>A slot and the value that an analyst gives it.</summary>
/// <param name="Slot">Its name: "act", "actor.side", "place.1.geonameid".</param>
/// <param name="Value">The value as written; null empties the slot.</param>
public sealed record SlotChange(string Slot, string? Value);
