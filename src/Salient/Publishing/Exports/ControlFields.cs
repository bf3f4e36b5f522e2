using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>The table of control: a starting row for each settlement whose holder the baseline knows, then a row for each change.</summary>
public static class ControlFields
{
    /// <summary>Its columns.</summary>
    public static ImmutableArray<Field<HeldPlace>> Of(ExportNote note) =>
    [
        new("name", h => h.Place.Name),
        new("lat", h => h.Place.Lat),
        new("lon", h => h.Place.Lon),
        new("geonameid", h => h.Place.GeonameId),
        new("from", h => h.State.From),
        new("to", h => h.State.Until),
        new("holder", h => h.State.Holder),
        new("status", h => Cell.Of(h.State.Status)),
        new("confidence", h => h.State.Confidence),
        new("claims", h => h.State.For),
        new("version", _ => note.Generator),
        new("licence", _ => ExportNote.Terms),
    ];
}

/// <summary>A series and one of its points.</summary>
/// <param name="Series">The series.</param>
/// <param name="Point">The point.</param>
public sealed record ClaimedFigure(FigureSeries Series, FigurePoint Point);

/// <summary>The table of figures: a row for each point of each series.</summary>
public static class FigureFields
{
    /// <summary>Its columns.</summary>
    public static ImmutableArray<Field<ClaimedFigure>> Of(ExportNote note) =>
    [
        new("series", f => f.Series.Id),
        new("measure", f => f.Series.Measure),
        new("side", f => f.Series.Side),
        new("claimant", f => f.Series.Claimant),
        new("claimant_side", f => f.Series.ClaimantSide),
        new("basis", f => f.Series.Basis.ToString().ToLowerInvariant()),
        new("geonameid", f => f.Series.Place),
        new("place", f => f.Series.PlaceName),
        new("day", f => f.Point.Day),
        new("min", f => f.Point.Min),
        new("max", f => f.Point.Max),
        new("approx", f => f.Point.Approx),
        new("mark", f => f.Point.Mark == FigureMark.None ? null : f.Point.Mark.ToString().ToLowerInvariant()),
        new("note", f => f.Point.Note),
        new("claims", f => f.Point.Claims),
        new("version", _ => note.Generator),
        new("licence", _ => ExportNote.Terms),
    ];
}
