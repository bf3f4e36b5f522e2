using System.Collections.Immutable;
using Salient.Reconciling.Moving;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Sections on what the claims amount to: places that changed hands, disputes, figures reckoned.</summary>
/// <param name="names">What sides, sources and reports are called.</param>
/// <param name="claim">A claim by its id.</param>
/// <param name="last">The day told of: what was told by then is cited before what was told later.</param>
internal sealed class SituationFindings(Names names, Func<string, RecordedClaim?> claim, DateOnly last)
{
    private const int MostSentences = 20, MostCitations = 4, MostOrigins = 3;

    /// <summary>Places whose assessed holder changed; inferred ones are counted, not listed.</summary>
    public SituationSection Changes(ImmutableArray<(ControlHistory History, ControlState State)> changes)
    {
        var named = changes.Where(c => c.State.Status != ControlStatus.Inferred).ToList();
        var sentences = named.Take(MostSentences).Select(c => new SituationSentence(
            $"{c.History.Place.Name} is assessed as held by {names.Side(c.State.Holder)} since {Phrasing.Day(c.State.From)} ({Phrasing.Status(c.State.Status)}; {Phrasing.Grade(c.State.Confidence)}, {c.State.Confidence} of 6).",
            c.State.Against.Any(a => claim(a) is { } against && Told(against)) ? "claims speak against it" : null,
            Cite(c.State.For.Concat(c.State.Against)))).ToList();
        foreach (var side in changes.Where(c => c.State.Status == ControlStatus.Inferred).GroupBy(c => c.State.Holder).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            sentences.Add(new SituationSentence(
                $"{Phrasing.Count(side.Count(), "more settlement")} {(side.Count() == 1 ? "is" : "are")} inferred to have come under {names.Side(side.Key)}.", "inferred from the named places around them; no claim names them", []));
        }

        return new SituationSection("changes", "What changed hands, as assessed", [.. sentences], Math.Max(0, named.Count - MostSentences));
    }

    /// <summary>Disputes, those that stand alone against the picture first.</summary>
    public SituationSection Disputes(IReadOnlyList<Dispute> disputes)
    {
        var sentences = disputes.OrderByDescending(d => d.Lone).ThenBy(d => d.Settled is not null).ThenByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal).Take(MostSentences)
            .Select(d => new SituationSentence(
                $"{names.Subject(d)}: {string.Join("; ", d.Positions.Select(p => Position(d, p)))}.",
                (d.Lone ? "a lone claim against the established picture; " : "") + (d.Settled is { } s ? $"settled: {names.Settled(s)}" : "open"),
                Cite(d.Positions.SelectMany(p => p.Claims.Take(2)))));
        return new SituationSection("disputes", "What sources disagree on", [.. sentences], Math.Max(0, disputes.Count - MostSentences));
    }

    /// <summary>Figures that claims allow to be reckoned.</summary>
    public SituationSection Derived(IEnumerable<DerivedFigure> figures) => new(
        "derived",
        "Reckoned from the claims",
        [.. figures.Take(MostSentences).Select(f => new SituationSentence(
            $"{names.Side(f.Side)}: {Phrasing.Range(new Bounds(f.Min, f.Max))} {Phrasing.Plural(f.What)} ({f.Reckoning}).", "derived; no report says so", Cite(f.Claims)))],
        0);

    /// <summary>How the war moved: ground, attacks and what ground cost, each with both its ends.</summary>
    public SituationSection Moving(WarDynamics? dynamics)
    {
        var ground = (dynamics?.Advances ?? []).OrderByDescending(a => a.SquareKilometres.High).ThenBy(a => a.Axis, StringComparer.Ordinal).ThenBy(a => a.From).Select(a => new SituationSentence(
            $"{names.Side(a.Side)} took {Phrasing.Range(a.SquareKilometres, Phrasing.Rough)} km² {AxisIndex.Where(a.Axis)} from {Phrasing.Day(a.From)} to {Phrasing.Day(a.To)}, {Phrasing.Range(a.Daily, Phrasing.Rough)} a day.",
            a.Inferred > 0 ? $"{Phrasing.Number(a.Inferred)} of {Phrasing.Count(a.Settlements, "settlement")} inferred" : null, Cite(a.Claims))).ToList();
        var attacks = (dynamics?.Attacks ?? []).Where(t => t.Attacks.High > 0).Select(t => new SituationSentence(
            $"{names.Side(t.Side)}, {t.Title}: {Phrasing.Range(t.Attacks)} told of from {Phrasing.Day(t.From)} to {Phrasing.Day(t.To)}.", $"in {Phrasing.Count(t.Reports, "report")}; few reports tell of few attacks", [])).ToList();
        var costs = (dynamics?.Costs ?? []).Where(c => c.Each is not null).Select(c => new SituationSentence(
            $"{names.Side(c.Side)} lost {Phrasing.Range(c.Lost)} ({Measures.Name(c.Measure)}) from {Phrasing.Day(c.From)} to {Phrasing.Day(c.To)} by the figures of {names.Origin(c.Claimant)}, {Phrasing.Range(c.Each!.Value, Phrasing.Rough)} for each km² that it took.",
            $"reckoned from figures and from {Phrasing.Range(c.SquareKilometres, Phrasing.Rough)} km² as assessed; no report says so", Cite(c.Claims)));
        return new SituationSection("dynamics", "How it moves", [.. ground.Take(MostSentences), .. attacks.TakeLast(MostSentences), .. costs], Math.Max(0, ground.Count - MostSentences) + Math.Max(0, attacks.Count - MostSentences));
    }

    /// <summary>What analysts judged and what became of it.</summary>
    public SituationSection Judgements(IEnumerable<JudgedClaim> judged)
    {
        var all = judged.ToList();
        return new SituationSection(
            "judgements",
            "What became of analysts' judgements",
            [.. all.OrderByDescending(j => j.Due).ThenBy(j => j.Claim, StringComparer.Ordinal).Take(MostSentences).Select(j => new SituationSentence(
                $"What {names.Origin(j.By)} said on {Phrasing.Day(j.Said)}{Words(j.Claim)} {Became(j.Outcome)}: {names.Checked(j.Reason)}.", $"checked on {Phrasing.Day(j.Due)}: {j.DueBy}", Cite(j.Evidence.Prepend(j.Claim))))],
            Math.Max(0, all.Count - MostSentences));
    }

    /// <summary>Reports that their outlets withdrew, and what later versions no longer say.</summary>
    public SituationSection TakenBack(IEnumerable<RecordedClaim> claims)
    {
        var reports = claims.GroupBy(c => c.Report.Id).OrderByDescending(g => g.First().Report.Date.Reference).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new SituationSection(
            "taken-back",
            "What was taken back",
            [.. reports.Take(MostSentences).Select(g => new SituationSentence(
                $"{g.First().Report.Outlet ?? "The outlet"}{(g.First().Report.Date.Reference is { } day ? $", report of {Phrasing.Day(day)}" : "")}: {string.Join(", ", g.GroupBy(c => c.Revision!.Fate).OrderBy(f => f.Key).Select(f => $"{Phrasing.Count(f.Count(), "claim")} {f.Key.ToString().ToLowerInvariant()}"))}.",
                g.First().Report.Retracted?.Note ?? "they weigh nothing any more",
                Cite(g.Order().Select(c => c.Claim.Id))))],
            Math.Max(0, reports.Count - MostSentences));
    }

    private static string Became(JudgementOutcome outcome) => outcome switch { JudgementOutcome.CameTrue => "came true", JudgementOutcome.NotReached => "was not reached", _ => "did not come true" };

    /// <summary>", “it will fall within days”,": what was said, where the claim is there.</summary>
    private string Words(string id) => claim(id) is { } said ? $", {SituationWriter.Quotation(said)}," : "";

    private ImmutableArray<Citation> Cite(IEnumerable<string> ids)
    {
        var all = ids.Distinct().Select(claim).OfType<RecordedClaim>().ToList();
        var told = all.Where(Told).ToList();
        return [.. (told.Count > 0 ? told : all).Take(MostCitations).Select(SituationWriter.Cite)];
    }

    private bool Told(RecordedClaim said) => said.Report.Date.Reference is not { } day || day <= last;

    /// <summary>"held by Russia, say Russia's own side, the staff and 2 more".</summary>
    private string Position(Dispute dispute, DisputePosition position) =>
        $"{names.Said(dispute, position.Says)}, {(position.Origins.Length == 1 ? "says" : "say")} {string.Join(", ", position.Origins.Take(MostOrigins).Select(o => Voice(o, position)))}{(position.Origins.Length > MostOrigins ? $" and {position.Origins.Length - MostOrigins} more" : "")}";

    /// <summary>An origin by its name; where a side speaks for itself, by whom: "Russia's own side (the ministry)".</summary>
    private string Voice(string origin, DisputePosition position)
    {
        var speakers = position.Claims.Select(claim).Select(c => c?.Claim.Sources.FirstOrDefault()).Where(s => s?.Side == origin).Select(s => s!.Name).Distinct().Take(MostOrigins).ToList();
        return names.Origin(origin) + (speakers.Count == 0 ? "" : $" ({string.Join(", ", speakers)})");
    }
}
