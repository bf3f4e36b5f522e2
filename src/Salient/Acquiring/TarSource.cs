using System.Formats.Tar;
using System.IO.Compression;

namespace Salient.Acquiring;

/// <summary>Takes the reports of a tar archive, compressed or not, in the archive's order: it is read once, from its start to its end.</summary>
internal sealed class TarSource(AcquireOptions options)
{
    private const long MostBytes = 64L << 30;

    /// <summary>The reports of the archive that <paramref name="open"/> gives.</summary>
    /// <param name="path">Where it came from, for the reports' origins.</param>
    /// <param name="compressed">True for gzip.</param>
    /// <param name="open">Opens it.</param>
    public IEnumerable<Acquired> Acquire(string path, bool compressed, Func<Stream> open)
    {
        Stream? file = null;
        Acquired? failed = null;
        try
        {
            file = open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failed = FileSource.Unreadable(path, e);
        }

        if (file is null)
        {
            yield return failed!;
            yield break;
        }

        using var bytes = compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var tar = new TarReader(bytes);
        long total = 0;
        for (var count = 0; ; count++)
        {
            var (entry, broken) = Next(tar, path);
            if (broken is not null || entry is null)
            {
                if (broken is not null)
                {
                    yield return broken;
                }

                yield break;
            }

            total += entry.Length;
            if (count >= options.MostEntries || total > MostBytes)
            {
                yield return Acquired.Failed("SAL0116", path, "The archive has no end in sight.", "Split it.");
                yield break;
            }

            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && !ArchiveEntry.Passed(entry.Name))
            {
                yield return Take(entry, $"{path}!{entry.Name}");
            }
        }
    }

    private static (TarEntry? Entry, Acquired? Broken) Next(TarReader tar, string path)
    {
        try
        {
            return (tar.GetNextEntry(), null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArgumentException or NotSupportedException or OverflowException or InvalidOperationException)
        {
            return (null, Acquired.Failed("SAL0115", path, $"The archive is broken: {e.Message}", "Fetch it again; what came before was read."));
        }
    }

    private Acquired Take(TarEntry entry, string origin)
    {
        var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
        if (ArchiveEntry.Refused(origin, name, 0, entry.Length, options) is { } refused)
        {
            return refused;
        }

        try
        {
            return ReportBytes.Take(entry.DataStream ?? Stream.Null, ContainerForm.Name(name), origin, options);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return FileSource.Unreadable(origin, e);
        }
    }
}
