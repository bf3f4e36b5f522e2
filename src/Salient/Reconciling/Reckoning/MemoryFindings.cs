using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Reconciling.Happenings;
using Salient.Records;

namespace Salient.Reconciling.Reckoning;

/// <summary>Findings in memory, of a ledger that keeps none or none that hold: all reports are due at first.</summary>
public sealed class MemoryFindings : IFindingStore, IFindingSource
{
    private readonly ILedgerReader ledger;
    private readonly List<ReportHeader> headers;
    private readonly Dictionary<string, int> reports;
    private readonly ILookup<string, long> addresses;
    private readonly HashSet<string> corrects;
    private readonly List<ReportEntry?> entries;
    private readonly List<(int From, int Count)> ranges = [];
    private readonly List<RecordedClaim> claims = [];
    private readonly Dictionary<string, int> rows = [];
    private readonly Dictionary<(FindingPart, string), Facted> facts = [];
    private readonly Dictionary<int, List<(long Report, ImmutableArray<ControlView> Views)>> views = [];
    private readonly ConcurrentDictionary<int, ImmutableArray<ControlView>> words = [];
    private readonly Dictionary<FindingKey, Finding> findings = [];
    private readonly Dictionary<string, int> disputed = [];
    private readonly SortedDictionary<int, (Place Place, ImmutableArray<ControlState> States)> states = [];
    private readonly Dictionary<long, TextSketch> sketches = [];
    private readonly Dictionary<long, List<long>> bands = [];
    private readonly Dictionary<long, CopyLink> links = [];
    private readonly Dictionary<long, List<long>> groups = [];
    private bool fresh = true;

    /// <summary>Takes in the reports and claims of <paramref name="ledger"/>.</summary>
    public MemoryFindings(ILedgerReader ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        this.ledger = ledger;
        headers = [.. ledger.Reports()];
        entries = [.. headers.Select(_ => (ReportEntry?)null)];
        addresses = headers.Select((h, i) => (h.Page, Row: (long)i)).Where(p => p.Page is not null).ToLookup(p => p.Page!, p => p.Row);
        reports = headers.Select((h, i) => KeyValuePair.Create(h.Id, i)).ToDictionary();
        var pool = new ClaimPool();
        corrects = addresses.Where(a => a.Count() > 1).SelectMany(a => a).Select(r => headers[(int)r].Id).Where(id => ledger.Report(id) is { } r && CodedText.Corrects(r)).ToHashSet();
        ranges.AddRange(headers.Select(_ => (0, 0)));
        foreach (var claim in ledger.Claims())
        {
            if (!reports.TryGetValue(claim.Report.Id, out var report))
            {
                // It came while the ledger was being read; who keeps findings sees that the ledger has changed.
                continue;
            }

            var (from, count) = ranges[report];
            ranges[report] = (count == 0 ? claims.Count : from, count + 1);
            rows[claim.Claim.Id] = claims.Count;
            claims.Add(claim with { Claim = pool.Slim(claim.Claim), Report = headers[report] });
        }
    }

    /// <inheritdoc/>
    public bool Shared => true;

    /// <inheritdoc/>
    public bool Settled { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ReportEntry?> Entries => entries;

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<FindingKey, Finding>> Findings => findings;

    /// <inheritdoc/>
    public IEnumerable<(Place Place, ImmutableArray<ControlState> States)> Settlements => states.Values;

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<long, TextSketch>> Sketches => sketches;

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<long, CopyLink>> Links => links;

    /// <inheritdoc/>
    public IReadOnlyList<long> Due()
    {
        var due = fresh ? Enumerable.Range(0, headers.Count).Select(i => (long)i).ToList() : [];
        fresh = false;
        return due;
    }

    /// <inheritdoc/>
    public long? Row(string report) => reports.TryGetValue(report, out var row) ? row : null;

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<FindingKey, Finding>> Keyed(FindingPart part) => findings.Where(f => f.Key.Part == part);

    /// <inheritdoc/>
    public int Disputing(string claim) => disputed.GetValueOrDefault(claim);

    /// <inheritdoc/>
    public IEnumerable<SourceIdentity> Identities(string source) => entries.SelectMany(e => e?.Sources ?? []).Where(s => s.Source == source);

    /// <inheritdoc/>
    public ReportHeader? Header(long report) => headers[(int)report];

    /// <inheritdoc/>
    public string Text(long report) => ledger.Report(headers[(int)report].Id) is { } read ? CodedText.Of(read) : "";

    /// <inheritdoc/>
    public IReadOnlyList<(long Row, RecordedClaim Claim)> ClaimsOf(long report)
    {
        var (from, count) = ranges[(int)report];
        return [.. Enumerable.Range(from, count).Select(i => ((long)i, claims[i]))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Versions(long report) =>
        headers[(int)report].Page is { } page ? [.. addresses[page].OrderBy(r => headers[(int)r].Version, StringComparer.Ordinal)] : [report];

    /// <inheritdoc/>
    public bool Corrects(long report) => corrects.Contains(headers[(int)report].Id);

    /// <inheritdoc/>
    public ToldClaim? Claim(string id) => rows.TryGetValue(id, out var row) ? Told(row) : null;

    /// <inheritdoc/>
    public ReportEntry? Entry(long report) => entries[(int)report];

    /// <inheritdoc/>
    public void Put(long report, ReportEntry? entry)
    {
        if (entries[(int)report] is not null)
        {
            throw new NotSupportedException("Findings in memory are made once.");
        }

        entries[(int)report] = entry;
        foreach (var fact in entry?.Facts ?? [])
        {
            ref var unit = ref CollectionsMarshal.GetValueRefOrAddDefault(facts, (fact.Part, fact.Name), out _);
            (unit ??= new()).Claims.Add((fact.Day, (int)fact.Claim));
        }

        foreach (var said in entry?.Views ?? [])
        {
            Of(views, said.Place).Add((report, said.Views));
            words.TryRemove(said.Place, out _);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(int Day, ToldClaim Told)> Claims(FindingPart part, string name, int from = int.MinValue, int to = int.MaxValue) =>
        facts.TryGetValue((part, name), out var found) ? [.. Stretch(Sorted(found), from, to).Select(f => (f.Day, Told(f.Claim)))] : [];

    /// <inheritdoc/>
    public bool Any(FindingPart part, string name) => facts.ContainsKey((part, name));

    /// <inheritdoc/>
    public IEnumerable<ControlView> Views(int place) => Words(place);

    /// <inheritdoc/>
    public IEnumerable<PlaceViews> AllViews() => views.Keys.Select(place => new PlaceViews(place, Words(place)));

    /// <inheritdoc/>
    public Finding? Get(FindingKey key) => findings.GetValueOrDefault(key);

    /// <inheritdoc/>
    public void Put(FindingKey key, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        Count(key, findings.GetValueOrDefault(key), -1);
        if (finding.IsNothing)
        {
            findings.Remove(key);
            return;
        }

        findings[key] = finding;
        Count(key, finding, 1);
    }

    /// <inheritdoc/>
    public ImmutableArray<ControlState> States(int place) => states.TryGetValue(place, out var kept) ? kept.States : [];

    /// <inheritdoc/>
    public void PutStates(Place place, ImmutableArray<ControlState> states)
    {
        ArgumentNullException.ThrowIfNull(place);
        this.states[place.GeonameId] = (place, states);
    }

    /// <inheritdoc/>
    public bool Disputed(string claim) => disputed.ContainsKey(claim);

    /// <inheritdoc/>
    public TextSketch? Sketch(long report) => sketches.GetValueOrDefault(report);

    /// <inheritdoc/>
    public void Put(long report, TextSketch? sketch)
    {
        if (sketch is not null)
        {
            sketches[report] = sketch;
            foreach (var band in sketch.Bands)
            {
                Of(bands, band).Add(report);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<SketchedReport> Like(IEnumerable<long> bands) =>
        bands.SelectMany(b => this.bands.GetValueOrDefault(b, [])).Distinct().Select(r => new SketchedReport(r, headers[(int)r], sketches[r]));

    /// <inheritdoc/>
    public IReadOnlyList<long> Group(long report) => links.TryGetValue(report, out var link) ? groups[link.Original] : [report];

    /// <inheritdoc/>
    public void Put(long report, CopyLink? link)
    {
        if (link is not null)
        {
            links[report] = link;
            Of(groups, link.Original).Add(report);
        }
    }

    /// <inheritdoc/>
    public long Original(long report) => links.TryGetValue(report, out var link) ? link.Original : report;

    /// <inheritdoc/>
    public IEnumerable<Finding> All(FindingPart part) => findings.Where(f => f.Key.Part == part).Select(f => f.Value);

    /// <inheritdoc/>
    public IEnumerable<(int Place, ImmutableArray<ControlState> States)> AllStates() => states.Select(s => (s.Key, s.Value.States));

    /// <inheritdoc/>
    public IEnumerable<CopyGroup> Copies() => groups.Select(g => new CopyGroup(
        headers[(int)g.Key].Id, [.. g.Value.Where(r => r != g.Key).Select(r => headers[(int)r].Id)], g.Value.Where(r => r != g.Key).Min(r => links[r].Likeness)));

    /// <inheritdoc/>
    public IEnumerable<(SourceIdentity Who, SourceMark Marks)> Sources()
    {
        var marks = SourceReconciler.Sum(findings.Values.SelectMany(f => f.Marks)).ToDictionary(m => m.Source);
        return entries.SelectMany(e => e?.Sources ?? []).GroupBy(s => s.Source).Select(g => (
            g.MinBy(s => s.Order, StringComparer.Ordinal)! with { Claims = g.Sum(s => s.Claims), Accepted = g.Sum(s => s.Accepted), Corrected = g.Sum(s => s.Corrected), Rejected = g.Sum(s => s.Rejected) },
            Counted(marks.GetValueOrDefault(g.Key) ?? new SourceMark(g.Key, 0, 0, 0, 0, 0, 0), g.Sum(s => s.TakenBack))));
    }

    /// <summary>The words on a place in order: sorted once, when first asked for; no report is put in any more by then.</summary>
    private ImmutableArray<ControlView> Words(int place) =>
        words.GetOrAdd(place, static (p, all) => all.TryGetValue(p, out var said) ? ControlView.Sorted(said.SelectMany(v => v.Views)) : [], views);

    private static SourceMark Counted(SourceMark mark, int takenBack) => mark with { Retracted = mark.Retracted + takenBack };

    /// <summary>A unit's claims by day: sorted once, when first asked for; nothing is put in any more by then.</summary>
    private static (int Day, int Claim)[] Sorted(Facted facts)
    {
        if (facts.Sorted is not { } sorted || sorted.Length != facts.Claims.Count)
        {
            facts.Sorted = sorted = [.. facts.Claims.Order()];
        }

        return sorted;
    }

    private static IEnumerable<(int Day, int Claim)> Stretch((int Day, int Claim)[] sorted, int from, int to)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].Day < from ? (middle + 1, high) : (low, middle);
        }

        for (; low < sorted.Length && sorted[low].Day <= to; low++)
        {
            yield return sorted[low];
        }
    }

    private ToldClaim Told(int row)
    {
        var claim = claims[row];
        return new ToldClaim(row, claim, entries[reports[claim.Report.Id]]?.Voice ?? Keys.Voice(claim.Report));
    }

    private void Count(FindingKey key, Finding? finding, int by)
    {
        if (key.Part == FindingPart.Told || finding is null)
        {
            return;
        }

        foreach (var claim in finding.Disputes.SelectMany(d => d.Positions).SelectMany(p => p.Claims))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(disputed, claim, out _);
            count += by;
            if (count == 0)
            {
                disputed.Remove(claim);
            }
        }
    }

    private static List<T> Of<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        return list ??= [];
    }

    /// <summary>A unit's claims.</summary>
    private sealed class Facted
    {
        public List<(int Day, int Claim)> Claims { get; } = [];

        public (int Day, int Claim)[]? Sorted { get; set; }
    }
}
