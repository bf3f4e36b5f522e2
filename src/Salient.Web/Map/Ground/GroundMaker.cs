using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Web.Map.Ground;

/// <summary>
/// Makes what lies under the map's layers, without any tile server: neighbours' outlines, the country's border, its oblasts as dissolved cells of their
/// settlements, and who held what on the baseline's day.
/// </summary>
/// <param name="shapes">Countries' outlines, or null: then cells alone give the ground.</param>
/// <param name="border">Whose border is drawn round the disputed part: a side's id, or <see cref="DisputedPart.Both"/>; null for that of the country.</param>
/// <param name="outline">Which country is drawn, and which part of it is disputed; null where cells alone give the ground.</param>
internal sealed class GroundMaker(CountryShapes? shapes, string? border, Outline? outline)
{
    /// <summary>Where there is no outline, what is drawn reaches so many degrees beyond the settlements.</summary>
    private const double Margin = 2;

    private Envelope window = outline is null ? new() : Of(outline.Window);

    /// <summary>The disputed part is a polygon of its own in the outlines, whichever state it is counted to.</summary>
    private readonly Envelope disputed = outline?.Disputed is { } part ? Of(part.Box) : new();

    /// <summary>The ground as GeoJSON; each feature's "layer" says what it is: neighbour, oblast, baseline, border, border-disputed.</summary>
    /// <param name="settlements">Settlements with the side that held each on the baseline's day.</param>
    public byte[] Make(IReadOnlyCollection<(Place Place, string Holder)> settlements)
    {
        var writer = new GroundWriter();
        if (outline is null)
        {
            window = new Envelope(settlements.Select(s => new Coordinate(s.Place.Lon, s.Place.Lat)));
            window.ExpandBy(Margin);
        }

        var (mainland, peninsula) = (Union(Parts(outline?.Country, c => !c)), Union(Parts(outline?.Country, c => c).Concat(Parts(outline?.Disputed?.Claimant, c => c))));
        foreach (var name in shapes?.Names.Where(n => n != outline?.Country) ?? [])
        {
            writer.Add("neighbour", name, Clipped(Union(Parts(name, c => name != outline?.Disputed?.Claimant || !c))));
        }

        var country = mainland.IsEmpty ? null : Union([mainland, peninsula]);
        var cells = new Cells(settlements.Select(s => s.Place).Where(p => p.Oblast is not null), window);
        foreach (var (name, area) in cells.Dissolve(p => p.Oblast, country))
        {
            writer.Add("oblast", name, area);
        }

        var holders = settlements.ToLookup(s => s.Place.GeonameId, s => s.Holder);
        foreach (var (side, area) in cells.Dissolve(p => holders[p.GeonameId].First(), country))
        {
            writer.Add("baseline", side, area);
        }

        if (country is not null && peninsula.IsEmpty)
        {
            writer.Add("border", null, country.Boundary);
        }
        else if (country is not null)
        {
            Border(writer, mainland, peninsula, country);
        }

        return writer.ToArray();
    }

    private void Border(GroundWriter writer, Geometry mainland, Geometry peninsula, Geometry country)
    {
        var isthmus = OverlayNGRobust.Overlay(mainland.Boundary, peninsula.Boundary, SpatialFunction.Intersection);
        var around = OverlayNGRobust.Overlay(peninsula.Boundary, isthmus, SpatialFunction.Difference);
        if (border == DisputedPart.Both)
        {
            writer.Add("border", null, OverlayNGRobust.Overlay(mainland.Boundary, isthmus, SpatialFunction.Difference));
            writer.Add("border-disputed", null, Union([isthmus, around]));
            return;
        }

        writer.Add("border", null, (border == outline?.Disputed?.Other ? mainland : country).Boundary);
    }

    /// <summary>Polygons of a country in the window; <paramref name="wanted"/> is told whether one is the disputed part.</summary>
    private IEnumerable<Geometry> Parts(string? name, Func<bool, bool> wanted) =>
        name is null ? [] : shapes?.Polygons(name, window).Where(p => wanted(disputed.Contains(p.EnvelopeInternal))) ?? [];

    private static Envelope Of(Box box) => new(box.West, box.East, box.South, box.North);

    private static Geometry Union(IEnumerable<Geometry> parts)
    {
        var list = parts.Where(p => !p.IsEmpty).ToList();
        return list.Count == 0 ? GeometryFactory.Default.CreatePolygon() : list.Count == 1 ? list[0] : UnaryUnionOp.Union(list);
    }

    private Geometry Clipped(Geometry shape) =>
        shape.IsEmpty ? shape : OverlayNGRobust.Overlay(shape, GeometryFactory.Default.ToGeometry(window), SpatialFunction.Intersection);
}
