using System.Collections.Immutable;
using Salient.Reconciling.Control;
using Salient.Reconciling.Situations;
using Salient.Records;

namespace Salient.Reconciling;

/// <summary>The data that reconciling goes by.</summary>
/// <param name="Parties">The two sides that can hold ground.</param>
/// <param name="Policy">How words about who holds a place are weighed.</param>
/// <param name="Baseline">Who held what before.</param>
/// <param name="Situation">How the situation is worded.</param>
public sealed record ReconcilingData(ImmutableArray<string> Parties, ControlPolicy Policy, Baseline Baseline, SituationRules Situation)
{
    /// <summary>Reads it: <c>policy.yaml</c> and <c>baseline.yaml</c> of the theatre, <c>situation.yaml</c> of the rules.</summary>
    /// <param name="parties">The theatre's belligerents, in its order.</param>
    /// <param name="theatre">The theatre's folder.</param>
    /// <param name="rules">The rules' folder.</param>
    /// <exception cref="ProblemException">SAL0701, SAL0702.</exception>
    public static ReconcilingData Load(IEnumerable<string> parties, string theatre, string rules) =>
        new([.. parties], ControlPolicyLoader.Load(theatre), Baseline.Load(theatre), SituationRules.Load(rules));
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
    private readonly Lazy<ImmutableArray<RecordedClaim>> claims;
    private readonly Lazy<ImmutableArray<ControlHistory>> control;

    /// <summary>Pictures the current run of <paramref name="ledger"/>.</summary>
    /// <param name="ledger">The ledger; must stay open.</param>
    /// <param name="data">What reconciling goes by.</param>
    /// <param name="places">The gazetteer's settlements, raions and oblasts; called when control is first asked for.</param>
    public Picture(ILedgerReader ledger, ReconcilingData data, Func<IEnumerable<Place>> places)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        (this.ledger, this.data) = (ledger, data);
        claims = new(() => [.. ledger.Claims()]);
        control = new(() => new ControlReconciler(data.Policy, data.Baseline, places(), data.Parties).Reconcile(claims.Value));
    }

    /// <summary>All claims, in order of publication.</summary>
    public ImmutableArray<RecordedClaim> Claims => claims.Value;

    /// <summary>Who held each settlement that the baseline covers, when, and why; by GeoNames id.</summary>
    public ImmutableArray<ControlHistory> Control => control.Value;

    /// <summary>The day that the baseline is of: the first of every history.</summary>
    public DateOnly Start => data.Baseline.Day;

    /// <summary>The last day that a report has; null where none has one.</summary>
    public DateOnly? LastDay => ledger.Reports().Select(r => r.Date.Reference).Where(d => d is not null).DefaultIfEmpty(null).Max();

    /// <summary>The histories of settlements called <paramref name="name"/> (letters alone, case aside), most claims first.</summary>
    public ImmutableArray<ControlHistory> ControlOf(string name)
    {
        var key = Letters(name);
        return [.. Control.Where(h => Letters(h.Place.Name) == key).OrderByDescending(h => h.Views.Length).ThenByDescending(h => h.Place.Population).ThenBy(h => h.Place.GeonameId)];
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
        var sections = new SituationWriter(data.Situation).Write(told, ImmutableDictionary<string, string>.Empty);
        return new Situation(last, first, told.Select(c => c.Report.Id).Distinct().Count(), told.Count, undated, sections);
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();
}
