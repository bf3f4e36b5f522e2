using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording.Findings;

/// <summary>Findings in the ledger's own file. Writing happens within a transaction that the ledger holds.</summary>
internal sealed partial class LedgerFindings(Ledger ledger, SqliteConnection connection) : IFindingStore
{
    private readonly Dictionary<long, ReportHeader?> headers = [];

    /// <inheritdoc/>
    public bool Shared => false;

    /// <inheritdoc/>
    public bool Settled
    {
        get => connection.Value("SELECT value FROM stamps WHERE key = 'settled'") is "1";
        set => Stamp("settled", value ? "1" : "0");
    }

    /// <summary>Keeps a value under a key.</summary>
    public void Stamp(string key, string value) => connection.Run("INSERT OR REPLACE INTO stamps VALUES ($0, $1)", key, value);

    /// <inheritdoc/>
    public IReadOnlyList<long> Due() => [.. connection.Rows(r => r.GetInt64(0), "SELECT DISTINCT report FROM due ORDER BY report")];

    /// <inheritdoc/>
    public long? Row(string report) => connection.Value("SELECT id FROM reports WHERE name = $0", report) is long row && Header(row) is not null ? row : null;

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<FindingKey, Finding>> Keyed(FindingPart part) => connection.Rows(
        r => KeyValuePair.Create(new FindingKey(part, r.GetString(0), r.GetInt32(1)), FindingForm.Finding((byte[])r[2])), "SELECT u.name, f.day, f.value FROM units u JOIN findings f ON f.unit = u.id WHERE u.part = $0", (int)part);

    /// <inheritdoc/>
    public int Disputing(string claim) => (int)(long)connection.Value("SELECT count(*) FROM disputed WHERE claim = $0", claim)!;

    /// <inheritdoc/>
    public IEnumerable<SourceIdentity> Identities(string source) =>
        connection.Rows(r => new SourceIdentity(source, r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), 0), "SELECT sort, name, side, type FROM identities WHERE source = $0", source);

    /// <inheritdoc/>
    public ReportHeader? Header(long report)
    {
        Load([report]);
        return headers[report];
    }

    /// <inheritdoc/>
    public string Text(long report) => Header(report) is { } header && ledger.Report(header.Id) is { } read ? CodedText.Of(read) : "";

    /// <inheritdoc/>
    public IReadOnlyList<(long Row, RecordedClaim Claim)> ClaimsOf(long report) =>
        Header(report) is { } header ? [.. ledger.ClaimRows(report, header)] : [];

    /// <inheritdoc/>
    public IReadOnlyList<long> Versions(long report)
    {
        if (Header(report) is not { Address: { } address } header)
        {
            return [report];
        }

        var rows = connection.Rows(r => r.GetInt64(0), "SELECT id FROM reports WHERE origin = $0", address).ToList();
        Load(rows);
        return [.. rows.Where(r => headers[r]?.Page == header.Page).OrderBy(r => headers[r]!.Version, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public bool Corrects(long report) => Header(report) is { } header && ledger.Report(header.Id) is { } read && CodedText.Corrects(read);

    /// <inheritdoc/>
    public ToldClaim? Claim(string id) =>
        Told("WHERE k.claim = $0 AND k.run = (SELECT id FROM runs WHERE current = 1)", "0", "claims k", id).Select(t => (ToldClaim?)t.Told).FirstOrDefault();

    /// <inheritdoc/>
    public ReportEntry? Entry(long report) => connection.Value("SELECT value FROM entries WHERE report = $0", report) is byte[] written ? FindingForm.Entry(written) : null;

    /// <inheritdoc/>
    public void Put(long report, ReportEntry? entry)
    {
        if (Entry(report) is { } before)
        {
            TakeOut(report, before);
        }

        if (entry is not null)
        {
            PutIn(report, entry);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(int Day, ToldClaim Told)> Claims(FindingPart part, string name, int from = int.MinValue, int to = int.MaxValue) => Told(
        "WHERE f.unit = (SELECT id FROM units WHERE part = $0 AND name = $1) AND f.day BETWEEN $2 AND $3 ORDER BY f.day, f.claim", "f.day", "facts f JOIN claims k ON k.id = f.claim", (int)part, name, from, to);

    /// <inheritdoc/>
    public bool Any(FindingPart part, string name) => connection.Value("SELECT 1 FROM facts WHERE unit = (SELECT id FROM units WHERE part = $0 AND name = $1) LIMIT 1", (int)part, name) is not null;

    /// <inheritdoc/>
    public Finding? Get(FindingKey key) =>
        connection.Value("SELECT value FROM findings WHERE unit = (SELECT id FROM units WHERE part = $0 AND name = $1) AND day = $2", (int)key.Part, key.Name, key.Day) is byte[] written ? FindingForm.Finding(written) : null;

    /// <inheritdoc/>
    public void Put(FindingKey key, Finding finding)
    {
        var before = Get(key);
        if (before is null && finding.IsNothing)
        {
            return;
        }

        var unit = Unit(key.Part, key.Name);
        if (finding.IsNothing)
        {
            connection.Run("DELETE FROM findings WHERE unit = $0 AND day = $1", unit, key.Day);
        }
        else
        {
            connection.Run("INSERT OR REPLACE INTO findings VALUES ($0, $1, $2)", unit, key.Day, FindingForm.Write(finding));
        }

        if (key.Part != FindingPart.Told)
        {
            var (gone, come) = (Disputed(before), Disputed(finding));
            foreach (var claim in gone.Except(come))
            {
                connection.Run("DELETE FROM disputed WHERE claim = $0 AND unit = $1", claim, unit);
            }

            foreach (var claim in come.Except(gone))
            {
                connection.Run("INSERT OR IGNORE INTO disputed VALUES ($0, $1)", claim, unit);
            }
        }

        foreach (var (mark, by) in Changed(before?.Marks ?? [], finding.Marks))
        {
            Count(mark, by);
        }
    }

    private static HashSet<string> Disputed(Finding? finding) => [.. (finding?.Disputes ?? []).SelectMany(d => d.Positions).SelectMany(p => p.Claims)];

    /// <summary>The marks that are not the same before and after, to be taken off and to be put on.</summary>
    private static IEnumerable<(SourceMark Mark, int By)> Changed(ImmutableArray<SourceMark> before, ImmutableArray<SourceMark> after)
    {
        var same = before.Intersect(after).ToHashSet();
        return before.Where(m => !same.Contains(m)).Select(m => (m, -1)).Concat(after.Where(m => !same.Contains(m)).Select(m => (m, 1)));
    }

    /// <inheritdoc/>
    public ImmutableArray<ControlState> States(int place) => connection.Value("SELECT value FROM states WHERE place = $0", place) is byte[] written ? FindingForm.States(written) : [];

    /// <inheritdoc/>
    public void PutStates(Place place, ImmutableArray<ControlState> states)
    {
        connection.Run("INSERT OR REPLACE INTO states VALUES ($0, $1)", place.GeonameId, FindingForm.Write(states));
        connection.Run("DELETE FROM holders WHERE place = $0", place.GeonameId);
        for (var i = 0; i < states.Length; i++)
        {
            connection.Run("INSERT INTO holders VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)", Holder(place, i, states[i]));
        }
    }

    /// <inheritdoc/>
    public bool Disputed(string claim) => connection.Value("SELECT 1 FROM disputed WHERE claim = $0 LIMIT 1", claim) is not null;

    /// <inheritdoc/>
    public IEnumerable<Finding> All(FindingPart part) => connection.Rows(
        r => FindingForm.Finding((byte[])r[0]), "SELECT f.value FROM units u JOIN findings f ON f.unit = u.id WHERE u.part = $0", (int)part);

    /// <inheritdoc/>
    public IEnumerable<(int Place, ImmutableArray<ControlState> States)> AllStates()
    {
        // Settlements that nothing is told of have the same states by the thousand.
        var read = new Dictionary<string, ImmutableArray<ControlState>>(StringComparer.Ordinal);
        foreach (var (place, written) in connection.Rows(r => (r.GetInt32(0), (byte[])r[1]), "SELECT place, value FROM states ORDER BY place"))
        {
            ref var states = ref CollectionsMarshal.GetValueRefOrAddDefault(read, Encoding.Latin1.GetString(written), out var known);
            states = known ? states : FindingForm.States(written);
            yield return (place, states);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(SourceIdentity Who, SourceMark Marks)> Sources() => connection.Rows(
        r => (
            new SourceIdentity(r.GetString(0), r.GetString(8), r.GetString(9), r.GetString(10), r.GetString(11), r.GetInt32(1)),
            new SourceMark(r.GetString(0), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.GetInt32(7))),
        """
        SELECT s.source, s.claims, s.first, s.corroborated, s.alone, s.contradicted, s.against, s.retracted, i.sort, i.name, i.side, i.type
        FROM sources s JOIN identities i ON i.source = s.source AND i.sort = (SELECT min(sort) FROM identities WHERE source = s.source) ORDER BY s.source
        """);

    private void Load(IEnumerable<long> reports)
    {
        var missing = reports.Where(r => !headers.ContainsKey(r)).Distinct().ToList();
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var report in missing)
        {
            headers[report] = null;
        }

        foreach (var (key, header) in ledger.Headers("p.id IN (SELECT value FROM json_each($0))", $"[{string.Join(',', missing.Select(m => m.ToString(CultureInfo.InvariantCulture)))}]"))
        {
            headers[key] = header;
        }
    }

    private List<(int Day, ToldClaim Told)> Told(string filter, string day, string tables, params object?[] values)
    {
        var rows = connection.Rows(
            r => (Day: r.GetInt32(14), Row: r.GetInt64(12), Report: r.GetInt64(11), Voice: r.Text(13), Claim: Ledger.ReadClaim(r)),
            $"SELECT {Ledger.SlimColumns}, k.id, e.voice, {day} FROM {tables} LEFT JOIN entries e ON e.report = k.report {filter}",
            values).ToList();
        Load(rows.Select(r => r.Report));
        return
        [
            .. rows.Where(r => headers[r.Report] is not null).Select(r =>
            {
                var header = headers[r.Report]!;
                return (r.Day, new ToldClaim(r.Row, new RecordedClaim(r.Claim(header.Id), header), r.Voice ?? header.Outlet ?? header.Id));
            }),
        ];
    }
}
