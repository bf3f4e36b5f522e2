using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Events in ACLED's columns, with its codes for how exactly time and place are known.</summary>
public static class AcledFields
{
    private const int Week = 7;

    /// <summary>Its columns, in ACLED's order; the last two are ours.</summary>
    public static ImmutableArray<Field<ToldEvent>> Of(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var codes = source.Codes;
        ActCodes? Act(ToldEvent e) => codes.Of(e.Event.Kind, e.Event.Act);
        SideCodes? Actor(ToldEvent e) => codes.Of(e.Event.Actor);
        CountryCodes? Country(ToldEvent e) => e.Place is { } p ? codes.Countries.GetValueOrDefault(p.Country) : null;
        return
        [
            new("event_id_cnty", e => e.Event.Id),
            new("event_date", e => e.Event.From),
            new("year", e => e.Event.From.Year),
            new("time_precision", e => TimePrecision(e.Event.From, e.Event.To)),
            new("disorder_type", e => Act(e)?.Disorder),
            new("event_type", e => Act(e)?.Event),
            new("sub_event_type", e => Act(e)?.SubEvent),
            new("actor1", e => Actor(e)?.Actor),
            new("inter1", e => Actor(e)?.Inter),
            new("actor2", e => Civilian(e) ? "Civilians" : codes.Of(e.Target?.Side)?.Actor),
            new("inter2", e => Civilian(e) ? Civilians : codes.Of(e.Target?.Side)?.Inter),
            new("civilian_targeting", e => Civilian(e) ? "Civilian targeting" : null),
            new("iso", e => Country(e)?.Iso),
            new("country", e => Country(e)?.Name),
            new("admin1", e => e.Place?.Oblast),
            new("admin2", e => e.Place?.Raion),
            new("location", e => e.Place?.Name ?? e.Event.PlaceName),
            new("latitude", e => e.Event.Lat),
            new("longitude", e => e.Event.Lon),
            new("geo_precision", e => GeoPrecision(e.Precision, e.Role)),
            new("source", e => string.Join("; ", e.Event.Origins)),
            new("notes", e => string.Join(" / ", e.Claims.Select(c => c.Claim.Evidence.ReplaceLineEndings(" ")).Distinct())),
            new("fatalities", Fatalities),
            new("tags", e => Tags(e)),
            new("version", _ => source.Note.Generator),
            new("licence", _ => ExportNote.Terms),
        ];
    }

    private const int Civilians = 7;

    /// <summary>1 where the day is known, 2 where the week, 3 where it is longer.</summary>
    public static int TimePrecision(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) switch { 0 => 1, < Week => 2, _ => 3 };

    /// <summary>1 for a named place, 2 for near one or within its raion, 3 for anything wider; never a dot where it is 3.</summary>
    public static int GeoPrecision(PlacePrecision precision, string role) => precision switch
    {
        PlacePrecision.Point or PlacePrecision.Settlement => role == "at" ? 1 : 2,
        PlacePrecision.Raion => 2,
        _ => 3,
    };

    private static bool Civilian(ToldEvent e) => e.Event.Kind == "civilian-harm" && e.Event.Act != "infrastructure";

    /// <summary>The lowest number of killed that a claim of the event gives; null where none does.</summary>
    private static object? Fatalities(ToldEvent e) =>
        e.Event.Act == "killed" ? e.Claims.Select(c => c.Claim.Quantity?.Min).Where(n => n is not null).Min() : null;

    private static string Tags(ToldEvent e) => string.Create(CultureInfo.InvariantCulture, $"credibility={e.Event.Credibility}; claims={string.Join(' ', e.Event.Claims)}");
}
