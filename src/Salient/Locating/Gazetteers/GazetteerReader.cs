using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Salient.Records;

namespace Salient.Locating.Gazetteers;

/// <summary>Reads gazetteer files as <see cref="GazetteerWriter"/> writes them into one gazetteer.</summary>
internal static class GazetteerReader
{
    /// <summary>Adds the file at <paramref name="path"/> to <paramref name="into"/>.</summary>
    /// <exception cref="ProblemException">SAL0301: the file is damaged or of another version.</exception>
    public static void Read(string path, GazetteerBuilder into) => Read(path, Inflate(path), into);

    /// <summary>Adds what <see cref="Inflate"/> made of the file at <paramref name="path"/> to <paramref name="into"/>.</summary>
    /// <exception cref="ProblemException">SAL0301: the file is damaged or of another version.</exception>
    public static void Read(string path, ArraySegment<byte> content, GazetteerBuilder into)
    {
        try
        {
            Read(content.AsSpan(), into);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(path, e);
        }
    }

    /// <summary>The content of the file at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0301: the file is damaged.</exception>
    public static ArraySegment<byte> Inflate(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var brotli = new BrotliStream(file, CompressionMode.Decompress);
            var content = new MemoryStream((int)Math.Min(file.Length * 5, 1 << 26));
            brotli.CopyTo(content, 1 << 17);
            return new ArraySegment<byte>(content.GetBuffer(), 0, (int)content.Length);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(path, e);
        }
    }

    private static bool IsDamage(Exception e) => e is InvalidDataException or IndexOutOfRangeException or ArgumentException or EndOfStreamException or InvalidOperationException;

    private static ProblemException Damaged(string path, Exception e) =>
        new(new Problem("SAL0301", path, "The gazetteer is damaged or was written by another version.", "Write it again with `salient gazetteer import`."), e);

    /// <summary>Adds content as <see cref="GazetteerWriter.Bytes"/> gives it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<byte> content, GazetteerBuilder into)
    {
        if (!content.StartsWith(Encoding.ASCII.GetBytes(GazetteerWriter.Magic)))
        {
            throw new InvalidDataException("no magic");
        }

        var at = GazetteerWriter.Magic.Length;
        var n = Int(content, ref at);
        var start = into.Grow(n);
        var id = 0;
        for (var i = 0; i < n; i++)
        {
            var z = Int(content, ref at);
            id += (int)((uint)z >> 1) ^ -(z & 1);
            into.Ids[start + i] = id;
        }

        for (var i = 0; i < n; i++)
        {
            into.Lats[start + i] = (float)((Int(content, ref at) / 10000.0) - 90);
        }

        for (var i = 0; i < n; i++)
        {
            into.Lons[start + i] = (float)((Int(content, ref at) / 10000.0) - 180);
        }

        for (var i = 0; i < n; i++)
        {
            into.Kinds[start + i] = (PlaceKind)Int(content, ref at);
        }

        for (var i = 0; i < n; i++)
        {
            into.Countries[start + i] = (ushort)Int(content, ref at);
        }

        for (var i = 0; i < n; i++)
        {
            var first = Int(content, ref at);
            into.Firsts[start + i] = first == 0 ? -1 : start + first - 1;
        }

        for (var i = 0; i < n; i++)
        {
            var second = Int(content, ref at);
            into.Seconds[start + i] = second == 0 ? -1 : start + second - 1;
        }

        for (var i = 0; i < n; i++)
        {
            into.Populations[start + i] = Int(content, ref at);
        }

        for (var i = 0; i < n; i++)
        {
            var length = Int(content, ref at);
            into.Name(start + i, content.Slice(at, length));
            at += length;
        }

        Keys(content, ref at, start, into);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Keys(ReadOnlySpan<byte> content, ref int at, int start, GazetteerBuilder into)
    {
        var n = Int(content, ref at);
        into.GrowKeys(n, Int(content, ref at));
        Span<char> key = stackalloc char[512];
        for (var i = 0; i < n; i++)
        {
            int shared = content[at], more = content[at + 1];
            at += 2;
            for (var j = 0; j < more; j++)
            {
                key[shared + j] = (char)content[at + j];
            }

            at += more;
            var count = Int(content, ref at);
            into.Key(key[..(shared + more)], count);
            var place = start;
            for (var j = 0; j < count; j++)
            {
                var v = Int(content, ref at);
                place += v >> 2;
                into.Posting(place, (NameGrade)(v & 3));
            }
        }
    }

    private static int Int(ReadOnlySpan<byte> content, ref int at)
    {
        var result = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = content[at++];
            result |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return result;
            }
        }
    }
}
