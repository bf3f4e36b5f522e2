using Salient.Locating;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Tests.Locating;

/// <summary>One locator for all tests, and reports to give it.</summary>
internal static class LocatingFixture
{
    private static readonly Lazy<Locator> Shared = new(() => new Locator(TheatreLoader.Load(Folder)));

    public static string Folder => Path.Combine(Pipeline.DataFolder, "theatres", "ukraine");

    public static Locator Locator => Shared.Value;

    public static Report Report(string text, DateOnly? day = null) => new(
        "r",
        text,
        null,
        new ReportDate(day, null, null, day is null ? DateBasis.None : DateBasis.Given, null),
        null,
        null,
        "en",
        null,
        false,
        [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)],
        "");
}
