using Microsoft.Data.Sqlite;
using Salient.Recording.Schema;
using Salient.Records;

namespace Salient.Recording.Findings;

/// <content>Putting in and taking out.</content>
internal sealed partial class LedgerFindings
{
    private readonly Dictionary<(FindingPart, string), long> units = [];

    /// <summary>Forgets what was read of the ledger before: it may have changed.</summary>
    public void Refresh()
    {
        headers.Clear();
        units.Clear();
    }

    /// <summary>Nothing is due any more.</summary>
    public void Done() => connection.Run("DELETE FROM due");

    /// <summary>Puts findings made all at once in place of all that are kept.</summary>
    /// <param name="source">The findings.</param>
    /// <param name="reports">Rows of the reports, in the ledger's order.</param>
    /// <param name="claims">Rows of the claims, in the ledger's order.</param>
    public void Fill(IFindingSource source, IReadOnlyList<long> reports, IReadOnlyList<long> claims)
    {
        foreach (var table in FindingsStep.Tables)
        {
            connection.Run($"DELETE FROM {table}");
        }

        FillEntries(source, reports, claims);
        using (var insert = Prepared("INSERT INTO findings VALUES ($0, $1, $2)", 3))
        using (var disputed = Prepared("INSERT OR IGNORE INTO disputed VALUES ($0, $1)", 2))
        {
            foreach (var (unit, key, finding) in source.Findings.Select(f => (Unit: Unit(f.Key.Part, f.Key.Name), f.Key, f.Value)).OrderBy(f => f.Unit).ThenBy(f => f.Key.Day))
            {
                insert.Again(unit, key.Day, FindingForm.Write(finding));
                foreach (var claim in key.Part == FindingPart.Told ? [] : finding.Disputes.SelectMany(d => d.Positions).SelectMany(p => p.Claims))
                {
                    disputed.Again(claim, unit);
                }
            }
        }

        foreach (var marks in source.Findings.SelectMany(f => f.Value.Marks).GroupBy(m => m.Source))
        {
            Count(new SourceMark(marks.Key, marks.Sum(m => m.First), marks.Sum(m => m.Corroborated), marks.Sum(m => m.Alone), marks.Sum(m => m.Contradicted), marks.Sum(m => m.AgainstInterest), marks.Sum(m => m.Retracted)), 1);
        }

        foreach (var (place, states) in source.Settlements)
        {
            PutStates(place, states);
        }

        foreach (var (report, sketch) in source.Sketches)
        {
            Put(reports[(int)report], sketch);
        }

        foreach (var (report, link) in source.Links)
        {
            Put(reports[(int)report], link with { Original = reports[(int)link.Original] });
        }
    }

    private void FillEntries(IFindingSource source, IReadOnlyList<long> reports, IReadOnlyList<long> claims)
    {
        using var insert = Prepared("INSERT INTO facts VALUES ($0, $1, $2)", 3);
        using var view = Prepared("INSERT INTO views VALUES ($0, $1, $2)", 3);
        using var entries = Prepared("INSERT INTO entries VALUES ($0, $1, $2)", 3);
        var facts = new List<(long Unit, int Day, long Claim)>();
        var views = new List<(int Place, long Report, byte[] Value)>();
        foreach (var (entry, i) in source.Entries.Select((e, i) => (e, i)))
        {
            var own = entry! with { Facts = [.. entry.Facts.Select(f => f with { Claim = claims[(int)f.Claim] })] };
            entries.Again(reports[i], own.Voice, FindingForm.Write(own));
            facts.AddRange(own.Facts.Select(f => (Unit(f.Part, f.Name), f.Day, f.Claim)));
            views.AddRange(own.Views.Select(v => (v.Place, reports[i], FindingForm.Write(v.Views))));
            Put(own.Sources, 1);
            Put(reports[i], own.Revised);
        }

        foreach (var (unit, day, claim) in facts.Order())
        {
            insert.Again(unit, day, claim);
        }

        foreach (var (place, report, value) in views.OrderBy(v => v.Place).ThenBy(v => v.Report))
        {
            view.Again(place, report, value);
        }
    }

    private SqliteCommand Prepared(string sql, int parameters)
    {
        var command = connection.Make(sql, new object?[parameters]);
        command.Prepare();
        return command;
    }

    private void TakeOut(long report, ReportEntry entry)
    {
        foreach (var fact in entry.Facts)
        {
            connection.Run("DELETE FROM facts WHERE unit = $0 AND day = $1 AND claim = $2", Unit(fact.Part, fact.Name), fact.Day, fact.Claim);
        }

        foreach (var views in entry.Views)
        {
            connection.Run("DELETE FROM views WHERE place = $0 AND report = $1", views.Place, report);
        }

        Put(entry.Sources, -1);
        connection.Run("DELETE FROM revisions WHERE owner = $0", report);
        connection.Run("DELETE FROM entries WHERE report = $0", report);
    }

    private void PutIn(long report, ReportEntry entry)
    {
        foreach (var fact in entry.Facts)
        {
            connection.Run("INSERT OR IGNORE INTO facts VALUES ($0, $1, $2)", Unit(fact.Part, fact.Name), fact.Day, fact.Claim);
        }

        foreach (var views in entry.Views)
        {
            connection.Run("INSERT OR REPLACE INTO views VALUES ($0, $1, $2)", views.Place, report, FindingForm.Write(views.Views));
        }

        Put(entry.Sources, 1);
        Put(report, entry.Revised);
        connection.Run("INSERT INTO entries VALUES ($0, $1, $2)", report, entry.Voice, FindingForm.Write(entry));
    }

    private void Put(long owner, IEnumerable<ClaimRevision> revised)
    {
        foreach (var r in revised)
        {
            connection.Run("INSERT OR REPLACE INTO revisions VALUES ($0, $1, $2, $3, $4)", r.Claim, owner, (int)r.Fate, r.Report, r.Successor);
        }
    }

    private void Put(IEnumerable<SourceIdentity> sources, int by)
    {
        foreach (var s in sources)
        {
            connection.Run(
                by > 0 ? "INSERT OR IGNORE INTO identities VALUES ($0, $1, $2, $3, $4)" : "DELETE FROM identities WHERE source = $0 AND sort = $1",
                by > 0 ? [s.Source, s.Order, s.Name, s.Side, s.Type] : [s.Source, s.Order]);
            connection.Run(
                "INSERT INTO sources VALUES ($0, $1, 0, 0, 0, 0, 0, $2) ON CONFLICT DO UPDATE SET claims = claims + $1, retracted = retracted + $2", s.Source, by * s.Claims, by * s.TakenBack);
            if (by < 0)
            {
                connection.Run("DELETE FROM sources WHERE source = $0 AND claims = 0 AND first + corroborated + alone + contradicted + against + retracted = 0", s.Source);
            }
        }
    }

    private void Count(SourceMark m, int by)
    {
        connection.Run(
            """
            INSERT INTO sources VALUES ($0, 0, $1, $2, $3, $4, $5, $6) ON CONFLICT DO UPDATE SET
                first = first + $1, corroborated = corroborated + $2, alone = alone + $3, contradicted = contradicted + $4, against = against + $5, retracted = retracted + $6
            """,
            m.Source, by * m.First, by * m.Corroborated, by * m.Alone, by * m.Contradicted, by * m.AgainstInterest, by * m.Retracted);
    }

    private long Unit(FindingPart part, string name)
    {
        if (!units.TryGetValue((part, name), out var id))
        {
            if (connection.Value("SELECT id FROM units WHERE part = $0 AND name = $1", (int)part, name) is not long known)
            {
                connection.Run("INSERT INTO units (part, name) VALUES ($0, $1)", (int)part, name);
                known = (long)connection.Value("SELECT last_insert_rowid()")!;
            }

            units[(part, name)] = id = known;
        }

        return id;
    }
}
