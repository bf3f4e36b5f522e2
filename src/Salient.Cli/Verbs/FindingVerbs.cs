using System.CommandLine;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient figures`, `disputes`, `events`, `sources`: what the claims amount to.</summary>
internal static class FindingVerbs
{
    private const int MostListed = 20;

    public static Command Figures()
    {
        var measure = new Argument<string>("MEASURE") { Description = "Part of a measure: killed, tank, loss/destroyed, …" };
        var side = new Option<string?>("--side") { Description = "Only figures about this side: ua, ru, …, or its name." };
        return Make("figures", "Claimed figures as series: one a measure, side, claimant, basis and place; then what the claimants say together.", [measure], [side], (result, picture, output) =>
        {
            var names = picture.Names;
            var series = picture.Figures.Where(s => Measured(names, s.Measure, s.Side, result.GetValue(measure)!) && Sided(names, s.Side, result.GetValue(side))).ToList();
            foreach (var s in series)
            {
                output.WriteLine($"{s.Id}  {names.Measure(s.Measure, s.Side)}, by {names.Origin(s.Claimant)}{Of(names, s.ClaimantSide)}, {Basis(s.Basis)}{(s.PlaceName is null ? "" : ", " + s.PlaceName)}");
                foreach (var p in s.Points)
                {
                    output.WriteLine($"    {Phrasing.Day(p.Day)}  {Range(p.Min, p.Max)}{(p.Mark == FigureMark.None ? "" : $"  {p.Mark.ToString().ToUpperInvariant()}: {p.Note}")}  {string.Join(' ', p.Claims.Take(3))}");
                }
            }

            var ids = series.Select(s => s.Id).ToHashSet();
            foreach (var span in picture.LastDay is { } last ? picture.Spans(last).Where(s => s.Series.Any(ids.Contains)) : [])
            {
                output.WriteLine($"{names.Measure(span.Measure, span.Side)}, {Basis(span.Basis)}, {Phrasing.Day(span.On)}: low {Phrasing.Number(span.Low)}, best {Phrasing.Number(span.Best)}, high {Phrasing.Number(span.High)} ({Phrasing.Count(span.Series.Length, "claimant")})");
            }

            var derived = picture.Derived.Where(d => d.What.Contains(result.GetValue(measure)!, StringComparison.OrdinalIgnoreCase) && Sided(names, d.Side, result.GetValue(side))).ToList();
            if (series.Count == 0)
            {
                var known = picture.Figures.Select(s => names.Measure(s.Measure, s.Side)).Distinct().Order(StringComparer.Ordinal).Take(MostListed).ToList();
                Console.Error.WriteLine($"No {(derived.Count == 0 ? "" : "reported ")}figure is of that measure and side; {(known.Count == 0 ? "there is none of any" : "there are " + string.Join(", ", known))}.");
            }

            foreach (var d in derived)
            {
                output.WriteLine($"derived, not reported: {names.Side(d.Side)} {Phrasing.Range(new Bounds(d.Min, d.Max))} {Phrasing.Plural(d.What)} = {d.Reckoning} ({(d.Day is null ? "no day" : Phrasing.Day(d.Day))}; {string.Join(' ', d.Claims)})");
            }
        });
    }

    public static Command Disputes() => Make("disputes", "Claims that cannot all be true, with what each side says and whether something settled it.", [], [], (_, picture, output) =>
    {
        var names = picture.Names;
        foreach (var d in picture.Disputes)
        {
            output.WriteLine($"{d.Id}  {names.Subject(d)}: {Phrasing.About(d.Kind)}{(d.Lone ? " (a lone claim against the established picture)" : "")}, {Days(d.From, d.To)}, {(d.Settled is null ? "open" : "settled: " + names.Settled(d.Settled))}. {names.Disputed(d.Reason)}");
            foreach (var p in d.Positions)
            {
                output.WriteLine($"    {names.Said(d, p.Says)}: {string.Join(", ", p.Origins.Select(names.Origin))} ({string.Join(' ', p.Claims.Take(6))})");
            }
        }
    });

    public static Command Events() => Make("events", "What happened, each happening once, with its origins and credibility.", [], [], (_, picture, output) =>
    {
        var names = picture.Names;
        foreach (var h in picture.Happenings)
        {
            output.WriteLine($"{h.Id}  {Days(h.From, h.To)}  {h.Kind}/{h.Act}{(h.Actor is null or "none" ? "" : " by " + names.Side(h.Actor))} at {h.PlaceName}: {Phrasing.Count(h.Claims.Length, "claim")}, {string.Join(", ", h.Origins.Select(names.Origin))}; {Phrasing.Grade(h.Credibility)}, {h.Credibility} of 6: {h.Reason}");
        }
    });

    public static Command Sources() => Make("sources", "How each source has fared: first, corroborated, alone, contradicted, against interest, retracted.", [], [], (_, picture, output) =>
    {
        foreach (var s in picture.Sources)
        {
            var interval = s.Share is { } share ? FormattableString.Invariant($"{share:0.00} ({s.Low:0.00}-{s.High:0.00}, n {s.Judged})") : "too few to judge";
            output.WriteLine($"{s.Letter}  {picture.Names.Origin(s.Name)} ({(s.Side == "none" ? "" : picture.Names.Side(s.Side) + ", ")}{s.Type}): {Phrasing.Count(s.Claims, "claim")}; first {s.First}, corroborated {s.Corroborated}, alone {s.Alone}, contradicted {s.Contradicted}, against interest {s.AgainstInterest}, retracted {s.Retracted}; {interval}");
        }
    });

    private static Command Make(string name, string description, Argument[] arguments, Option[] options, Action<ParseResult, Picture, TextWriter> write)
    {
        var ledger = LedgerOption.Make();
        var verb = new Command(name, description) { ledger };
        foreach (var argument in arguments)
        {
            verb.Add(argument);
        }

        foreach (var option in options)
        {
            verb.Add(option);
        }

        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger);
            using var output = Output.Open();
            write(result, Pictures.Of(opened), output);
            return Exit.Success;
        });
        return verb;
    }

    /// <summary>By its measure as kept, or as it is put in words.</summary>
    private static bool Measured(Names names, string measure, string side, string part) =>
        measure.Contains(part, StringComparison.OrdinalIgnoreCase) || names.Measure(measure, side).Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Sided(Names names, string side, string? wanted) => wanted is null || string.Equals(side, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(names.Side(side), wanted, StringComparison.OrdinalIgnoreCase);

    private static string Range(double? min, double? max) => Phrasing.Amount(new Quantity(min, max, null, false, null));

    private static string Days(DateOnly from, DateOnly to) => from == to ? Phrasing.Day(from) : $"{Phrasing.Day(from)} to {Phrasing.Day(to)}";

    private static string Of(Names names, string side) => side == "none" ? "" : $" ({names.Side(side)})";

    private static string Basis(FigureBasis basis) => basis switch { FigureBasis.Cumulative => "since the start of the war", FigureBasis.Period => "in some days", _ => "over what time is not said" };
}
