using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>A figure with both its ends: the lower by what is well founded, the upper by all that is told or inferred.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, never below <paramref name="Low"/>; null where there is none.</param>
public readonly record struct Bounds(double Low, double? High);

/// <summary>Ground that one side took on one axis in some days, from the settlements that came to it.</summary>
/// <param name="Axis">The axis, or "elsewhere".</param>
/// <param name="Side">Who took it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="SquareKilometres">Km2: at least those that more than the taker's own word speaks for, at most all, inferred ones among them.</param>
/// <param name="Daily">Km2 a day.</param>
/// <param name="Pace">Km a day: ground over the length of the front on the axis; null where the front is too short to tell.</param>
/// <param name="Front">Km of front on the axis on the day before the first.</param>
/// <param name="Settlements">Settlements that came to it.</param>
/// <param name="Inferred">How many of these no claim names.</param>
/// <param name="Claims">Ids of claims that speak for it, a few.</param>
public sealed record AdvanceRate(
    string Axis, string Side, DateOnly From, DateOnly To, Bounds SquareKilometres, Bounds Daily, Bounds? Pace, double Front, int Settlements, int Inferred, ImmutableArray<string> Claims);

/// <summary>Kilometres that a source says a side advanced on an axis.</summary>
/// <param name="Axis">The axis, or "elsewhere".</param>
/// <param name="Side">Who advanced.</param>
/// <param name="From">First day of the stretch in which the claims are.</param>
/// <param name="To">Last day.</param>
/// <param name="Claimant">Who says so.</param>
/// <param name="Kilometres">From the least to the most that it says.</param>
/// <param name="Claims">The claims.</param>
public sealed record ClaimedAdvance(string Axis, string Side, DateOnly From, DateOnly To, string Claimant, Bounds Kilometres, ImmutableArray<string> Claims);

/// <summary>How often one side attacked in some days.</summary>
/// <param name="Class">The class of acts: its id.</param>
/// <param name="Title">For people.</param>
/// <param name="Side">Who attacked.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Attacks">Happenings that are told of: at least those that can be believed, at most all.</param>
/// <param name="Reports">Reports published in these days: few reports tell of few attacks.</param>
public sealed record AttackTempo(string Class, string Title, string Side, DateOnly From, DateOnly To, Bounds Attacks, int Reports);

/// <summary>What the ground that a side took cost it, by one claimant's cumulative figures.</summary>
/// <param name="Side">Who took the ground and lost the men or things.</param>
/// <param name="Measure">What was lost, as the series names it.</param>
/// <param name="Claimant">Who says so.</param>
/// <param name="ClaimantSide">The claimant's side.</param>
/// <param name="From">Day of the first figure.</param>
/// <param name="To">Day of the last.</param>
/// <param name="Lost">What was lost between them.</param>
/// <param name="SquareKilometres">Km2 taken between them.</param>
/// <param name="Each">Lost for each km2; null where no ground was taken.</param>
/// <param name="Claims">The claims of both figures.</param>
public sealed record GroundCost(
    string Side, string Measure, string Claimant, string ClaimantSide, DateOnly From, DateOnly To, Bounds Lost, Bounds SquareKilometres, Bounds? Each, ImmutableArray<string> Claims);

/// <summary>How the war moves over some weeks.</summary>
/// <param name="Since">First day: that of a whole week.</param>
/// <param name="On">Last day.</param>
/// <param name="Advances">By week, axis and side; only where ground was taken.</param>
/// <param name="Claimed">What sources say of kilometres, by week, axis, side and claimant.</param>
/// <param name="Attacks">By week, class and side.</param>
/// <param name="Costs">By side, measure and claimant, over the whole stretch.</param>
public sealed record WarDynamics(
    DateOnly Since, DateOnly On, ImmutableArray<AdvanceRate> Advances, ImmutableArray<ClaimedAdvance> Claimed, ImmutableArray<AttackTempo> Attacks, ImmutableArray<GroundCost> Costs);
