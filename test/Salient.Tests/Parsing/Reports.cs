using Salient.Parsing;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Tests.Parsing;

/// <summary>Reports of one paragraph and the parser that ships.</summary>
internal static class Reports
{
    public static string Data { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    public static Parser Parser { get; } = new(ParserModel.Open(Data), TheatreLoader.Load(Path.Combine(Data, "theatres", "ukraine")));

    public static Abbreviations Lists { get; } = ParserModel.Open(Data).Lists;

    public static Report Of(string text) =>
        new("r", text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], "");
}
