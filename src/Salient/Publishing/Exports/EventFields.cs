using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>The table of events: what happened, each happening once.</summary>
public static class EventFields
{
    /// <summary>Its columns.</summary>
    public static ImmutableArray<Field<ToldEvent>> Of(ExportNote note) =>
    [
        new("id", e => e.Event.Id),
        new("kind", e => e.Event.Kind),
        new("act", e => e.Event.Act),
        new("actor_side", e => e.Event.Actor),
        new("target_side", e => e.Target?.Side),
        new("place", e => e.Event.PlaceName),
        new("geonameid", e => e.Event.Place),
        new("lat", e => e.Event.Lat),
        new("lon", e => e.Event.Lon),
        new("precision", e => Cell.Of(e.Precision)),
        new("role", e => e.Role),
        new("from", e => e.Event.From),
        new("to", e => e.Event.To),
        new("credibility", e => e.Event.Credibility),
        new("reason", e => e.Event.Reason),
        new("origins", e => e.Event.Origins),
        new("claims", e => e.Event.Claims),
        new("version", _ => note.Generator),
        new("licence", _ => ExportNote.Terms),
    ];
}
