using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>A gold claim with its report, set on the report's text.</summary>
internal sealed record GoldClaim(JsonElement Json, Report Report, ImmutableArray<Sentence> Sentences, Assertion Assertion)
{
    public string Id => $"{Report.Id}:{Assertion.Evidence.Start}-{Assertion.Evidence.End} {Assertion.Kind}/{Assertion.Act}";
}

/// <summary>Reads gold claims and their reports; each becomes an assertion as a coder that erred in nothing would have made it.</summary>
internal static partial class GoldClaims
{
    /// <summary>Reads <c>GOLD,REPORTS</c> or <c>GOLD,REPORTS,DATES.json</c>.</summary>
    public static IEnumerable<GoldClaim> Read(string path)
    {
        var parts = path.Split(',');
        var pipeline = new Pipeline(Pipeline.DataFolder);
        var dates = parts.Length > 2 ? Dates(parts[2]) : [];
        foreach (var file in Directory.EnumerateFiles(parts[0], "*.jsonl").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            var text = File.ReadAllText(Path.Combine(parts[1], id + ".txt"));
            var day = dates.TryGetValue(id, out var d) ? d : FileDate(id);
            var report = new Report(id, text, null, new ReportDate(day, null, null, DateBasis.FileName, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty);
            var sentences = pipeline.Sentences(report);
            sentences = sentences.IsEmpty ? PlainSentences.Split(text) : sentences;
            var used = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
            {
                var json = JsonDocument.Parse(line).RootElement;
                if (Place(json, text, used) is { } span)
                {
                    yield return new GoldClaim(json, report, sentences, Assertion(json, span, sentences, text));
                }
            }
        }
    }

    private static TextSpan? Place(JsonElement json, string text, Dictionary<string, int> used)
    {
        var evidence = json.GetProperty("evidence").GetString()!;
        var pattern = string.Join(@"[\s\u00a0]+", Spaces().Split(evidence.Trim()).Select(Regex.Escape));
        var places = Regex.Matches(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        if (places.Count == 0)
        {
            return null;
        }

        var key = $"{evidence}|{json.GetProperty("kind")}|{json.GetProperty("act")}";
        var n = used[key] = used.GetValueOrDefault(key, -1) + 1;
        var m = places[Math.Min(n, places.Count - 1)];
        return new TextSpan(m.Index, m.Index + m.Length);
    }

    private static Assertion Assertion(JsonElement json, TextSpan span, ImmutableArray<Sentence> sentences, string text)
    {
        var s = 0;
        while (s + 1 < sentences.Length && sentences[s].Span.End <= span.Start)
        {
            s++;
        }

        var head = Head(sentences[s], span);
        var unit = json.TryGetProperty("quantity", out var q) && q.ValueKind == JsonValueKind.Object && q.TryGetProperty("unit", out var u) ? u.GetString() : null;
        string? Slot(string key) => json.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;
        return new Assertion(Slot("kind")!, Slot("act")!, span, s, head, head, null, null, [], null, unit, Slot("category"), Slot("outcome"), Slot("item"), Slot("person"), Slot("post"), "gold", 1);
    }

    /// <summary>The token of the evidence that hangs outside it.</summary>
    private static int Head(Sentence sentence, TextSpan span)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var t = sentence.Tokens[i];
            if (span.Contains(t.Span) && t.Tag != Upos.PUNCT && (t.Head < 0 || !span.Contains(sentence.Tokens[t.Head].Span)))
            {
                return i;
            }
        }

        return Math.Max(0, sentence.Root);
    }

    private static Dictionary<string, DateOnly> Dates(string path) =>
        JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateObject()
            .Where(p => p.Value.TryGetProperty("date", out var d) && d.ValueKind == JsonValueKind.String)
            .ToDictionary(p => p.Name, p => DateOnly.Parse(p.Value.GetProperty("date").GetString()!, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static DateOnly? FileDate(string id)
    {
        var m = InName().Match(id);
        return m.Success ? new DateOnly(int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture)) : null;
    }

    [GeneratedRegex(@"(20\d\d)-?(\d\d)-?(\d\d)")]
    private static partial Regex InName();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();
}
