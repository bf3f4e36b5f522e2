using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>Writes a report's located place names as one JSON line; offsets in code points.</summary>
public static class LocationJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of <paramref name="locations"/>, without a line end.</summary>
    /// <param name="report">The report that they stand in.</param>
    /// <param name="locations">By position, not overlapping.</param>
    /// <param name="explain">True to add confidence, reason and runners-up to each.</param>
    /// <param name="numbered">True where the report's id came as a JSON number, and goes out as one.</param>
    public static string Write(Report report, ImmutableArray<Location> locations, bool explain = false, bool numbered = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        var points = new CodePoints(report.Text);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(numbered ? report.Id : JsonSerializer.Serialize(report.Id, Plain));
            json.WriteStartArray("places");
            foreach (var location in locations)
            {
                json.WriteStartObject();
                json.WriteString("name", location.Name);
                json.WriteNumber("start", points.At(location.Span.Start));
                Number(json, "lat", location.Lat);
                Number(json, "lon", location.Lon);
                if (location.Place is { GeonameId: > 0 } place)
                {
                    json.WriteNumber("geonameid", place.GeonameId);
                }
                else
                {
                    json.WriteNull("geonameid");
                }

                json.WriteString("precision", location.Precision == PlacePrecision.None ? null : location.Precision.ToString().ToLowerInvariant());
                if (explain)
                {
                    Explain(json, location);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A place in words: "Lozova, Kharkiv Oblast (48.8893, 36.3176)".</summary>
    public static string Describe(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var within = place.Oblast is null || place.Oblast == place.Name ? place.Country : place.Oblast;
        return FormattableString.Invariant($"{place.Name}, {within} ({place.Lat:0.0000}, {place.Lon:0.0000})");
    }

    private static void Explain(Utf8JsonWriter json, Location location)
    {
        json.WriteString("place", location.Place is null ? null : Describe(location.Place));
        json.WriteNumber("confidence", location.Confidence);
        json.WriteString("reason", location.Reason);
        json.WriteStartArray("runnersUp");
        foreach (var other in location.RunnersUp)
        {
            json.WriteStringValue(Describe(other));
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } v)
        {
            json.WriteNumber(key, v);
        }
        else
        {
            json.WriteNull(key);
        }
    }
}
