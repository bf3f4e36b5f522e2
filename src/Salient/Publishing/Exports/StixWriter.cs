using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>
/// Writes a STIX 2.1 bundle: a report object for each report, what it says as observed data of its file, where as a location, and opinions: the source's own
/// on each claim, the assessment's on each event, the analyst's where one was given. What has no day is left out: STIX wants one.
/// </summary>
public static class StixWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Claims: one observed-data each, number_observed 1.</summary>
    public static void Claims(ExportSource source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var json = new Utf8JsonWriter(output, Options);
        var bundle = new StixBundle(json, source);
        ReportHeader? report = null;
        var said = new List<string>();
        foreach (var claim in source.Claims().Where(c => c.AsOf is not null && c.Report.Date.Reference is not null))
        {
            if (report is not null && report.Id != claim.Report.Id)
            {
                bundle.Report(report, said);
                said.Clear();
            }

            report = claim.Report;
            said.AddRange(bundle.Claim(claim));
        }

        if (report is not null)
        {
            bundle.Report(report, said);
        }

        bundle.End("claims");
    }

    /// <summary>Events: one observed-data each, number_observed its claims, seen in the files of all its reports.</summary>
    public static void Events(ExportSource source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var json = new Utf8JsonWriter(output, Options);
        var bundle = new StixBundle(json, source);
        var said = new Dictionary<string, (ReportHeader Report, List<string> Refs)>();
        foreach (var told in source.ToldEvents())
        {
            var dated = told.Claims.Where(c => c.Report.Date.Reference is not null).Select(c => c.Report).DistinctBy(r => r.Id).ToList();
            if (dated.Count == 0)
            {
                continue;
            }

            var refs = bundle.Event(told, dated);
            foreach (var report in dated)
            {
                if (!said.TryGetValue(report.Id, out var mine))
                {
                    said[report.Id] = mine = (report, []);
                }

                mine.Refs.AddRange(refs);
            }
        }

        foreach (var (report, refs) in said.Values.OrderBy(r => r.Report.Date.Reference).ThenBy(r => r.Report.Id, StringComparer.Ordinal))
        {
            bundle.Report(report, refs);
        }

        bundle.End("events");
    }
}
