using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Salient.Records;

namespace Salient.Tests.Recording;

/// <summary>Reports and claims made by hand.</summary>
internal static class Made
{
    public static Capture Capture(string name, string text, DateOnly? date = null) =>
        new(name, $"in/{name}.txt", Encoding.UTF8.GetBytes(text), MediaKind.Text, null, date);

    public static Report Report(string id, string text, DateOnly? day = null, bool institute = false, string? outlet = null) => new(
        id, text, $"Title of {id}", new ReportDate(day, null, null, day is null ? DateBasis.None : DateBasis.Given, null), outlet, null, "en", null, institute,
        [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], Capture(id, text).Hash);

    public static ClaimSource Source(string name, string type, string side, bool anonymous = false) => new(name, type, side, anonymous, "said");

    public static ClaimPlace Place(string name, int id, double lat = 48, double lon = 38, PlacePrecision precision = PlacePrecision.Settlement, string role = "at") =>
        new(name, role, id, lat, lon, precision, 1);

    public static Claim Claim(
        Report report,
        string evidence,
        string kind,
        string act,
        string? actor = null,
        ImmutableArray<ClaimSource>? sources = null,
        ImmutableArray<ClaimPlace>? places = null,
        Factuality factuality = Factuality.Certain,
        DateRange? time = null,
        Quantity? quantity = null,
        string? category = null,
        ParagraphRole role = ParagraphRole.Body)
    {
        var start = report.Text.IndexOf(evidence, StringComparison.Ordinal);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report.Id}\n{start}\n{evidence}\n{kind}\n{act}\n{category}\n{places?.FirstOrDefault()?.Name}")).AsSpan(0, 8));
        return new Claim(
            id, report.Id, kind, act, new TextSpan(start, start + evidence.Length), evidence, sources ?? [], factuality,
            actor is null ? null : new Party(actor, actor), null, places ?? [], time, quantity, false, null, category, null, null, null, "made", role);
    }
}

/// <summary>A file that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("salient-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
