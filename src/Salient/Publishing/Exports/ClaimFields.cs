using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>The table of claims: each with its nearest source and its first place.</summary>
public static class ClaimFields
{
    /// <summary>Its columns.</summary>
    public static ImmutableArray<Field<RecordedClaim>> Of(ExportNote note) =>
    [
        new("id", c => c.Claim.Id),
        new("report", c => c.Claim.Report),
        new("published", c => c.Report.Date.Reference),
        new("kind", c => c.Claim.Kind),
        new("act", c => c.Claim.Act),
        new("evidence", c => c.Claim.Evidence),
        new("source", c => Source(c)?.Name),
        new("source_type", c => Source(c)?.Type),
        new("source_side", c => Source(c)?.Side),
        new("factuality", c => Phrasing.Code(c.Claim.Factuality)),
        new("actor", c => c.Claim.Actor?.Name),
        new("actor_side", c => c.Claim.Actor?.Side),
        new("target", c => c.Claim.Target?.Name),
        new("target_side", c => c.Claim.Target?.Side),
        new("place", c => Place(c)?.Name),
        new("geonameid", c => Place(c)?.GeonameId),
        new("lat", c => Dot.Of(c)?.Lat),
        new("lon", c => Dot.Of(c)?.Lon),
        new("precision", c => Place(c) is { } p ? Cell.Of(p.Precision) : null),
        new("from", c => c.Claim.Time?.From),
        new("to", c => c.Claim.Time?.To),
        new("min", c => c.Claim.Quantity?.Min),
        new("max", c => c.Claim.Quantity?.Max),
        new("unit", c => c.Claim.Quantity?.Unit),
        new("basis", c => c.Claim.Quantity?.Basis),
        new("quoted", c => c.Claim.Quoted),
        new("outcome", c => c.Claim.Outcome),
        new("category", c => c.Claim.Category),
        new("person", c => c.Claim.Person),
        new("post", c => c.Claim.Post),
        new("item", c => c.Claim.Item),
        new("rule", c => c.Claim.Rule),
        new("review", c => c.Review?.Word),
        new("reviewed_by", c => c.Review?.Last.By),
        new("reviewed_at", c => c.Review?.Last.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")),
        new("corrected", c => c.Review is { Corrected.IsEmpty: false } r ? r.Corrected : null),
        new("revision", c => c.Revision is { } v ? v.Fate.ToString().ToLowerInvariant() : null),
        new("revised_in", c => c.Revision?.Later),
        new("revised_as", c => c.Revision?.Successor),
        new("version", _ => note.Generator),
        new("licence", _ => ExportNote.Terms),
    ];

    private static ClaimSource? Source(RecordedClaim c) => c.Claim.Sources.IsEmpty ? null : c.Claim.Sources[0];

    private static ClaimPlace? Place(RecordedClaim c) => c.Claim.Places.IsEmpty ? null : c.Claim.Places[0];
}

/// <summary>Where something is drawn: a place that is known to the settlement or better. Anything wider has no dot.</summary>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
public sealed record Dot(double Lat, double Lon)
{
    /// <summary>The dot of a claim's first place, or null where that is wider than a settlement or not located.</summary>
    public static Dot? Of(RecordedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Claim.Places.IsEmpty ? null : Of(claim.Claim.Places[0]);
    }

    /// <summary>The dot of a place, or null.</summary>
    public static Dot? Of(ClaimPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place is { Precision: PlacePrecision.Settlement or PlacePrecision.Point, Lat: { } lat, Lon: { } lon } ? new Dot(lat, lon) : null;
    }

    /// <summary>The dot of an event, or null.</summary>
    public static Dot? Of(Happening happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return happening is { Lat: { } lat, Lon: { } lon } ? new Dot(lat, lon) : null;
    }
}
