using System.Collections.Immutable;
using System.Globalization;
using Salient.Dating;
using Salient.Records;
using Salient.Theatres;
using YamlDotNet.RepresentationModel;

namespace Salient.Tests.Dating;

public sealed class TimeRulesTests
{
    public static TheoryData<string, string, string, string> Examples()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Pipeline.DataFolder, "rules", "en", "time.yaml"));
        yaml.Load(reader);
        var data = new TheoryData<string, string, string, string>();
        foreach (var rule in ((YamlSequenceNode)yaml.Documents[0].RootNode["rules"]).Cast<YamlMappingNode>())
        {
            data.Add(rule["id"].ToString(), rule["date"].ToString(), rule["example"].ToString(), rule["gives"].ToString());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Find_RulesOwnExample_GivesItsDays(string id, string date, string example, string gives)
    {
        var found = Times.Find(example, date);
        found.Select(t => t.Rule).ShouldContain(id, Times.Show(found));
        (Times.Last(found, id)?.Governs is { } g ? Times.Show(g) : "none").ShouldBe(gives, Times.Show(found));
    }
}

/// <summary>Reads times in invented texts.</summary>
internal static class Times
{
    public static readonly Dater Dater = new(
        TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")),
        TimeRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en")));

    public static Report Report(string text, string? date) => new(
        "invented",
        text,
        null,
        date is null ? ReportDate.Unknown : new ReportDate(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), null, null, DateBasis.Given, null),
        null,
        null,
        "en",
        null,
        false,
        [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)],
        string.Empty);

    /// <summary>One sentence up to each full stop that a space and a capital follow.</summary>
    public static ImmutableArray<Sentence> Sentences(string text)
    {
        var found = ImmutableArray.CreateBuilder<Sentence>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 == text.Length || (text[i] is '.' or '?' or '!' && i + 2 < text.Length && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && i > 2 && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2]) && char.IsLower(text[i - 3])))
            {
                found.Add(new Sentence(new TextSpan(start, i + 1), 0, [], []));
                start = i + 2;
            }
        }

        return found.ToImmutable();
    }

    public static ImmutableArray<TimeExpression> Find(string text, string? date) => Dater.Find(Report(text, date), Sentences(text));

    public static TimeExpression? Last(ImmutableArray<TimeExpression> found, string id) => found.LastOrDefault(t => t.Rule == id);

    public static string Show(DateRange? range) => range is null ? "none" : $"{Show(range.From)}..{Show(range.To)}";

    public static string Show(ImmutableArray<TimeExpression> found) => string.Join("; ", found.Select(t => $"{t.Rule} {t.Timex} {Show(t.Governs)}"));

    private static string Show(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
