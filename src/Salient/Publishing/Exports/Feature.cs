using System.Collections.Immutable;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Something to be drawn: with a dot only where the place is known to the settlement or better.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">A title for people.</param>
/// <param name="Says">A sentence for people.</param>
/// <param name="Dot">Where, or null.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Path">Its page, without the site's address.</param>
/// <param name="Values">Its fields, as text.</param>
/// <param name="Write">Writes its fields as JSON properties.</param>
public sealed record Feature(
    string Id, string Name, string Says, Dot? Dot, DateOnly? From, DateOnly? To, string Path, Func<IEnumerable<KeyValuePair<string, string>>> Values, Action<Utf8JsonWriter> Write);

/// <summary>Makes features of claims, events and stretches of control.</summary>
public static class Features
{
    /// <summary>A feature for each claim.</summary>
    public static IEnumerable<Feature> OfClaims(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var fields = ClaimFields.Of(source.Note);
        return source.Claims().Select(c => Made(
            fields, c, c.Claim.Id, Title(c), $"“{c.Claim.Evidence.ReplaceLineEndings(" ")}” — {Phrasing.Chain(c)}", Dot.Of(c), c.Claim.Time?.From ?? c.AsOf, c.AsOf, "claims/" + c.Claim.Id));
    }

    /// <summary>A feature for each event.</summary>
    public static IEnumerable<Feature> OfEvents(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var fields = EventFields.Of(source.Note);
        return source.ToldEvents().Select(e => Made(
            fields, e, e.Event.Id, Title(e.Event), $"{string.Join(", ", e.Event.Origins)}; credibility {e.Event.Credibility}: {e.Event.Reason}", Dot.Of(e.Event), e.Event.From, e.Event.To, "claims/" + e.Event.Id));
    }

    /// <summary>A feature for each of <paramref name="held"/>.</summary>
    public static IEnumerable<Feature> OfControl(ExportSource source, IEnumerable<HeldPlace> held)
    {
        ArgumentNullException.ThrowIfNull(source);
        var fields = ControlFields.Of(source.Note);
        return held.Select(h => Made(
            fields, h, $"{h.Place.GeonameId}-{Phrasing.Day(h.State.From)}", $"{h.Place.Name}: {h.State.Holder} ({Cell.Of(h.State.Status)})", h.State.Reason,
            new Dot(h.Place.Lat, h.Place.Lon), h.State.From, h.State.Until, "places/" + h.Place.GeonameId));
    }

    /// <summary>"combat/shelling by ru at Brodiv".</summary>
    internal static string Title(Happening e) => $"{e.Kind}/{e.Act}{(e.Actor is null ? "" : " by " + e.Actor)} at {e.PlaceName}";

    /// <summary>"control/captured by ru: Brodiv".</summary>
    internal static string Title(RecordedClaim c)
    {
        var (claim, place) = (c.Claim, c.Claim.Places.IsEmpty ? null : c.Claim.Places[0]);
        return $"{claim.Kind}/{claim.Act}{(claim.Actor is { } a ? " by " + a.Side : "")}{(place is null ? "" : ": " + place.Name)}";
    }

    private static Feature Made<T>(ImmutableArray<Field<T>> fields, T row, string id, string name, string says, Dot? dot, DateOnly? from, DateOnly? to, string path) => new(
        id, name, says, dot, from, to, path,
        () => fields.Select(f => KeyValuePair.Create(f.Name, Plain(f.Value(row)))).Where(p => p.Value.Length > 0),
        json => TableWriter.Write(json, fields, row));

    private static string Plain(object? value) => value is string text ? text : value is ImmutableArray<string> list ? string.Join(' ', list) : Cell.Text(value);
}
