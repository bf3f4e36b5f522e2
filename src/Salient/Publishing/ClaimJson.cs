using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>Writes a claim as one JSON line in the codebook's form; offsets in code points.</summary>
public static class ClaimJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of <paramref name="claim"/>, without a line end.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="report">Its report.</param>
    /// <param name="review">What analysts have said of it, or null.</param>
    /// <param name="revision">That a later version of the report no longer makes it or that it was withdrawn, or null.</param>
    public static string Write(Claim claim, Report report, Reviewed? review = null, ClaimRevision? revision = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("report", claim.Report);
            json.WriteString("kind", claim.Kind);
            json.WriteString("act", claim.Act);
            json.WriteString("evidence", claim.Evidence);
            json.WriteStartArray("sources");
            foreach (var s in claim.Sources)
            {
                json.WriteStartObject();
                json.WriteString("name", s.Name);
                json.WriteString("type", s.Type);
                json.WriteString("side", s.Side);
                json.WriteBoolean("anonymous", s.Anonymous);
                json.WriteString("cue", s.Cue);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("factuality", Code(claim.Factuality));
            Party(json, "actor", claim.Actor);
            Party(json, "target", claim.Target);
            Places(json, claim);
            Time(json, claim.Time);
            Quantity(json, claim.Quantity);
            json.WriteBoolean("quoted", claim.Quoted);
            json.WriteString("outcome", claim.Outcome);
            json.WriteString("category", claim.Category);
            json.WriteString("person", claim.Person);
            json.WriteString("post", claim.Post);
            json.WriteString("item", claim.Item);
            json.WriteString("id", claim.Id);
            json.WriteString("rule", claim.Rule);
            json.WriteNumber("start", new CodePoints(report.Text).At(claim.Span.Start));
            Review(json, review);
            Revision(json, revision);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>FactBank's code: "CT+" and so on.</summary>
    public static string Code(Factuality factuality) => Phrasing.Code(factuality);

    private static void Revision(Utf8JsonWriter json, ClaimRevision? revision)
    {
        if (revision is not null)
        {
            json.WriteStartObject("revision");
            json.WriteString("is", revision.Fate.ToString().ToLowerInvariant());
            json.WriteString("in", revision.Later);
            json.WriteString("as", revision.Successor);
            json.WriteEndObject();
        }
    }

    private static void Review(Utf8JsonWriter json, Reviewed? review)
    {
        if (review is null)
        {
            return;
        }

        json.WriteStartObject("review");
        json.WriteString("is", review.Word);
        json.WriteString("by", review.Last.By);
        json.WriteString("at", review.Last.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteString("note", review.Last.Note);
        json.WriteStartArray("corrected");
        foreach (var slot in review.Corrected)
        {
            json.WriteStringValue(slot);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Party(Utf8JsonWriter json, string key, Party? party)
    {
        if (party is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("name", party.Name);
        json.WriteString("side", party.Side);
        json.WriteEndObject();
    }

    private static void Places(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartArray("places");
        foreach (var p in claim.Places)
        {
            json.WriteStartObject();
            json.WriteString("name", p.Name);
            json.WriteString("role", p.Role);
            Number(json, "geonameid", p.GeonameId);
            Number(json, "lat", p.Lat);
            Number(json, "lon", p.Lon);
            json.WriteString("precision", p.Precision == PlacePrecision.None ? null : p.Precision.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Time(Utf8JsonWriter json, DateRange? time)
    {
        if (time is null)
        {
            json.WriteNull("time");
            return;
        }

        json.WriteStartObject("time");
        json.WriteString("from", time.From?.ToString("yyyy-MM-dd"));
        json.WriteString("to", time.To?.ToString("yyyy-MM-dd"));
        json.WriteEndObject();
    }

    private static void Quantity(Utf8JsonWriter json, Quantity? quantity)
    {
        if (quantity is null)
        {
            json.WriteNull("quantity");
            return;
        }

        json.WriteStartObject("quantity");
        Number(json, "min", quantity.Min);
        Number(json, "max", quantity.Max);
        json.WriteString("unit", quantity.Unit);
        json.WriteBoolean("approx", quantity.Approx);
        json.WriteString("basis", quantity.Basis);
        json.WriteEndObject();
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
