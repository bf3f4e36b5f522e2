using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Salient.Reconciling.Judgements;

/// <summary>By which day judgements can be checked, and by what. Data: <c>rules/en/judgements.yaml</c>.</summary>
/// <param name="Analysts">Source types that assess rather than take part.</param>
/// <param name="Ahead">Words by which a claim says what is still to come.</param>
/// <param name="Horizons">Words that say until when, with the days that they give; the first that fits decides.</param>
/// <param name="Days">Days given where the words say none, by act of an assessment, and for an event.</param>
/// <param name="Takes">Words that make a judgement one of who will hold its place: the actor.</param>
/// <param name="Keeps">Likewise: the actor goes on holding it.</param>
/// <param name="Leaves">Likewise: the actor's enemy.</param>
public sealed record JudgementRules(
    ImmutableArray<string> Analysts,
    ImmutableArray<string> Ahead,
    ImmutableArray<(int Days, ImmutableArray<string> Words)> Horizons,
    FrozenDictionary<string, int> Days,
    ImmutableArray<string> Takes,
    ImmutableArray<string> Keeps,
    ImmutableArray<string> Leaves)
{
    /// <summary>Nothing is a judgement.</summary>
    public static JudgementRules None { get; } = new([], [], [], FrozenDictionary<string, int>.Empty, [], [], []);

    /// <summary>Reads <c>judgements.yaml</c> in <paramref name="folder"/>.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0701 missing; SAL0702 a line is wrong.</exception>
    public static JudgementRules Load(string folder)
    {
        var root = YamlPart.Load(Path.Combine(folder, "judgements.yaml"));
        return new JudgementRules(
            root["analysts"].Words(),
            root["ahead"].Words(),
            [.. root["horizons"].List().Select(h => ((int)h["days"].Number, h["words"].Words()))],
            root["days"].Map().ToFrozenDictionary(d => d.Key, d => (int)d.Value.Number),
            root["takes"].Words(),
            root["keeps"].Words(),
            root["leaves"].Words());
    }

    /// <summary>True where one of <paramref name="words"/> stands in <paramref name="text"/> as whole words, case aside.</summary>
    public static bool Has(string text, ImmutableArray<string> words) => words.Any(w => Stands(text, w));

    private static bool Stands(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
