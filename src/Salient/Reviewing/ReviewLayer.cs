using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reviewing;

/// <summary>What stands of all that analysts have said: entries that were undone are left out, later ones come over earlier ones. Pure.</summary>
public sealed class ReviewLayer
{
    private readonly FrozenDictionary<string, ImmutableArray<ReviewEntry>> standing;

    /// <summary>Reads <paramref name="entries"/>, oldest first.</summary>
    public ReviewLayer(IEnumerable<ReviewEntry> entries)
    {
        Entries = [.. entries];
        var undone = new HashSet<string>();
        foreach (var entry in Entries.Reverse())
        {
            if (entry.Act == "undo" && !undone.Contains(entry.Id))
            {
                undone.Add(entry.Claim);
            }
        }

        Undone = undone.ToFrozenSet();
        standing = Entries.Where(e => e.Act != "undo" && !undone.Contains(e.Id))
            .SelectMany(e => e.Act is "join" or "split" ? new[] { (Key: e.Claim, Entry: e), (Key: e.Other!, Entry: e) } : [(Key: e.Claim, Entry: e)])
            .GroupBy(p => p.Key).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Entry).ToImmutableArray());
    }

    /// <summary>All entries, oldest first.</summary>
    public ImmutableArray<ReviewEntry> Entries { get; }

    /// <summary>Ids of the entries that were undone.</summary>
    public FrozenSet<string> Undone { get; }

    /// <summary>Ids of the claims that something stands of.</summary>
    public IEnumerable<string> Claims => standing.Keys;

    /// <summary>True where nothing stands.</summary>
    public bool IsEmpty => standing.Count == 0;

    /// <summary>Entries that add a claim and stand.</summary>
    public IEnumerable<ReviewEntry> Added => Entries.Where(e => e.Act == "add" && !Undone.Contains(e.Id));

    /// <summary><paramref name="claim"/> with what stands of <paramref name="id"/> (its own id, or that of the claim it has taken the place of).</summary>
    public RecordedClaim Over(RecordedClaim claim, string id)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!standing.TryGetValue(id, out var entries))
        {
            return claim;
        }

        var changes = entries.Where(e => e.Act is "correct" or "place").SelectMany(e => e.Changes).ToList();
        var ties = new Dictionary<string, string>();
        foreach (var entry in entries.Where(e => e.Act is "join" or "split"))
        {
            ties[entry.Claim == id ? entry.Other! : entry.Claim] = entry.Act;
        }

        var verdict = entries.LastOrDefault(e => e.Act is "accept" or "reject")?.Act;
        var review = new Reviewed(
            verdict is null ? null : verdict + "ed",
            entries.Any(e => e.Act == "add"),
            [.. changes.Select(c => c.Slot).Distinct()],
            [.. ties.Where(t => t.Value == "join").Select(t => t.Key).Order(StringComparer.Ordinal)],
            [.. ties.Where(t => t.Value == "split").Select(t => t.Key).Order(StringComparer.Ordinal)],
            entries[^1],
            changes.Count == 0 ? null : claim.Claim);
        return claim with { Claim = changes.Aggregate(claim.Claim, Put), Review = review };
    }

    /// <summary>A change that another version wrote and this one does not know is left.</summary>
    private static Claim Put(Claim claim, SlotChange change)
    {
        try
        {
            return ClaimSlots.Put(claim, change);
        }
        catch (FormatException)
        {
            return claim;
        }
    }
}
