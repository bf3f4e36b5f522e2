using System.Globalization;

namespace Salient.Parsing.Recognising;

/// <summary>The groups that a word belongs to, coarse to fine; 0 where it is not known.</summary>
internal readonly record struct WordGroup(ushort Coarse, ushort Middle, ushort Fine);

/// <summary>Words by what they stand beside in running text: groups of words used alike, at three grains.</summary>
internal sealed class WordGroups
{
    private readonly Dictionary<ulong, WordGroup> groups;

    /// <param name="lines">First a line a fine group: "coarse, middle, fine", numbers from 1, tab-separated. Then a line a word: the word, a tab, its fine group.</param>
    /// <exception cref="FormatException">A line is of another form.</exception>
    /// <exception cref="IndexOutOfRangeException">A word's group is none of the list.</exception>
    public WordGroups(ReadOnlySpan<string> lines)
    {
        var fine = new List<WordGroup>();
        groups = new Dictionary<ulong, WordGroup>(lines.Length);
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t');
            var next = line.IndexOf('\t', tab + 1);
            if (tab < 1)
            {
                throw new FormatException("No tab.");
            }

            if (next > 0)
            {
                fine.Add(new WordGroup(Number(line.AsSpan(0, tab)), Number(line.AsSpan(tab + 1, next - tab - 1)), Number(line.AsSpan(next + 1))));
                continue;
            }

            var at = Number(line.AsSpan(tab + 1)) - 1;
            groups[Keys.Of(line.AsSpan(0, tab))] = at >= 0 && at < fine.Count ? fine[at] : throw new FormatException("No such group.");
        }
    }

    /// <summary>The groups of a word by the key of its plain characters.</summary>
    public WordGroup Of(ulong key) => groups.GetValueOrDefault(key);

    private static ushort Number(ReadOnlySpan<char> digits) => ushort.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
