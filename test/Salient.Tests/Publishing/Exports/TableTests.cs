using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Salient.Publishing.Exports;
using Salient.Tests.House;

namespace Salient.Tests.Publishing.Exports;

public sealed partial class TableTests
{
    public static TheoryData<string, string> Tables { get; } = Of(f => f.Columns(ExportedLedger.Source).Any());

    public static TheoryData<string, string> All { get; } = Of(_ => true);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Columns_AreThoseOfTheDocument(string what, string format)
    {
        var columns = ExportForms.Find(what, format)!.Columns(ExportedLedger.Source).ToList();
        columns.ShouldBe(Documented(what, format));
        if (format.EndsWith("csv", StringComparison.Ordinal))
        {
            Read(ExportedLedger.Text(what, format)).Header.ShouldBe(columns);
        }
        else
        {
            using var line = JsonDocument.Parse(ExportedLedger.Text(what, format).Split('\n')[0]);
            line.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(columns);
        }
    }

    [Fact]
    public void Forms_EachIsInTheDocument_AndNoOther()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "exports.md"));
        foreach (var group in ExportForms.All.GroupBy(f => f.What))
        {
            var line = page.Split('\n').Single(l => l.StartsWith($"| `{group.Key}` | `", StringComparison.Ordinal));
            Code().Matches(line).Skip(1).Select(m => m.Groups[1].Value).ShouldBe(group.Select(f => f.Format), ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Form_WrittenTwice_IsTheSameBytes(string what, string format) => ExportedLedger.Bytes(what, format).ShouldBe(ExportedLedger.Bytes(what, format));

    [Fact]
    public void Cells_ThatASpreadsheetWouldRun_AreMadeText()
    {
        var (header, rows) = Read(ExportedLedger.Text("claims", "csv"));
        var evidence = header.IndexOf("evidence");
        rows.Select(r => r[evidence]).ShouldContain("'" + ExportedLedger.Wide);
        rows.SelectMany(r => r).ShouldAllBe(c => c.Length == 0 || !"=+@-\t".Contains(c[0], StringComparison.Ordinal));
        Cell.Text("  =1+1").ShouldBe("'  =1+1");
        Cell.Text(-12.5).ShouldBe("-12.5");
        Cell.Text("plain").ShouldBe("plain");
    }

    [Theory]
    [InlineData("claims", "csv", "lat", "precision")]
    [InlineData("claims", "viina-csv", "latitude", "GEO_PRECISION")]
    public void Place_WiderThanASettlement_HasNoCoordinates_AndKeepsItsPrecision(string what, string format, string lat, string precision)
    {
        var (header, rows) = Read(ExportedLedger.Text(what, format));
        var wide = rows.Single(r => r.Any(c => c.Contains("took the oblast", StringComparison.Ordinal)));
        wide[header.IndexOf(lat)].ShouldBeEmpty();
        wide[header.IndexOf(precision)].ShouldBeOneOf("oblast", "ADM1");
        wide[header.IndexOf("geonameid")].ShouldBe("5");
    }

    [Fact]
    public void Acled_Event_HasPrecisionsFatalitiesAndAdministrativeUnits()
    {
        var (header, rows) = Read(ExportedLedger.Text("events", "acled-csv"));
        string Of(string[] row, string column) => row[header.IndexOf(column)];
        var taken = rows.Single(r => Of(r, "location") == "Brodiv");
        (Of(taken, "time_precision"), Of(taken, "geo_precision"), Of(taken, "event_type"), Of(taken, "admin1"), Of(taken, "country"), Of(taken, "fatalities"))
            .ShouldBe(("2", "1", "Battles", "Steppe Oblast", "Ukraine", ""));
        var killed = rows.Single(r => Of(r, "location") == "Ostrivka");
        (Of(killed, "geo_precision"), Of(killed, "fatalities"), Of(killed, "actor2"), Of(killed, "inter2"), Of(killed, "civilian_targeting")).ShouldBe(("2", "2", "Civilians", "7", "Civilian targeting"));
        rows.Any(r => Of(r, "latitude") == "49" && Of(r, "longitude") == "38").ShouldBeFalse("the oblast has no dot");
    }

    [Fact]
    public void Codes_EveryActOfTheCodebook_HasALine()
    {
        var acts = Salient.Coding.Frames.Codebook.Acts.SelectMany(k => k.Value.Select(a => k.Key + "/" + a));
        acts.Where(a => !ExportedLedger.Source.Codes.Acts.ContainsKey(a)).ShouldBeEmpty();
        ExportedLedger.Source.Codes.Sides.Keys.ShouldBe(Salient.Theatres.TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")).Sides.Select(s => s.Id), ignoreOrder: true);
    }

    [Fact]
    public void Plover_Loss_IsDoneToTheSideThatLost()
    {
        var lines = ExportedLedger.Text("claims", "plover-jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var loss = lines.Single(l => l.GetProperty("text").GetString() == "Some 40 tanks burned");
        (loss.GetProperty("source").GetString(), loss.GetProperty("target").GetString(), loss.GetProperty("event").GetString()).ShouldBe((null, "ru", "ASSAULT"));
    }

    private static TheoryData<string, string> Of(Func<ExportForm, bool> which)
    {
        var data = new TheoryData<string, string>();
        foreach (var form in ExportForms.All.Where(which))
        {
            data.Add(form.What, form.Format);
        }

        return data;
    }

    private static (List<string> Header, List<string[]> Rows) Read(string text)
    {
        using var csv = new CsvParser(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read().ShouldBeTrue();
        var header = csv.Record!.ToList();
        var rows = new List<string[]>();
        while (csv.Read())
        {
            csv.Record!.Length.ShouldBe(header.Count);
            rows.Add([.. csv.Record]);
        }

        return (header, rows);
    }

    /// <summary>The first cells of the table under "## what format", or under that of the form whose fields it shares.</summary>
    private static IEnumerable<string> Documented(string what, string format)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "exports.md"));
        var heading = page.Contains($"\n## {what} {format}\n", StringComparison.Ordinal) ? $"\n## {what} {format}\n" : $"\n## {what} csv\n";
        var start = page.IndexOf(heading, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, heading);
        var end = page.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return Row().Matches(page[start..end]).Select(m => m.Groups[1].Value).ToList();
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
