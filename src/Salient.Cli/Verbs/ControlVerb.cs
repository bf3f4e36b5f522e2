using System.CommandLine;
using System.Globalization;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient control PLACE` and `salient explain PLACE --on D`: who held a place, by whose word, and what speaks against it.</summary>
internal static class ControlVerb
{
    private const int MostWords = 40, Digits = 32;
    private static readonly string[] Statuses = [.. Enum.GetValues<ControlStatus>().Select(s => s.ToString())];

    public static Command Control()
    {
        var place = new Argument<string?>("PLACE") { Description = "A settlement's name or GeoNames id; without it all settlements, a line each, on the day of --on.", Arity = ArgumentArity.ZeroOrOne };
        var ledger = LedgerOption.Make();
        var on = new Option<string?>("--on") { Description = "Only the state on this day, yyyy-mm-dd." };
        var verb = new Command("control", "Who held a place, by whose word, and what speaks against it.") { place, ledger, on };
        verb.SetAction(result =>
        {
            var day = Days.Parse(result.GetValue(on), "--on");
            return result.GetValue(place) is { } one ? Run(result.Read(ledger), one, day, words: false) : All(result.Read(ledger), day);
        });
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

    /// <summary>Every settlement on a day: from what the ledger keeps, else worked out.</summary>
    private static int All(Salient.Recording.Ledger ledger, DateOnly? on)
    {
        using (ledger)
        {
            if (on is not { } day)
            {
                Console.Error.WriteLine(new Problem("SAL0902", "control", "A place or a day is missing.", "Name a place, or give the day for all of them with --on yyyy-mm-dd."));
                return Exit.Usage;
            }

            using var output = Output.Open();
            output.WriteLine("geonameid,name,lat,lon,holder,status,confidence");
            foreach (var h in Pictures.Kept(ledger) ? ledger.Holders(day) : Pictures.Of(ledger).Control.Select(h => Holder(h, day)))
            {
                Write(output, h);
            }

            return Exit.Success;
        }
    }

    /// <summary>One line, piece by piece: there are tens of thousands.</summary>
    private static void Write(TextWriter output, SettlementHolder h)
    {
        Span<char> number = stackalloc char[Digits];
        output.Write(number[..Written(h.Place, number)]);
        output.Write(',');
        output.Write(Quoted(h.Name));
        output.Write(',');
        output.Write(number[..Written(h.Lat, number)]);
        output.Write(',');
        output.Write(number[..Written(h.Lon, number)]);
        output.Write(',');
        output.Write(h.Holder);
        output.Write(',');
        output.Write(Statuses[(int)h.Status]);
        output.Write(',');
        output.WriteLine((char)('0' + h.Confidence));
    }

    private static int Written(int value, Span<char> into) => value.TryFormat(into, out var length, default, CultureInfo.InvariantCulture) ? length : 0;

    /// <summary>At most four decimals; where there are no more, the shortest form is that.</summary>
    private static int Written(double degrees, Span<char> into) =>
        degrees.TryFormat(into, out var length, Math.Round(degrees, 4) == degrees && Math.Abs(degrees) > 1 ? default : "0.####", CultureInfo.InvariantCulture) ? length : 0;

    private static SettlementHolder Holder(ControlHistory history, DateOnly day)
    {
        var (place, state) = (history.Place, history.On(day));
        return new SettlementHolder(place.GeonameId, place.Name, place.Lat, place.Lon, state.Holder, state.Status, state.Confidence);
    }

    private static string Quoted(string name) => name.AsSpan().IndexOfAny(",\"\n") < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

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

            if (on < picture.Start)
            {
                Console.Error.WriteLine($"Nothing is known of days before {Phrasing.Day(picture.Start)}; that day is shown.");
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
            output.WriteLine($"  {Phrasing.Day(state.From)} to {(state.Until is null ? "now" : Phrasing.Day(state.Until))}: {picture.Names.Side(state.Holder)}, {Phrasing.Status(state.Status)}; {Phrasing.Grade(state.Confidence)}, {state.Confidence} of 6. {(words ? picture.Names.Reason(state.Reason) : picture.Names.Why(state.Reason))}");
            Claims(output, picture, "for", state.For);
            Claims(output, picture, "against", state.Against);
        }

        foreach (var view in words ? history.Views.Where(v => v.Day <= on).TakeLast(MostWords) : [])
        {
            output.WriteLine(FormattableString.Invariant($"  {view.Day:yyyy-MM-dd} {picture.Names.Side(view.Holder)} {view.Weight:0.00} {(view.Direct ? "direct" : "implied")}{(view.Wide ? ", wide" : "")}, {picture.Names.Origin(view.Origin)} [{view.Rules}] {view.Claim}"));
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
