using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;

namespace Salient.Reviewing;

/// <summary>The slots that an analyst can change, and how a value is put in. A null or empty value empties a slot.</summary>
public static class ClaimSlots
{
    /// <summary>The codebook's types of sources.</summary>
    public static ImmutableArray<string> SourceTypes { get; } =
        ["government", "military", "official", "occupation", "think-tank", "analyst", "media", "agency", "social", "witness", "business", "reader", "other"];

    private static readonly string[] Roles = ["at", "from", "to", "toward", "near"];

    private static readonly FrozenDictionary<string, Func<Claim, string?, Claim>> Table = new Dictionary<string, Func<Claim, string?, Claim>>
    {
        ["kind"] = (c, v) => c with { Kind = Wanted(v) },
        ["act"] = (c, v) => c with { Act = Wanted(v) },
        ["factuality"] = (c, v) => c with { Factuality = Sureness(v) },
        ["actor"] = (c, v) => c with { Actor = v is null ? null : new Party(v, c.Actor?.Side ?? "none") },
        ["actor.side"] = (c, v) => c with { Actor = v is null ? null : new Party(c.Actor?.Name ?? v, v) },
        ["target"] = (c, v) => c with { Target = v is null ? null : new Party(v, c.Target?.Side ?? "none") },
        ["target.side"] = (c, v) => c with { Target = v is null ? null : new Party(c.Target?.Name ?? v, v) },
        ["source"] = (c, v) => v is null ? c with { Sources = [] } : Source(c, s => s with { Name = v }),
        ["source.type"] = (c, v) => Source(c, s => s with { Type = OneOf(v, SourceTypes) }),
        ["source.side"] = (c, v) => Source(c, s => s with { Side = Wanted(v) }),
        ["time.from"] = (c, v) => Time(c, t => t with { From = Day(v) }),
        ["time.to"] = (c, v) => Time(c, t => t with { To = Day(v) }),
        ["quantity.min"] = (c, v) => Amount(c, q => q with { Min = Number(v) }),
        ["quantity.max"] = (c, v) => Amount(c, q => q with { Max = Number(v) }),
        ["quantity.unit"] = (c, v) => Amount(c, q => q with { Unit = v }),
        ["quantity.basis"] = (c, v) => Amount(c, q => q with { Basis = v is null ? null : OneOf(v, ["exact", "at-least", "at-most", "about"]) }),
        ["quoted"] = (c, v) => c with { Quoted = OneOf(v, ["true", "false"]) == "true" },
        ["outcome"] = (c, v) => c with { Outcome = v is null ? null : OneOf(v, ["succeeded", "failed", "mixed", "ongoing"]) },
        ["category"] = (c, v) => c with { Category = v },
        ["person"] = (c, v) => c with { Person = v },
        ["post"] = (c, v) => c with { Post = v },
        ["item"] = (c, v) => c with { Item = v },
    }.ToFrozenDictionary();

    /// <summary>Slots with one name; places are place.N, place.N.role, place.N.geonameid, place.N.lat, place.N.lon, place.N.precision (N from 1).</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Keys.Order(StringComparer.Ordinal)];

    /// <summary><paramref name="claim"/> with the change.</summary>
    /// <exception cref="FormatException">There is no such slot, or it cannot have that value.</exception>
    public static Claim Put(Claim claim, SlotChange change)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(change);
        var value = string.IsNullOrWhiteSpace(change.Value) ? null : change.Value.Trim();
        if (Table.TryGetValue(change.Slot, out var put))
        {
            return put(claim, value);
        }

        return change.Slot.Split('.') is ["place", var n, ..] parts && parts.Length <= 3 && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? claim with { Places = Place(claim.Places, number - 1, parts.Length == 3 ? parts[2] : "", value) }
            : throw new FormatException($"There is no slot '{change.Slot}'.");
    }

    private static ImmutableArray<ClaimPlace> Place(ImmutableArray<ClaimPlace> places, int at, string part, string? value)
    {
        if (at < 0 || at > places.Length || (at == places.Length && part.Length > 0))
        {
            throw new FormatException($"The claim has {places.Length} place(s); name the next one first.");
        }

        if (part.Length == 0)
        {
            return value is null ? (at < places.Length ? places.RemoveAt(at) : places)
                : at == places.Length ? places.Add(new ClaimPlace(value, "at", null, null, null, PlacePrecision.None, 0))
                : places.SetItem(at, places[at] with { Name = value });
        }

        var old = places[at];
        return places.SetItem(at, part switch
        {
            "role" => old with { Role = OneOf(value, Roles) },
            "geonameid" when value is null => old with { GeonameId = null, Lat = null, Lon = null, Precision = PlacePrecision.None, Confidence = 0 },
            "geonameid" => old with { GeonameId = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new FormatException($"'{value}' is no GeoNames id."), Confidence = 1 },
            "lat" => old with { Lat = Bounded(value, 90) },
            "lon" => old with { Lon = Bounded(value, 180) },
            "precision" => old with { Precision = value is null ? PlacePrecision.None : Enum.Parse<PlacePrecision>(OneOf(value, ["point", "settlement", "raion", "oblast", "region", "country"]), ignoreCase: true) },
            _ => throw new FormatException($"A place has no '{part}'."),
        });
    }

    private static Claim Source(Claim c, Func<ClaimSource, ClaimSource> change)
    {
        var source = c.Sources.IsEmpty ? new ClaimSource("unnamed", "other", "none", Anonymous: true, null) : c.Sources[0];
        return c with { Sources = c.Sources.IsEmpty ? [change(source)] : c.Sources.SetItem(0, change(source)) };
    }

    private static Claim Time(Claim c, Func<DateRange, DateRange> change)
    {
        var time = change(c.Time ?? new DateRange(null, null));
        return c with { Time = time is { From: null, To: null } ? null : time };
    }

    private static Claim Amount(Claim c, Func<Quantity, Quantity> change)
    {
        var amount = change(c.Quantity ?? new Quantity(null, null, null, Approx: false, "exact"));
        return c with { Quantity = amount is { Min: null, Max: null, Unit: null } ? null : amount };
    }

    private static Factuality Sureness(string? value) =>
        Enum.GetValues<Factuality>().Where(f => Phrasing.Code(f) == value).Select(f => (Factuality?)f).FirstOrDefault() ?? throw new FormatException($"'{value}' is none of CT+, PR+, PS+, CT-, PR-, PS-, Uu.");

    private static DateOnly? Day(string? value) => value is null ? null
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new FormatException($"'{value}' is no day; write it as 2022-10-04.");

    private static double? Number(string? value) => value is null ? null
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : throw new FormatException($"'{value}' is no number.");

    private static double? Bounded(string? value, double most) =>
        Number(value) is not { } n || Math.Abs(n) <= most ? Number(value) : throw new FormatException($"'{value}' is beyond {most} degrees.");

    private static string Wanted(string? value) => value ?? throw new FormatException("The slot cannot be empty.");

    private static string OneOf(string? value, IReadOnlyList<string> choices) => value is not null && choices.Contains(value) ? value : throw new FormatException($"'{value}' is none of {string.Join(", ", choices)}.");
}
