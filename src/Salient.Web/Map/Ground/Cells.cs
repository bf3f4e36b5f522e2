using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;
using Salient.Records;

namespace Salient.Web.Map.Ground;

/// <summary>The ground nearer to one settlement than to any other: its cell. Dissolved by a property of the settlements, cells give areas without any border file.</summary>
internal sealed class Cells
{
    private readonly List<(Place Place, Geometry Cell)> cells = [];

    /// <summary>Cells of <paramref name="settlements"/>, each within <paramref name="window"/>.</summary>
    public Cells(IEnumerable<Place> settlements, Envelope window)
    {
        // Nearness is measured where a degree of longitude is as long as one of latitude.
        Stretch = Math.Cos((window.MinY + window.MaxY) / 2 * Math.PI / 180);
        var places = settlements.GroupBy(p => new Coordinate(p.Lon * Stretch, p.Lat)).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Population).ThenBy(p => p.GeonameId).First());
        if (places.Count < 3)
        {
            return;
        }

        var builder = new VoronoiDiagramBuilder { ClipEnvelope = new Envelope(window.MinX * Stretch, window.MaxX * Stretch, window.MinY, window.MaxY) };
        builder.SetSites(places.Keys.OrderBy(c => c.X).ThenBy(c => c.Y).ToList());
        foreach (var cell in builder.GetDiagram(GeometryFactory.Default).Geometries)
        {
            if (cell.UserData is Coordinate site && places.TryGetValue(site, out var place))
            {
                cells.Add((place, cell));
            }
        }
    }

    /// <summary>How much shorter a degree of longitude is than one of latitude.</summary>
    private double Stretch { get; }

    /// <summary>Areas of settlements that share a key, in degrees, within <paramref name="country"/>; settlements whose key is null belong to none.</summary>
    public IEnumerable<(string Key, Geometry Area)> Dissolve(Func<Place, string?> key, Geometry? country)
    {
        foreach (var group in cells.Select(c => (Key: key(c.Place), c.Cell)).Where(c => c.Key is not null).GroupBy(c => c.Key!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var area = CoverageUnion.Union(GeometryFactory.Default.BuildGeometry([.. group.Select(c => c.Cell)]));
            area.Apply(new Widen(1 / Stretch));
            area.GeometryChanged();
            yield return (group.Key, country is null ? area : OverlayNGRobust.Overlay(area, country, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection));
        }
    }

    private sealed class Widen(double by) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i) => seq.SetX(i, seq.GetX(i) * by);
    }
}
