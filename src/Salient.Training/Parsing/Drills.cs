using System.Globalization;

namespace Salient.Training.Parsing;

/// <summary>Reads the invented sentences that treebanks lack: see the top of drills.txt.</summary>
internal static class Drills
{
    private static readonly Dictionary<string, string> Universal = new(StringComparer.Ordinal)
    {
        ["NN"] = "NOUN", ["NNS"] = "NOUN", ["NNP"] = "PROPN", ["VBD"] = "VERB", ["VBN"] = "VERB", ["VBZ"] = "VERB", ["VBP"] = "VERB", ["VB"] = "VERB", ["VBG"] = "VERB",
        ["IN"] = "ADP", ["DT"] = "DET", ["JJ"] = "ADJ", ["JJR"] = "ADJ", ["CD"] = "NUM", ["RB"] = "ADV", ["PRP"] = "PRON", ["PRP$"] = "PRON", ["CC"] = "CCONJ",
        ["HYPH"] = "PUNCT", [","] = "PUNCT", ["."] = "PUNCT",
    };

    private static readonly Dictionary<string, string> Marked = new(StringComparer.Ordinal) { ["A"] = "AUX", ["P"] = "PART", ["S"] = "SCONJ" };

    /// <summary>The sentences of a file.</summary>
    public static List<TreebankSentence> Read(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => new TreebankSentence([.. l.Split(' ').Select(Word)], string.Empty, false))];

    private static TreebankWord Word(string cell)
    {
        var parts = cell.Split('_');
        var colon = parts[1].IndexOf(':', StringComparison.Ordinal);
        var penn = parts[1][(colon + 1)..];
        var tag = colon > 0 ? Marked[parts[1][..colon]] : Universal[penn];
        return new TreebankWord(parts[0], "_", $"{tag} {penn}", int.Parse(parts[2], CultureInfo.InvariantCulture) - 1, parts[3], true, null);
    }
}
