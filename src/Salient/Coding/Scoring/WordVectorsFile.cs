using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Reads and writes word vectors: a packed file of the words, then a scale and a row of bytes for each.</summary>
internal static class WordVectorsFile
{
    private const int Magic = 0x31565753;
    private const int Most = 1 << 20;

    /// <summary>Reads the vectors at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0546 the file is missing or damaged.</exception>
    public static WordVectors Load(string path)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
            if (reader.ReadInt32() != Magic || reader.ReadInt32() is not (> 0 and <= Most and var count) || reader.ReadInt32() is not (> 0 and <= 1024 and var size))
            {
                throw Wrong(path);
            }

            var words = reader.ReadString().Split('\n');
            var scales = new float[count];
            var cells = new sbyte[count * size];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(cells.AsSpan()));
            return words.Length == count ? new WordVectors(words, cells, scales) : throw Wrong(path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            throw Wrong(path);
        }
    }

    /// <summary>Writes <paramref name="vectors"/> to <paramref name="path"/>, the same bytes for the same vectors.</summary>
    public static void Save(WordVectors vectors, string path)
    {
        using var writer = new BinaryWriter(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(vectors.Words.Count);
        writer.Write(vectors.Size);
        writer.Write(string.Join('\n', vectors.Words));
        writer.Write(MemoryMarshal.AsBytes(vectors.Scales));
        writer.Write(MemoryMarshal.AsBytes(vectors.Cells));
    }

    private static ProblemException Wrong(string path) =>
        new(new Problem("SAL0546", path, "The file of word vectors is missing or damaged.", "Name a data folder that holds models/words.vectors.br, or make it with salient-training train words."));
}
