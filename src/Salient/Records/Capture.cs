using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What a capture's bytes hold, as far as the way it came tells.</summary>
public enum MediaKind
{
    /// <summary>Not known: the reader decides from the bytes.</summary>
    Unknown,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>An HTML page.</summary>
    Html,
}

/// <summary>Bytes as they came, and where they came from. Nothing is known of their content.</summary>
/// <param name="Name">The report's id to be: a file name without its extension, or a line's id.</param>
/// <param name="Origin">The path or address that it came from, as given.</param>
/// <param name="Bytes">The content, unchanged.</param>
/// <param name="Kind">What the bytes hold.</param>
/// <param name="Charset">The charset that the transport declared, if any.</param>
/// <param name="Date">A date that came with it (a line's `date`, `--date`, a feed's), if any.</param>
public sealed record Capture(string Name, string Origin, ReadOnlyMemory<byte> Bytes, MediaKind Kind, string? Charset = null, DateOnly? Date = null)
{
    /// <summary>True where the input gave the name as a JSON number: what is printed gives it back as one.</summary>
    public bool Numbered { get; init; }

    /// <summary>Who published it, where that came with it (a row's column, a line's key); or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The feed that listed it, as an address or a path; or null.</summary>
    public string? Feed { get; init; }

    /// <summary>The id of its entry in that feed; or null.</summary>
    public string? Entry { get; init; }

    /// <summary>True where it is the entry's own words, as the feed has them, not the page behind it.</summary>
    public bool Excerpt { get; init; }

    /// <summary>When the feed says that the entry changed last, as written; or null.</summary>
    public string? Changed { get; init; }

    /// <summary>When it was fetched, where it came from the web; null for what lay in a file.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>What the server said with it, in its order: kept with the bytes, read by nothing.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Stands in the bytes between the pages of an article that a site cuts into several.</summary>
    public const string PageMark = "<!-- salient: next page -->";

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Bytes.Span));
}
