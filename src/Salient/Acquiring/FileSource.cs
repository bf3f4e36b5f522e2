using System.IO.Compression;

namespace Salient.Acquiring;

/// <summary>Takes one file: a report, or an archive or list of many.</summary>
internal sealed class FileSource(AcquireOptions options)
{
    /// <summary>What <paramref name="path"/> holds.</summary>
    public IEnumerable<Acquired> Acquire(string path)
    {
        var kind = ContainerForm.Of(path, options.Form);
        if (kind == Container.None && options.Form == InputForm.Any && Path.GetExtension(path).Equals(".xml", StringComparison.OrdinalIgnoreCase) && BeginsAsFeed(path))
        {
            kind = Container.Feed;
        }

        if (kind == Container.None && options.Form == InputForm.Any && MayBeSitemap(path) && ListOf(path) is { } sitemap)
        {
            return Listed(sitemap, path);
        }

        return kind switch
        {
            Container.Zip => new ZipSource(options).Acquire(path, () => File.OpenRead(path)),
            Container.TarGz or Container.Tar => new TarSource(options).Acquire(path, kind == Container.TarGz, () => File.OpenRead(path)),
            Container.None => [One(path)],
            _ => new StreamSource(options, kind).Acquire(ContainerForm.Name(path), path, () => Open(path)),
        };
    }

    private Acquired One(string path)
    {
        try
        {
            using var stream = Open(path);
            return ReportBytes.Take(stream, ContainerForm.Name(path), path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Unreadable(path, e);
        }
    }

    // A sitemap on disk stands for the pages that it lists.
    private static bool MayBeSitemap(string path) => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml.gz", StringComparison.OrdinalIgnoreCase);

    private byte[]? ListOf(string path)
    {
        try
        {
            using var stream = Open(path);
            return ReportBytes.Read(stream, options.LargestReport) is { } bytes && SitemapSource.IsSitemap(bytes) ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private IEnumerable<Acquired> Listed(byte[] sitemap, string path)
    {
        using var web = new WebSource(options);
        foreach (var acquired in web.AcquireListed(sitemap, path))
        {
            yield return acquired;
        }
    }

    private static bool BeginsAsFeed(string path)
    {
        try
        {
            using var stream = Open(path);
            var head = new byte[1024];
            return FeedSource.IsFeed(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The problem of a file that cannot be read.</summary>
    public static Acquired Unreadable(string path, Exception e) => e is InvalidDataException
        ? Acquired.Failed("SAL0115", path, $"The compressed data is broken: {e.Message}", "Fetch the file again.")
        : Acquired.Failed("SAL0113", path, $"The file cannot be read: {e.Message}", "Check its permissions, and that nothing else holds it.");

    private static Stream Open(string path)
    {
        var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
