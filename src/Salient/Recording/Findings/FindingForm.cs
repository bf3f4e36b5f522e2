using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Salient.Records;

namespace Salient.Recording.Findings;

[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(ReportEntry))]
[JsonSerializable(typeof(ImmutableArray<ControlState>))]
internal sealed partial class FindingJson : JsonSerializerContext;

/// <summary>How findings are written.</summary>
internal static class FindingForm
{
    public static FindingJson Plain { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Write(Finding finding) => JsonSerializer.SerializeToUtf8Bytes(finding, Plain.Finding);

    public static Finding Finding(byte[] written)
    {
        var f = JsonSerializer.Deserialize(written, Plain.Finding)!;
        return new Finding(Whole(f.Happenings), Whole(f.Disputes), Whole(f.Figures), Whole(f.Derived), Whole(f.Marks));
    }

    public static byte[] Write(ReportEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Plain.ReportEntry);

    public static ReportEntry Entry(byte[] written)
    {
        var e = JsonSerializer.Deserialize(written, Plain.ReportEntry)!;
        return new ReportEntry(e.Voice, Whole(e.Facts), Whole(e.Views), Whole(e.Sources)) { Revised = Whole(e.Revised) };
    }

    public static byte[] Write(ImmutableArray<ControlState> states) => JsonSerializer.SerializeToUtf8Bytes(states, Plain.ImmutableArrayControlState);

    public static ImmutableArray<ControlState> States(byte[] written) =>
        [.. JsonSerializer.Deserialize(written, Plain.ImmutableArrayControlState).Select(s => s with { For = Whole(s.For), Against = Whole(s.Against) })];

    public static byte[] Write<T>(ImmutableArray<T> values)
        where T : struct => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    public static ImmutableArray<T> Values<T>(byte[] written)
        where T : struct => [.. MemoryMarshal.Cast<byte, T>(written)];

    /// <summary>Empty lists are not written.</summary>
    private static ImmutableArray<T> Whole<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
