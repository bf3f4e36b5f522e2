using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Reads one report's bytes from a stream, up to the limit.</summary>
internal static class ReportBytes
{
    private const int Chunk = 1 << 16;

    /// <summary>The capture of what <paramref name="stream"/> holds, or the problem that it is too large or empty.</summary>
    public static Acquired Take(Stream stream, string name, string origin, AcquireOptions options)
    {
        if (Read(stream, options.LargestReport) is not { } bytes)
        {
            return Acquired.Failed("SAL0114", origin, $"The report is larger than {options.LargestReport / (1024 * 1024)} MB.", "Split it, or leave it out: a report is one document.");
        }

        return bytes.Length == 0
            ? Acquired.Failed("SAL0201", origin, "The file is empty.", "Fetch it again.")
            : new Acquired(new Capture(name, origin, bytes, Kind(origin, options.Form)), null);
    }

    /// <summary>All bytes of <paramref name="stream"/>; null where there are more than <paramref name="most"/>.</summary>
    public static byte[]? Read(Stream stream, int most)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[Chunk];
        while (stream.Read(buffer) is var got and > 0)
        {
            if (kept.Length + got > most)
            {
                return null;
            }

            kept.Write(buffer, 0, got);
        }

        return kept.ToArray();
    }

    private static MediaKind Kind(string origin, InputForm form)
    {
        var bare = origin.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? origin[..^3] : origin;
        return form switch
        {
            InputForm.Text => MediaKind.Text,
            InputForm.Html => MediaKind.Html,
            _ => Path.GetExtension(bare).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" ? MediaKind.Html : MediaKind.Unknown,
        };
    }
}
