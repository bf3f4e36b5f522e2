using System.Collections.Frozen;

namespace Salient.Theatres;

/// <summary>Names of regions and towns by which it is told whose officials somebody is of: "Chelyabinsk Oblast officials".</summary>
internal static class Regions
{
    /// <summary>The sides of a theatre's <c>regions.tsv</c> by name; none where it has no such file.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0102: a line is wrong.</exception>
    public static FrozenDictionary<string, string> Load(string path, IReadOnlyCollection<Side> sides)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, cells) in TableLines.Read(path))
        {
            if (cells.Length != 2 || !sides.Any(s => s.Id == cells[0]) || cells[1].Split('|').Any(n => n.Trim() is var name && (name.Length == 0 || name.Contains(' ', StringComparison.Ordinal) || !result.TryAdd(name, cells[0]))))
            {
                throw TheatreLoader.Wrong(path, number, "A side and names of one word, each but once, are wanted, with a tab between.");
            }
        }

        return result.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
