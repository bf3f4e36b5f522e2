using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Salient.Reconciling.Control;
using Salient.Reconciling.Copies;
using Salient.Reconciling.Figures;
using Salient.Reconciling.Revisions;
using Salient.Records;

namespace Salient.Reconciling.Reckoning;

/// <summary>What bringing findings up to date did.</summary>
/// <param name="Reports">Reports that came, changed or went.</param>
/// <param name="Units">Units worked out anew.</param>
public sealed record Reckoned(int Reports, int Units);

/// <summary>
/// Keeps what claims amount to up to date: works out anew those units that a report's claims belong to, and no others. Each unit is a pure function of its own claims, so
/// the order in which reports came does not matter, and one report after another gives what all at once give.
/// </summary>
public sealed class Reckoner
{
    private readonly Lazy<ControlReconciler> control;
    private readonly Enterer enterer;
    private readonly UnitReckoner units;

    /// <summary>Takes the theatre's data.</summary>
    /// <param name="data">What reconciling goes by.</param>
    /// <param name="places">The gazetteer's settlements, raions and oblasts.</param>
    public Reckoner(ReconcilingData data, Func<IEnumerable<Place>> places)
    {
        ArgumentNullException.ThrowIfNull(data);
        control = new(() => new ControlReconciler(data.Policy, data.Baseline, places(), data.Parties));
        var figures = new FigureReconciler(data.Start);
        enterer = new Enterer(figures, control, data.Bodies);
        units = new UnitReckoner(data, figures, control);
    }

    /// <summary>Brings <paramref name="store"/> up to date, but for the settlements that only the places around can tell of: <see cref="Settle"/> does those.</summary>
    /// <param name="store">Says which reports are due.</param>
    /// <param name="texts">False where claims alone have changed, no report's text: copies stay as they are.</param>
    public Reckoned Update(IFindingStore store, bool texts = true)
    {
        ArgumentNullException.ThrowIfNull(store);
        var due = store.Due().ToHashSet();
        due.UnionWith(due.SelectMany(store.Versions).ToList());
        var touched = new Touched();
        if (texts)
        {
            due.UnionWith(CopyKeeper.Update(store, [.. due.Order()]));
        }

        foreach (var chunk in due.Order().Chunk(Chunk))
        {
            foreach (var (report, entry) in SideBySide.Each(store.Shared, chunk, r => Enter(store, r)))
            {
                touched.Note(store.Entry(report), entry);
                store.Put(report, entry);
            }
        }

        store.Settled &= touched.Places.Count == 0;
        foreach (var name in touched.Deniable.Keys.Where(n => store.Any(FindingPart.Denied, n)))
        {
            touched.Units.Add(new FindingKey(FindingPart.Denied, name));
        }

        var changed = new HashSet<string>();
        Held(store, touched, changed);
        Put(store, touched.Units, changed, touched.Deniable);
        foreach (var claim in changed.Select(store.Claim).OfType<ToldClaim>())
        {
            foreach (var fact in enterer.Facts(claim.Row, claim.Claim).Where(f => f.Part == FindingPart.Told))
            {
                touched.Note(fact);
            }
        }

        Put(store, touched.Days, []);
        return new Reckoned(due.Count, touched.Places.Count + touched.Units.Count + touched.Days.Count);
    }

    /// <summary>Works out the settlements that no word tells of, from all words; puts right what follows from it.</summary>
    public void Settle(IFindingStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var changed = new HashSet<string>();
        var words = Words(store);
        var kept = store.AllStates().ToDictionary(s => s.Place, s => s.States);
        foreach (var history in control.Value.Reconcile(store.AllViews()))
        {
            var place = history.Place.GeonameId;
            if (!Same(kept.GetValueOrDefault(place, []), history.States))
            {
                store.PutStates(history.Place, history.States);
                if (history.Views.Length > 0)
                {
                    Put(store, HeldKey(place), units.Held(place, words).Finding, changed);
                }
            }
        }

        var touched = new Touched();
        foreach (var fact in changed.Select(store.Claim).OfType<ToldClaim>().SelectMany(c => enterer.Facts(c.Row, c.Claim)).Where(f => f.Part == FindingPart.Told))
        {
            touched.Note(fact);
        }

        Put(store, touched.Days, []);
        store.Settled = true;
    }

    /// <summary>The histories of all settlements as <paramref name="findings"/> keep them, by GeoNames id.</summary>
    /// <param name="findings">What is kept.</param>
    /// <param name="early">Where the settlements that no word tells of have not been worked out since words came or went: gives them as they were before, and does not wait.</param>
    internal IEnumerable<ControlHistory> Histories(IFindings findings, bool early)
    {
        var states = findings.Settled || early ? findings.AllStates().ToList() : [];
        return findings.Settled || states.Count >= control.Value.Count
            ? control.Value.Kept(states, findings.AllViews())
            : control.Value.Reconcile(findings.AllViews());
    }

    private const int Chunk = 512;

    private static FindingKey HeldKey(int place) => new(FindingPart.Held, place.ToString(CultureInfo.InvariantCulture));

    /// <summary>The words on a place; those on raions, oblasts and banks, which bear on many settlements, are read once.</summary>
    private Func<int, ImmutableArray<ControlView>> Words(IFindingStore store)
    {
        var wide = new ConcurrentDictionary<int, ImmutableArray<ControlView>>();
        return place => control.Value.Settles(place) ? ControlView.Sorted(store.Views(place)) : wide.GetOrAdd(place, area => ControlView.Sorted(store.Views(area)));
    }

    private ReportEntry? Enter(IFindingStore store, long report)
    {
        if (store.Header(report) is not { } header)
        {
            return null;
        }

        var claims = store.ClaimsOf(report);
        var last = store.Versions(report)[^1];
        var revised = last == report || store.Header(last) is not { } newer
            ? []
            : RevisionFinder.Find(claims.Select(c => c.Claim), newer, store.ClaimsOf(last).Select(c => c.Claim), store.Corrects(last));
        if (header.Retracted is not null)
        {
            var gone = revised.Select(r => r.Claim).ToHashSet();
            revised = [.. revised, .. claims.Select(c => c.Claim.Claim.Id).Where(id => !gone.Contains(id)).Select(id => new ClaimRevision(id, ClaimFate.Retracted, header.Id, null))];
        }

        return enterer.Enter(header, claims, Keys.Voice(store.Header(store.Original(report)) ?? header), revised);
    }

    private void Held(IFindingStore store, Touched touched, HashSet<string> changed)
    {
        // Words on a whole oblast bear on hundreds of settlements at once: those wait for Settle, as the settlements do that no word tells of.
        var settlements = touched.Places.Where(control.Value.Settles).Order();
        var words = Words(store);
        foreach (var chunk in settlements.Chunk(Chunk))
        {
            foreach (var (place, (history, finding)) in SideBySide.Each(store.Shared, chunk, p => units.Held(p, words)))
            {
                if (!history.States.IsEmpty)
                {
                    store.PutStates(history.Place, history.States);
                }

                Put(store, HeldKey(place), finding, changed);
            }
        }
    }

    private void Put(IFindingStore store, IReadOnlyCollection<FindingKey> keys, HashSet<string> changed, IReadOnlyDictionary<string, SortedSet<int>>? days = null)
    {
        foreach (var chunk in keys.OrderBy(k => k.Part).ThenBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Day).Chunk(Chunk))
        {
            foreach (var (key, finding) in SideBySide.Each(store.Shared, chunk, k => units.Reckon(store, k, days?.GetValueOrDefault(k.Name))))
            {
                Put(store, key, finding, changed);
            }
        }
    }

    private static void Put(IFindingStore store, FindingKey key, Finding finding, HashSet<string> changed)
    {
        var before = Claims(store.Get(key));
        before.SymmetricExceptWith(Claims(finding));
        changed.UnionWith(before);
        store.Put(key, finding);
    }

    private static HashSet<string> Claims(Finding? finding) => [.. (finding?.Disputes ?? []).SelectMany(d => d.Positions).SelectMany(p => p.Claims)];

    private static bool Same(System.Collections.Immutable.ImmutableArray<ControlState> a, System.Collections.Immutable.ImmutableArray<ControlState> b) =>
        a.Length == b.Length && a.Zip(b).All(p => p.First with { For = [], Against = [] } == p.Second with { For = [], Against = [] }
            && p.First.For.SequenceEqual(p.Second.For) && p.First.Against.SequenceEqual(p.Second.Against));
}
