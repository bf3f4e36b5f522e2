using System.Globalization;
using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>Reads and writes the recogniser's files: words and their groups, weights of the kinds, weights of the chains.</summary>
internal static class RecogniserFile
{
    private const string Words = "en.groups.br";
    private const string Kinds = "en.kinds.br";
    private const string Chains = "en.mentions.br";

    /// <exception cref="ProblemException">SAL0401 a file is missing; SAL0402 it is damaged.</exception>
    public static Recogniser Read(string folder)
    {
        var lines = ModelFile.ReadLines(Path.Combine(folder, Words));
        try
        {
            short[] outside = [.. lines[0].Split('\t').Select(n => short.Parse(n, CultureInfo.InvariantCulture))];
            return outside.Length == Recogniser.Types.Length
                ? new Recogniser(new WordGroups(lines.AsSpan(1)), ModelFile.ReadWeights(Path.Combine(folder, Kinds)), ModelFile.ReadWeights(Path.Combine(folder, Chains)), outside)
                : throw ModelFile.Damaged(Path.Combine(folder, Words));
        }
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw ModelFile.Damaged(Path.Combine(folder, Words));
        }
    }

    public static void Write(string folder, IReadOnlyList<string> groups, IReadOnlyList<short> outside, WeightTable kinds, WeightTable chains)
    {
        ModelFile.WriteLines(Path.Combine(folder, Words), [string.Join('\t', outside.Select(n => n.ToString(CultureInfo.InvariantCulture))), .. groups]);
        ModelFile.WriteWeights(Path.Combine(folder, Kinds), kinds);
        ModelFile.WriteWeights(Path.Combine(folder, Chains), chains);
    }
}
