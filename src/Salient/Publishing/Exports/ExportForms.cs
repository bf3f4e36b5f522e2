using System.Collections.Immutable;

namespace Salient.Publishing.Exports;

/// <summary>Something that can be exported in a form.</summary>
/// <param name="What">claims, events, control, front, figures, reviews, changes.</param>
/// <param name="Format">The form.</param>
/// <param name="MediaType">As it is served.</param>
/// <param name="Extension">Of a file that it is kept in.</param>
/// <param name="Columns">Names of its fields where it is a table or lines of one form; else empty.</param>
/// <param name="Write">Writes it.</param>
public sealed record ExportForm(string What, string Format, string MediaType, string Extension, Func<ExportSource, IEnumerable<string>> Columns, Action<ExportSource, Stream> Write);

/// <summary>Every export: what, and in which form.</summary>
public static class ExportForms
{
    private const string Csv = "text/csv; charset=utf-8; header=present", Lines = "application/x-ndjson", GeoJson = "application/geo+json", Kml = "application/vnd.google-earth.kml+xml",
        Stix = "application/stix+json;version=2.1", Json = "application/json", Atom = "application/atom+xml";

    /// <summary>All of them, in the order that pages list them.</summary>
    public static ImmutableArray<ExportForm> All { get; } =
    [
        Table("claims", "csv", s => ClaimFields.Of(s.Note), s => s.Claims()),
        new("claims", "jsonl", Lines, "jsonl", _ => [], (s, output) => ClaimLines.Write(s, output)),
        Drawn("claims", "geojson", Features.OfClaims),
        Drawn("claims", "kml", Features.OfClaims),
        Table("claims", "viina-csv", ViinaFields.Of, s => s.Claims().Where(c => c.Stands)),
        Rows("claims", "plover-jsonl", PloverFields.Of, PloverFields.Rows),
        new("claims", "stix", Stix, "json", _ => [], StixWriter.Claims),
        Feed("claims", FeedEntries.OfClaims),
        Table("events", "csv", s => EventFields.Of(s.Note), s => s.ToldEvents()),
        Rows("events", "jsonl", s => EventFields.Of(s.Note), s => s.ToldEvents()),
        Drawn("events", "geojson", Features.OfEvents),
        Drawn("events", "kml", Features.OfEvents),
        Table("events", "acled-csv", AcledFields.Of, s => s.ToldEvents()),
        new("events", "stix", Stix, "json", _ => [], StixWriter.Events),
        new("events", "timemap", Json, "json", _ => [], TimemapWriter.Write),
        Feed("events", FeedEntries.OfEvents),
        Table("control", "csv", s => ControlFields.Of(s.Note), s => s.Held()),
        Rows("control", "jsonl", s => ControlFields.Of(s.Note), s => s.Held()),
        Drawn("control", "geojson", s => Features.OfControl(s, s.Held())),
        Drawn("control", "kml", s => Features.OfControl(s, s.Changes())),
        Feed("control", FeedEntries.OfControl),
        Table("front", "csv", s => FrontFields.Of(s.Note), s => s.Areas()),
        new("front", "geojson", GeoJson, "geojson", _ => [], FrontWriter.Write),
        Table("figures", "csv", s => FigureFields.Of(s.Note), s => s.Figures().SelectMany(f => f.Points.Select(p => new ClaimedFigure(f, p)))),
        Rows("figures", "jsonl", s => FigureFields.Of(s.Note), s => s.Figures().SelectMany(f => f.Points.Select(p => new ClaimedFigure(f, p)))),
        Table("reviews", "csv", s => ReviewFields.Of(s.Note), s => s.Reviews()),
        Rows("reviews", "jsonl", s => ReviewFields.Of(s.Note), s => s.Reviews()),
        Feed("changes", s => FeedEntries.OfControl(s).Concat(FeedEntries.OfEvents(s))),
    ];

    /// <summary>The export of <paramref name="what"/> as <paramref name="format"/>, or null.</summary>
    public static ExportForm? Find(string what, string format) => All.FirstOrDefault(f => f.What == what && f.Format == format);

    private static ExportForm Table<T>(string what, string format, Func<ExportSource, ImmutableArray<Field<T>>> fields, Func<ExportSource, IEnumerable<T>> rows) =>
        new(what, format, Csv, "csv", s => fields(s).Select(f => f.Name), (s, output) => TableWriter.Csv(fields(s), rows(s), output));

    private static ExportForm Rows<T>(string what, string format, Func<ExportSource, ImmutableArray<Field<T>>> fields, Func<ExportSource, IEnumerable<T>> rows) =>
        new(what, format, Lines, "jsonl", s => fields(s).Select(f => f.Name), (s, output) => TableWriter.Lines(fields(s), rows(s), output));

    private static ExportForm Drawn(string what, string format, Func<ExportSource, IEnumerable<Feature>> features) => format == "kml"
        ? new(what, format, Kml, "kml", _ => [], (s, output) => KmlWriter.Write(s.Note, "Salient: " + what, features(s), output))
        : new(what, format, GeoJson, "geojson", _ => [], (s, output) => GeoJsonWriter.Write(s.Note, features(s), output));

    private static ExportForm Feed(string what, Func<ExportSource, IEnumerable<FeedEntry>> entries) =>
        new(what, "atom", Atom, "atom", _ => [], (s, output) => AtomWriter.Write(s, "Salient: " + what, entries(s), output));
}
