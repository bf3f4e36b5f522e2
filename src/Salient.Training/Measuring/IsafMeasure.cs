using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Salient.Dating;
using Salient.Measuring;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>Press releases of another war: the day that the operation began, and the least number of killed and of captured.</summary>
/// <remarks>
/// The day is the first one told beside an event and not as the day of saying, else the dateline's; a release without a dateline was published between those whose numbers are next to its own.
/// Counts are read by <see cref="Toll"/>.
/// </remarks>
internal static class IsafMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var folder = Path.Combine(Pipeline.DataFolder, "rules", "en");
        var dater = new Dater(TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")), TimeRulesLoader.Load(folder));
        var toll = new Toll(NumberRulesLoader.Load(folder));
        var texts = File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("conversations")[1].GetProperty("value").GetString()!).ToList();
        var serials = new Serials(texts.Select(t => (t, Told(dater, t))));
        int all = 0, dated = 0, close = 0, exact = 0, near = 0, killed = 0, captured = 0, index = 0;
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            index++;
            var turns = JsonDocument.Parse(line).RootElement.GetProperty("conversations");
            var text = turns[1].GetProperty("value").GetString()!;
            var gold = JsonDocument.Parse(turns[2].GetProperty("value").GetString()!).RootElement;
            if (!DateOnly.TryParseExact(gold.GetProperty("start_date").GetString(), "yyyy-MM-dd", out var start))
            {
                continue;
            }

            all++;
            var found = Start(dater, text, serials);
            var off = found is { } f ? Math.Abs(f.DayNumber - start.DayNumber) : int.MaxValue;
            exact += off == 0 ? 1 : 0;
            near += off <= 1 ? 1 : 0;
            if (HasDateline(dater, text))
            {
                dated++;
                close += off <= 1 ? 1 : 0;
            }

            var (dead, taken) = toll.Read(text);
            var (wantDead, wantTaken) = (gold.GetProperty("min_killed").GetInt32(), gold.GetProperty("min_captured").GetInt32());
            killed += dead == wantDead ? 1 : 0;
            captured += taken == wantTaken ? 1 : 0;
            if (off > 1 || dead != wantDead || taken != wantTaken)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {index}: start {start:yyyy-MM-dd} found {found:yyyy-MM-dd}; killed {wantDead} found {dead}; captured {wantTaken} found {taken}"));
            }
        }

        double Share(int n) => (double)n / Math.Max(1, all);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"isaf: {all} releases; start date exact {Share(exact):0.000}, within a day {Share(near):0.000} ({(double)close / Math.Max(1, dated):0.000} of the {dated} whose text tells a day with its year); killed {Share(killed):0.000}; captured {Share(captured):0.000}"));
    }

    private static DateOnly? Start(Dater dater, string text, Serials serials)
    {
        var sentences = PlainSentences.Split(text);
        var (dated, body) = Dateline(dater, text, sentences);
        var day = dated ?? serials.Day(text);
        var report = Report(text, day);
        foreach (var group in dater.Find(report, sentences).Where(t => t.Span.Start >= body && t.Sense is TimeSense.Date or TimeSense.Period && t.Precision <= TimePrecision.Day && t.Frame is not ("since" or "before") && t.Governs?.From is not null && !(t.Span.End < text.Length && text[t.Span.End] is '\'' or '’')).GroupBy(t => t.Sentence))
        {
            var words = sentences[group.Key].Span.Of(text);
            var told = group.ToList();
            var said = words.Contains("confirm", StringComparison.OrdinalIgnoreCase) && told.Count > 1;
            var chosen = said ? told.FirstOrDefault(t => t.Rule != "today" && t.Rule != "yesterday") ?? told[^1] : told[0];
            return chosen.Days?.From ?? chosen.Governs!.From;
        }

        return day;
    }

    private static bool HasDateline(Dater dater, string text) => Told(dater, text) is not null;

    private static DateOnly? Told(Dater dater, string text) => Dateline(dater, text, PlainSentences.Split(text)).Day;

    /// <summary>The day of the dateline and where it ends; a year that it leaves out is that of the release's number.</summary>
    private static (DateOnly? Day, int End) Dateline(Dater dater, string text, ImmutableArray<Sentence> sentences)
    {
        var month = Serials.Of(text) is { } s ? new DateOnly(s.Year, s.Month, 1).AddMonths(1).AddDays(4) : (DateOnly?)null;
        var dates = dater.Find(Report(text, month), sentences).Where(t => t.Sense == TimeSense.Date && t.Precision == TimePrecision.Day && t.Rule.StartsWith("month-day", StringComparison.Ordinal)).ToList();
        var dateline = dates.Find(t => t.Span.Start > 0 && text[t.Span.Start - 1] == '(' && t.Span.Start < 700) ?? dates.Find(t => t.Span.Start < 300);
        return dateline is null ? (null, 0) : (dateline.Days!.To, dateline.Span.End);
    }

    private static Report Report(string text, DateOnly? day) =>
        new("release", text, null, new ReportDate(day, null, null, DateBasis.Dateline, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty);
}
