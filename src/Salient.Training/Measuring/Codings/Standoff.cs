using System.Text.Json;
using System.Text.Json.Nodes;
using Salient.Scoring;

namespace Salient.Training.Measuring.Codings;

/// <summary>
/// Turns coded claims into lines that hold none of a report's words, and back: whatever a claim takes from the text, its evidence and names, is told by where it stands. So the
/// coding of reports that may not be passed on can be kept, and laid over their texts where somebody has them. Pure.
/// </summary>
internal static class Standoff
{
    // Names that the codebook gives, which no text need have.
    private static readonly string[] Given = ["unnamed reports", "reports"];
    private static readonly HashSet<string> Units =
    [
        .. ("soldier person civilian btg brigade division group general officer km percent town village settlement tank apc vehicle artillery mlrs aircraft helicopter uav missile "
            + "missile-system ship fuel-tank air-defence special-equipment dollar day").Split(' '),
    ];

    private static readonly HashSet<string> Taken = ["evidence", "name", "cue", "person", "post", "item", "unit"];

    /// <summary>A claim with places in the text for its words.</summary>
    /// <param name="claim">A claim in the codebook's form.</param>
    /// <param name="text">Its report's text, white space folded.</param>
    /// <param name="from">Where the search for its evidence begins: after the claim before, if that has the same words.</param>
    /// <returns>Null where the evidence is not in the text.</returns>
    public static JsonObject? Pack(JsonObject claim, string text, int from)
    {
        var at = Evidence(claim, text, from);
        return at < 0 ? null : (JsonObject)Changed(claim, (key, word) => Place(key, word, text, at))!;
    }

    /// <summary>Where a claim's evidence stands; -1 where it does not.</summary>
    public static int Evidence(JsonObject claim, string text, int from)
    {
        var evidence = Words.Flat((string)claim["evidence"]!);
        var at = from <= text.Length ? text.IndexOf(evidence, from, StringComparison.Ordinal) : -1;
        return at >= 0 ? at : text.IndexOf(evidence, StringComparison.Ordinal);
    }

    /// <summary>A packed claim with its words again.</summary>
    /// <param name="packed">What <see cref="Pack"/> made.</param>
    /// <param name="text">The report's text, white space folded.</param>
    public static JsonObject Unpack(JsonObject packed, string text) => (JsonObject)Restored(packed, text)!;

    private static JsonNode? Place(string key, string word, string text, int near)
    {
        var flat = Words.Flat(word);
        if (flat.Length == 0 || (key == "unit" ? Units.Contains(flat) : Given.Contains(flat)))
        {
            return flat;
        }

        var at = key == "evidence" ? near : Nearest(text, flat, near);
        return at < 0 ? null : new JsonArray(at, at + flat.Length);
    }

    // Where words stand that are nearest to a claim's own.
    private static int Nearest(string text, string word, int near)
    {
        var before = text.LastIndexOf(word, Math.Min(text.Length - 1, near + word.Length), StringComparison.OrdinalIgnoreCase);
        var after = text.IndexOf(word, Math.Min(near, text.Length), StringComparison.OrdinalIgnoreCase);
        return before < 0 ? after : after < 0 || near - before < after - near ? before : after;
    }

    private static JsonNode? Changed(JsonNode? node, Func<string, string, JsonNode?> place) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Taken.Contains(p.Key) && p.Value?.GetValueKind() == JsonValueKind.String ? place(p.Key, (string)p.Value!) : Changed(p.Value, place)))),
        JsonArray a => new JsonArray([.. a.Select(x => Changed(x, place))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Restored(JsonNode? node, string text) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Taken.Contains(p.Key) ? Word(p.Key, p.Value, text) : Restored(p.Value, text)))),
        JsonArray a => new JsonArray([.. a.Select(x => Restored(x, text))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Word(string key, JsonNode? value, string text) => value switch
    {
        JsonArray { Count: 2 } span => text[(int)span[0]!..(int)span[1]!],
        null => key == "name" ? string.Empty : null,
        _ => value.DeepClone(),
    };
}
