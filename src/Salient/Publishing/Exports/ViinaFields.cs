using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Claims in VIINA's columns: one row a claim and its first place, with a 0/1 label for each actor and tactic.</summary>
public static class ViinaFields
{
    private static readonly string[] Labels =
    [
        "t_mil", "t_loc", "t_san", "a_rus", "a_ukr", "a_civ", "a_other", "t_aad", "t_airstrike", "t_uav", "t_armor", "t_arrest", "t_artillery", "t_control",
        "t_firefight", "t_ied", "t_raid", "t_occupy", "t_property", "t_cyber", "t_hospital", "t_milcas", "t_civcas",
    ];

    /// <summary>Its columns; the last two are ours.</summary>
    public static ImmutableArray<Field<RecordedClaim>> Of(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Place? Known(RecordedClaim c) => Where(c)?.GeonameId is { } id ? source.Place(id) : null;
        return
        [
            new("viina_version", _ => null),
            new("event_id", c => c.Claim.Id),
            new("date", c => c.AsOf?.ToString("yyyyMMdd")),
            new("time", _ => null),
            new("geonameid", c => Where(c)?.GeonameId),
            new("asciiname", c => Known(c)?.Name ?? Where(c)?.Name),
            new("ADM1_NAME", c => Known(c)?.Oblast),
            new("ADM2_NAME", c => Known(c)?.Raion),
            new("longitude", c => Dot.Of(c)?.Lon),
            new("latitude", c => Dot.Of(c)?.Lat),
            new("GEO_PRECISION", c => Precision(Where(c))),
            new("GEO_API", _ => "Salient"),
            new("location", _ => 1),
            new("address", c => Where(c)?.Name),
            new("report_id", c => c.Report.Id),
            new("source", c => c.Report.Outlet ?? c.Report.Id),
            new("url", c => c.Report.Origin.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? c.Report.Origin : null),
            new("text", c => c.Claim.Evidence.ReplaceLineEndings(" ")),
            new("lang", c => c.Report.Language),
            .. Labels.Select(l => new Field<RecordedClaim>(l + "_b", c => Has(source.Codes, c.Claim, l) ? 1 : 0)),
            new("version", _ => source.Note.Generator),
            new("licence", _ => ExportNote.Terms),
        ];
    }

    private static bool Has(ExportCodes codes, Claim claim, string label) => label switch
    {
        "t_loc" => !claim.Places.IsEmpty,
        ['a', '_', ..] => codes.Of(PloverFields.Doer(claim)?.Side)?.Label == label,
        "t_aad" => claim.Category is "air-defence",
        "t_armor" => claim.Category is "tank" or "apc",
        _ => codes.Of(claim.Kind, claim.Act)?.Labels.Contains(label) == true,
    };

    private static ClaimPlace? Where(RecordedClaim c) => c.Claim.Places.IsEmpty ? null : c.Claim.Places[0];

    private static string? Precision(ClaimPlace? place) => place?.Precision switch
    {
        PlacePrecision.Point => "STREET",
        PlacePrecision.Settlement => "ADM3",
        PlacePrecision.Raion => "ADM2",
        PlacePrecision.Oblast => "ADM1",
        PlacePrecision.Country => "ADM0",
        PlacePrecision.Region => "REGION",
        _ => null,
    };
}
