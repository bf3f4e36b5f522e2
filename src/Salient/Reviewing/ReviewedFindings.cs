using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Salient.Records;

namespace Salient.Reviewing;

/// <summary>
/// What is kept of claims as they were coded, with what analysts' words change laid over it in memory: the reports that they touch are due, and whatever is put in stays here.
/// </summary>
internal sealed class ReviewedFindings : IFindingStore
{
    private readonly IFindingStore kept;
    private readonly SortedDictionary<long, string> touched = [];
    private readonly Dictionary<string, List<(long Row, RecordedClaim Claim)>> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ToldClaim> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ReportEntry?> entries = [];
    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private readonly Dictionary<(FindingPart, string), List<(int Day, ToldClaim Told)>> facts = [];
    private readonly Dictionary<int, List<ControlView>> views = [];
    private readonly Dictionary<FindingKey, Finding> findings = [];
    private readonly Dictionary<string, int> disputed = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ImmutableArray<ControlState>> states = [];

    /// <summary>Lays the claims of <paramref name="reports"/>, as <paramref name="reviewed"/> has them, over what is <paramref name="kept"/>.</summary>
    public ReviewedFindings(IFindingStore kept, ILedgerReader reviewed, IEnumerable<string> reports)
    {
        (this.kept, Settled) = (kept, kept.Settled);
        foreach (var report in reports)
        {
            if (kept.Row(report) is { } row)
            {
                touched[row] = report;
                var rows = kept.ClaimsOf(row).ToDictionary(c => c.Claim.Claim.Id, c => c.Row);
                // A claim that was added by hand has no row: it gets one that no other has.
                claims[report] = [.. reviewed.ClaimsOf(report).Select(c => (rows.TryGetValue(c.Claim.Id, out var known) ? known : long.Parse(c.Claim.Id.AsSpan(0, 15), NumberStyles.HexNumber, CultureInfo.InvariantCulture) - long.MaxValue, c))];
            }
        }
    }

    /// <inheritdoc/>
    public bool Shared => false;

    /// <inheritdoc/>
    public bool Settled { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<long> Due() => [.. touched.Keys];

    /// <inheritdoc/>
    public long? Row(string report) => kept.Row(report);

    /// <inheritdoc/>
    public ReportHeader? Header(long report) => kept.Header(report);

    /// <inheritdoc/>
    public string Text(long report) => kept.Text(report);

    /// <inheritdoc/>
    public IReadOnlyList<(long Row, RecordedClaim Claim)> ClaimsOf(long report) => touched.TryGetValue(report, out var id) ? claims[id] : kept.ClaimsOf(report);

    /// <inheritdoc/>
    public IReadOnlyList<long> Versions(long report) => kept.Versions(report);

    /// <inheritdoc/>
    public bool Corrects(long report) => kept.Corrects(report);

    /// <inheritdoc/>
    public ToldClaim? Claim(string id) => byId.TryGetValue(id, out var told) ? told : kept.Claim(id) is { } coded && !claims.ContainsKey(coded.Claim.Report.Id) ? coded : null;

    /// <inheritdoc/>
    public ReportEntry? Entry(long report) => entries.TryGetValue(report, out var entry) ? entry : kept.Entry(report);

    /// <inheritdoc/>
    public void Put(long report, ReportEntry? entry)
    {
        if (entry is null || Header(report) is not { } header || !entered.Add(header.Id))
        {
            throw new NotSupportedException("A report's claims are laid over once.");
        }

        entries[report] = entry;
        var rows = ClaimsOf(report).ToDictionary(c => c.Row, c => new ToldClaim(c.Row, c.Claim, entry.Voice));
        foreach (var told in rows.Values)
        {
            byId[told.Claim.Claim.Id] = told;
        }

        foreach (var fact in entry.Facts)
        {
            Of(facts, (fact.Part, fact.Name)).Add((fact.Day, rows[fact.Claim]));
        }

        foreach (var said in entry.Views)
        {
            Of(views, said.Place).AddRange(said.Views);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(int Day, ToldClaim Told)> Claims(FindingPart part, string name, int from = int.MinValue, int to = int.MaxValue) =>
    [
        .. kept.Claims(part, name, from, to).Where(c => !entered.Contains(c.Told.Claim.Report.Id)).Concat(facts.GetValueOrDefault((part, name), []).Where(f => f.Day >= from && f.Day <= to))
            .OrderBy(f => f.Day).ThenBy(f => f.Told.Row),
    ];

    /// <inheritdoc/>
    public bool Any(FindingPart part, string name) => facts.ContainsKey((part, name)) || kept.Any(part, name);

    /// <inheritdoc/>
    public IEnumerable<ControlView> Views(int place) => kept.Views(place).Where(v => !entered.Contains(v.Report)).Concat(views.GetValueOrDefault(place, []));

    /// <inheritdoc/>
    public IEnumerable<PlaceViews> AllViews()
    {
        var met = new HashSet<int>();
        foreach (var place in kept.AllViews())
        {
            met.Add(place.Place);
            ImmutableArray<ControlView> all = [.. place.Views.Where(v => !entered.Contains(v.Report)), .. views.GetValueOrDefault(place.Place, [])];
            if (!all.IsEmpty)
            {
                yield return place with { Views = all };
            }
        }

        foreach (var (place, said) in views.Where(v => !met.Contains(v.Key)))
        {
            yield return new PlaceViews(place, [.. said]);
        }
    }

    /// <inheritdoc/>
    public Finding? Get(FindingKey key) => findings.TryGetValue(key, out var over) ? over.IsNothing ? null : over : kept.Get(key);

    /// <inheritdoc/>
    public void Put(FindingKey key, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (key.Part != FindingPart.Told)
        {
            Count(Get(key), -1);
            Count(finding, 1);
        }

        findings[key] = finding;
    }

    /// <inheritdoc/>
    public ImmutableArray<ControlState> States(int place) => states.TryGetValue(place, out var over) ? over : kept.States(place);

    /// <inheritdoc/>
    public void PutStates(Place place, ImmutableArray<ControlState> states)
    {
        ArgumentNullException.ThrowIfNull(place);
        this.states[place.GeonameId] = states;
    }

    /// <inheritdoc/>
    public bool Disputed(string claim) => Disputing(claim) > 0;

    /// <inheritdoc/>
    public int Disputing(string claim) => kept.Disputing(claim) + disputed.GetValueOrDefault(claim);

    /// <inheritdoc/>
    public IEnumerable<Finding> All(FindingPart part) => Keyed(part).Select(f => f.Value);

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<FindingKey, Finding>> Keyed(FindingPart part) =>
        kept.Keyed(part).Where(f => !findings.ContainsKey(f.Key)).Concat(findings.Where(f => f.Key.Part == part && !f.Value.IsNothing));

    /// <inheritdoc/>
    public IEnumerable<(int Place, ImmutableArray<ControlState> States)> AllStates() =>
        kept.AllStates().Where(s => !states.ContainsKey(s.Place)).Concat(states.Select(s => (Place: s.Key, States: s.Value))).OrderBy(s => s.Place);

    /// <inheritdoc/>
    public IEnumerable<CopyGroup> Copies() => kept.Copies();

    /// <inheritdoc/>
    public IEnumerable<SourceIdentity> Identities(string source) =>
        kept.Identities(source).Where(i => !entries.Keys.Any(r => kept.Entry(r) is { } before && before.Sources.Any(s => s.Source == source && s.Order == i.Order)))
            .Concat(entries.Values.SelectMany(e => e?.Sources ?? []).Where(s => s.Source == source));

    /// <inheritdoc/>
    public IEnumerable<(SourceIdentity Who, SourceMark Marks)> Sources()
    {
        var tallies = new Dictionary<string, SourceTally>(StringComparer.Ordinal);
        foreach (var (report, entry) in entries)
        {
            foreach (var s in kept.Entry(report)?.Sources ?? [])
            {
                Tally(s.Source).Count(s, -1);
            }

            foreach (var s in entry?.Sources ?? [])
            {
                Tally(s.Source).Count(s, 1);
            }
        }

        foreach (var (key, finding) in findings)
        {
            foreach (var m in kept.Get(key)?.Marks ?? [])
            {
                Tally(m.Source).Count(m, -1);
            }

            foreach (var m in finding.Marks)
            {
                Tally(m.Source).Count(m, 1);
            }
        }

        foreach (var (who, marks) in kept.Sources())
        {
            if (!tallies.Remove(who.Source, out var tally))
            {
                yield return (who, marks);
            }
            else if (tally.Over(Identities(who.Source), who, marks) is { } found)
            {
                yield return found;
            }
        }

        foreach (var (source, tally) in tallies)
        {
            if (tally.Over(Identities(source), null, new SourceMark(source, 0, 0, 0, 0, 0, 0)) is { } found)
            {
                yield return found;
            }
        }

        SourceTally Tally(string source) => tallies.TryGetValue(source, out var tally) ? tally : tallies[source] = new SourceTally();
    }

    /// <inheritdoc/>
    public TextSketch? Sketch(long report) => kept.Sketch(report);

    /// <inheritdoc/>
    public void Put(long report, TextSketch? sketch) => throw Texts();

    /// <inheritdoc/>
    public IEnumerable<SketchedReport> Like(IEnumerable<long> bands) => kept.Like(bands);

    /// <inheritdoc/>
    public IReadOnlyList<long> Group(long report) => kept.Group(report);

    /// <inheritdoc/>
    public void Put(long report, CopyLink? link) => throw Texts();

    /// <inheritdoc/>
    public long Original(long report) => kept.Original(report);

    private static NotSupportedException Texts() => new("Analysts' words change no report's text.");

    private void Count(Finding? finding, int by)
    {
        foreach (var claim in (finding?.Disputes ?? []).SelectMany(d => d.Positions).SelectMany(p => p.Claims).Distinct())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(disputed, claim, out _) += by;
        }
    }

    private static List<T> Of<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        return list ??= [];
    }
}
