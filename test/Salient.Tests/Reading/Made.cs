using System.Text;
using Salient.Reading;
using Salient.Records;
using Salient.Tests.House;
using Salient.Theatres;

namespace Salient.Tests.Reading;

/// <summary>A reader over the rules and the theatre that ship, and captures made on the spot.</summary>
internal static class Made
{
    public static ReadingRules Rules { get; } = ReadingRulesLoader.Load(Path.Combine(Repository.Root, "rules", "en", "reading.yaml"));

    public static Reader Reader { get; } = new(TheatreLoader.Load(Path.Combine(Repository.Root, "theatres", "ukraine")), Rules);

    public static ReadResult Read(byte[] bytes, string name = "made", MediaKind kind = MediaKind.Unknown, string? charset = null, DateOnly? date = null) =>
        Reader.Read(new Capture(name, $"{name}.txt", bytes, kind, charset, date));

    public static Report Report(string text, string name = "made", DateOnly? date = null) => Read(Encoding.UTF8.GetBytes(text), name, MediaKind.Text, null, date).Report.ShouldNotBeNull();

    public static Report Page(string html, string name = "made") => Read(Encoding.UTF8.GetBytes(html), name, MediaKind.Html).Report.ShouldNotBeNull();

    public static string Role(Report report, string starts)
    {
        var found = report.Paragraphs.Where(p => p.Span.Of(report.Text).StartsWith(starts, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0].Role.ToString().ToLowerInvariant() : $"{found.Count} paragraphs begin '{starts}'";
    }
}
