using System.CommandLine;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient figures`, `disputes`, `events`, `sources`: what the claims amount to.</summary>
internal static class FindingVerbs
{
    public static Command Figures()
    {
        var measure = new Argument<string>("MEASURE") { Description = "Part of a measure: killed, tank, loss/destroyed, …" };
        var side = new Option<string?>("--side") { Description = "Only figures about this side." };
        return Make("figures", "Claimed figures as series: one a measure, side, claimant, basis and place; then what the claimants say together.", [measure], [side], (result, picture, output) =>
        {
            var series = picture.Figures.Where(s => s.Measure.Contains(result.GetValue(measure)!, StringComparison.OrdinalIgnoreCase) && (result.GetValue(side) is not { } x || s.Side == x)).ToList();
            foreach (var s in series)
            {
                output.WriteLine($"{s.Id}  {s.Measure}, about {s.Side}, by {s.Claimant} ({s.ClaimantSide}), {s.Basis.ToString().ToLowerInvariant()}{(s.PlaceName is null ? "" : ", " + s.PlaceName)}");
                foreach (var p in s.Points)
                {
                    output.WriteLine($"    {Phrasing.Day(p.Day)}  {Range(p.Min, p.Max)}{(p.Mark == FigureMark.None ? "" : $"  {p.Mark.ToString().ToUpperInvariant()}: {p.Note}")}  {string.Join(' ', p.Claims.Take(3))}");
                }
            }

            var ids = series.Select(s => s.Id).ToHashSet();
            foreach (var span in picture.LastDay is { } last ? picture.Spans(last).Where(s => s.Series.Any(ids.Contains)) : [])
            {
                output.WriteLine($"{span.Measure}, about {span.Side}, {span.Basis.ToString().ToLowerInvariant()}, {Phrasing.Day(span.On)}: low {Phrasing.Number(span.Low)}, best {Phrasing.Number(span.Best)}, high {Phrasing.Number(span.High)} ({span.Series.Length} claimant(s))");
            }

            foreach (var d in picture.Derived.Where(d => d.What.Contains(result.GetValue(measure)!, StringComparison.OrdinalIgnoreCase) && (result.GetValue(side) is not { } x || d.Side == x)))
            {
                output.WriteLine($"derived, not reported: {d.Side} {Phrasing.Number(d.Min)}-{Phrasing.Number(d.Max)} {d.What} = {d.Reckoning} ({Phrasing.Day(d.Day)}; {string.Join(' ', d.Claims)})");
            }
        });
    }

    public static Command Disputes() => Make("disputes", "Claims that cannot all be true, with what each side says and whether something settled it.", [], [], (_, picture, output) =>
    {
        foreach (var d in picture.Disputes)
        {
            output.WriteLine($"{d.Id}  {d.Kind}{(d.Lone ? " (a lone claim against the established picture)" : "")}: {d.Subject}, {Phrasing.Day(d.From)} to {Phrasing.Day(d.To)}, {(d.Settled is null ? "open" : "settled: " + d.Settled)}. {d.Reason}");
            foreach (var p in d.Positions)
            {
                output.WriteLine($"    {p.Says}: {string.Join(", ", p.Origins)} ({string.Join(' ', p.Claims.Take(6))})");
            }
        }
    });

    public static Command Events() => Make("events", "What happened, each happening once, with its origins and credibility.", [], [], (_, picture, output) =>
    {
        foreach (var h in picture.Happenings)
        {
            var days = h.From == h.To ? Phrasing.Day(h.From) : $"{Phrasing.Day(h.From)} to {Phrasing.Day(h.To)}";
            output.WriteLine($"{h.Id}  {days}  {h.Kind}/{h.Act}{(h.Actor is null ? "" : " by " + h.Actor)} at {h.PlaceName}: {h.Claims.Length} claim(s), {string.Join(", ", h.Origins)}; credibility {h.Credibility}, {h.Reason}");
        }
    });

    public static Command Sources() => Make("sources", "How each source has fared: first, corroborated, alone, contradicted, against interest, retracted.", [], [], (_, picture, output) =>
    {
        foreach (var s in picture.Sources)
        {
            var interval = s.Share is { } share ? FormattableString.Invariant($"{share:0.00} ({s.Low:0.00}-{s.High:0.00}, n {s.Judged})") : "too few to judge";
            output.WriteLine($"{s.Letter}  {s.Name} ({s.Side}, {s.Type}): {s.Claims} claims; first {s.First}, corroborated {s.Corroborated}, alone {s.Alone}, contradicted {s.Contradicted}, against interest {s.AgainstInterest}, retracted {s.Retracted}; {interval}");
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

    private static string Range(double? min, double? max) => Phrasing.Amount(new Quantity(min, max, null, false, null));
}
