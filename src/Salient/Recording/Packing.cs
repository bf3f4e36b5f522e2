using System.Buffers;
using System.IO.Compression;

namespace Salient.Recording;

/// <summary>Brotli at a middling level: a page shrinks to a fifth, at some 50 MB a second.</summary>
internal static class Packing
{
    private const int Quality = 3, Window = 22;

    /// <summary>Packs <paramref name="bytes"/>.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            BrotliEncoder.TryCompress(bytes, buffer, out var written, Quality, Window);
            return buffer.AsSpan(0, written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Packs a text as UTF-16, so that unpaired surrogates survive.</summary>
    public static byte[] Pack(string text) => Pack(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>Unpacks what <see cref="Pack(ReadOnlySpan{byte})"/> made.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var source = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }

    /// <summary>Unpacks what <see cref="Pack(string)"/> made.</summary>
    public static string UnpackText(byte[] packed) => new(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(Unpack(packed)));

    /// <summary>Unpacks no more than the first <paramref name="length"/> characters of it.</summary>
    public static string UnpackText(byte[] packed, int length)
    {
        using var source = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new byte[length * sizeof(char)];
        var read = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return new(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(bytes.AsSpan(0, read)));
    }
}
