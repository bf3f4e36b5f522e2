using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Web.Map;

/// <summary>The front of a day as GeoJSON: a line for each stretch, sure or inferred.</summary>
/// <param name="Type">What GeoJSON calls it.</param>
/// <param name="Features">The stretches.</param>
/// <param name="Areas">What each holds.</param>
internal sealed record MapFront(string Type, ImmutableArray<MapStretch> Features, ImmutableArray<MapHeld> Areas)
{
    private const int Digits = 4;

    /// <summary>The stretches of <paramref name="front"/>; none where there is no front.</summary>
    public static MapFront Of(FrontLine? front) =>
        new("FeatureCollection", [.. (front?.Stretches ?? []).Select(s => new MapStretch("Feature", new MapLine("LineString", [.. s.Points.Select(p => (double[])[Math.Round(p.Lon, Digits), Math.Round(p.Lat, Digits)])]), new MapStretchNote(s.Certain, s.Kilometres)))],
            [.. (front?.Areas ?? []).Select(a => new MapHeld(a.Holder, a.SquareKilometres, a.Inferred))]);
}

/// <summary>What a side holds of the ground around settlements, in km2, and how much of it is inferred.</summary>
internal sealed record MapHeld(string Holder, double Km2, double Inferred);

/// <summary>A stretch of the front.</summary>
internal sealed record MapStretch(string Type, MapLine Geometry, MapStretchNote Properties);

/// <summary>Its course: longitude and latitude in degrees.</summary>
internal sealed record MapLine(string Type, ImmutableArray<double[]> Coordinates);

/// <summary>Whether both sides of it are held by words and not by inference alone; its length in km.</summary>
internal sealed record MapStretchNote(bool Certain, double Km);
