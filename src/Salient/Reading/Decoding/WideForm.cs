using System.Text;

namespace Salient.Reading.Decoding;

/// <summary>Tells UTF-16 by its byte-order mark, or without one by where its zero bytes stand.</summary>
internal static class WideForm
{
    private const int Probe = 2048;

    /// <summary>The encoding and the bytes to skip, or null where the bytes are not UTF-16.</summary>
    public static (Encoding Encoding, int Skip)? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            return null;
        }

        if (bytes[0] == 0xFF && bytes[1] == 0xFE)
        {
            return (Encoding.Unicode, 2);
        }

        if (bytes[0] == 0xFE && bytes[1] == 0xFF)
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        var probe = bytes[..(Math.Min(bytes.Length, Probe) & ~1)];
        int even = 0, odd = 0;
        for (var i = 0; i < probe.Length; i += 2)
        {
            even += probe[i] == 0 ? 1 : 0;
            odd += probe[i + 1] == 0 ? 1 : 0;
        }

        var pairs = probe.Length / 2;
        return odd * 10 >= pairs * 7 && even == 0 ? (Encoding.Unicode, 0)
            : even * 10 >= pairs * 7 && odd == 0 ? (Encoding.BigEndianUnicode, 0)
            : null;
    }
}
