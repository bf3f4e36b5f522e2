using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>A claim that the scorer takes from a unit.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Act">The kind's act.</param>
/// <param name="Probability">How likely it is right, 0 to 1.</param>
internal sealed record Choice(int Unit, string Kind, string Act, double Probability);

/// <summary>Chooses among what a report's units may carry: enough probability, and one claim a stretch, kind and act.</summary>
internal static class Selector
{
    private const double Second = 0.38;
    private const double SecondWithoutFrame = 0.5;
    private const double SecondKind = 0.36;
    private const double SecondKindOnTheGround = 0.33;
    private const double LeastKind = 0.32;
    private const double LeastKindOnTheGround = 0.31;
    private const double FrameTrust = 0.2;
    private const double TrustedPrior = 0.5;
    private const double SeldomWeight = 1.5;

    // Rarer in the texts written for training than in news: the network thinks them less likely than they are.
    private static readonly string[] Seldom = ["civilian-harm", "cohesion", "logistics"];
    private static readonly string[] Posts = ["appointment", "dismissal"];
    private static readonly string[] Events = ["civilian-harm", "combat", "control", "incident", "loss", "movement", "strength"];

    /// <summary>The claims worth making, in the units' order.</summary>
    /// <param name="units">The report's units.</param>
    /// <param name="sums">For each unit the model's sums.</param>
    /// <param name="model">The model.</param>
    /// <param name="threshold">The probability of a kind from which it is coded.</param>
    public static ImmutableArray<Choice> Choose(IReadOnlyList<Unit> units, IReadOnlyList<double[]> sums, Network model, double threshold)
    {
        var found = new List<Choice>();
        for (var u = 0; u < units.Count; u++)
        {
            var p = model.Probabilities(sums[u]);
            Trust(p, units[u], model);
            var some = p.Sum();
            var best = Array.IndexOf(p, p.Max());
            var ground = GroundKinds.Has(model.Kinds[best]);
            if (some < threshold || p[best] < (ground ? LeastKindOnTheGround : LeastKind))
            {
                continue;
            }

            for (var k = 0; k < p.Length; k++)
            {
                if (k == best || p[k] >= (ground || GroundKinds.Has(model.Kinds[k]) ? SecondKindOnTheGround : SecondKind))
                {
                    Add(found, units[u], u, model.Kinds[k], k == best ? some : p[k], model, sums[u]);
                }
            }
        }

        return [.. WithoutRepeats(units, found).Select(c => Narrowed(units, c)).OrderBy(c => c.Unit)];
    }

    // "He is right since the general has replaced the colonel": where a frame tells of words within who comes and goes, the claim is theirs, for it has the names.
    private static Choice Narrowed(IReadOnlyList<Unit> units, Choice choice)
    {
        var mine = units[choice.Unit];
        if (Array.IndexOf(Posts, choice.Act) < 0 || Tells(mine, choice))
        {
            return choice;
        }

        for (var u = 0; u < units.Count; u++)
        {
            if (units[u].Sentence == mine.Sentence && Tells(units[u], choice) && mine.Clause.Evidence.Contains(units[u].Clause.Evidence) && Repeats(mine, units[u], choice.Kind))
            {
                return choice with { Unit = u };
            }
        }

        return choice;
    }

    private static bool Tells(Unit unit, Choice choice) => unit.Found.Any(f => f.Kind == choice.Kind && f.Act == choice.Act && f.Score >= TrustedPrior);

    // What happens on the ground is told by few words, which the frames know better than training reports could teach.
    private static void Trust(double[] p, Unit unit, Network model)
    {
        for (var k = 0; k < p.Length; k++)
        {
            var kind = model.Kinds[k];
            p[k] = Array.IndexOf(Seldom, kind) >= 0 ? Math.Min(1, p[k] * SeldomWeight) : p[k];
            if (Array.IndexOf(Events, kind) >= 0 && Trusted(unit, kind))
            {
                p[k] += (1 - p[k]) * FrameTrust;
            }
        }
    }

    private static bool Trusted(Unit unit, string kind)
    {
        foreach (var a in unit.Found)
        {
            if (a.Kind == kind && a.Score >= TrustedPrior)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(List<Choice> found, Unit unit, int u, string kind, double p, Network model, double[] sums)
    {
        var ranked = model.Share(sums, kind).OrderByDescending(s => s.Share).ToArray();
        found.Add(new Choice(u, kind, ranked[0].Act, p));
        for (var i = 1; i < ranked.Length; i++)
        {
            var least = unit.Found.Any(h => h.Kind == kind && h.Act == ranked[i].Act) ? Second : SecondWithoutFrame;
            if (ranked[i].Share < least)
            {
                break;
            }

            found.Add(new Choice(u, kind, ranked[i].Act, p * ranked[i].Share));
        }
    }

    // Of two claims of one kind on much the same words the likelier stays; acts of one unit stand beside one another.
    private static List<Choice> WithoutRepeats(IReadOnlyList<Unit> units, List<Choice> found)
    {
        var kept = new List<Choice>();
        foreach (var choice in found.OrderByDescending(c => c.Probability).ThenBy(c => c.Unit))
        {
            var mine = units[choice.Unit];
            if (!Counted(units, found, choice) && !kept.Exists(k => k.Kind == choice.Kind && k.Unit != choice.Unit && units[k.Unit].Sentence == mine.Sentence && Repeats(units[k.Unit], mine, choice.Kind)))
            {
                kept.Add(choice);
            }
        }

        return kept;
    }

    // True where another stretch counts what this one only names: "33 artillery pieces" stays, "artillery" goes.
    private static bool Counted(IReadOnlyList<Unit> units, List<Choice> found, Choice choice)
    {
        var mine = units[choice.Unit];
        return !mine.Counted && found.Exists(f =>
            f.Kind == choice.Kind && units[f.Unit] is { Counted: true } other && other.Sentence == mine.Sentence
            && other.Clause.Evidence.Start <= mine.Clause.Evidence.Start && mine.Clause.Evidence.End <= other.Clause.Evidence.End && Repeats(other, mine, choice.Kind));
    }

    private static bool Repeats(Unit a, Unit b, string kind)
    {
        TextSpan x = GroundKinds.Quoted(a.Clause, kind).Evidence, y = GroundKinds.Quoted(b.Clause, kind).Evidence;
        var shared = Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start);
        return !(a.Counted && b.Counted) && 2 * shared >= Math.Min(x.Length, y.Length) && 4 * shared >= Math.Max(x.End, y.End) - Math.Min(x.Start, y.Start);
    }
}
