namespace Salient.Reading.Decoding;

/// <summary>Tells bytes that are no text by their first bytes, or by the control characters among them.</summary>
internal static class BinaryForm
{
    private const int Probe = 8192;

    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "a gzip file"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("MZ"u8.ToArray(), "a program"),
        ("SQLite format 3"u8.ToArray(), "a SQLite file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
        ("RIFF"u8.ToArray(), "a sound or film"),
        ("OggS"u8.ToArray(), "a sound or film"),
        ([0x00, 0x00, 0x00], "a film or another binary file"),
    ];

    /// <summary>What <paramref name="bytes"/> are, where they are no text; else null.</summary>
    public static string? Name(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Known)
        {
            // Two letters alone begin honest text as well: they count only with control characters behind them.
            if (bytes.StartsWith(start) && (start.Length > 2 || start[0] == 0x1F || Controls(bytes) > 0))
            {
                return name;
            }
        }

        var probe = bytes[..Math.Min(bytes.Length, Probe)];
        return Controls(probe) * 20 > probe.Length ? "a binary file" : null;
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes[..Math.Min(bytes.Length, Probe)])
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1A or 0x1B))
            {
                count++;
            }
        }

        return count;
    }
}
