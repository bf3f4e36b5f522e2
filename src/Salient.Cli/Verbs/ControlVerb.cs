using System.CommandLine;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient control PLACE` and `salient explain PLACE --on D`: who held a place, by whose word, and what speaks against it.</summary>
internal static class ControlVerb
{
    private const int MostWords = 40;

    public static Command Control()
    {
        var place = new Argument<string>("PLACE") { Description = "A settlement's name or GeoNames id." };
        var ledger = LedgerOption.Make();
        var on = new Option<string?>("--on") { Description = "Only the state on this day, yyyy-mm-dd." };
        var verb = new Command("control", "Who held a place, by whose word, and what speaks against it.") { place, ledger, on };
        verb.SetAction(result => Run(result.Read(ledger), result.GetValue(place)!, Days.Parse(result.GetValue(on), "--on"), words: false));
        return verb;
    }

    public static Command Explain()
    {
        var place = new Argument<string>("PLACE") { Description = "A settlement's name or GeoNames id." };
        var ledger = LedgerOption.Make();
        var on = new Option<string?>("--on") { Description = "The day, yyyy-mm-dd.", Required = true };
        var verb = new Command("explain", "Why a place is assessed as it is on a day: each word with its weight and the policy's lines that gave it.") { place, ledger, on };
        verb.SetAction(result => Run(result.Read(ledger), result.GetValue(place)!, Days.Parse(result.GetValue(on), "--on"), words: true));
        return verb;
    }

    private static int Run(Salient.Recording.Ledger ledger, string place, DateOnly? on, bool words)
    {
        using (ledger)
        {
            var picture = Pictures.Of(ledger);
            var found = int.TryParse(place, out var id) ? (picture.ControlOf(id) is { } one ? [one] : []) : picture.ControlOf(place);
            if (found.IsEmpty)
            {
                Console.Error.WriteLine(new Problem("SAL0703", place, "No settlement of that name is known.", "Write it as the gazetteer does, or give its GeoNames id."));
                return Exit.Failed;
            }

            using var output = Output.Open();
            foreach (var history in found.Where((h, i) => i == 0 || !h.Views.IsEmpty))
            {
                Write(output, picture, history, on, words);
            }

            return Exit.Success;
        }
    }

    private static void Write(TextWriter output, Picture picture, ControlHistory history, DateOnly? on, bool words)
    {
        var p = history.Place;
        output.WriteLine(FormattableString.Invariant($"{p.Name} ({p.GeonameId}; {p.Lat:0.####}, {p.Lon:0.####}; {p.Raion}, {p.Oblast})"));
        foreach (var state in on is { } day ? [history.On(day)] : history.States)
        {
            output.WriteLine($"  {Phrasing.Day(state.From)} to {(state.Until is null ? "now" : Phrasing.Day(state.Until))}: {state.Holder}, {state.Status}, confidence {state.Confidence}. {state.Reason}");
            Claims(output, picture, "for", state.For);
            Claims(output, picture, "against", state.Against);
        }

        foreach (var view in words ? history.Views.Where(v => v.Day <= on).TakeLast(MostWords) : [])
        {
            output.WriteLine(FormattableString.Invariant($"  {view.Day:yyyy-MM-dd} {view.Holder} {view.Weight:0.00} {(view.Direct ? "direct" : "implied")}{(view.Wide ? ", wide" : "")} {view.Origin} [{view.Rules}] {view.Claim}"));
        }
    }

    private static void Claims(TextWriter output, Picture picture, string label, IEnumerable<string> ids)
    {
        foreach (var claim in ids.Select(picture.Claim).OfType<RecordedClaim>())
        {
            output.WriteLine($"    {label}: \"{claim.Claim.Evidence.ReplaceLineEndings(" ")}\" — {Phrasing.Chain(claim)}, {Phrasing.Day(claim.Report.Date.Reference)} ({claim.Claim.Id})");
        }
    }
}
