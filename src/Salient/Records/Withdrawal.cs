using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>Word that an entry or a page was withdrawn by whoever published it.</summary>
/// <param name="Entry">The entry's id as the feed writes it, or the page's address.</param>
/// <param name="Source">The feed or page that says so: its address, or the path of a file.</param>
public sealed record Withdrawal(string Entry, string Source)
{
    /// <summary>The name that the entry's report goes by where it has no other; or null.</summary>
    public string? Name { get; init; }

    /// <summary>The entry's page, where that is told; or null.</summary>
    public string? Address { get; init; }

    /// <summary>When it was withdrawn, as written; or null.</summary>
    public string? Said { get; init; }

    /// <summary>Why, or how it is known, as written; or null.</summary>
    public string? Note { get; init; }

    /// <summary>When that was read; null where the host gave no clock.</summary>
    public DateTimeOffset? Noted { get; init; }
}

/// <summary>What a word of withdrawal bears on in a ledger.</summary>
/// <param name="Reports">The reports that it withdraws, by name.</param>
/// <param name="Others">Reports that it names and that came from elsewhere: nobody withdraws what is another's.</param>
public sealed record Withdrawn(ImmutableArray<string> Reports, ImmutableArray<string> Others);

/// <summary>That a report was withdrawn by its outlet. It stays, with its claims; they weigh nothing.</summary>
/// <param name="Source">Who or what says so: a feed's address, a page's, a file's path, an analyst.</param>
/// <param name="Noted">When that was noted, in UTC as yyyy-MM-ddTHH:mm:ssZ; null where it is not known.</param>
/// <param name="Said">When it was withdrawn, as the source writes it; or null.</param>
/// <param name="Note">Why, or how it is known; or null.</param>
public sealed record Retraction(string Source, string? Noted, string? Said, string? Note)
{
    /// <summary>The day of it: as said, else as noted; null where neither is known.</summary>
    public string? Day => (Said ?? Noted) is { Length: >= 10 } moment ? moment[..10] : null;
}
