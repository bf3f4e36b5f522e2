using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>Ground that a side holds on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Holder">A side's id, or "contested".</param>
/// <param name="SquareKilometres">All that it holds, within reach of a settlement, in km2.</param>
/// <param name="Taken">What of it another side held before the first report, in km2.</param>
/// <param name="Change">Km2 more than on the day before.</param>
/// <param name="Inferred">What of it no claim names and is inferred, in km2.</param>
public sealed record HeldArea(DateOnly Day, string Holder, double SquareKilometres, double Taken, double Change, double Inferred);

/// <summary>A stretch of the line between the sides.</summary>
/// <param name="Certain">True where claims say who holds the settlements on both sides of it, or nothing has changed there; false where one is inferred or contested.</param>
/// <param name="Kilometres">Its length.</param>
/// <param name="Points">Its points, as (degrees north, degrees east).</param>
public sealed record FrontStretch(bool Certain, double Kilometres, ImmutableArray<(double Lat, double Lon)> Points);

/// <summary>The front on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Areas">What each side holds.</param>
/// <param name="Stretches">The line, the longest stretch first.</param>
public sealed record FrontLine(DateOnly Day, ImmutableArray<HeldArea> Areas, ImmutableArray<FrontStretch> Stretches);
