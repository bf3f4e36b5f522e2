using System.Collections.Immutable;

namespace Salient.Reconciling.Moving;

/// <summary>Acts that make an attack of one class.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">For people.</param>
/// <param name="Acts">The codebook's acts of combat.</param>
public sealed record AttackClass(string Id, string Title, ImmutableArray<string> Acts);

/// <summary>What rates are reckoned from. Data: <c>rules/en/dynamics.yaml</c>.</summary>
/// <param name="Attacks">Classes of attacks.</param>
/// <param name="Costs">Measures of figures that are a cost.</param>
/// <param name="Credible">Credibility (1 is best) up to which a happening counts at the lower end of a range.</param>
/// <param name="Reach">Days by which a figure may lie before the first and the last day of a stretch.</param>
/// <param name="LeastFront">Kilometres of front below which no pace is reckoned.</param>
public sealed record DynamicsRules(ImmutableArray<AttackClass> Attacks, ImmutableArray<string> Costs, int Credible, int Reach, double LeastFront)
{
    /// <summary>Nothing is reckoned.</summary>
    public static DynamicsRules None { get; } = new([], [], 0, 0, 0);

    /// <summary>Reads <c>dynamics.yaml</c> in <paramref name="folder"/>.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0701 missing; SAL0702 a line is wrong.</exception>
    public static DynamicsRules Load(string folder)
    {
        var root = YamlPart.Load(Path.Combine(folder, "dynamics.yaml"));
        return new DynamicsRules(
            [.. root["attacks"].List().Select(a => new AttackClass(a["id"].Text, a["title"].Text, a["acts"].Words()))],
            root["costs"].Words(),
            (int)root["credible"].Number,
            (int)root["reach"].Number,
            root["least-front"].Number);
    }
}
