namespace Salient.Acquiring;

/// <summary>Judges an archive's entry by its path and size before it is read.</summary>
internal static class ArchiveEntry
{
    private const long Small = 1 << 20;

    /// <summary>True for entries that are no reports: folders, hidden files, resource forks.</summary>
    public static bool Passed(string path)
    {
        var parts = path.Split('/', '\\');
        return parts[^1].Length == 0 || parts.Any(p => p is "__MACOSX" || p.Length > 1 && p[0] == '.' && p != "..");
    }

    /// <summary>Why the entry is refused, or null.</summary>
    /// <param name="origin">The archive and the entry, for the message.</param>
    /// <param name="path">The entry's path in the archive.</param>
    /// <param name="packed">Its compressed bytes, or 0 where not known.</param>
    /// <param name="size">Its bytes as it declares them.</param>
    /// <param name="options">The limits.</param>
    public static Acquired? Refused(string origin, string path, long packed, long size, AcquireOptions options)
    {
        // Entries are read and never written to disk, so such a path does no harm here; who makes one means harm all the same.
        if (path.Length == 0 || path[0] is '/' or '\\' || path.Contains(':', StringComparison.Ordinal) || path.Split('/', '\\').Contains("..") || path.Contains('\0', StringComparison.Ordinal))
        {
            return Acquired.Failed("SAL0117", origin, "The entry's path leads out of the archive.", "Do not trust this archive.");
        }

        if (size > options.LargestReport)
        {
            return Acquired.Failed("SAL0114", origin, $"The report is larger than {options.LargestReport / (1024 * 1024)} MB.", "Split it, or leave it out: a report is one document.");
        }

        return packed > 0 && size > Small && size / packed > options.LargestRatio
            ? Acquired.Failed("SAL0116", origin, "The entry grows out of all proportion when decompressed.", "Do not trust this archive.")
            : null;
    }
}
