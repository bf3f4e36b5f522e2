using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Salient.Parsing.Networks;
using Salient.Records;

namespace Salient.Parsing;

/// <summary>Writes and reads the files of <c>models/</c>.</summary>
/// <remarks>Weights are cut into parts that are unpacked side by side.</remarks>
internal static class ModelFile
{
    private const int Magic = 0x314C4153;
    private const int Parts = 4;

    public static void WriteWeights(string path, WeightTable table) => Write(path, table.Bits, MemoryMarshal.AsBytes(table.Weights));

    public static void WriteNetwork(string path, TreeNetwork network) => Write(path, network.Shape.Layers, NetworkFile.Pack(network.Shape, network.Weights));

    private static void Write(string path, int kind, ReadOnlySpan<byte> bytes)
    {
        var parts = new List<byte[]>();
        for (var i = 0; i < Parts; i++)
        {
            var from = (int)((long)bytes.Length * i / Parts);
            var to = (int)((long)bytes.Length * (i + 1) / Parts);
            parts.Add(Pack(bytes[from..to]));
        }

        using var file = new BinaryWriter(File.Create(path));
        file.Write(Magic);
        file.Write(kind);
        file.Write(Parts);
        parts.ForEach(p => file.Write(p.Length));
        parts.ForEach(p => file.Write(p));
    }

    /// <exception cref="ProblemException">SAL0401 the file is missing; SAL0402 it is damaged.</exception>
    public static WeightTable ReadWeights(string path)
    {
        var (bits, bytes) = ReadBytes(path, b => (1 << b) + WeightTable.MaxClasses);
        return new WeightTable(bits, (sbyte[])(object)bytes);
    }

    /// <exception cref="ProblemException">SAL0401 the file is missing; SAL0402 it is damaged.</exception>
    public static TreeNetwork ReadNetwork(string path, NetworkShape shape)
    {
        var (_, bytes) = ReadBytes(path, _ => NetworkFile.Length(shape));
        return new TreeNetwork(shape, NetworkFile.Unpack(shape, bytes));
    }

    private static (int Kind, byte[] Bytes) ReadBytes(string path, Func<int, int> length)
    {
        var bytes = Read(path);
        var header = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(0, bytes.Length & ~3));
        if (header.Length < 3 + Parts || header[0] != Magic || header[1] is < 1 or > 28 || header[2] != Parts)
        {
            throw Damaged(path);
        }

        var kind = header[1];
        var lengths = header.Slice(3, Parts).ToArray();
        var weights = new byte[length(kind)];
        var start = 4 * (3 + Parts);
        Parallel.For(0, Parts, i =>
        {
            var from = (int)((long)weights.Length * i / Parts);
            var to = (int)((long)weights.Length * (i + 1) / Parts);
            var at = start + lengths.AsSpan(0, i).ToArray().Sum();
            var target = weights.AsSpan(from, to - from);
            if (lengths[i] < 0 || at + lengths[i] > bytes.Length || !BrotliDecoder.TryDecompress(bytes.AsSpan(at, lengths[i]), target, out var written) || written != target.Length)
            {
                throw Damaged(path);
            }
        });
        return (kind, weights);
    }

    public static void WriteWords(string path, TagSet tags, RelationSet relations, IReadOnlyList<int> sizes, IReadOnlyList<(string Word, int Class, short Sure)> words)
    {
        var text = new StringBuilder();
        text.AppendJoin('\t', tags.Names).Append('\n');
        text.AppendJoin('\t', relations.Names).Append('\n');
        text.AppendJoin('\t', sizes).Append('\n');
        foreach (var (word, kind, sure) in words)
        {
            text.Append(CultureInfo.InvariantCulture, $"{word}\t{kind}\t{sure}\n");
        }

        File.WriteAllBytes(path, Pack(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <exception cref="ProblemException">SAL0401 the file is missing; SAL0402 it is damaged.</exception>
    public static (TagSet Tags, RelationSet Relations, NetworkShape Shape, Vocabulary Vocabulary) ReadWords(string path)
    {
        var lines = ReadLines(path);
        try
        {
            var words = lines.Skip(3).Select(l => l.Split('\t')).Select(c => (c[0], int.Parse(c[1], CultureInfo.InvariantCulture), short.Parse(c[2], CultureInfo.InvariantCulture))).ToArray();
            var sizes = lines[2].Split('\t').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            var tags = new TagSet(lines[0].Split('\t'));
            var relations = new RelationSet(lines[1].Split('\t'));
            return (tags, relations, new NetworkShape(words.Length, tags.Count, relations.Names.Length, relations.Root, sizes), WordList.Build(words, tags));
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException)
        {
            throw Damaged(path);
        }
    }

    /// <summary>Writes a list of lines, packed.</summary>
    public static void WriteLines(string path, IEnumerable<string> lines) => File.WriteAllBytes(path, Pack(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    /// <summary>Reads a packed list of lines.</summary>
    public static string[] ReadLines(string path)
    {
        try
        {
            using var stream = new BrotliStream(new MemoryStream(Read(path)), CompressionMode.Decompress);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd().TrimEnd('\n').Split('\n');
        }
        catch (InvalidDataException)
        {
            throw Damaged(path);
        }
    }

    private static byte[] Read(string path) => File.Exists(path)
        ? File.ReadAllBytes(path)
        : throw new ProblemException(new Problem("SAL0401", path, "The model's file is missing.", "Train it, or set SALIENT_DATA to a folder that holds models/."));

    public static ProblemException Damaged(string path) =>
        new(new Problem("SAL0402", path, "The model's file is damaged or of another version.", "Restore it, or train it again."));

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 9, window: 22))
        {
            throw new InvalidOperationException("Brotli ran out of room.");
        }

        return packed[..length];
    }
}
