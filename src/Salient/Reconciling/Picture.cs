using System.Collections.Immutable;
using Salient.Reconciling.Control;
using Salient.Reconciling.Copies;
using Salient.Reconciling.Disputes;
using Salient.Reconciling.Figures;
using Salient.Reconciling.Happenings;
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
    /// <summary>Reads it: <c>policy.yaml</c> and <c>baseline.yaml</c> of the theatre, <c>situation.yaml</c> of the rules.</summary>
    /// <param name="theatre">The theatre.</param>
    /// <param name="rules">The rules' folder.</param>
    /// <exception cref="ProblemException">SAL0701, SAL0702.</exception>
    public static ReconcilingData Load(Theatre theatre, string rules)
    {
        ArgumentNullException.ThrowIfNull(theatre);
        return new(theatre.Start, [.. theatre.Sides.Where(s => s.Party).Select(s => s.Id)], ControlPolicyLoader.Load(theatre.Folder), Baseline.Load(theatre.Folder), SituationRules.Load(rules));
    }
}

/// <summary>
/// What the claims of a ledger amount to: the one thing that verbs and pages read. Each part is worked out when it is first asked for and kept;
/// a part is a pure function of the claims, so the order in which reports came does not matter. Thread-safe as far as the ledger is.
/// </summary>
public sealed class Picture
{
    private const int Week = 7;
    private readonly ILedgerReader ledger;
    private readonly ReconcilingData data;
    private readonly Lazy<ImmutableArray<RecordedClaim>> all;
    private readonly Lazy<ImmutableArray<RecordedClaim>> claims;
    private readonly Lazy<ImmutableArray<ControlHistory>> control;
    private readonly Lazy<ImmutableArray<CopyGroup>> copies;
    private readonly Lazy<ImmutableDictionary<string, string>> originals;
    private readonly Lazy<ImmutableArray<FigureSeries>> figures;
    private readonly Lazy<ImmutableArray<Dispute>> disputes;
    private readonly Lazy<ImmutableHashSet<string>> disputed;
    private readonly Lazy<ImmutableArray<Happening>> happenings;
    private readonly Lazy<ImmutableArray<SourceRecord>> sources;

    /// <summary>Pictures the current run of <paramref name="ledger"/>.</summary>
    /// <param name="ledger">The ledger; must stay open.</param>
    /// <param name="data">What reconciling goes by.</param>
    /// <param name="places">The gazetteer's settlements, raions and oblasts; called when control is first asked for.</param>
    public Picture(ILedgerReader ledger, ReconcilingData data, Func<IEnumerable<Place>> places)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        (this.ledger, this.data) = (ledger, data);
        all = new(() => [.. ledger.Claims()]);
        claims = new(() => all.Value.Any(c => c.Rejected) ? [.. all.Value.Where(c => !c.Rejected)] : all.Value);
        control = new(() => new ControlReconciler(data.Policy, data.Baseline, places(), data.Parties).Reconcile(claims.Value));
        copies = new(() => CopyFolder.Fold(ledger.Reports(), Text));
        originals = new(() => copies.Value.SelectMany(g => g.Copies.Select(c => KeyValuePair.Create(c, g.Original))).ToImmutableDictionary());
        figures = new(() => new FigureReconciler(data.Start).Series(Claims, originals.Value));
        disputes = new(() => DisputeFinder.Find(Claims, Control, Figures, originals.Value));
        disputed = new(() => [.. Disputes.SelectMany(d => d.Positions).SelectMany(p => p.Claims)]);
        happenings = new(() => HappeningReconciler.Reconcile(Claims, originals.Value, disputed.Value));
        sources = new(() => SourceReconciler.Reconcile(all.Value, Happenings, Control, disputed.Value, originals.Value));
    }

    /// <summary>All claims that weigh, in order of publication: those that an analyst rejected are left out.</summary>
    public ImmutableArray<RecordedClaim> Claims => claims.Value;

    /// <summary>Who held each settlement that the baseline covers, when, and why; by GeoNames id.</summary>
    public ImmutableArray<ControlHistory> Control => control.Value;

    /// <summary>The day that the baseline is of: the first of every history.</summary>
    public DateOnly Start => data.Baseline.Day;

    /// <summary>The country (ISO 3166 alpha-2) whose settlements have histories.</summary>
    public string Country => data.Baseline.Country;

    /// <summary>Reports that are one text.</summary>
    public ImmutableArray<CopyGroup> Copies => copies.Value;

    /// <summary>Claimed figures as series, by measure, side and claimant.</summary>
    public ImmutableArray<FigureSeries> Figures => figures.Value;

    /// <summary>Figures that no report gives but that claims allow to be reckoned.</summary>
    public ImmutableArray<DerivedFigure> Derived => FigureReckoning.Reckon(Claims);

    /// <summary>Claims that cannot all be true; the latest first.</summary>
    public ImmutableArray<Dispute> Disputes => disputes.Value;

    /// <summary>What happened, each happening once; by day.</summary>
    public ImmutableArray<Happening> Happenings => happenings.Value;

    /// <summary>How each source has fared; most claims first.</summary>
    public ImmutableArray<SourceRecord> Sources => sources.Value;

    /// <summary>What the claimants' last figures of the <paramref name="days"/> up to <paramref name="on"/> say together: lowest, median, highest.</summary>
    public ImmutableArray<FigureSpan> Spans(DateOnly on, int days = 14) => FigureReconciler.Spans(Figures, on, days);

    /// <summary>One claim, or null.</summary>
    public RecordedClaim? Claim(string id) => ledger.Claim(id);

    /// <summary>One report in full, or null.</summary>
    public Report? Report(string id) => ledger.Report(id);

    /// <summary>The claims of one report, by position.</summary>
    public ImmutableArray<RecordedClaim> ClaimsOf(string report) => ledger.ClaimsOf(report);

    /// <summary>Claims whose words or names match, at most <paramref name="limit"/>.</summary>
    public ImmutableArray<RecordedClaim> Search(string query, int limit = 50) => ledger.Search(query, limit);

    /// <summary>Settlements whose assessed holder changed after <paramref name="since"/> and by <paramref name="on"/>, with the state that it changed to; latest first.</summary>
    public ImmutableArray<(ControlHistory History, ControlState State)> Changes(DateOnly since, DateOnly on) =>
    [
        .. Control.SelectMany(h => h.States.Skip(1).Where(s => s.From > since && s.From <= on).Select(s => (h, s)))
            .OrderByDescending(p => p.s.From).ThenBy(p => p.s.Status == ControlStatus.Inferred).ThenByDescending(p => p.h.Place.Population).ThenBy(p => p.h.Place.GeonameId),
    ];

    /// <summary>The last day that a report has; null where none has one.</summary>
    public DateOnly? LastDay => ledger.Reports().Select(r => r.Date.Reference).Where(d => d is not null).DefaultIfEmpty(null).Max();

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
        var reports = ledger.Reports();
        var undated = reports.Count(r => r.Date.Reference is null);
        if ((on ?? LastDay) is not { } last)
        {
            return new Situation(null, null, 0, 0, undated, []);
        }

        var first = since ?? last.AddDays(1 - Week);
        var told = Claims.Where(c => c.Report.Date.Reference <= last && c.AsOf is { } day && day >= first && day <= last).ToList();
        var open = Disputes.Where(d => d.From <= last && d.To >= first).ToList();
        var notes = open.SelectMany(d => d.Positions.SelectMany(p => p.Claims).Select(c => (Claim: c, Note: d.Lone ? "stands alone against the established picture" : "disputed")))
            .DistinctBy(p => p.Claim).ToDictionary(p => p.Claim, p => p.Note);
        var byId = told.ToDictionary(c => c.Claim.Id);
        var findings = new SituationFindings(data.Situation, id => byId.GetValueOrDefault(id) ?? ledger.Claim(id));
        ImmutableArray<SituationSection> sections =
        [
            findings.Changes(Changes(first.AddDays(-1), last)),
            .. new SituationWriter(data.Situation).Write(told, notes),
            findings.Derived(FigureReckoning.Reckon(told)),
            findings.Disputes(open),
        ];
        return new Situation(last, first, told.Select(c => c.Report.Id).Distinct().Count(), told.Count, undated, [.. sections.Where(s => !s.Sentences.IsEmpty)]);
    }

    private string Text(string report)
    {
        var read = ledger.Report(report);
        return read is null ? "" : string.Join('\n', read.Paragraphs.Where(p => p.Coded).Select(p => p.Span.Of(read.Text)));
    }

    private ImmutableArray<ControlHistory> Named(Func<ControlHistory, bool> called) =>
        [.. Control.Where(called).OrderByDescending(h => h.Views.Length).ThenByDescending(h => h.Place.Population).ThenBy(h => h.Place.GeonameId)];

    private static string Consonants(string name) => string.Concat(Letters(name).Where(c => !"AEIOUYJ".Contains(c, StringComparison.Ordinal)));

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();
}
