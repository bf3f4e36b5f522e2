using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Attributing;

/// <summary>How a cue stands to its content in one construction.</summary>
/// <param name="Class">What kind of word it is.</param>
/// <param name="Stance">How it stands to its content.</param>
internal readonly record struct CueUse(CueClass Class, CueStance Stance);

/// <summary>One cue word with the constructions that lead to its content.</summary>
internal sealed class CueWord
{
    private readonly Dictionary<string, CueUse> uses = new(StringComparer.Ordinal);

    /// <summary>The constructions, with what the cue is in each.</summary>
    public IReadOnlyDictionary<string, CueUse> Uses => uses;

    /// <summary>What the cue is in <paramref name="construction"/>, or null where it takes no such content.</summary>
    public CueUse? In(string construction) => uses.TryGetValue(construction, out var use) ? use : null;

    /// <summary>What the cue is with content under <paramref name="preposition"/>, or null.</summary>
    public CueUse? Under(string? preposition) => preposition is null ? null : In("p:" + preposition);

    internal void Add(string construction, CueUse use) => uses.TryAdd(construction, use);
}

/// <summary>The words that attribute: <c>rules/en/cues.tsv</c>. Immutable once loaded.</summary>
public sealed class CueLexicon
{
    private static readonly string[] Constructions = ["that", "wh", "to", "ing", "obj", "as", "quote", "source", "unnamed"];

    private readonly FrozenDictionary<(string Pos, string Lemma), CueWord> words;

    private readonly FrozenDictionary<string, (string[] Words, CueWord Cue)[]> phrases;

    private CueLexicon(Dictionary<(string Pos, string Lemma), CueWord> words)
    {
        this.words = words.ToFrozenDictionary();
        phrases = words.Where(w => w.Key.Pos == "prep").Select(w => (Words: w.Key.Lemma.Split(' '), Cue: w.Value)).OrderByDescending(p => p.Words.Length)
            .GroupBy(p => p.Words[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Phrases that lead a source in and begin with <paramref name="word"/>, longest first: "according to".</summary>
    /// <param name="word">The word, in lower case.</param>
    internal (string[] Words, CueWord Cue)[] Phrases(string word) => phrases.GetValueOrDefault(word) ?? [];

    /// <summary>Reads the lexicon.</summary>
    /// <param name="path">A file of five tab-separated cells a line: lemma, part of speech, class, stance, constructions.</param>
    /// <exception cref="ProblemException">SAL0511 the file is missing; SAL0512 a line is wrong, with file and line.</exception>
    public static CueLexicon Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0511", path, "The cues are missing.", "Name a data folder that holds rules/en/cues.tsv."));
        }

        var found = new Dictionary<(string Pos, string Lemma), CueWord>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                Read(line.Split('\t'), $"{path}:{number}", found);
            }
        }

        return new CueLexicon(found);
    }

    internal CueWord? Verb(string lemma) => words.GetValueOrDefault(("verb", lemma));

    internal CueWord? Noun(string lemma) => words.GetValueOrDefault(("noun", lemma));

    internal CueWord? Adjective(string lemma) => words.GetValueOrDefault(("adj", lemma));

    internal CueWord? Adverb(string lemma) => words.GetValueOrDefault(("adv", lemma));

    private static void Read(string[] cells, string where, Dictionary<(string Pos, string Lemma), CueWord> words)
    {
        if (cells.Length != 5)
        {
            throw Wrong(where, $"Five tab-separated cells are wanted (lemma, part of speech, class, stance, constructions), {cells.Length} found.");
        }

        if (cells[1] is not ("verb" or "noun" or "adj" or "adv" or "prep"))
        {
            throw Wrong(where, $"'{cells[1]}' is no part of speech of a cue.");
        }

        if (!Enum.TryParse<CueClass>(cells[2], ignoreCase: true, out var type))
        {
            throw Wrong(where, $"'{cells[2]}' is no class of cues.");
        }

        var use = new CueUse(type, Stance(cells[3]) ?? throw Wrong(where, $"'{cells[3]}' is no stance."));
        var key = (cells[1], cells[0]);
        var word = words.TryGetValue(key, out var known) ? known : words[key] = new CueWord();
        foreach (var construction in cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!construction.StartsWith("p:", StringComparison.Ordinal) && !construction.StartsWith("o:", StringComparison.Ordinal) && !Constructions.Contains(construction))
            {
                throw Wrong(where, $"'{construction}' is no construction.");
            }

            word.Add(construction, use);
        }
    }

    private static CueStance? Stance(string cell) => cell switch
    {
        "asserts" => CueStance.Asserts,
        "denies" => CueStance.Denies,
        "open" => CueStance.LeavesOpen,
        "probable" => CueStance.Probable,
        "possible" => CueStance.Possible,
        _ => null,
    };

    private static ProblemException Wrong(string where, string what) => new(new Problem("SAL0512", where, what, "Mend the line, or take it out."));
}
