namespace Salient.Coding.Scoring;

/// <summary>Clauses that a sentence's full stop stretches over those behind them, beside the same by their own words: which of the two counts.</summary>
internal static class BareUnits
{
    /// <summary>A unit, and behind it the same by its clause's own words, where those are fewer.</summary>
    public static Unit[] With(Unit unit) => unit.Clause.Bare is { } bare ? [unit, unit with { Clause = bare }] : [unit];

    /// <summary>Indices of those that count: what happens on the ground was learned from stretched clauses, all else is judged by its own words.</summary>
    /// <param name="judged">The units, as <see cref="With"/> lays them out.</param>
    /// <param name="sums">For each the model's sums.</param>
    /// <param name="model">The model.</param>
    public static int[] Kept(IReadOnlyList<Unit> judged, double[][] sums, Network model)
    {
        return [.. Enumerable.Range(0, judged.Count).Where(u => judged[u].Clause switch
        {
            { Bare: not null } => Ground(u) || Ground(u + 1),
            { Whole: not null } => !Ground(u) && !Ground(u - 1),
            _ => true,
        })];

        bool Ground(int u) => GroundKinds.Lead(model, sums[u]);
    }
}
