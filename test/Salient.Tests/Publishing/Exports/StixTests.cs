using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Salient.Publishing.Exports;

namespace Salient.Tests.Publishing.Exports;

/// <summary>STIX 2.1's rules for what is required, for ids and for references.</summary>
public sealed partial class StixTests
{
    private static readonly string[] Common = ["type", "spec_version", "id", "created"];

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["identity"] = [.. Common, "modified", "name"],
        ["marking-definition"] = [.. Common, "definition_type", "definition"],
        ["extension-definition"] = [.. Common, "modified", "created_by_ref", "name", "schema", "version", "extension_types"],
        ["file"] = ["type", "spec_version", "id", "hashes"],
        ["report"] = [.. Common, "modified", "name", "published", "object_refs"],
        ["observed-data"] = [.. Common, "modified", "first_observed", "last_observed", "number_observed", "object_refs"],
        ["location"] = [.. Common, "modified"],
        ["relationship"] = [.. Common, "modified", "relationship_type", "source_ref", "target_ref"],
        ["opinion"] = [.. Common, "modified", "opinion", "object_refs"],
    };

    private static readonly string[] Opinions = ["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"];

    [Theory]
    [InlineData("claims")]
    [InlineData("events")]
    public void Bundle_EveryObject_HasWhatStixRequires(string what)
    {
        using var json = JsonDocument.Parse(ExportedLedger.Bytes(what, "stix"));
        var bundle = json.RootElement;
        bundle.GetProperty("type").GetString().ShouldBe("bundle");
        Identifier().IsMatch(bundle.GetProperty("id").GetString()!).ShouldBeTrue();
        var objects = bundle.GetProperty("objects").EnumerateArray().ToList();
        foreach (var o in objects)
        {
            var type = Text(o, "type");
            Required.ShouldContainKey(type);
            foreach (var property in Required[type])
            {
                o.TryGetProperty(property, out _).ShouldBeTrue($"{type} wants {property}");
            }

            Text(o, "spec_version").ShouldBe("2.1");
            Text(o, "id").ShouldStartWith(type + "--");
            Identifier().IsMatch(Text(o, "id")).ShouldBeTrue(Text(o, "id"));
            o.EnumerateObject().ShouldAllBe(p => p.Value.ValueKind != JsonValueKind.Null && (p.Value.ValueKind != JsonValueKind.Array || p.Value.GetArrayLength() > 0));
            foreach (var time in (ReadOnlySpan<string>)["created", "modified", "published", "first_observed", "last_observed"])
            {
                if (o.TryGetProperty(time, out var value))
                {
                    DateTimeOffset.TryParseExact(value.GetString(), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _).ShouldBeTrue($"{type} {time}");
                }
            }

            if (o.TryGetProperty("confidence", out var confidence))
            {
                confidence.GetInt32().ShouldBeInRange(0, 100);
            }
        }

        objects.Select(o => Text(o, "id")).Distinct().Count().ShouldBe(objects.Count, "an object stands in a bundle once");
        objects.Select(o => Text(o, "type")).Distinct().ShouldBe(Required.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("events")]
    public void Bundle_References_LeadToObjectsOfTheRightKind(string what)
    {
        using var json = JsonDocument.Parse(ExportedLedger.Bytes(what, "stix"));
        var objects = json.RootElement.GetProperty("objects").EnumerateArray().ToDictionary(o => Text(o, "id"));
        foreach (var o in objects.Values)
        {
            foreach (var property in o.EnumerateObject().Where(p => p.Name.EndsWith("_ref", StringComparison.Ordinal)))
            {
                objects.ShouldContainKey(property.Value.GetString()!);
            }

            foreach (var reference in o.EnumerateObject().Where(p => p.Name.EndsWith("_refs", StringComparison.Ordinal)).SelectMany(p => p.Value.EnumerateArray()))
            {
                objects.ShouldContainKey(reference.GetString()!);
                if (Text(o, "type") == "observed-data")
                {
                    reference.GetString()!.ShouldMatch("^(file|marking-definition)--");
                }
            }

            if (o.TryGetProperty("extensions", out var extensions))
            {
                extensions.EnumerateObject().ShouldAllBe(e => objects.ContainsKey(e.Name) && e.Name.StartsWith("extension-definition--"));
            }
        }
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("events")]
    public void Bundle_ValuesOfEachType_AreAllowed(string what)
    {
        using var json = JsonDocument.Parse(ExportedLedger.Bytes(what, "stix"));
        foreach (var o in json.RootElement.GetProperty("objects").EnumerateArray())
        {
            switch (Text(o, "type"))
            {
                case "opinion":
                    Opinions.ShouldContain(Text(o, "opinion"));
                    break;
                case "observed-data":
                    o.GetProperty("number_observed").GetInt32().ShouldBeInRange(1, 999_999_999);
                    string.CompareOrdinal(Text(o, "first_observed"), Text(o, "last_observed")).ShouldBeLessThanOrEqualTo(0);
                    break;
                case "location":
                    (o.TryGetProperty("country", out _) || o.TryGetProperty("latitude", out _)).ShouldBeTrue("a location wants a region, a country, or both coordinates");
                    o.TryGetProperty("latitude", out _).ShouldBe(o.TryGetProperty("longitude", out _));
                    break;
                case "file":
                    Text(o.GetProperty("hashes"), "SHA-256").ShouldMatch("^[0-9a-f]{64}$");
                    Text(o, "id").ShouldBe("file--" + NameIds.Of(NameIds.Observables, "{\"hashes\":{\"SHA-256\":\"" + Text(o.GetProperty("hashes"), "SHA-256") + "\"}}"));
                    break;
            }
        }
    }

    [Fact]
    public void Bundle_OblastWideClaim_HasALocationWithoutCoordinates()
    {
        using var json = JsonDocument.Parse(ExportedLedger.Bytes("claims", "stix"));
        var step = json.RootElement.GetProperty("objects").EnumerateArray().Single(o => Text(o, "type") == "location" && Text(o, "name") == "Step");
        step.TryGetProperty("latitude", out _).ShouldBeFalse();
        Text(step, "administrative_area").ShouldBe("Step");
    }

    private static string Text(JsonElement o, string property) => o.GetProperty(property).GetString()!;

    [GeneratedRegex("^[a-z][a-z0-9-]+[a-z0-9]--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
