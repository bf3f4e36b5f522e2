using System.Collections.Frozen;

namespace Salient.Dating;

/// <summary>Sets of words that the reading of times knows by name; each is a list under `words`.</summary>
internal enum WordSet : byte
{
    Capital, Future, FutureTo, Past, Since, From, Until, By, After, Early, Middle, Late, War, WarBefore, WarAfter, WarAttack, WarElsewhere, Reporting, ReportingNear, Auxiliary, Opener, Front,
}

/// <summary>The rules for time expressions, loaded once, immutable: words with their values, and patterns over them.</summary>
public sealed class TimeRules
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ids;
    private readonly int[]?[] values;
    private readonly WordClass[][] classes;
    private readonly bool[][] members;
    private readonly TimeRule[][] byWord;
    private readonly Dictionary<WordClass, TimeRule[]> byClass;

    internal TimeRules(
        Dictionary<string, int> words,
        Dictionary<(int Word, WordClass Class), int> values,
        IReadOnlyDictionary<WordSet, HashSet<int>> sets,
        int[][] hedges,
        IReadOnlyList<TimeRule> rules)
    {
        ids = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        this.values = new int[]?[words.Count + 1];
        foreach (var ((word, kind), value) in values)
        {
            if (this.values[word] is not { } row)
            {
                this.values[word] = row = new int[Enum.GetValues<WordClass>().Length];
                Array.Fill(row, int.MinValue);
            }

            row[(int)kind] = value;
        }

        Hedges = hedges;
        members = new bool[Enum.GetValues<WordSet>().Length][];
        foreach (var (set, list) in sets)
        {
            members[(int)set] = new bool[words.Count + 1];
            foreach (var word in list)
            {
                members[(int)set][word] = true;
            }
        }

        Rules = rules;
        classes = new WordClass[words.Count + 1][];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = [.. values.Keys.Where(k => k.Word == i).Select(k => k.Class).SelectMany(Openings).Distinct()];
        }

        foreach (var (form, kind) in ((string, WordClass)[])[("a", WordClass.Count), ("an", WordClass.Count), ("'", WordClass.Decade), ("’", WordClass.Decade)])
        {
            if (words.TryGetValue(form, out var id))
            {
                classes[id] = [.. classes[id], kind];
            }
        }

        for (var i = 1; i < classes.Length; i++)
        {
            if (In(i, WordSet.War) || In(i, WordSet.WarBefore) || In(i, WordSet.WarAttack))
            {
                classes[i] = [.. classes[i], WordClass.War];
            }
        }

        (byWord, byClass) = Index(rules, words.Count + 1);
    }

    internal IReadOnlyList<TimeRule> Rules { get; }

    internal int[][] Hedges { get; }

    /// <summary>The id of a word that some rule knows, else 0.</summary>
    internal int Word(ReadOnlySpan<char> form) => form.Length <= 24 && ids.TryGetValue(form, out var id) ? id : 0;

    /// <summary>True where a word is in a set.</summary>
    internal bool In(int word, WordSet set) => word != 0 && members[(int)set][word];

    /// <summary>The value of a word in a class, or null.</summary>
    internal int? Value(int word, WordClass kind) => values[word] is { } row && row[(int)kind] is var v && v != int.MinValue ? v : null;

    /// <summary>The classes that can open with a word.</summary>
    internal WordClass[] Classes(int word) => classes[word];

    /// <summary>The rules that can start with a word.</summary>
    internal TimeRule[] StartingWith(int word) => byWord[word];

    /// <summary>The rules that can start with a class.</summary>
    internal TimeRule[] StartingWith(WordClass kind) => byClass.GetValueOrDefault(kind, []);

    /// <summary>The classes that a word of one class can open.</summary>
    private static WordClass[] Openings(WordClass kind) => kind switch
    {
        WordClass.Number => [WordClass.Count, WordClass.Year, WordClass.Ordinal],
        WordClass.Ordinal => [WordClass.Ordinal, WordClass.Day],
        WordClass.Unit => [WordClass.Unit, WordClass.One, WordClass.Many],
        _ => [kind],
    };

    private static (TimeRule[][] Words, Dictionary<WordClass, TimeRule[]> Classes) Index(IReadOnlyList<TimeRule> rules, int words)
    {
        var openedBy = new List<TimeRule>[words];
        var openedByClass = new Dictionary<WordClass, List<TimeRule>>();
        foreach (var rule in rules)
        {
            foreach (var e in rule.Elements)
            {
                foreach (var w in e.Words)
                {
                    (openedBy[w] ??= []).Add(rule);
                }

                if (e.Class != WordClass.None)
                {
                    if (!openedByClass.TryGetValue(e.Class, out var list))
                    {
                        openedByClass[e.Class] = list = [];
                    }

                    list.Add(rule);
                }

                if (!e.Optional)
                {
                    break;
                }
            }
        }

        return ([.. openedBy.Select(l => l is null ? [] : l.Distinct().ToArray())], openedByClass.ToDictionary(p => p.Key, p => p.Value.Distinct().ToArray()));
    }
}
