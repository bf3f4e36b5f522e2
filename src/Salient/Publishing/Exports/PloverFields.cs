using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Claims in PLOVER's terms, one JSON object a line: who did what to whom, in one of its event types and modes.</summary>
public static class PloverFields
{
    /// <summary>Its keys; the last two are ours.</summary>
    public static ImmutableArray<Field<RecordedClaim>> Of(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var codes = source.Codes;
        ActCodes? Act(RecordedClaim c) => codes.Of(c.Claim.Kind, c.Claim.Act);
        return
        [
            new("id", c => c.Claim.Id),
            new("date", c => c.AsOf),
            new("event", c => Act(c)?.Plover),
            new("mode", c => Act(c)?.Mode),
            new("context", c => Contexts(c.Claim)),
            new("source", c => Doer(c.Claim)?.Name),
            new("source_country", c => codes.Of(Doer(c.Claim)?.Side)?.Country),
            new("target", c => Sufferer(c.Claim)?.Name),
            new("target_country", c => codes.Of(Sufferer(c.Claim)?.Side)?.Country),
            new("factuality", c => Phrasing.Code(c.Claim.Factuality)),
            new("location", c => Where(c)?.Name),
            new("geonameid", c => Where(c)?.GeonameId),
            new("lat", c => Dot.Of(c)?.Lat),
            new("lon", c => Dot.Of(c)?.Lon),
            new("precision", c => Where(c) is { } p ? Cell.Of(p.Precision) : null),
            new("text", c => c.Claim.Evidence),
            new("publisher", c => c.Report.Outlet),
            new("report", c => c.Report.Id),
            new("said_by", c => c.Claim.Sources.IsEmpty ? null : c.Claim.Sources[0].Name),
            new("version", _ => source.Note.Generator),
            new("licence", _ => ExportNote.Terms),
        ];
    }

    /// <summary>Claims that PLOVER has an event type for, and that are not rejected.</summary>
    public static IEnumerable<RecordedClaim> Rows(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Claims().Where(c => c.Stands && source.Codes.Of(c.Claim.Kind, c.Claim.Act) is { Plover: not "-" });
    }

    /// <summary>Who did it. A loss has the side that suffered it as its actor: there the two change places.</summary>
    internal static Party? Doer(Claim claim) => claim.Kind == "loss" ? claim.Target : claim.Actor;

    private static Party? Sufferer(Claim claim) => claim.Kind == "loss" ? claim.Actor : claim.Target;

    private static ImmutableArray<string> Contexts(Claim claim) =>
        [claim.Kind == "politics" ? "diplomatic" : "military", .. claim.Factuality == Factuality.Uncommitted ? (ReadOnlySpan<string>)["hypothetical"] : []];

    private static ClaimPlace? Where(RecordedClaim c) => c.Claim.Places.IsEmpty ? null : c.Claim.Places[0];
}
