using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Salient.Records;

namespace Salient.Reviewing;

/// <summary>Sees to it that what an analyst wants to say of a claim can be said; what comes out can be appended to the ledger.</summary>
/// <param name="ledger">The ledger as reviewed so far.</param>
/// <param name="acts">The codebook's acts by kind.</param>
/// <param name="sides">The theatre's sides.</param>
/// <param name="place">The gazetteer's entry of a GeoNames id, or null.</param>
public sealed class Reviewer(ILedgerReader ledger, IReadOnlyDictionary<string, ImmutableArray<string>> acts, IReadOnlyCollection<string> sides, Func<int, Place?> place)
{
    private const int LongestNote = 2000, LongestName = 100, LongestValue = 500, MostChanges = 60;

    /// <summary>What can be done, in the order that pages offer it.</summary>
    public static ImmutableArray<string> Acts { get; } = ["accept", "reject", "correct", "place", "join", "split", "add", "undo"];

    /// <summary>Checks <paramref name="draft"/> and fills in what follows from it: a new claim's id, a place's coordinates.</summary>
    /// <exception cref="ProblemException">SAL0731 no such claim, report or entry; SAL0732 a slot or value that cannot be; SAL0733 no name; SAL0734 the words are not in the report; SAL0735 it is there already; SAL0736 no such act.</exception>
    public ReviewDraft Check(ReviewDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (string.IsNullOrWhiteSpace(draft.By) || draft.By.Length > LongestName || draft.By.Any(char.IsControl))
        {
            throw Problem("SAL0733", draft.Act, "It is not said who says so.", $"Give a name of at most {LongestName} characters.");
        }

        if (draft.Note?.Length > LongestNote || draft.Changes.Length > MostChanges || draft.Changes.Any(c => c.Slot.Length > LongestName || c.Value?.Length > LongestValue))
        {
            throw Problem("SAL0732", draft.Act, "A note or value is too long.", $"A note has at most {LongestNote} characters, a value {LongestValue}.");
        }

        draft = draft with { By = draft.By.Trim(), Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim() };
        return draft.Act switch
        {
            "accept" or "reject" => Plain(draft),
            "correct" or "place" => Changed(draft),
            "join" or "split" => Tied(draft),
            "add" => Added(draft),
            "undo" => Undone(draft),
            _ => throw Problem("SAL0736", draft.Act, "There is no such act of review.", $"Choose from {string.Join(", ", Acts)}."),
        };
    }

    /// <summary>The draft that adds a claim with these words of a report.</summary>
    /// <param name="report">The report's id.</param>
    /// <param name="quotation">The words, verbatim.</param>
    /// <param name="slots">Kind and act, and further slots.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="note">Why, or null.</param>
    /// <param name="nth">Which of several places where the words stand, 1 for the first.</param>
    /// <exception cref="ProblemException">SAL0731, SAL0734.</exception>
    public ReviewDraft Quote(string report, string quotation, IEnumerable<SlotChange> slots, string by, string? note, int nth = 1)
    {
        var full = ledger.Report(report) ?? throw Missing(report, "report");
        var at = -1;
        for (var i = 0; i < nth && quotation.Length > 0; i++)
        {
            at = full.Text.IndexOf(quotation, at + 1, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }
        }

        if (at < 0)
        {
            throw Problem("SAL0734", report, "The quotation does not stand in the report word for word.", "Copy the words from the report's page; line ends count.");
        }

        return new ReviewDraft("add", "", by, report, [new SlotChange("span", FormattableString.Invariant($"{at}-{at + quotation.Length}")), .. slots], note);
    }

    private ReviewDraft Plain(ReviewDraft draft)
    {
        Known(draft.Claim);
        return draft with { Other = null, Changes = [] };
    }

    private ReviewDraft Changed(ReviewDraft draft)
    {
        var claim = Known(draft.Claim).Claim;
        var wanted = draft.Act == "place" ? draft.Changes.Where(c => c.Slot.StartsWith("place.", StringComparison.Ordinal)) : draft.Changes;
        ImmutableArray<SlotChange> changes = [.. wanted.SelectMany(Located)];
        if (changes.IsEmpty)
        {
            throw Problem("SAL0732", draft.Claim, "Nothing is changed.", "Name a slot and its value.");
        }

        Coded(Put(claim, changes));
        return draft with { Other = null, Changes = changes };
    }

    private ReviewDraft Tied(ReviewDraft draft)
    {
        Known(draft.Claim);
        Known(draft.Other ?? "");
        return draft.Claim == draft.Other ? throw Problem("SAL0732", draft.Claim, "A claim is one event with itself.", "Name another claim.") : draft with { Changes = [] };
    }

    private ReviewDraft Added(ReviewDraft draft)
    {
        var report = ledger.Report(draft.Other ?? "") ?? throw Missing(draft.Other ?? "", "report");
        ImmutableArray<SlotChange> changes = [.. draft.Changes.SelectMany(Located)];
        var claim = HandClaim.Of("", report, changes) ?? throw Problem("SAL0734", report.Id, "The words of the claim are not given, or lie outside the report.", "Give a quotation of the report.");
        Coded(claim);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report.Id}\n{claim.Span.Start}\n{claim.Span.End}\n{claim.Kind}\n{claim.Act}\n0")).AsSpan(0, 8));
        return ledger.Claim(id) is null ? draft with { Claim = id, Changes = changes } : throw Problem("SAL0735", id, "The ledger has that claim already.", "Accept or correct it instead.");
    }

    private ReviewDraft Undone(ReviewDraft draft) =>
        ledger.Reviews().Any(e => e.Id == draft.Claim) ? draft with { Other = null, Changes = [] } : throw Missing(draft.Claim, "review entry");

    /// <summary>A place that is given by its GeoNames id gets the coordinates and the precision of the gazetteer's entry.</summary>
    private IEnumerable<SlotChange> Located(SlotChange change)
    {
        if (change.Slot.EndsWith(".geonameid", StringComparison.Ordinal) && int.TryParse(change.Value, out var id))
        {
            var entry = place(id) ?? throw Problem("SAL0732", change.Slot, $"The gazetteer has no place {id}.", "Give the id of a settlement, raion or oblast, or nothing for 'unlocated'.");
            var stem = change.Slot[..^"geonameid".Length];
            return
            [
                change,
                new SlotChange(stem + "lat", FormattableString.Invariant($"{entry.Lat}")),
                new SlotChange(stem + "lon", FormattableString.Invariant($"{entry.Lon}")),
                new SlotChange(stem + "precision", entry.Precision.ToString().ToLowerInvariant()),
            ];
        }

        return [change];
    }

    private Claim Put(Claim claim, IEnumerable<SlotChange> changes)
    {
        try
        {
            return changes.Aggregate(claim, ClaimSlots.Put);
        }
        catch (FormatException e)
        {
            throw Problem("SAL0732", claim.Id, e.Message, "docs/review.md lists the slots and their values.");
        }
    }

    private void Coded(Claim claim)
    {
        if (!acts.TryGetValue(claim.Kind, out var known) || !known.Contains(claim.Act))
        {
            throw Problem("SAL0732", claim.Id, $"The codebook has no '{claim.Kind}/{claim.Act}'.", acts.TryGetValue(claim.Kind, out var mine) ? $"Choose from {string.Join(", ", mine)}." : $"Choose a kind from {string.Join(", ", acts.Keys.Order(StringComparer.Ordinal))}.");
        }

        foreach (var side in new[] { claim.Actor?.Side, claim.Target?.Side }.Concat(claim.Sources.Select(s => s.Side)).OfType<string>().Where(s => !sides.Contains(s)))
        {
            throw Problem("SAL0732", claim.Id, $"The theatre has no side '{side}'.", $"Choose from {string.Join(", ", sides)}.");
        }
    }

    private RecordedClaim Known(string id) => ledger.Claim(id) ?? throw Missing(id, "claim");

    private static ProblemException Missing(string id, string what) => Problem("SAL0731", id, $"There is no such {what}.", "See the claims, or /review.");

    private static ProblemException Problem(string code, string where, string what, string remedy) => new(new(code, where, what, remedy));
}
