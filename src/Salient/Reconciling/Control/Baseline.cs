using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Who held what before the first report: written by hand, a theatre's <c>baseline.yaml</c>.</summary>
/// <param name="day">The day it is of.</param>
/// <param name="country">The country (ISO 3166) whose settlements it covers, all held by <paramref name="holder"/> but for what follows.</param>
/// <param name="holder">That side.</param>
/// <param name="areas">Oblasts and raions that another side held.</param>
/// <param name="rear">Points of the border that a side came over, as (degrees north, degrees east).</param>
/// <param name="towns">Settlements that differ from their area, by GeoNames id.</param>
public sealed class Baseline(DateOnly day, string country, string holder, ImmutableArray<BaselineArea> areas, ImmutableArray<(string Holder, double Lat, double Lon)> rear, FrozenDictionary<int, string> towns)
{
    /// <summary>The day it is of.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>The country (ISO 3166 alpha-2) that it covers.</summary>
    public string Country { get; } = country;

    /// <summary>Points of the border that a side came over.</summary>
    public ImmutableArray<(string Holder, double Lat, double Lon)> Rear { get; } = rear;

    /// <summary>Who held <paramref name="place"/>; null where it is not covered.</summary>
    public string? Holder(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Country != Country)
        {
            return null;
        }

        return towns.TryGetValue(place.GeonameId, out var town) ? town : areas.FirstOrDefault(a => a.Covers(place))?.Holder ?? holder;
    }

    /// <summary>Reads <c>baseline.yaml</c> in <paramref name="folder"/>.</summary>
    /// <exception cref="ProblemException">SAL0701 missing; SAL0702 a line is wrong.</exception>
    public static Baseline Load(string folder)
    {
        var root = YamlPart.Load(Path.Combine(folder, "baseline.yaml"));
        var date = root["day"];
        if (!DateOnly.TryParseExact(date.Text, "yyyy-MM-dd", out var known))
        {
            throw date.Wrong("A day is wanted, as 2022-02-23.");
        }

        var areas = root["areas"].List().Select(a => new BaselineArea(a["oblast"].Text, a.Find("raion")?.Text, a["holder"].Text));
        var towns = root["towns"].List().Select(t => KeyValuePair.Create((int)t["id"].Number, t["holder"].Text));
        return new Baseline(known, root["country"].Text, root["holder"].Text, [.. areas], [.. root["rear"].List().SelectMany(Points)], towns.ToFrozenDictionary());
    }

    private static IEnumerable<(string Holder, double Lat, double Lon)> Points(YamlPart line) =>
        line["points"].List().Select(p => p.List().Select(x => x.Number).ToArray() is [var lat, var lon] ? (line["holder"].Text, lat, lon) : throw p.Wrong("A latitude and a longitude are wanted."));
}

/// <summary>An oblast, or one raion of it, and who held it.</summary>
/// <param name="Oblast">The oblast's name, as the gazetteer has it but for its last word.</param>
/// <param name="Raion">The raion's, likewise; null for the whole oblast.</param>
/// <param name="Holder">A side.</param>
public sealed record BaselineArea(string Oblast, string? Raion, string Holder)
{
    /// <summary>True where <paramref name="place"/> lies in it.</summary>
    public bool Covers(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Same(Oblast, place.Oblast) && (Raion is null || Same(Raion, place.Raion));
    }

    /// <summary>Like names: "Horlivka", "Horlivskyi Raion" and "Horlivka Raion" share their first six letters.</summary>
    private static bool Same(string wanted, string? name)
    {
        const int Stem = 6;
        return name is not null && name.StartsWith(wanted[..Math.Min(Stem, wanted.Length)], StringComparison.OrdinalIgnoreCase);
    }
}
