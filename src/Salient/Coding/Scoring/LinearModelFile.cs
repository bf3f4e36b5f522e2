using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Reads and writes a model as text: a line of outputs, then a line a feature, sorted.</summary>
internal static class LinearModelFile
{
    private const string Magic = "# salient coder 1";

    /// <summary>Reads the model at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0542 the file is missing; SAL0543 it is no model.</exception>
    public static LinearModel Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0542", path, "The scorer's model is missing.", "Name a data folder that holds models/coder.tsv, or train one."));
        }

        using var reader = new StreamReader(path, Encoding.UTF8);
        if (reader.ReadLine() != Magic)
        {
            throw Wrong(path, 1, "The first line does not say that this is a coder's model.");
        }

        var head = (reader.ReadLine() ?? "").Split('\t');
        if (!double.TryParse(head[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold))
        {
            throw Wrong(path, 2, "The second line has no threshold.");
        }

        var weights = new Dictionary<string, (short, float)[]>(StringComparer.Ordinal);
        var number = 2;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var cells = line.Split('\t');
            weights[cells[0]] = [.. cells.Skip(1).Select(c => Cell(c, head.Length - 1, path, number))];
        }

        return new LinearModel([.. head.Skip(1)], weights, threshold);
    }

    /// <summary>Writes <paramref name="model"/> to <paramref name="path"/>, the same bytes for the same model.</summary>
    public static void Save(LinearModel model, string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(Magic);
        writer.WriteLine(string.Join('\t', [model.Threshold.ToString("0.###", CultureInfo.InvariantCulture), .. model.Outputs]));
        foreach (var (feature, row) in model.Weights.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            writer.WriteLine(feature + "\t" + string.Join('\t', row.OrderBy(c => c.Output).Select(c => $"{c.Output}:{c.Weight.ToString("0.###", CultureInfo.InvariantCulture)}")));
        }
    }

    private static (short, float) Cell(string text, int outputs, string path, int line)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && short.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var output) && output < outputs
            && float.TryParse(text.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
                ? (output, weight)
                : throw Wrong(path, line, $"'{text}' is no weight.");
    }

    private static ProblemException Wrong(string path, int line, string what) =>
        new(new Problem("SAL0543", $"{path}:{line}", what, "Train the model anew."));
}
