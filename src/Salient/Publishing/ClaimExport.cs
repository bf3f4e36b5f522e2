using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>All claims of a ledger, as JSON lines or as a table.</summary>
/// <param name="ledger">Where they are.</param>
public sealed class ClaimExport(ILedgerReader ledger)
{
    private static readonly string[] Columns =
    [
        "id", "report", "published", "kind", "act", "evidence", "source", "source_type", "source_side", "factuality", "actor", "actor_side", "target", "target_side",
        "place", "geonameid", "lat", "lon", "precision", "from", "to", "min", "max", "unit", "basis", "quoted", "outcome", "category", "person", "post", "item", "rule",
    ];

    private Report? last;

    /// <summary>One claim as its JSON line.</summary>
    public string Line(RecordedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (last?.Id != claim.Report.Id)
        {
            last = ledger.Report(claim.Report.Id);
        }

        return ClaimJson.Write(claim.Claim, last!);
    }

    /// <summary>A line for each claim, in order of publication.</summary>
    public void WriteLines(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var claim in ledger.Claims())
        {
            output.Write(Line(claim));
            output.Write('\n');
        }
    }

    /// <summary>A row for each claim, with its nearest source and its first place.</summary>
    public void WriteTable(TextWriter output)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        Row(csv, Columns);
        foreach (var claim in ledger.Claims())
        {
            Row(csv, Cells(claim));
        }
    }

    private static void Row(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static IEnumerable<string?> Cells(RecordedClaim recorded)
    {
        var c = recorded.Claim;
        var source = c.Sources.IsEmpty ? null : c.Sources[0];
        var place = c.Places.IsEmpty ? null : c.Places[0];
        return
        [
            c.Id, c.Report, Day(recorded.Report.Date.Reference), c.Kind, c.Act, c.Evidence, source?.Name, source?.Type, source?.Side, ClaimJson.Code(c.Factuality),
            c.Actor?.Name, c.Actor?.Side, c.Target?.Name, c.Target?.Side,
            place?.Name, Number(place?.GeonameId), Number(place?.Lat), Number(place?.Lon), place is null or { Precision: PlacePrecision.None } ? null : place.Precision.ToString().ToLowerInvariant(),
            Day(c.Time?.From), Day(c.Time?.To), Number(c.Quantity?.Min), Number(c.Quantity?.Max), c.Quantity?.Unit, c.Quantity?.Basis,
            c.Quoted ? "true" : "false", c.Outcome, c.Category, c.Person, c.Post, c.Item, c.Rule,
        ];
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
