using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient dynamics` and `salient judgements`: how the war moves, and what became of what analysts judged.</summary>
internal static class MovingVerbs
{
    private const int Weeks = 8, DaysAWeek = 7;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static Command Dynamics()
    {
        var ledger = LedgerOption.Make();
        var on = new Option<string?>("--on") { Description = "The last day, yyyy-mm-dd (default: the last day that a report has)." };
        var since = new Option<string?>("--since") { Description = "The first day, yyyy-mm-dd, or a stretch before the last: 28d, 8w (default: 8w). Whole weeks are told of." };
        var format = Format();
        var verb = new Command("dynamics", "How the war moves: ground taken by axis and week, attacks by class, side and week, what ground cost by each side's claims.") { ledger, on, since, format };
        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger);
            var picture = Pictures.Of(opened);
            using var output = Output.Open();
            if ((Days.Parse(result.GetValue(on), "--on") ?? picture.LastDay) is not { } last)
            {
                output.WriteLine("No report has a day.");
                return Exit.Success;
            }

            var dynamics = picture.Dynamics(ReportVerb.Since(result.GetValue(since), last) ?? last.AddDays(1 - (Weeks * DaysAWeek)), last);
            if (result.GetValue(format) == "json")
            {
                output.WriteLine(JsonSerializer.Serialize(dynamics, Json));
            }
            else
            {
                Write(output, dynamics, picture.Names);
            }

            return Exit.Success;
        });
        return verb;
    }

    public static Command Judgements()
    {
        var source = new Argument<string?>("SOURCE") { Description = "Part of an analyst's or institute's name; without it all.", Arity = ArgumentArity.ZeroOrOne };
        var ledger = LedgerOption.Make();
        var outcome = new Option<string?>("--outcome") { Description = "Only those that: came-true, did-not, not-reached, not-yet, cannot-be-told (default: all; text leaves out the last and says how many)." };
        outcome.AcceptOnlyFromAmong("came-true", "did-not", "not-reached", "not-yet", "cannot-be-told");
        var format = Format();
        var verb = new Command("judgements", "What named analysts judged and foretold, the day on which each can be checked, and what the picture of then says.") { source, ledger, outcome, format };
        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger);
            var picture = Pictures.Of(opened);
            using var output = Output.Open();
            var all = picture.Judgements.Where(j => result.GetValue(source) is not { } name || j.By == picture.Bodies.Name(name) || j.By.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
            var found = all.Where(j => result.GetValue(outcome) is { } only ? Named(j.Outcome) == only : j.Outcome != JudgementOutcome.CannotBeTold).ToList();
            if (result.GetValue(format) == "json")
            {
                output.WriteLine(JsonSerializer.Serialize(result.GetValue(outcome) is null ? all : found, Json));
                return Exit.Success;
            }

            if (result.GetValue(outcome) is null && all.Count > found.Count)
            {
                Console.Error.WriteLine($"{Phrasing.Count(all.Count - found.Count, "more judgement")} that nothing can be told of: --outcome cannot-be-told");
            }
            else if (found.Count == 0)
            {
                Console.Error.WriteLine("No judgement is by that name and of that outcome.");
            }

            foreach (var j in found)
            {
                var claim = picture.Claim(j.Claim)!.Claim;
                output.WriteLine($"{j.Claim}  {picture.Names.Origin(j.By)}, {Phrasing.Day(j.Said)}: \"{claim.Evidence.ReplaceLineEndings(" ")}\" ({claim.Kind}/{claim.Act} {Phrasing.Code(claim.Factuality)})");
                output.WriteLine($"    to be checked on {(j.Due is null ? "no known day" : Phrasing.Day(j.Due))} ({j.DueBy}): {Named(j.Outcome)}; {picture.Names.Checked(j.Reason)}{(j.Evidence.IsEmpty ? "" : " (" + string.Join(' ', j.Evidence) + ")")}");
            }

            return Exit.Success;
        });
        return verb;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    private static string Named(JudgementOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    private static void Write(TextWriter output, WarDynamics dynamics, Names names)
    {
        output.WriteLine($"{Phrasing.Day(dynamics.Since)} to {Phrasing.Day(dynamics.On)}; each figure from what is well founded to all that is told or inferred");
        output.WriteLine("ground taken");
        foreach (var a in dynamics.Advances)
        {
            output.WriteLine($"    {Phrasing.Day(a.From)} to {Phrasing.Day(a.To)}  {a.Axis}, {names.Side(a.Side)}: {Phrasing.Range(a.SquareKilometres, Phrasing.Rough)} km², {Phrasing.Range(a.Daily, Phrasing.Rough)} a day{(a.Pace is { } pace ? $", {Phrasing.Range(pace)} km a day" : "")}; {Phrasing.Count(a.Settlements, "settlement")}, {Phrasing.Number(a.Inferred)} inferred  {string.Join(' ', a.Claims.Take(3))}");
        }

        output.WriteLine("advances as claimed");
        foreach (var c in dynamics.Claimed)
        {
            output.WriteLine($"    {Phrasing.Day(c.From)} to {Phrasing.Day(c.To)}  {c.Axis}, {names.Side(c.Side)}: {Phrasing.Range(c.Kilometres)} km, says {names.Origin(c.Claimant)}  {string.Join(' ', c.Claims.Take(3))}");
        }

        output.WriteLine("attacks told of");
        foreach (var t in dynamics.Attacks)
        {
            output.WriteLine($"    {Phrasing.Day(t.From)} to {Phrasing.Day(t.To)}  {names.Side(t.Side)}, {t.Title}: {Phrasing.Range(t.Attacks)} in {Phrasing.Count(t.Reports, "report")}");
        }

        output.WriteLine("cost of ground, by each claimant's figures");
        foreach (var c in dynamics.Costs)
        {
            output.WriteLine($"    {Phrasing.Day(c.From)} to {Phrasing.Day(c.To)}  {names.Measure(c.Measure, c.Side)}, says {names.Origin(c.Claimant)}: {Phrasing.Range(c.Lost)} lost, {Phrasing.Range(c.SquareKilometres, Phrasing.Rough)} km² taken{(c.Each is { } each ? $", {Phrasing.Range(each, Phrasing.Rough)} for each" : "")}  {string.Join(' ', c.Claims)}");
        }
    }
}
