using System.Globalization;
using System.Text;
using Salient.Locating.Gazetteers;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Reconciling;

namespace Salient.Tests.Specs;

/// <summary>Runs specs/reconciling/amounts.md: invented reports, read and coded as any other, and what they amount to.</summary>
[Trait("Category", "Slow")]
public sealed class AmountingSpecs
{
    private static readonly Lazy<Pipeline> Stages = new(() => new Pipeline(Pipeline.DataFolder));

    private static readonly Lazy<List<Place>> Places = new(() =>
        [.. Settlements.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine"), Front.Data.Baseline.Country)]);

    public static TheoryData<SpecCase> Cases => SpecFile.Cases("reconciling", "amounts.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Picture_OfReports_HoldsEveryLine(SpecCase item)
    {
        var coded = item.Text.Split("== ", StringSplitOptions.RemoveEmptyEntries).Select(Code).ToList();
        var picture = new Picture(new MemoryLedger(coded), Front.Data, () => Places.Value);
        var claims = string.Join('\n', picture.Claims.Select(c => $"{c.Report.Id}: {c.Claim.Kind}/{c.Claim.Act} {c.Claim.Factuality} {c.Claim.Actor?.Side} {c.Claim.Sources.FirstOrDefault()?.Name} [{string.Join(", ", c.Claim.Places.Select(p => $"{p.Name} {p.GeonameId}"))}] {c.Claim.Time} {c.Claim.Person} {c.Claim.Quantity?.Min} {c.Claim.Quantity?.Unit}: {c.Claim.Evidence}"));
        foreach (var line in item.Expect)
        {
            Holds(picture, line.Split(' ')).ShouldBeTrue($"{line}\n{claims}\n{string.Join('\n', picture.Judgements)}");
        }
    }

    private static bool Holds(Picture picture, string[] line) => line switch
    {
        ["lone", var place, var side, var report] => Lone(picture, place, side, report),
        ["held", var place, var side, var day] => picture.ControlOf(place)[0].On(Day(day)).Holder == side,
        ["figure", var measure, var what, var side, var basis, var number, "by", .. var claimant] => picture.Figures.Any(f =>
            f.Measure == $"{measure} {what}" && f.Side == side && f.Basis.ToString().Equals(basis, StringComparison.OrdinalIgnoreCase) && f.Claimant == string.Join(' ', claimant)
            && f.Points.Any(p => p.Min.Equals(Number(number)))),
        ["derived", var side, var low, var high, var unit] => picture.Derived.Any(d => d.Side == side && d.Min.Equals(Number(low)) && d.Max.Equals(Number(high)) && d.What == unit)
            && !picture.Figures.Any(f => f.Points.Any(p => p.Min.Equals(Number(low)))),
        ["post", var act, .. var person] => Posted(picture, act, string.Join(' ', person)),
        ["judged", var outcome, var day, "by", .. var analyst] => picture.Judgements.Any(j => j.Outcome.ToString() == outcome && j.Due == Day(day) && j.By == string.Join(' ', analyst)
            && j.Evidence.IsEmpty == j.Outcome is JudgementOutcome.CannotBeTold or JudgementOutcome.NotYet),
        _ => throw new InvalidDataException($"no such expectation: {string.Join(' ', line)}"),
    };

    private static bool Lone(Picture picture, string place, string side, string report)
    {
        var lone = picture.Disputes.SingleOrDefault(d => d.Lone && d.Subject == place && d.Positions[^1].Says == "held by " + side && d.Positions[^1].Claims.All(c => picture.Claim(c)!.Report.Id == report));
        var said = picture.Situation(lone?.From).Sections.Where(s => s.Id == "disputes").SelectMany(s => s.Sentences);
        return lone is not null && said.Any(s => s.Note!.StartsWith("a lone claim", StringComparison.Ordinal) && s.Citations.Any(c => c.Report == report));
    }

    private static bool Posted(Picture picture, string act, string person)
    {
        var claim = picture.Claims.SingleOrDefault(c => c.Claim.Kind == "cohesion" && c.Claim.Act == act && c.Claim.Person == person);
        return claim is not null && picture.Situation().Sections.SelectMany(s => s.Sentences).Any(s => s.Text.Contains(person, StringComparison.Ordinal) && s.Citations.Any(c => c.Claim == claim.Claim.Id));
    }

    private static (Report Report, Claim[] Claims) Code(string written)
    {
        var head = written[..written.IndexOf('\n', StringComparison.Ordinal)].Split(" | ");
        var capture = new Capture(head[0], head[0], Encoding.UTF8.GetBytes(written[(written.IndexOf('\n', StringComparison.Ordinal) + 1)..]), MediaKind.Text, null, Day(head[1]));
        var read = Stages.Value.Read(capture).Report.ShouldNotBeNull() with { Id = head[0], Outlet = head.Length > 2 ? "The Institute" : "The Gazette", Institute = head.Length > 2 };
        return (read, [.. Stages.Value.Code(read).Claims]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
