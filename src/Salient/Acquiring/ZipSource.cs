using System.IO.Compression;

namespace Salient.Acquiring;

/// <summary>Takes the reports of a ZIP archive, an entry at a time. Archives inside it are not opened.</summary>
internal sealed class ZipSource(AcquireOptions options)
{
    /// <summary>The reports of the archive that <paramref name="open"/> gives, in order of path.</summary>
    /// <param name="path">Where it came from, for the reports' origins.</param>
    /// <param name="open">Opens it; the stream must be one that can be gone back in.</param>
    public IEnumerable<Acquired> Acquire(string path, Func<Stream> open)
    {
        ZipArchive? archive = null;
        Acquired? failed = null;
        IReadOnlyList<ZipArchiveEntry> entries = [];
        try
        {
            archive = new ZipArchive(open(), ZipArchiveMode.Read);
            entries = [.. archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or OverflowException)
        {
            failed = e is InvalidDataException or ArgumentException or OverflowException ? Acquired.Failed("SAL0115", path, "This is no readable ZIP archive.", "Fetch it again.") : FileSource.Unreadable(path, e);
        }

        using (archive)
        {
            if (failed is not null || entries.Count > options.MostEntries)
            {
                yield return failed ?? Acquired.Failed("SAL0116", path, $"The archive has more than {options.MostEntries} entries.", "Split it.");
                yield break;
            }

            foreach (var entry in entries.Where(e => !ArchiveEntry.Passed(e.FullName)))
            {
                yield return Take(entry, $"{path}!{entry.FullName}");
            }
        }
    }

    private Acquired Take(ZipArchiveEntry entry, string origin)
    {
        try
        {
            if (ArchiveEntry.Refused(origin, entry.FullName, entry.CompressedLength, entry.Length, options) is { } refused)
            {
                return refused;
            }

            using var stream = entry.Open();
            return ReportBytes.Take(stream, ContainerForm.Name(entry.FullName), origin, options);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException or NotImplementedException or ArgumentException)
        {
            return Acquired.Failed("SAL0115", origin, $"The entry cannot be read: {e.Message}", "Fetch the archive again; entries with a password are not read.");
        }
    }
}
