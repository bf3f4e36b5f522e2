using Salient.Records;

namespace Salient.Watching;

/// <summary>A page that is still to be fetched.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="NotBefore">When it may be tried.</param>
/// <param name="Entry">The id of the feed's entry that it belongs to; or null.</param>
/// <param name="Check">True where the source lists it no longer, out of its turn: it is only looked at whether it is still there.</param>
public sealed record PendingPage(string Address, int Tries, DateTimeOffset NotBefore, string? Entry = null, bool Check = false);

/// <summary>An entry as a feed listed it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Its page.</param>
public sealed record ListedEntry(string Id, string Address);

/// <summary>How a watched source has fared.</summary>
public sealed class SourceState
{
    /// <summary>What it is called; null for its address.</summary>
    public string? Name { get; set; }

    /// <summary>The last look.</summary>
    public DateTimeOffset? Looked { get; set; }

    /// <summary>The last look that succeeded.</summary>
    public DateTimeOffset? Succeeded { get; set; }

    /// <summary>The next look; null for at once.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Looks that failed since the last that succeeded.</summary>
    public int Failures { get; set; }

    /// <summary>What went wrong last, or null.</summary>
    public Problem? Problem { get; set; }

    /// <summary>Looks so far.</summary>
    public long Looks { get; set; }

    /// <summary>Reports that it gave.</summary>
    public long Reports { get; set; }

    /// <summary>Pages given up on.</summary>
    public long Lost { get; set; }

    /// <summary>What the server gave to ask with the next time.</summary>
    public Acquiring.Validators? Validators { get; set; }

    /// <summary>What the last look listed, with its version: an entry's page, a sitemap's page, a file.</summary>
    public Dictionary<string, string> Seen { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The entries of a feed as the last look found them, in its order.</summary>
    public List<ListedEntry> Listed { get; set; } = [];

    /// <summary>Pages still to be fetched.</summary>
    public List<PendingPage> Pending { get; set; } = [];

    /// <summary>The last entries that the source says were deleted.</summary>
    public List<string> Withdrawn { get; set; } = [];
}

/// <summary>What a watch must remember from one run to the next. It is no record: without it the watch looks at everything anew, and the ledger takes nothing twice.</summary>
public sealed class WatchState
{
    /// <summary>The sources, by address.</summary>
    public Dictionary<string, SourceState> Sources { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The last arrival in the ledger that alerts were looked for in; null before the first look.</summary>
    public long? Alerted { get; set; }

    /// <summary>Ids of the disputes that are known; null before the first look.</summary>
    public HashSet<string>? Disputes { get; set; }

    /// <summary>Alerts that could not be delivered yet.</summary>
    public List<Undelivered> Undelivered { get; set; } = [];
}

/// <summary>An alert on its way.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="To">Where it goes.</param>
public sealed record Undelivered(Alert Alert, AlertTarget To);
