using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Scoring;

/// <summary>Weighs the parties that the tree gives a claim against the sides that the scorer, which reads the sentence as a whole, thinks likely.</summary>
internal sealed class PartyWeigher(Theatre theatre)
{
    private readonly FrozenDictionary<string, string> roles = SideRole.Of(theatre.Sides);

    // How many times likelier another side must be than the one that the tree gives.
    private const double Trust = 3;

    // The same where the party's own words tell its side: "Ukrainian servicemen".
    private const double TrustTold = 6;

    // How likely a side must be to be taken where the tree gives nobody.
    private const double Enough = 0.6;

    // How unlikely it must be that nobody acts, in what is always somebody's and in what may be nobody's.
    private const double Never = 0.95;
    private const double Seldom = 0.4;

    // How likely a side must then be, where it may be nobody.
    private const double Some = 0.4;

    // These are somebody's.
    private static readonly string[] Owned = ["cohesion", "loss", "strength", "movement", "politics", "control"];

    // These are always done to somebody.
    private static readonly string[] Done = ["criticism", "threat", "sanction", "negotiation", "aid-delivered", "aid-pledged", "killed", "wounded", "displaced", "detained", "infrastructure"];

    /// <summary>The claim with its parties settled.</summary>
    /// <param name="view">The report.</param>
    /// <param name="made">The claim as the tree has it.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="actor">How likely each side acts, in the order of <see cref="Leanings.Values"/>; empty where the scorer did not say.</param>
    /// <param name="target">How likely each side is acted on.</param>
    public Assertion Weigh(ReportView view, Assertion made, Unit unit, ImmutableArray<double> actor, ImmutableArray<double> target)
    {
        var acts = Settle(view, unit, made.Actor, actor, Leanings.Actor, null) ?? Whose(view, made.Kind, unit, actor);
        var done = Settle(view, unit, made.Target, target, Leanings.Target, acts);
        return made with { Actor = acts, Target = done is null && made.Kind is "politics" or "logistics" or "civilian-harm" && Array.IndexOf(Done, made.Act) >= 0 ? Likeliest(view, unit, target, acts) : done };
    }

    // Who acts where neither tree nor scorer is sure of anybody: what is somebody's by its kind is the likeliest side's; harm may be nobody's.
    private Party? Whose(ReportView view, string kind, Unit unit, ImmutableArray<double> likely)
    {
        if (likely.IsEmpty)
        {
            return null;
        }

        var nobody = likely[Array.IndexOf(Leanings.Values[Leanings.Actor], Leanings.Nobody)];
        return Array.IndexOf(Owned, kind) >= 0 ? nobody < Never ? Likeliest(view, unit, likely, null) : null
            : nobody < Seldom && likely.Max() > Some ? Likeliest(view, unit, likely, null) : null;
    }

    // The likeliest side that can be named.
    private Party? Likeliest(ReportView view, Unit unit, ImmutableArray<double> likely, Party? not)
    {
        var values = Leanings.Values[Leanings.Target];
        return Enumerable.Range(0, likely.Length).Where(i => values[i] != Leanings.Nobody).OrderByDescending(i => likely[i]).ThenBy(i => i)
            .Select(i => Of(view, unit, values[i], not)).FirstOrDefault(p => p is not null);
    }

    /// <summary>How likely a speaker is of each belligerent and of no side.</summary>
    /// <param name="likely">In the order of <see cref="Leanings.Values"/>; empty where the scorer did not say.</param>
    public ImmutableArray<(string Side, double Chance)> Speakers(ImmutableArray<double> likely)
    {
        if (likely.IsEmpty)
        {
            return [];
        }

        var values = Leanings.Values[Leanings.Speaker];
        return [.. theatre.Sides.Where(s => s.Party).Select(s => (s.Id, likely[Array.IndexOf(values, roles[s.Id])])), ("none", likely[Array.IndexOf(values, Leanings.Nobody)])];
    }

    private Party? Settle(ReportView view, Unit unit, Party? given, ImmutableArray<double> likely, string group, Party? not)
    {
        if (likely.IsEmpty)
        {
            return given;
        }

        var values = Leanings.Values[group];
        var best = likely.IndexOf(likely.Max());
        var own = likely[Array.IndexOf(values, Leanings.Seen(roles, given?.Side))];
        if (given is null ? likely[best] < Enough : likely[best] <= (Told(view, unit, given) ? TrustTold : Trust) * own)
        {
            return given;
        }

        return values[best] == Leanings.Nobody ? null : Of(view, unit, values[best], not) ?? given;
    }

    // A party of that side: as the sentence names it, else by a belligerent's own name.
    private Party? Of(ReportView view, Unit unit, string value, Party? not)
    {
        bool Fits(string side) => side != "none" && side != not?.Side && roles.GetValueOrDefault(side, SideRole.Other) == value;
        return NamedParties.First(view.Sentences[unit.Sentence], unit.Clause, Fits, beyond: true)
            ?? (value == SideRole.Other ? null : theatre.Sides.Where(s => Fits(s.Id)).Select(s => new Party(s.Name, s.Id)).FirstOrDefault());
    }

    private static bool Told(ReportView view, Unit unit, Party given)
    {
        foreach (var m in view.Sentences[unit.Sentence].Mentions)
        {
            if (m.Side == given.Side && given.Name.Contains(m.Span.Of(view.Report.Text), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
