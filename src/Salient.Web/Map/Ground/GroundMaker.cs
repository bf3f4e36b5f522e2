using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using Salient.Records;

namespace Salient.Web.Map.Ground;

/// <summary>
/// Makes what lies under the map's layers, without any tile server: neighbours' outlines, the country's border, its oblasts as dissolved cells of their
/// settlements, and who held what on the baseline's day.
/// </summary>
/// <param name="shapes">Countries' outlines, or null: then cells alone give the ground.</param>
/// <param name="crimea">Whose border is drawn round Crimea.</param>
internal sealed class GroundMaker(CountryShapes? shapes, CrimeaBorder crimea)
{
    private const string Country = "Ukraine", Holder = "Russia";
    private static readonly Envelope Window = new(17, 47, 41.5, 57);

    /// <summary>Crimea is a polygon of its own in the outlines, whichever state it is counted to.</summary>
    private static readonly Envelope CrimeaWindow = new(32.3, 36.8, 44.2, 46.4);

    /// <summary>The ground as GeoJSON; each feature's "layer" says what it is: neighbour, oblast, baseline, border, border-disputed.</summary>
    /// <param name="settlements">Settlements with the side that held each on the baseline's day.</param>
    public byte[] Make(IReadOnlyCollection<(Place Place, string Holder)> settlements)
    {
        var writer = new GroundWriter();
        var (mainland, peninsula) = (Union(Parts(Country, c => !c)), Union(Parts(Country, c => c).Concat(Parts(Holder, c => c))));
        foreach (var name in shapes?.Names.Where(n => n != Country) ?? [])
        {
            writer.Add("neighbour", name, Clipped(Union(Parts(name, c => name != Holder || !c))));
        }

        var country = shapes is null ? null : Union([mainland, peninsula]);
        var cells = new Cells(settlements.Select(s => s.Place).Where(p => p.Oblast is not null), Window);
        foreach (var (name, area) in cells.Dissolve(p => p.Oblast, country))
        {
            writer.Add("oblast", name, area);
        }

        var holders = settlements.ToLookup(s => s.Place.GeonameId, s => s.Holder);
        foreach (var (side, area) in cells.Dissolve(p => holders[p.GeonameId].First(), country))
        {
            writer.Add("baseline", side, area);
        }

        if (country is not null)
        {
            Border(writer, mainland, peninsula, country);
        }

        return writer.ToArray();
    }

    private void Border(GroundWriter writer, Geometry mainland, Geometry peninsula, Geometry country)
    {
        var isthmus = OverlayNGRobust.Overlay(mainland.Boundary, peninsula.Boundary, SpatialFunction.Intersection);
        var around = OverlayNGRobust.Overlay(peninsula.Boundary, isthmus, SpatialFunction.Difference);
        switch (crimea)
        {
            case CrimeaBorder.Ukraine:
                writer.Add("border", null, country.Boundary);
                break;
            case CrimeaBorder.Russia:
                writer.Add("border", null, mainland.Boundary);
                break;
            default:
                writer.Add("border", null, OverlayNGRobust.Overlay(mainland.Boundary, isthmus, SpatialFunction.Difference));
                writer.Add("border-disputed", null, Union([isthmus, around]));
                break;
        }
    }

    /// <summary>Polygons of a country in the window; <paramref name="wanted"/> is told whether one is Crimea.</summary>
    private IEnumerable<Geometry> Parts(string name, Func<bool, bool> wanted) =>
        shapes?.Polygons(name, Window).Where(p => wanted(CrimeaWindow.Contains(p.EnvelopeInternal))) ?? [];

    private static Geometry Union(IEnumerable<Geometry> parts)
    {
        var list = parts.Where(p => !p.IsEmpty).ToList();
        return list.Count == 0 ? GeometryFactory.Default.CreatePolygon() : list.Count == 1 ? list[0] : UnaryUnionOp.Union(list);
    }

    private static Geometry Clipped(Geometry shape) =>
        shape.IsEmpty ? shape : OverlayNGRobust.Overlay(shape, GeometryFactory.Default.ToGeometry(Window), SpatialFunction.Intersection);
}
