using System.Collections.Frozen;
using Salient.Records;

namespace Salient.Grading;

/// <summary>What a word does to the proposition that it stands in or governs.</summary>
internal enum Effect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Makes it probable.</summary>
    Probable,

    /// <summary>Makes it possible.</summary>
    Possible,

    /// <summary>Leaves it open.</summary>
    Open,

    /// <summary>Negates it.</summary>
    Negated,

    /// <summary>Makes its negation probable.</summary>
    Unlikely,

    /// <summary>Leaves it open, but in reported speech, where it is a future seen from the past.</summary>
    Hypothetical,
}

/// <summary>The words that grade a proposition: <c>rules/en/modality.tsv</c>. Immutable once loaded.</summary>
public sealed class Modality
{
    private const string Named = "denied:";
    private readonly FrozenDictionary<(string Pos, string Word), Effect> effects;
    private readonly FrozenSet<string> named;

    private Modality(Dictionary<(string Pos, string Word), Effect> effects)
    {
        this.effects = effects.ToFrozenDictionary();
        named = effects.Keys.Where(k => k.Pos.StartsWith(Named, StringComparison.Ordinal)).Select(k => k.Pos[Named.Length..]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads the words.</summary>
    /// <param name="path">A file of three tab-separated cells a line: part of speech, effect, words.</param>
    /// <exception cref="ProblemException">SAL0511 the file is missing; SAL0512 a line is wrong, with file and line.</exception>
    public static Modality Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0511", path, "The words of modality are missing.", "Name a data folder that holds rules/en/modality.tsv."));
        }

        var found = new Dictionary<(string Pos, string Word), Effect>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 3 || Parse(cells[1]) is not { } effect)
            {
                throw new ProblemException(new Problem("SAL0512", $"{path}:{number}", "Three tab-separated cells are wanted: part of speech, effect (pr, ps, uu, neg, unlikely, hypothetical, none), words.", "Mend the line, or take it out."));
            }

            foreach (var word in cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                found.TryAdd((cells[0], word), effect);
            }
        }

        return new Modality(found);
    }

    /// <summary>What a word of a part of speech does; nothing where it is not listed.</summary>
    internal Effect Of(string pos, string word) => effects.GetValueOrDefault((pos, word));

    /// <summary>True for a word listed for a part of speech, whatever it does.</summary>
    internal bool Has(string pos, string word) => effects.ContainsKey((pos, word));

    /// <summary>True for an act that is denied only by what stands at the words that name it.</summary>
    internal bool Denied(string act) => named.Contains(act);

    /// <summary>True for a verb by which its subject speaks.</summary>
    internal bool Speaks(string verb) => effects.ContainsKey(("speech", verb));

    /// <summary>True for a verb by which its subject speaks or takes a stand.</summary>
    internal bool Stands(string verb) => Speaks(verb) || effects.ContainsKey(("stand", verb));

    private static Effect? Parse(string cell) => cell switch
    {
        "pr" => Effect.Probable,
        "ps" => Effect.Possible,
        "uu" => Effect.Open,
        "neg" => Effect.Negated,
        "unlikely" => Effect.Unlikely,
        "hypothetical" => Effect.Hypothetical,
        "none" => Effect.None,
        _ => null,
    };
}
