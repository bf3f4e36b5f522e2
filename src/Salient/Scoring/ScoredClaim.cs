using System.Globalization;
using System.Text.Json;
using Salient.Records;

namespace Salient.Scoring;

/// <summary>A claim as scoring sees it: one JSON line, its slots read on demand.</summary>
internal sealed class ScoredClaim
{
    private static readonly (string Key, JsonValueKind Kind, string Name)[] Shapes =
    [
        ("sources", JsonValueKind.Array, "list"),
        ("places", JsonValueKind.Array, "list"),
        ("time", JsonValueKind.Object, "dict"),
        ("quantity", JsonValueKind.Object, "dict"),
        ("actor", JsonValueKind.Object, "dict"),
        ("target", JsonValueKind.Object, "dict"),
    ];

    private readonly JsonElement root;

    private ScoredClaim(JsonElement root, string report)
    {
        this.root = root;
        Report = Text(root, "report") ?? report;
        Kind = Text(root, "kind")!;
        Act = Text(root, "act")!;
        Evidence = Words.Flat(Text(root, "evidence")!);
    }

    public string Report { get; }

    public string Kind { get; }

    public string Act { get; }

    /// <summary>White space folded to single blanks.</summary>
    public string Evidence { get; }

    public string Factuality => Slot("factuality") ?? string.Empty;

    public bool Quoted => root.TryGetProperty("quoted", out var v) && v.ValueKind == JsonValueKind.True;

    public IReadOnlyList<JsonElement> Sources => List("sources");

    public IReadOnlyList<string> Places => [.. List("places").Select(p => Text(p, "name")!)];

    public JsonElement? Quantity => Object(root, "quantity");

    public JsonElement? Time => Object(root, "time");

    /// <summary>Reads one line; <paramref name="where"/> is its file and line.</summary>
    /// <exception cref="ProblemException">SAL0911: the line is no claim.</exception>
    public static ScoredClaim Parse(string line, string report, string where)
    {
        JsonElement read;
        try
        {
            using var document = JsonDocument.Parse(line);
            read = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw Wrong(where, $"Not JSON: {e.Message}");
        }

        if (read.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(where, "Not an object.");
        }

        foreach (var key in (string[])["kind", "act", "evidence"])
        {
            if (Text(read, key) is null)
            {
                throw Wrong(where, $"No {key}.");
            }
        }

        foreach (var (key, kind, name) in Shapes)
        {
            if (read.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null && value.ValueKind != kind)
            {
                throw Wrong(where, $"{key} is not a {name}.");
            }
        }

        if (read.TryGetProperty("places", out var places) && places.ValueKind == JsonValueKind.Array
            && places.EnumerateArray().Any(p => p.ValueKind != JsonValueKind.Object || string.IsNullOrEmpty(Text(p, "name"))))
        {
            throw Wrong(where, "A place without a name.");
        }

        return new ScoredClaim(read, report);
    }

    /// <summary>A string slot, null where empty.</summary>
    public string? Slot(string key) => Text(root, key) is { Length: > 0 } text ? text : null;

    /// <summary>The side of a party slot; null where the slot or its side is empty.</summary>
    public string? Side(string key) => Object(root, key) is { } party ? Filled(Text(party, "side")) : null;

    /// <summary>True where the slot holds an object that is not empty.</summary>
    public bool Has(string key) => Object(root, key) is { } o && o.EnumerateObject().Any();

    public static string? Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    public static double? Number(JsonElement? element, string key) =>
        element is { ValueKind: JsonValueKind.Object } e && e.TryGetProperty(key, out var value) ? value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) => n,
            _ => null,
        } : null;

    private static JsonElement? Object(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static ProblemException Wrong(string where, string what) =>
        new(new Problem("SAL0911", where, what, "Give one claim a line, as claim.schema.json says."));

    private IReadOnlyList<JsonElement> List(string key) =>
        root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
}
