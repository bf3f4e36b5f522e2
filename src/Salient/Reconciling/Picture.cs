using System.Collections.Immutable;
using Salient.Reconciling.Control;
using Salient.Reconciling.Front;
using Salient.Reconciling.Figures;
using Salient.Reconciling.Happenings;
using Salient.Reconciling.Judgements;
using Salient.Reconciling.Moving;
using Salient.Reconciling.Reckoning;
using Salient.Reconciling.Situations;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reconciling;

/// <summary>The data that reconciling goes by.</summary>
/// <param name="Start">First day of the war: what counts from there is cumulative.</param>
/// <param name="Parties">The two sides that can hold ground.</param>
/// <param name="Policy">How words about who holds a place are weighed.</param>
/// <param name="Baseline">Who held what before.</param>
/// <param name="Situation">How the situation is worded.</param>
public sealed record ReconcilingData(DateOnly Start, ImmutableArray<string> Parties, ControlPolicy Policy, Baseline Baseline, SituationRules Situation)
{
    /// <summary>Reads it: <c>policy.yaml</c> and <c>baseline.yaml</c> of the theatre, <c>situation.yaml</c>, <c>judgements.yaml</c> and <c>dynamics.yaml</c> of the rules.</summary>
    /// <param name="theatre">The theatre.</param>
    /// <param name="rules">The rules' folder.</param>
    /// <exception cref="ProblemException">SAL0701, SAL0702.</exception>
    public static ReconcilingData Load(Theatre theatre, string rules)
    {
        ArgumentNullException.ThrowIfNull(theatre);
        return new(theatre.Start, [.. theatre.Sides.Where(s => s.Party).Select(s => s.Id)], ControlPolicyLoader.Load(theatre.Folder), Baseline.Load(theatre.Folder), SituationRules.Load(rules).Named(theatre.Sides))
        {
            Stamp = DataStamp.Of(theatre.Folder),
            Sides = theatre.Sides,
            Bodies = Bodies.Of(theatre),
            Judging = JudgementRules.Load(rules),
            Moving = DynamicsRules.Load(rules),
            Axes = Axis.Load(theatre.Folder),
            Outline = Outline.Load(theatre.Folder),
        };
    }

    /// <summary>The theatre's sides, "none" among them.</summary>
    public ImmutableArray<Side> Sides { get; init; } = [];

    /// <summary>By which name institutions and persons count, whatever reports call them.</summary>
    public Bodies Bodies { get; init; } = Bodies.None;

    /// <summary>By which day judgements can be checked, and by what.</summary>
    public JudgementRules Judging { get; init; } = JudgementRules.None;

    /// <summary>What rates are reckoned from.</summary>
    public DynamicsRules Moving { get; init; } = DynamicsRules.None;

    /// <summary>Axes that advances are told by.</summary>
    public ImmutableArray<Axis> Axes { get; init; } = [];

    /// <summary>Which outlines a map draws; null where settlements alone give the ground.</summary>
    public Outline? Outline { get; init; }

    /// <summary>Stands for all this and for how it is used: findings kept under another stamp do not hold.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The stamp of the data in a theatre's folder, without reading all of it.</summary>
    public static string StampOf(string folder) => DataStamp.Of(folder);
}

/// <summary>
/// What the claims of a ledger amount to: the one thing that verbs and pages read. Each part is worked out when it is first asked for and kept;
/// a part is a pure function of the claims, so the order in which reports came does not matter. Thread-safe as far as the ledger is.
/// </summary>
public sealed class Picture
{
    private const int Week = 7;
    private static readonly FindingPart[] Disputing = [FindingPart.Told, FindingPart.Denied, FindingPart.Taken, FindingPart.Counted, FindingPart.Held];
    private readonly ILedgerReader ledger;
    private readonly ReconcilingData data;
    private readonly Reckoner reckoner;
    private readonly bool early;
    private readonly Lazy<ImmutableArray<RecordedClaim>> all;
    private readonly Lazy<ImmutableArray<ReportHeader>> reports;
    private readonly Lazy<ImmutableArray<RecordedClaim>> claims;
    private readonly Lazy<Dictionary<string, ReportHeader>> headers;
    private readonly Lazy<Dictionary<string, RecordedClaim>> byId;
    private readonly Lazy<ImmutableArray<(RecordedClaim Claim, DateOnly Day)>> takenBack;
    private readonly Lazy<IFindings> findings;
    private readonly Lazy<SaidIndex> said;
    private readonly Lazy<ImmutableArray<ControlHistory>> control;
    private readonly Lazy<ImmutableArray<(ControlHistory History, ControlState State)>> changes;
    private readonly Lazy<FrontDrawer> drawer;
    private readonly Lazy<DynamicsReckoner> moving;
    private readonly Lazy<ImmutableArray<CopyGroup>> copies;
    private readonly Lazy<Voices> voices;
    private readonly Lazy<ImmutableArray<FigureSeries>> figures;
    private readonly Lazy<ImmutableArray<DerivedFigure>> derived;
    private readonly Lazy<ImmutableArray<Dispute>> disputes;
    private readonly Lazy<ImmutableArray<Happening>> happenings;
    private readonly Lazy<ImmutableArray<SourceRecord>> sources;
    private readonly Lazy<ImmutableArray<JudgedClaim>> judgements;

    /// <summary>Pictures the current run of <paramref name="ledger"/>: from the findings that it keeps, where they hold; else from its claims.</summary>
    /// <param name="ledger">The ledger; must stay open.</param>
    /// <param name="data">What reconciling goes by.</param>
    /// <param name="places">The gazetteer's settlements, raions and oblasts; called when control is first asked for.</param>
    public Picture(ILedgerReader ledger, ReconcilingData data, Func<IEnumerable<Place>> places)
        : this(ledger, data, new Reckoner(data, places))
    {
    }

    /// <summary>Pictures the current run of <paramref name="ledger"/> with what another picture of the same data has loaded already.</summary>
    /// <param name="ledger">The ledger; must stay open.</param>
    /// <param name="data">What reconciling goes by.</param>
    /// <param name="reckoner">Made of the same data.</param>
    public Picture(ILedgerReader ledger, ReconcilingData data, Reckoner reckoner)
        : this(ledger, data, reckoner, early: false)
    {
    }

    private Picture(Picture early, ILedgerReader ledger)
        : this(ledger, early.data, early.reckoner, early: false)
    {
        // Worked out now, while the early picture's ledger is open.
        _ = (early.reports.Value.Length, early.Claims.Length, early.headers.Value, early.byId.Value, early.takenBack.Value, early.said.Value);
        (reports, all, claims, headers, byId, takenBack, said) = (early.reports, early.all, early.claims, early.headers, early.byId, early.takenBack, early.said);
    }

    private Picture(ILedgerReader ledger, ReconcilingData data, Reckoner reckoner, bool early)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(data);
        (this.ledger, this.data, this.reckoner, this.early) = (ledger, data, reckoner, early);
        reports = new(ledger.Reports);
        all = new(() => [.. Revised(ledger.Claims())]);
        headers = new(() => reports.Value.ToDictionary(r => r.Id));
        byId = new(() => all!.Value.ToDictionary(c => c.Claim.Id, StringComparer.Ordinal));
        takenBack = new(() => [.. all!.Value.Select(c => (Claim: c, Day: TakenBack(c))).Where(c => c.Day is not null).Select(c => (c.Claim, c.Day!.Value))]);
        claims = new(() => all.Value.All(c => c.Stands) ? all.Value : [.. all.Value.Where(c => c.Stands)]);
        said = new(() => new SaidIndex(Claims, data.Situation, data.Bodies));
        findings = new(() => ledger.Findings(data.Stamp) ?? Overlaid(reckoner) ?? Made(reckoner));
        control = new(() => [.. reckoner.Histories(findings.Value, early)]);
        changes = new(() => [.. Control.SelectMany(h => h.States.Skip(1).Select(s => (h, s)))
            .OrderByDescending(p => p.s.From).ThenBy(p => p.s.Status == ControlStatus.Inferred).ThenByDescending(p => p.h.Place.Population).ThenBy(p => p.h.Place.GeonameId)]);
        drawer = new(() => new FrontDrawer(Control));
        var axes = new AxisIndex(data.Axes);
        moving = new(() => new DynamicsReckoner(data.Moving, data.Parties, new GroundReckoner(Control, drawer.Value.Cells, axes), axes, voices!.Value));
        copies = new(() => [.. findings.Value.Copies().OrderBy(g => g.Original, StringComparer.Ordinal)]);
        voices = new(() => Voices.Of(data.Bodies, Copies.SelectMany(g => g.Copies.Select(c => KeyValuePair.Create(c, Keys.Voice(headers.Value[g.Original]))))));
        figures = new(() => [.. All(FindingPart.Counted).SelectMany(f => f.Figures)
            .OrderBy(s => s.Measure, StringComparer.Ordinal).ThenBy(s => s.Side, StringComparer.Ordinal).ThenBy(s => s.Claimant, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)]);
        derived = new(() => [.. All(FindingPart.Reckoned).SelectMany(f => f.Derived).OrderBy(d => d.Day).ThenBy(d => string.Join(' ', d.Claims), StringComparer.Ordinal)]);
        disputes = new(() => [.. Disputing.SelectMany(All).SelectMany(f => f.Disputes).OrderByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal)]);
        happenings = new(() => [.. Joined(All(FindingPart.Told).SelectMany(f => f.Happenings)).OrderBy(h => h.From).ThenBy(h => h.Id, StringComparer.Ordinal)]);
        sources = new(() => SourceReconciler.Records(findings.Value.Sources()));
        judgements = new(Judged);
    }

    /// <summary>
    /// The same without waiting for the settlements that no word tells of: where words have come or gone since those were worked out, they stand as before, and the settlements that
    /// the words name as their own words tell. For who has just written; <see cref="Whole"/> follows it.
    /// </summary>
    public Picture Early() => new(ledger, data, reckoner, early: true);

    /// <summary>False where settlements stand as before, waiting for <see cref="Whole"/>.</summary>
    public bool Settled => !early || findings.Value.Settled;

    /// <summary>The whole picture of the ledger of which this is the early one, with the claims that this has read.</summary>
    /// <param name="same">The same ledger at the same revision, opened once more; must stay open.</param>
    public Picture Whole(ILedgerReader same) => new(this, same);

    /// <summary>All claims, those that weigh nothing any more among them, in order of publication.</summary>
    public ImmutableArray<RecordedClaim> Shown => all.Value;

    /// <summary>All claims that weigh, in order of publication: those that an analyst rejected, or that a later version of their report no longer makes, or whose report was withdrawn, are left out.</summary>
    public ImmutableArray<RecordedClaim> Claims => claims.Value;

    /// <summary>Who held each settlement that the baseline covers, when, and why; by GeoNames id.</summary>
    public ImmutableArray<ControlHistory> Control => control.Value;

    /// <summary>The front on <paramref name="on"/> (the last day that a report has); null where no report is dated.</summary>
    public FrontLine? Front(DateOnly? on = null) => (on ?? LastDay) is { } day ? drawer.Value.Draw(day) : null;

    /// <summary>What each side holds on each day from <paramref name="since"/> (the baseline's) to <paramref name="until"/> (the last that a report has).</summary>
    public IEnumerable<HeldArea> Areas(DateOnly? since = null, DateOnly? until = null)
    {
        var first = since ?? Start;
        return (until ?? LastDay) is { } last && last >= first ? drawer.Value.Areas(Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)) : [];
    }

    /// <summary>The day that the baseline is of: the first of every history.</summary>
    public DateOnly Start => data.Baseline.Day;

    /// <summary>The theatre's sides, "none" among them.</summary>
    public ImmutableArray<Side> Sides => data.Sides;

    /// <summary>Which outlines a map of the theatre draws; null where settlements alone give the ground.</summary>
    public Outline? Outline => data.Outline;

    /// <summary>The country (ISO 3166 alpha-2) whose settlements have histories.</summary>
    public string Country => data.Baseline.Country;

    /// <summary>Reports that are one text.</summary>
    public ImmutableArray<CopyGroup> Copies => copies.Value;

    /// <summary>Claimed figures as series, by measure, side and claimant.</summary>
    public ImmutableArray<FigureSeries> Figures => figures.Value;

    /// <summary>Figures that no report gives but that claims allow to be reckoned.</summary>
    public ImmutableArray<DerivedFigure> Derived => derived.Value;

    /// <summary>Claims that cannot all be true; the latest first.</summary>
    public ImmutableArray<Dispute> Disputes => disputes.Value;

    /// <summary>What happened, each happening once; by day.</summary>
    public ImmutableArray<Happening> Happenings => happenings.Value;

    /// <summary>How each source has fared; most claims first.</summary>
    public ImmutableArray<SourceRecord> Sources => sources.Value;

    /// <summary>What named analysts judged and foretold, with the day on which it can be checked and what became of it; in order of publication.</summary>
    public ImmutableArray<JudgedClaim> Judgements => judgements.Value;

    /// <summary>How the war moves in whole weeks that end on <paramref name="on"/>, from about <paramref name="since"/>.</summary>
    public WarDynamics Dynamics(DateOnly since, DateOnly on) => moving.Value.Of(since, on, said.Value.Advances, Happenings, Figures, reports.Value.Select(r => r.Date.Reference).OfType<DateOnly>());

    /// <summary>What the claimants' last figures of the <paramref name="days"/> up to <paramref name="on"/> say together: lowest, median, highest.</summary>
    public ImmutableArray<FigureSpan> Spans(DateOnly on, int days = 14) => FigureReconciler.Spans(Figures, on, days);

    /// <summary>One claim, or null.</summary>
    public RecordedClaim? Claim(string id) => ledger.Claim(id);

    /// <summary>One report in full, or null.</summary>
    public Report? Report(string id) => ledger.Report(id);

    /// <summary>What sides, sources and reports are called.</summary>
    public Names Names => new(data.Situation.Sides, headers.Value.GetValueOrDefault);

    /// <summary>By which name institutions and persons count, whatever reports call them.</summary>
    public Bodies Bodies => data.Bodies;

    /// <summary>Who says a claim at the far end of its chain: what sources' records and corroboration count by.</summary>
    public string Origin(RecordedClaim claim) => voices.Value.Origin(claim);

    /// <summary>The claims of one report, by position.</summary>
    public ImmutableArray<RecordedClaim> ClaimsOf(string report) => ledger.ClaimsOf(report);

    /// <summary>Claims whose words or names match, at most <paramref name="limit"/>.</summary>
    public ImmutableArray<RecordedClaim> Search(string query, int limit = 50) => ledger.Search(query, limit);

    /// <summary>Settlements whose assessed holder changed after <paramref name="since"/> and by <paramref name="on"/>, with the state that it changed to; latest first.</summary>
    public ImmutableArray<(ControlHistory History, ControlState State)> Changes(DateOnly since, DateOnly on) =>
        [.. changes.Value.SkipWhile(c => c.State.From > on).TakeWhile(c => c.State.From > since)];

    /// <summary>The last day that a report has; null where none has one.</summary>
    public DateOnly? LastDay => reports.Value.Select(r => r.Date.Reference).Where(d => d is not null).DefaultIfEmpty(null).Max();

    /// <summary>The histories of settlements called <paramref name="name"/> (letters alone, case aside; where there is none of that name, those alike but for vowels), most claims first.</summary>
    public ImmutableArray<ControlHistory> ControlOf(string name)
    {
        var same = Named(h => Letters(h.Place.Name) == Letters(name));
        return same.IsEmpty ? Named(h => Consonants(h.Place.Name) == Consonants(name)) : same;
    }

    /// <summary>The history of the settlement with that GeoNames id, or null.</summary>
    public ControlHistory? ControlOf(int geonameId) => Control.FirstOrDefault(h => h.Place.GeonameId == geonameId);

    /// <summary>The situation on <paramref name="on"/> (the last day that a report has), told of the days from <paramref name="since"/> (a week).</summary>
    public Situation Situation(DateOnly? on = null, DateOnly? since = null)
    {
        var undated = reports.Value.Count(r => r.Date.Reference is null);
        if ((on ?? LastDay) is not { } last)
        {
            return new Situation(null, null, 0, 0, undated, []);
        }

        var first = since ?? last.AddDays(1 - Week);
        var (from, to) = (first < Start ? Start : first, last > LastDay ? LastDay.Value : last);
        var told = said.Value.Told(first, last);
        var open = Disputes.Where(d => d.From <= last && d.To >= first).ToList();
        var notes = open.SelectMany(d => d.Positions.SelectMany(p => p.Claims).Select(c => (Claim: c, Note: d.Lone ? "stands alone against the established picture" : "disputed")))
            .DistinctBy(p => p.Claim).ToDictionary(p => p.Claim, p => p.Note);
        var found = new SituationFindings(Names, byId.Value.GetValueOrDefault, last);
        ImmutableArray<SituationSection> sections =
        [
            found.Changes(Changes(first > DateOnly.MinValue ? first.AddDays(-1) : first, last)),
            found.Moving(to.DayNumber - from.DayNumber + 1 >= Week && !Control.IsEmpty ? Dynamics(from, to) : null),
            .. new SituationWriter(data.Situation, said.Value).Write(told, notes),
            found.Derived(FigureReckoning.Reckon(said.Value.Strengths(told))),
            found.TakenBack(takenBack.Value.Where(c => c.Day >= first && c.Day <= last).Select(c => c.Claim)),
            found.Disputes(open),
            found.Judgements(Judgements.Where(j => j.Due >= first && j.Due <= last && j.Outcome is JudgementOutcome.CameTrue or JudgementOutcome.DidNot or JudgementOutcome.NotReached)),
        ];
        return new Situation(last, first, said.Value.Reports(told), told.Count, undated, [.. sections.Where(s => !s.Sentences.IsEmpty)]);
    }

    // The day on which a report was withdrawn, or on which the version came that says it otherwise.
    private DateOnly? TakenBack(RecordedClaim claim)
    {
        if (claim.Revision is not { } revision)
        {
            return null;
        }

        var (day, later) = revision.Later is null ? (claim.Report.Retracted?.Day, claim.Report) : (null, headers.Value.GetValueOrDefault(revision.Later, claim.Report));
        day ??= later.Fetched?[..10];
        return day is not null && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var known) ? known : later.Date.Reference;
    }

    private ImmutableArray<JudgedClaim> Judged()
    {
        var finder = new JudgementFinder(data.Judging, voices.Value);
        var found = Claims.Select(finder.Find).OfType<FoundJudgement>().ToList();
        if (found.Count == 0)
        {
            return [];
        }

        var checker = new JudgementChecker(data.Judging, data.Parties, Control.ToDictionary(h => h.Place.GeonameId), Happenings.ToLookup(h => h.Place), LastDay);
        return [.. found.Select(checker.Check)];
    }

    // Where the ledger keeps nothing that holds, what later versions no longer say is known from what was worked out here.
    private IEnumerable<RecordedClaim> Revised(IEnumerable<RecordedClaim> claims)
    {
        if (findings!.Value is not MemoryFindings made)
        {
            return claims;
        }

        var revised = made.Entries.SelectMany(e => e?.Revised ?? []).ToDictionary(r => r.Claim);
        return claims.Select(c => c.Revision is null && revised.TryGetValue(c.Claim.Id, out var revision) ? c with { Revision = revision } : c);
    }

    private IEnumerable<Finding> All(FindingPart part) => findings.Value.All(part);

    /// <summary>Happenings as they stand, but for those that an analyst has joined.</summary>
    private IEnumerable<Happening> Joined(IEnumerable<Happening> happenings)
    {
        if (!ledger.Reviews().Any(r => r.Act == "join"))
        {
            return happenings;
        }

        var disputed = Disputes.SelectMany(d => d.Positions).SelectMany(p => p.Claims).ToHashSet();
        return new HappeningReconciler(data.Parties).Join(happenings, Claims.ToDictionary(c => c.Claim.Id), voices.Value, disputed.Contains);
    }

    // What analysts have said touches a few reports: only what those bear on is worked out anew.
    private IFindingStore? Overlaid(Reckoner reckoner)
    {
        if (ledger.Overlaid(data.Stamp) is not { } over)
        {
            return null;
        }

        reckoner.Update(over, texts: false);
        if (!over.Settled && !early)
        {
            reckoner.Settle(over);
        }

        return over;
    }

    private MemoryFindings Made(Reckoner reckoner)
    {
        var made = new MemoryFindings(ledger);
        reckoner.Update(made);
        reckoner.Settle(made);
        return made;
    }

    private ImmutableArray<ControlHistory> Named(Func<ControlHistory, bool> called) =>
        [.. Control.Where(called).OrderByDescending(h => h.Views.Length).ThenByDescending(h => h.Place.Population).ThenBy(h => h.Place.GeonameId)];

    private static string Consonants(string name) => string.Concat(Letters(name).Where(c => !"AEIOUYJ".Contains(c, StringComparison.Ordinal)));

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();
}
