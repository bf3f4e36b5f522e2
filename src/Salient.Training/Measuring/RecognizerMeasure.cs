using System.Globalization;
using System.Text.Json;
using Salient.Dating;
using Salient.Measuring;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>The date and number specs of a library of recognizers: a case passes where every result it wants is found, overlapping, with its value, and nothing is found where it wants none.</summary>
internal static class RecognizerMeasure
{
    private static readonly string[] Dates = ["DateParser", "DatePeriodParser", "DurationParser", "DateTimeModel"];

    private static readonly string[] Numbers = ["NumberModel", "NumberRangeModel", "PercentModel", "OrdinalModel"];

    public static void Run(string path, TextWriter output)
    {
        var rules = Path.Combine(Pipeline.DataFolder, "rules", "en");
        var dater = new Dater(TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")), TimeRulesLoader.Load(rules));
        var reader = new NumberReader(NumberRulesLoader.Load(rules));
        foreach (var name in Dates)
        {
            Score(Path.Combine(path, "DateTime", "English", name + ".json"), name, (input, spec) => Dated(dater, input, spec), output);
        }

        foreach (var name in Numbers)
        {
            Score(Path.Combine(path, "Number", "English", name + ".json"), name, (input, spec) => Counted(reader, input, spec, name), output);
        }
    }

    private static void Score(string file, string name, Func<string, JsonElement, bool?> passes, TextWriter output)
    {
        int all = 0, passed = 0, index = -1;
        foreach (var spec in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
        {
            index++;
            if (passes(spec.GetProperty("Input").GetString()!, spec) is { } ok)
            {
                all++;
                passed += ok ? 1 : 0;
                if (!ok)
                {
                    output.WriteLine($"failed {name} {index}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {(double)passed / Math.Max(1, all):0.000} ({passed} of {all})"));
    }

    /// <summary>Null where the case wants a kind that is not read: clock times, sets, zones.</summary>
    private static bool? Dated(Dater dater, string input, JsonElement spec)
    {
        var results = spec.GetProperty("Results").EnumerateArray().ToList();
        if (results.Any(r => Kind(r) is not ("date" or "daterange" or "duration")))
        {
            return null;
        }

        var day = spec.TryGetProperty("Context", out var c) && c.TryGetProperty("ReferenceDateTime", out var r) ? DateOnly.ParseExact(r.GetString()![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null;
        var report = new Report("spec", input, null, new ReportDate(day, null, null, DateBasis.Given, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, input.Length), ParagraphRole.Body)], string.Empty);
        var found = dater.Find(report, [new Sentence(new TextSpan(0, input.Length), 0, [], [])]);
        return results.Count == 0
            ? found.IsEmpty
            : results.All(wanted => found.Any(f => f.Framed.Overlaps(Span(wanted)) && Agrees(wanted, f)));
    }

    private static string Kind(JsonElement result) => (result.TryGetProperty("TypeName", out var n) || result.TryGetProperty("Type", out n) ? n.GetString() ?? string.Empty : string.Empty).Replace("datetimeV2.", string.Empty, StringComparison.Ordinal);

    private static TextSpan Span(JsonElement result)
    {
        var start = result.TryGetProperty("Start", out var s) ? s.GetInt32() : 0;
        var length = result.TryGetProperty("Length", out var l) ? l.GetInt32() : result.TryGetProperty("Text", out var t) ? t.GetString()!.Length : 1;
        return new TextSpan(start, result.TryGetProperty("End", out var e) ? e.GetInt32() + 1 : start + length);
    }

    /// <summary>True where one of the values that the case allows (a past and a future one) is the one found.</summary>
    private static bool Agrees(JsonElement wanted, TimeExpression f)
    {
        var values = wanted.TryGetProperty("Resolution", out var res) && res.ValueKind == JsonValueKind.Object && res.TryGetProperty("values", out var vs) && vs.ValueKind == JsonValueKind.Array ? vs.EnumerateArray().ToList()
            : wanted.TryGetProperty("Value", out var v) && v.ValueKind == JsonValueKind.Object ? new[] { "PastResolution", "FutureResolution" }.Where(k => v.TryGetProperty(k, out _)).Select(k => v.GetProperty(k)).Append(v).ToList()
            : [];
        return values.Any(v => Kind(wanted) switch
        {
            "date" => Text(v, "value") is { } d && Same(f, d, d, 0) || Text(v, "date") is { } p && Same(f, p, p, 0),
            "daterange" => (Text(v, "start") ?? Text(v, "startDate")) is { } s && (Text(v, "end") ?? Text(v, "endDate")) is { } e && (Same(f, s, e, 1) || Same(f, s, e, 0)),
            _ => (Text(v, "timex") ?? Text(v, "Timex")) is { } t && t == f.Timex,
        });
    }

    private static string? Text(JsonElement e, string key) => e.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private static bool Same(TimeExpression f, string from, string to, int open) =>
        new[] { f.Days, f.Governs }.Any(d => d is { From: { } a, To: { } b }
            && DateOnly.TryParseExact(from, "yyyy-MM-dd", out var x) && DateOnly.TryParseExact(to, "yyyy-MM-dd", out var y)
            && a == x && b.AddDays(open) == y);

    private static bool? Counted(NumberReader reader, string input, JsonElement spec, string name)
    {
        var results = spec.GetProperty("Results").EnumerateArray().ToList();
        var found = reader.Read(input, new TextSpan(0, input.Length));
        if (results.Count == 0)
        {
            return found.All(f => f.Sort is NumberSort.Loose or NumberSort.Compound or NumberSort.Vague || (f.Sort == NumberSort.Ordinal) != (name == "OrdinalModel"));
        }

        return results.All(w => w.TryGetProperty("Resolution", out var r) && r.ValueKind == JsonValueKind.Object && Text(r, "value") is { } value
            && found.Any(f => f.Span.Overlaps(Span(w)) && Equal(f, value)));
    }

    private static bool Equal(NumberPhrase f, string value)
    {
        if (value.Length > 2 && value[0] is '[' or '(')
        {
            var ends = value[1..^1].Split(',');
            return Near(f.Min, ends[0]) && Near(f.Max, ends[1]);
        }

        return double.TryParse(value.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var v)
            && (Near(f.Min, v) || Near(f.Max, v) || (f.Sort == NumberSort.Share && !value.EndsWith('%') && f.Min is { } m && Math.Abs((m / 100) - v) < 0.001));
    }

    private static bool Near(double? found, string end) => end.Trim().Length == 0 ? found is null : double.TryParse(end, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && Near(found, v);

    private static bool Near(double? found, double wanted) => found is { } f && Math.Abs(f - wanted) <= 1e-6 * Math.Max(1, Math.Abs(wanted));
}
