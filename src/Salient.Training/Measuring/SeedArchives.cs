using System.Formats.Tar;
using System.IO.Compression;

namespace Salient.Training.Measuring;

/// <summary>Packs seeds into archives: a spoilt archive is spoilt in its own ways.</summary>
internal static class SeedArchives
{
    /// <summary>A ZIP archive, packed and unpacked, and a tar archive of <paramref name="files"/>.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Of(IReadOnlyList<(string Name, byte[] Bytes)> files) =>
        [("packed.zip", Zip(files, CompressionLevel.Fastest)), ("stored.zip", Zip(files, CompressionLevel.NoCompression)), ("files.tar", Tar(files)), ("files.tar.gz", Gzip(Tar(files)))];

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Bytes)> files, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry("in/" + Path.GetFileName(name), level).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Tar(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "in/" + Path.GetFileName(name)) { DataStream = new MemoryStream(bytes) });
            }
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }
}
