using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Salient.Recording;
using Salient.Watching;

namespace Salient.Cli.Verbs;

/// <summary>`salient status`: what the ledger holds and how each watched source fares.</summary>
internal static class StatusVerb
{
    private const int Listed = 20;
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static Command Make()
    {
        var ledger = LedgerOption.Make();
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var verb = new Command("status", "What the ledger holds, what in it is not coded or not dated, and how each watched source fares.") { ledger, format };
        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger);
            var state = WatchStateFile.Read(result.GetValue(ledger)!) ?? new WatchState();
            using var output = Output.Open();
            if (result.GetValue(format) == "json")
            {
                output.WriteLine(JsonSerializer.Serialize(Told(opened, state), Form));
            }
            else
            {
                Write(opened, state, output);
            }

            return Exit.Success;
        });
        return verb;
    }

    private static object Told(Ledger ledger, WatchState state) => new
    {
        Reports = ledger.Reports().Length,
        Arrivals = ledger.LastArrival,
        Undated = ledger.Undated().Select(r => r.Id),
        NotCoded = ledger.Uncoded().Select(r => new { r.Id, r.Language }),
        Retracted = ledger.Reports().Where(r => r.Retracted is not null).Select(r => new { r.Id, r.Retracted!.Source, r.Retracted.Said, r.Retracted.Noted, r.Retracted.Note }),
        UndeliveredAlerts = state.Undelivered.Count,
        Sources = state.Sources.Select(s => new { Address = s.Key, s.Value.Name, s.Value.Looked, s.Value.Succeeded, s.Value.Due, s.Value.Failures, s.Value.Problem, s.Value.Looks, s.Value.Reports, Pending = s.Value.Pending.Count, s.Value.Lost, s.Value.Withdrawn }),
    };

    private static void Write(Ledger ledger, WatchState state, TextWriter output)
    {
        var undated = ledger.Undated();
        var uncoded = ledger.Uncoded();
        var reports = ledger.Reports();
        var retracted = reports.Where(r => r.Retracted is not null).ToList();
        output.WriteLine($"{reports.Length} reports, {undated.Length} without a day, {uncoded.Length} not in English (kept, not coded), {retracted.Count} withdrawn by their outlets (kept, marked)");
        foreach (var report in uncoded.Take(Listed))
        {
            output.WriteLine($"  {report.Language}  {report.Id}");
        }

        foreach (var report in retracted.Take(Listed))
        {
            output.WriteLine($"  retracted  {report.Id}, by {report.Retracted!.Source}{(report.Retracted.Day is { } day ? ", " + day : "")}{(report.Retracted.Note is { } note ? ": " + note : "")}");
        }

        foreach (var (address, source) in state.Sources.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var health = source.Looked is null ? "not looked at yet" : source.Failures == 0 ? "well" : $"failing ({source.Failures} in a row)";
            output.WriteLine($"{(source.Name is { } name ? $"{name} ({address})" : address)}: {health}; {source.Looks} looks, {source.Reports} reports; last good {Moment(source.Succeeded)}, next {Moment(source.Due)}"
                + (source.Pending.Count > 0 ? $"; {source.Pending.Count} pages to fetch" : "") + (source.Lost > 0 ? $"; {source.Lost} pages given up on" : ""));
            if (source.Problem is { } problem)
            {
                output.WriteLine($"  {problem}");
            }

            foreach (var gone in source.Withdrawn.TakeLast(Listed))
            {
                output.WriteLine($"  withdrawn by the source: {gone}");
            }
        }

        if (state.Undelivered.Count > 0)
        {
            output.WriteLine($"{state.Undelivered.Count} alerts not delivered yet");
        }
    }

    private static string Moment(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "never";
}
