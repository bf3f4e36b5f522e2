using System.Globalization;
using System.IO.Compression;
using System.Text;
using Salient.Records;

namespace Salient.Dating.Governing;

/// <summary>Reads and writes <see cref="TimeWeights"/>: packed lines of a feature and its weights in whole thousandths, a tab between them; the first line holds the margin.</summary>
internal static class TimeWeightsFile
{
    /// <summary>The file's name in models/.</summary>
    public const string Name = "times.br";

    private const float Scale = 1000;

    /// <summary>Reads the weights at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0525 the file is missing; SAL0526 it holds no weights.</exception>
    public static TimeWeights Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0525", path, "The weights for choosing times are missing.", $"Name a data folder that holds models/{Name}, or train them."));
        }

        try
        {
            using var reader = new StreamReader(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
            var margin = Numbers([reader.ReadLine() ?? ""])[0];
            var rows = new Dictionary<string, float[]>(StringComparer.Ordinal);
            while (reader.ReadLine() is { } line)
            {
                var fields = line.Split('\t');
                rows.Add(fields[0], fields.Length == TimeWeights.Places + 1 ? Numbers(fields.AsSpan(1)) : throw Wrong(path));
            }

            return rows.Count > 0 ? new TimeWeights(rows, margin) : throw Wrong(path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw Wrong(path);
        }
    }

    /// <summary>Writes <paramref name="weights"/> to <paramref name="path"/>, the same bytes for the same weights.</summary>
    public static void Save(TimeWeights weights, string path)
    {
        using var writer = new StreamWriter(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize), new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(Line([weights.Margin]));
        foreach (var (feature, row) in weights.Rows)
        {
            writer.WriteLine(feature + "\t" + Line(row));
        }
    }

    private static string Line(IEnumerable<float> numbers) => string.Join('\t', numbers.Select(n => ((int)MathF.Round(n * Scale)).ToString(CultureInfo.InvariantCulture)));

    private static float[] Numbers(ReadOnlySpan<string> fields)
    {
        var numbers = new float[fields.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = int.Parse(fields[i], CultureInfo.InvariantCulture) / Scale;
        }

        return numbers;
    }

    private static ProblemException Wrong(string path) =>
        new(new Problem("SAL0526", path, "The file does not hold weights for choosing times, or is damaged.", "Train them anew."));
}
