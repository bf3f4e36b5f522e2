namespace Salient.Coding.Scoring;

/// <summary>The kinds of what happens on the ground: told by few words, which the scorer knows as well as an encoder does; what amounts to who holds what (`policy.yaml`) was set on what it finds.</summary>
internal static class GroundKinds
{
    private static readonly string[] All = ["combat", "control", "movement"];

    /// <summary>True for one of them.</summary>
    public static bool Has(string kind) => Array.IndexOf(All, kind) >= 0;

    /// <summary>The clause that a claim of <paramref name="kind"/> quotes: of what happens on the ground the one that a full stop stretches.</summary>
    public static Clause Quoted(Clause clause, string kind) => Has(kind) ? clause.Whole ?? clause : clause;

    /// <summary>True where the likeliest kind is one of them.</summary>
    public static bool Lead(Network model, double[] sums)
    {
        var chances = model.Probabilities(sums);
        return Has(model.Kinds[Array.IndexOf(chances, chances.Max())]);
    }
}
