using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Salient.Records;

namespace Salient.Recording;

/// <summary>The slots of a claim that have no column of their own; kept as one JSON object, empty ones left out.</summary>
internal sealed record Slots(
    ImmutableArray<ClaimSource> Sources,
    Party? Actor,
    Party? Target,
    ImmutableArray<ClaimPlace> Places,
    DateRange? Time,
    Quantity? Quantity,
    string? Outcome,
    string? Category,
    string? Person,
    string? Post,
    string? Item)
{
    public static Slots Of(Claim c) =>
        new(c.Sources, c.Actor, c.Target, c.Places, c.Time, c.Quantity, c.Outcome, c.Category, c.Person, c.Post, c.Item);

    public string Write() => JsonSerializer.Serialize(this, SlotsForm.Plain.Slots);

    public static Slots Read(string json) => JsonSerializer.Deserialize(json, SlotsForm.Plain.Slots)!;

    /// <summary>Every name in the claim, for full-text search.</summary>
    public string Names() => string.Join(' ', Sources.Select(s => s.Name)
        .Concat(Places.Select(p => p.Name))
        .Concat(new[] { Actor?.Name, Target?.Name, Person, Post, Item }.OfType<string>()));
}

[JsonSerializable(typeof(Slots))]
[JsonSerializable(typeof(ImmutableArray<Paragraph>))]
[JsonSerializable(typeof(ImmutableArray<SlotChange>))]
internal sealed partial class SlotsJson : JsonSerializerContext;

/// <summary>How slots are written: letters of every script as they are, nothing for what is empty.</summary>
internal static class SlotsForm
{
    public static SlotsJson Plain { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
