using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>The situation as JSON.</summary>
public static class SituationJson
{
    /// <summary>The whole object, indented, line feeds only.</summary>
    public static string Write(Situation situation) => JsonSerializer.Serialize(situation, SituationJsonForm.Plain.Situation).ReplaceLineEndings("\n") + "\n";
}

[JsonSerializable(typeof(Situation))]
internal sealed partial class SituationJsonContext : JsonSerializerContext;

internal static class SituationJsonForm
{
    public static SituationJsonContext Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
