using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Map;

/// <summary>The settlements that the map draws: sent once, then only states change.</summary>
/// <param name="Points">[GeoNames id, name, lat, lon, size 0-3], smallest first.</param>
public sealed record MapPoints(ImmutableArray<object[]> Points)
{
    private const int Town = 10_000;

    /// <summary>Index in <see cref="Points"/> by GeoNames id.</summary>
    internal FrozenDictionary<int, int> Index { get; private init; } = FrozenDictionary<int, int>.Empty;

    /// <summary>The settlements of <paramref name="picture"/> that claims name, that changed hands, and towns to find one's way by.</summary>
    public static MapPoints Of(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var places = picture.Control.Where(Shown).Select(h => h.Place).OrderBy(p => p.Population).ThenBy(p => p.GeonameId).ToList();
        return new MapPoints([.. places.Select(p => (object[])[p.GeonameId, p.Name, p.Lat, p.Lon, Size(p.Population)])])
        {
            Index = places.Select((p, i) => KeyValuePair.Create(p.GeonameId, i)).ToFrozenDictionary(),
        };
    }

    /// <summary>A word on a whole oblast alone does not make a dot: it shades.</summary>
    private static bool Shown(ControlHistory history) =>
        history.Place.Population >= Town || history.States.Length > 1 || history.Views.Any(v => !v.Wide);

    private static int Size(int population) => population switch { >= 200_000 => 3, >= 30_000 => 2, >= 3_000 => 1, _ => 0 };
}
