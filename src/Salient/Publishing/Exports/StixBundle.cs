using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>A STIX 2.1 bundle as it is written; each object once, each id from its name.</summary>
internal sealed class StixBundle
{
    private const string Fixed = "2022-01-01T00:00:00.000Z";
    private const int Full = 1 << 16;
    private readonly Utf8JsonWriter json;
    private readonly ExportSource source;
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly IncrementalHash names = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string self = Id("identity", "salient");
    private readonly string marking = Id("marking-definition", ExportNote.Licence);
    private readonly string extension = Id("extension-definition", "claim");

    /// <summary>Begins the bundle with what describes it: who made it, on what terms, and what its extension holds.</summary>
    public StixBundle(Utf8JsonWriter json, ExportSource source)
    {
        (this.json, this.source) = (json, source);
        json.WriteStartObject();
        json.WriteString("type", "bundle");
        json.WriteStartArray("objects");
        Object("identity", self, Fixed, null, false, () =>
        {
            json.WriteString("name", source.Note.Generator);
            json.WriteString("identity_class", "system");
            json.WriteString("description", ExportNote.Caveat);
        });
        Object("marking-definition", marking, Fixed, null, false, () =>
        {
            json.WriteString("definition_type", "statement");
            json.WriteStartObject("definition");
            json.WriteString("statement", ExportNote.Licence);
            json.WriteEndObject();
        }, modified: false);
        Object("extension-definition", extension, Fixed, null, false, () =>
        {
            json.WriteString("name", "Salient claim");
            json.WriteString("schema", "docs/exports.md of Salient: kind, act, evidence, factuality, actor_side, target_side, from, to, credibility, review");
            json.WriteString("version", "1.0.0");
            Strings("extension_types", ["property-extension"]);
        });
    }

    /// <summary>What a claim says, where, and what its source and an analyst hold of it.</summary>
    /// <returns>The ids of the objects.</returns>
    public IEnumerable<string> Claim(RecordedClaim claim)
    {
        var c = claim.Claim;
        var (id, created) = (Id("observed-data", c.Id), Time(claim.Report.Date.Reference!.Value));
        var day = claim.AsOf!.Value;
        var file = File(claim.Report);
        List<string> ids = [id];
        Observed(id, created, c.Time?.From is { } from && from <= day ? from : day, day, 1, [file], Surely(c.Factuality), () =>
        {
            Text("kind", c.Kind);
            Text("act", c.Act);
            Text("evidence", c.Evidence);
            Text("factuality", Phrasing.Code(c.Factuality));
            Text("actor_side", c.Actor?.Side);
            Text("target_side", c.Target?.Side);
            Text("from", c.Time?.From is { } f ? Phrasing.Day(f) : null);
            Text("to", c.Time?.To is { } t ? Phrasing.Day(t) : null);
            Text("review", claim.Review?.Word);
            Text("revision", claim.Revision?.Fate.ToString().ToLowerInvariant());
            Text("revised_in", claim.Revision?.Later);
        });
        ids.AddRange(c.Places.SelectMany(p => Located(id, created, p)));
        if (Opinion(c.Factuality) is { } opinion)
        {
            ids.Add(Opinion("said " + c.Id, created, opinion, Phrasing.Chain(claim), "What the nearest source says of it.", Surely(c.Factuality), id));
        }

        if (claim.Review is { Verdict: { } verdict } review)
        {
            var at = review.Last.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
            ids.Add(Opinion("review " + c.Id, at, verdict == Reviewed.Rejected ? "strongly-disagree" : "agree", review.Last.By, review.Last.Note ?? "An analyst's verdict on the coding.", null, id));
        }

        return ids;
    }

    /// <summary>What happened, where, and how credible the assessment holds it.</summary>
    public List<string> Event(ToldEvent told, IReadOnlyList<ReportHeader> reports)
    {
        var e = told.Event;
        var (id, created) = (Id("observed-data", "event " + e.Id), Time(reports.Min(r => r.Date.Reference!.Value)));
        var files = reports.Select(File).Distinct().ToList();
        List<string> ids = [id];
        Observed(id, created, e.From, e.To, e.Claims.Length, files, Admiralty(e.Credibility), () =>
        {
            Text("kind", e.Kind);
            Text("act", e.Act);
            Text("actor_side", e.Actor);
            Text("from", Phrasing.Day(e.From));
            Text("to", Phrasing.Day(e.To));
            json.WriteNumber("credibility", e.Credibility);
        });
        ids.AddRange(Located(id, created, new ClaimPlace(e.PlaceName, "at", e.Place, e.Lat, e.Lon, told.Precision, 1)));
        if (e.Credibility is >= 1 and <= 5)
        {
            string[] scale = ["strongly-agree", "agree", "neutral", "disagree", "strongly-disagree"];
            ids.Add(Opinion("event " + e.Id, created, scale[e.Credibility - 1], "Salient", e.Reason, Admiralty(e.Credibility), id));
        }

        return ids;
    }

    /// <summary>A report with all that it says.</summary>
    public void Report(ReportHeader report, IEnumerable<string> said)
    {
        var published = Time(report.Date.Reference!.Value);
        Object("report", Id("report", report.Id), published, null, true, () =>
        {
            json.WriteString("name", Phrasing.Titled(report));
            json.WriteString("published", published);
            Strings("report_types", ["observed-data"]);
            Strings("object_refs", said.Append(File(report)).Distinct());
            json.WriteStartArray("external_references");
            json.WriteStartObject();
            json.WriteString("source_name", report.Outlet ?? "report");
            json.WriteString("external_id", report.Id);
            if (report.Origin.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                json.WriteString("url", report.Origin);
            }

            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    /// <summary>Ends the bundle; its id follows from those of its objects.</summary>
    public void End(string what)
    {
        json.WriteEndArray();
        json.WriteString("id", "bundle--" + NameIds.Of("bundle " + what, Convert.ToHexStringLower(names.GetHashAndReset())));
        json.WriteEndObject();
        json.Flush();
        names.Dispose();
    }

    private void Observed(string id, string created, DateOnly first, DateOnly last, int number, IReadOnlyList<string> files, int? confidence, Action said) => Object("observed-data", id, created, confidence, true, () =>
    {
        json.WriteString("first_observed", Time(first));
        json.WriteString("last_observed", Time(last));
        json.WriteNumber("number_observed", number);
        Strings("object_refs", files);
        json.WriteStartObject("extensions");
        json.WriteStartObject(extension);
        json.WriteString("extension_type", "property-extension");
        said();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A place, with coordinates only where it is known to the settlement or better; and that the claim is about it.</summary>
    private IEnumerable<string> Located(string about, string created, ClaimPlace place)
    {
        var entry = place.GeonameId is { } id ? source.Place(id) : null;
        var dot = Dot.Of(place);
        if (place.GeonameId is not { } key || (dot is null && entry is null))
        {
            yield break;
        }

        var location = Id("location", $"{key} {place.Precision} {Cell.Text(dot?.Lat)} {Cell.Text(dot?.Lon)}");
        if (!written.Contains(location))
        {
            Object("location", location, Fixed, null, true, () =>
            {
                json.WriteString("name", entry?.Name ?? place.Name);
                if (dot is not null)
                {
                    json.WriteNumber("latitude", dot.Lat);
                    json.WriteNumber("longitude", dot.Lon);
                }

                Text("country", entry?.Country);
                Text("administrative_area", entry?.Precision == PlacePrecision.Oblast ? entry.Name : entry?.Oblast);
            });
        }

        var relation = Id("relationship", about + " " + location);
        if (!written.Contains(relation))
        {
            Object("relationship", relation, created, null, true, () =>
            {
                json.WriteString("relationship_type", "related-to");
                json.WriteString("source_ref", about);
                json.WriteString("target_ref", location);
            });
        }

        yield return location;
        yield return relation;
    }

    private string Opinion(string name, string created, string opinion, string author, string explanation, int? confidence, string about)
    {
        var id = Id("opinion", name);
        Object("opinion", id, created, confidence, true, () =>
        {
            json.WriteString("explanation", explanation);
            Strings("authors", [author]);
            json.WriteString("opinion", opinion);
            Strings("object_refs", [about]);
        });
        return id;
    }

    /// <summary>The file that a report was read from; its id is the one that STIX gives to these bytes.</summary>
    private string File(ReportHeader report)
    {
        var id = "file--" + NameIds.Of(NameIds.Observables, $$$"""{"hashes":{"SHA-256":"{{{report.CaptureHash}}}"}}""");
        if (written.Add(id))
        {
            names.AppendData(Encoding.UTF8.GetBytes(id));
            json.WriteStartObject();
            json.WriteString("type", "file");
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", id);
            json.WriteStartObject("hashes");
            json.WriteString("SHA-256", report.CaptureHash);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return id;
    }

    private void Object(string type, string id, string created, int? confidence, bool marked, Action rest, bool modified = true)
    {
        written.Add(id);
        names.AppendData(Encoding.UTF8.GetBytes(id));
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("spec_version", "2.1");
        json.WriteString("id", id);
        if (type != "identity")
        {
            json.WriteString("created_by_ref", self);
        }

        json.WriteString("created", created);
        if (modified)
        {
            json.WriteString("modified", created);
        }

        if (confidence is { } c)
        {
            json.WriteNumber("confidence", c);
        }

        if (marked)
        {
            Strings("object_marking_refs", [marking]);
        }

        rest();
        json.WriteEndObject();
        if (json.BytesPending > Full)
        {
            json.Flush();
        }
    }

    private void Strings(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Id(string type, string name) => $"{type}--{NameIds.Of(type, name)}";

    private static string Time(DateOnly day) => Phrasing.Day(day) + "T00:00:00.000Z";

    /// <summary>STIX's reading of the admiralty scale (2.1, appendix A): 1 is 90, 5 is 10; none where it cannot be judged.</summary>
    private static int? Admiralty(int credibility) => credibility is >= 1 and <= 5 ? 110 - (20 * credibility) : null;

    /// <summary>How sure the nearest source is, on STIX's scale of words of estimative probability: almost certain 95, probable 75, possible 50.</summary>
    private static int? Surely(Factuality factuality) => factuality switch
    {
        Factuality.Certain or Factuality.CertainlyNot => 95,
        Factuality.Probable or Factuality.ProbablyNot => 75,
        Factuality.Possible or Factuality.PossiblyNot => 50,
        _ => null,
    };

    private static string? Opinion(Factuality factuality) => factuality switch
    {
        Factuality.Certain => "strongly-agree",
        Factuality.Probable => "agree",
        Factuality.Possible or Factuality.PossiblyNot => "neutral",
        Factuality.ProbablyNot => "disagree",
        Factuality.CertainlyNot => "strongly-disagree",
        _ => null,
    };
}
