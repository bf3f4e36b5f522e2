using System.Globalization;
using System.Text.Json;

namespace Salient.Tests.Publishing.Exports;

/// <summary>Holds the file against what timemap takes: it drops an event, an association or a source that has a member it does not know or one of another type.</summary>
public sealed class TimemapTests
{
    private static readonly string[] EventText = ["id", "description", "date", "time", "time_precision", "location", "latitude", "longitude", "type", "category", "category_full", "comments", "time_display", "shape", "colour"];

    private static readonly string[] SourceText = ["id", "title", "thumbnail", "type", "url", "description", "parent", "author", "date", "notes"];

    private static readonly string[] FilterText = ["id", "title", "desc", "mode", "colour", "type", "display"];

    private static JsonElement File { get; } = JsonDocument.Parse(ExportedLedger.Text("events", "timemap")).RootElement;

    [Fact]
    public void Events_HaveKnownMembersAndDatesThatCanBeRead()
    {
        var events = File.GetProperty("events").EnumerateArray().ToList();
        events.ShouldNotBeEmpty();
        foreach (var e in events)
        {
            Known(e, EventText, "associations", "sources", "narrative___stepStyles");
            DateOnly.TryParseExact(e.GetProperty("date").GetString(), "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).ShouldBeTrue();
            double.Parse(e.GetProperty("latitude").GetString()!, CultureInfo.InvariantCulture).ShouldBeInRange(-90, 90);
            double.Parse(e.GetProperty("longitude").GetString()!, CultureInfo.InvariantCulture).ShouldBeInRange(-180, 180);
        }
    }

    [Fact]
    public void SourcesAndAssociations_HaveKnownMembersAndAreThereForEachEvent()
    {
        var sources = File.GetProperty("sources").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        foreach (var (id, source) in sources)
        {
            Known(source, SourceText, "paths", "affil_s");
            source.GetProperty("id").GetString().ShouldBe(id);
            source.GetProperty("paths").ValueKind.ShouldBe(JsonValueKind.Array);
        }

        var filters = File.GetProperty("associations").EnumerateArray().ToList();
        filters.ForEach(f => Known(f, FilterText, "filter_paths"));
        var ids = filters.Select(f => f.GetProperty("id").GetString()).ToList();
        ids.ShouldBeUnique();
        foreach (var e in File.GetProperty("events").EnumerateArray())
        {
            e.GetProperty("associations").EnumerateArray().ShouldAllBe(a => ids.Contains(a.GetString()));
            e.GetProperty("sources").EnumerateArray().ShouldAllBe(s => sources.ContainsKey(s.GetString()!));
        }
    }

    private static void Known(JsonElement element, string[] text, params string[] lists)
    {
        foreach (var member in element.EnumerateObject())
        {
            (text.Contains(member.Name) || lists.Contains(member.Name)).ShouldBeTrue(member.Name);
            member.Value.ValueKind.ShouldBe(lists.Contains(member.Name) ? JsonValueKind.Array : JsonValueKind.String, member.Name);
        }
    }
}
