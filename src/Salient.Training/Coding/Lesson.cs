using System.Collections.Immutable;
using Salient.Coding.Scoring;

namespace Salient.Training.Coding;

/// <summary>What one unit teaches.</summary>
/// <param name="Clause">Where it stands in its sentence.</param>
/// <param name="Row">Its features' numbers.</param>
/// <param name="Meaning">Its words' meaning.</param>
/// <param name="Kinds">The kinds of its claims; "none" where it has none.</param>
/// <param name="Acts">Their acts, as numbers of outputs.</param>
/// <param name="Leanings">What its claims are besides, as numbers of outputs.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Lesson(Clause Clause, int[] Row, float[] Meaning, int[] Kinds, int[] Acts, int[] Leanings, float Weight)
{
    /// <summary>The lesson of <paramref name="example"/>.</summary>
    public static Lesson Of(Example example, Dictionary<string, int> numbers, ImmutableArray<string> outputs, string[] kinds)
    {
        int[] acts = [.. example.Labels.Select(l => outputs.IndexOf(l)).Where(a => a > kinds.Length).Order()];
        int[] own = [.. acts.Select(a => Array.IndexOf(kinds, outputs[a][..outputs[a].IndexOf('/', StringComparison.Ordinal)])).Distinct().Order()];
        int[] row = [.. example.Features.Distinct(StringComparer.Ordinal).Where(numbers.ContainsKey).Select(f => numbers[f]).Order()];
        return new Lesson(example.Unit.Clause, row, example.Meaning, own.Length == 0 ? [kinds.Length] : own, acts, [.. example.Leanings.Select(g => outputs.IndexOf(g)).Where(g => g >= 0).Order()], (float)example.Weight);
    }
}

/// <summary>What one sentence teaches.</summary>
/// <param name="Words">What its words show.</param>
/// <param name="Units">Its units.</param>
internal sealed record SentenceLesson(WordInput Words, Lesson[] Units);
