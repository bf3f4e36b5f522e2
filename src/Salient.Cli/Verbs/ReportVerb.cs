using System.CommandLine;
using System.Globalization;
using Salient.Publishing;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient report`: the situation, with citations.</summary>
internal static class ReportVerb
{
    private const string Stretch = "Write it as 2022-10-04, or as a stretch before the last day: 24h, 3d, 2w.";

    private static readonly Dictionary<string, Func<Situation, string>> Formats = new(StringComparer.Ordinal)
    {
        ["md"] = SituationMarkdown.Write,
        ["html"] = SituationHtml.Write,
        ["json"] = SituationJson.Write,
    };

    public static Command Make()
    {
        var ledger = LedgerOption.Make();
        var on = new Option<string?>("--on") { Description = "The day told of, yyyy-mm-dd (default: the last day that a report has)." };
        var since = new Option<string?>("--since") { Description = "The first day, yyyy-mm-dd, or a stretch before the day told of: 24h, 3d, 2w (default: 7d)." };
        var format = new Option<string>("--format") { Description = "md, html or json.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var verb = new Command("report", "The situation: who took or lost what, where fighting is, what each side says; each sentence with its citations.") { ledger, on, since, format };
        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger);
            var picture = Pictures.Of(opened);
            var day = Days.Parse(result.GetValue(on), "--on") ?? picture.LastDay;
            using var output = Output.Open();
            if (day > picture.LastDay)
            {
                Console.Error.WriteLine($"The last report is of {Days.Write(picture.LastDay)}.");
            }

            output.Write(Formats[result.GetValue(format)!](picture.Situation(day, Since(result.GetValue(since), day))));
            return Exit.Success;
        });
        return verb;
    }

    /// <summary>A day, or a stretch of hours, days or weeks that ends with <paramref name="on"/>.</summary>
    internal static DateOnly? Since(string? text, DateOnly? on)
    {
        const int HoursADay = 24, DaysAWeek = 7, Longest = 4000;
        if (text is null || text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is 0 or > Longest || on is null)
        {
            return Days.Parse(text, "--since", Stretch);
        }

        return text[^1] switch
        {
            'h' => on.Value.AddDays(-((n + HoursADay - 1) / HoursADay)),
            'd' => on.Value.AddDays(1 - n),
            'w' => on.Value.AddDays(1 - (n * DaysAWeek)),
            _ => Days.Parse(text, "--since", Stretch),
        };
    }
}
