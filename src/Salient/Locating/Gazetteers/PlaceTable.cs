using System.Text;
using Salient.Records;

namespace Salient.Locating.Gazetteers;

/// <summary>The places of a gazetteer, by column.</summary>
internal sealed class PlaceTable(
    int[] ids,
    float[] lats,
    float[] lons,
    PlaceKind[] kinds,
    ushort[] countries,
    int[] firsts,
    int[] seconds,
    int[] populations,
    byte[] names,
    int[] nameStarts)
{
    private readonly Place?[] places = new Place?[ids.Length];

    /// <summary>Places held.</summary>
    public int Count => ids.Length;

    /// <summary>GeoNames id, 0 where there is none.</summary>
    public int Id(int place) => ids[place];

    /// <summary>Degrees north.</summary>
    public float Lat(int place) => lats[place];

    /// <summary>Degrees east.</summary>
    public float Lon(int place) => lons[place];

    /// <summary>What it is.</summary>
    public PlaceKind Kind(int place) => kinds[place];

    /// <summary>Both letters of the country's code, the first in the high byte.</summary>
    public ushort Country(int place) => countries[place];

    /// <summary>Index of its first-level division, or -1.</summary>
    public int First(int place) => firsts[place];

    /// <summary>Index of its second-level division, or -1.</summary>
    public int Second(int place) => seconds[place];

    /// <summary>Inhabitants, 0 where not known.</summary>
    public int Population(int place) => populations[place];

    /// <summary>Its name in English use, as UTF-8.</summary>
    public ReadOnlySpan<byte> Name(int place) => names.AsSpan(nameStarts[place]..nameStarts[place + 1]);

    /// <summary>The place as the records carry it; made once.</summary>
    public Place this[int place] => places[place] ??= Make(place);

    private Place Make(int place) => new(
        ids[place],
        Text(place),
        Math.Round(lats[place], 4),
        Math.Round(lons[place], 4),
        kinds[place].Precision(),
        countries[place] == 0 ? "" : $"{(char)(countries[place] >> 8)}{(char)(countries[place] & 0xFF)}",
        firsts[place] < 0 || firsts[place] == place ? null : Text(firsts[place]),
        seconds[place] < 0 || seconds[place] == place ? null : Text(seconds[place]),
        populations[place]);

    private string Text(int place) => Encoding.UTF8.GetString(Name(place));
}
