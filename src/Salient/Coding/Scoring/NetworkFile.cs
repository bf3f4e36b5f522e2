using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Salient.Layers;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Reads and writes a network: a packed file of names, then tables of bytes with a scale for each row.</summary>
internal static class NetworkFile
{
    private const int Magic = 0x334C4353;
    private const int EncodedMagic = 0x344C4353;
    private const int Most = 1 << 26;
    private const int MostAtOnce = 1 << 20;
    private const int MostLayers = 24;
    private const int MostReaders = 16;

    /// <summary>Reads the network at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0542 the file is missing; SAL0543 it is no network.</exception>
    public static Network Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0542", path, "The scorer's weights are missing.", "Name a data folder that holds models/coder.net.br, or train them."));
        }

        try
        {
            using var reader = new BinaryReader(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
            var magic = reader.ReadInt32();
            if (magic is not (Magic or EncodedMagic))
            {
                throw Wrong(path);
            }

            var threshold = reader.ReadDouble();
            var outputs = reader.ReadString().Split('\n');
            var features = reader.ReadString().Split('\n');
            var tables = Enumerable.Range(0, 6).Select(_ => Table(reader, path, out var _)).ToArray();
            var (hidden, width) = (tables[4].Length, tables[5].Length);
            var readers = Enumerable.Range(0, reader.ReadInt32() is >= 0 and <= MostReaders and var count ? count : throw Wrong(path)).Select(_ => Reader(reader, hidden / Math.Max(1, count), path)).ToArray();
            var encoder = magic == EncodedMagic ? Voice(reader, hidden, path) : null;
            return (tables[2].Length == 0 || hidden % Products.Columns == 0) && hidden % Math.Max(1, readers.Length) == 0 && tables[0].Length == features.Length * hidden && tables[1].Length == features.Length * width && tables[3].Length == hidden * width && width == Lanes.Up(outputs.Length)
                ? new Network([.. outputs], features, new NetworkWeights(hidden, width, tables[0], tables[1], tables[2], tables[3], tables[4], tables[5]), threshold, readers, encoder)
                : throw Wrong(path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Wrong(path);
        }
    }

    /// <summary>Writes <paramref name="network"/> to <paramref name="path"/>, the same bytes for the same network.</summary>
    public static void Save(Network network, string path)
    {
        using var writer = new BinaryWriter(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write(network.Encoder is null ? Magic : EncodedMagic);
        writer.Write(network.Threshold);
        writer.Write(string.Join('\n', network.Outputs));
        writer.Write(string.Join('\n', network.Features));
        foreach (var (table, row) in network.Weights.Tables)
        {
            Write(writer, table, row);
        }

        writer.Write(network.Readers.Count);
        foreach (var reader in network.Readers)
        {
            writer.Write(string.Join('\n', reader.Rows));
            writer.Write(reader.Direction);
            writer.Write(reader.Layers);
            writer.Write(reader.Width);
            writer.Write(reader.Numbers.Length);
            foreach (var x in reader.Numbers)
            {
                writer.Write((Half)x);
            }

            Write(writer, reader.Voice, network.Weights.Hidden / network.Readers.Count);
        }

        if (network.Encoder is { } voice)
        {
            Write(writer, voice.Encoder);
            Write(writer, voice.Numbers, network.Weights.Hidden);
        }
    }

    private static void Write(BinaryWriter writer, SentenceEncoder encoder)
    {
        var (cells, scales) = encoder.Starts;
        writer.Write(string.Join('\n', encoder.Pieces.Names));
        writer.Write(encoder.Width);
        writer.Write(encoder.Layers.Count);
        writer.Write(MemoryMarshal.AsBytes(scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(cells.AsSpan()));
        Write(writer, encoder.Positions, encoder.Width);
        Write(writer, encoder.FirstNorm, encoder.FirstNorm.Length);
        foreach (var (table, row) in encoder.Layers.SelectMany(l => l.Numbers.Tables(encoder.Width)))
        {
            Write(writer, table, row);
        }
    }

    private static EncoderVoice Voice(BinaryReader from, int hidden, string path)
    {
        var pieces = from.ReadString().Split('\n');
        var (width, layers) = (from.ReadInt32(), from.ReadInt32());
        if (width is <= 0 or > 1024 || width % Attention.HeadWidth != 0 || layers is <= 0 or > MostLayers || pieces.Length > Most / width)
        {
            throw Wrong(path);
        }

        var scales = new float[pieces.Length];
        var cells = new sbyte[pieces.Length * width];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(cells.AsSpan()));
        if (Array.Exists(scales, s => !float.IsFinite(s)))
        {
            throw Wrong(path);
        }

        var positions = Table(from, path, out var own);
        var norm = Table(from, path, out var _, 2 * width);
        var made = new TransformerLayer[layers];
        for (var l = 0; l < layers; l++)
        {
            var t = TransformerNumbers.Sizes(width).Select(n => Table(from, path, out var _, n)).ToArray();
            made[l] = new TransformerLayer(width, new TransformerNumbers(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9]));
        }

        var voice = Table(from, path, out var share, Places.Names.Count * width * hidden);
        return own == width && positions.Length >= 3 * width && share == hidden && hidden % Products.Columns == 0
            ? new EncoderVoice(new SentenceEncoder(new WordPieces(pieces), width, cells, scales, positions, norm, made), voice)
            : throw Wrong(path);
    }

    private static SentenceReader Reader(BinaryReader from, int hidden, string path)
    {
        var rows = from.ReadString().Split('\n');
        var (direction, layers) = (from.ReadInt32(), from.ReadInt32());
        var (width, length) = (from.ReadInt32(), from.ReadInt32());
        if (width is <= 0 or > 1024 || width % Products.Columns != 0 || direction is <= 0 or > 1024 || layers is <= 0 or > 8 || length is < 0 or > Most || length != SentenceReader.Size(rows.Length, direction, layers, width))
        {
            throw Wrong(path);
        }

        var numbers = new float[length];
        for (var i = 0; i < length; i++)
        {
            numbers[i] = (float)from.ReadHalf();
        }

        var voice = Table(from, path, out var share, Places.Names.Count * width * hidden);
        return share == hidden && share % Products.Columns == 0
            ? new SentenceReader(rows, direction, layers, width, numbers, voice)
            : throw Wrong(path);
    }

    private static void Write(BinaryWriter writer, float[] table, int row)
    {
        writer.Write(table.Length);
        writer.Write(row);
        for (var at = 0; at < table.Length; at += row)
        {
            Write(writer, table.AsSpan(at, row));
        }
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<float> row)
    {
        var most = 0f;
        foreach (var x in row)
        {
            most = Math.Max(most, Math.Abs(x));
        }

        writer.Write(most / 127);
        Span<sbyte> bytes = stackalloc sbyte[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            bytes[i] = most == 0 ? (sbyte)0 : (sbyte)MathF.Round(row[i] / most * 127);
        }

        writer.Write(MemoryMarshal.AsBytes(bytes));
    }

    // What a file says of a table's size is believed as far as it has numbers: the table grows while it is read. One of another size than is known is refused at once.
    private static float[] Table(BinaryReader reader, string path, out int row, int? known = null)
    {
        var length = reader.ReadInt32();
        row = reader.ReadInt32();
        if (length is < 0 or > Most || (known is { } n && length != n) || row is <= 0 or > 4096 || length % row != 0)
        {
            throw Wrong(path);
        }

        var table = new float[Math.Min(length, MostAtOnce / row * row)];
        Span<sbyte> bytes = stackalloc sbyte[row];
        for (var at = 0; at < length; at += row)
        {
            if (at == table.Length)
            {
                Array.Resize(ref table, Math.Min(length, 2 * at));
            }

            var scale = reader.ReadSingle();
            if (!float.IsFinite(scale))
            {
                throw Wrong(path);
            }

            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bytes));
            for (var i = 0; i < row; i++)
            {
                table[at + i] = bytes[i] * scale;
            }
        }

        return table;
    }

    private static ProblemException Wrong(string path) =>
        new(new Problem("SAL0543", path, "The file does not hold a scorer's weights, or is damaged.", "Train the scorer anew."));
}
