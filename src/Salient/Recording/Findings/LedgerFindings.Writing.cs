using Microsoft.Data.Sqlite;
using Salient.Recording.Schema;
using Salient.Records;

namespace Salient.Recording.Findings;

/// <content>Putting in and taking out.</content>
internal sealed partial class LedgerFindings
{
    private const string TurnKey = "turn";
    private readonly Dictionary<(FindingPart, string), long> units = [];
    private bool filling;
    private long left = -1;

    /// <summary>Forgets what may have changed since it was read: all of it where somebody else has brought findings up to date meanwhile, else what is due.</summary>
    public void Refresh()
    {
        if (Turn != left)
        {
            headers.Clear();
            units.Clear();
        }

        foreach (var report in Due())
        {
            headers.Remove(report);
        }

        left = -1;
    }

    /// <summary>Nothing is due any more.</summary>
    public void Done()
    {
        connection.Run("DELETE FROM due");
        connection.Run("INSERT INTO state VALUES ($0, 1) ON CONFLICT DO UPDATE SET value = value + 1", TurnKey);
    }

    /// <summary>All of it is committed: what was read holds until somebody else writes findings.</summary>
    public void Leave() => left = Turn;

    private long Turn => (long?)connection.Value("SELECT value FROM state WHERE key = $0", TurnKey) ?? 0;

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

        filling = true;
        FillEntries(source, reports, claims);
        using (var insert = Prepared("INSERT INTO findings VALUES ($0, $1, $2)", 3))
        using (var disputed = Prepared("INSERT OR IGNORE INTO disputed VALUES ($0, $1)", 2))
        {
            var sorted = source.Findings.Select(f => (Unit: Unit(f.Key.Part, f.Key.Name), f.Key, f.Value)).OrderBy(f => f.Unit).ThenBy(f => f.Key.Day).ToList();
            filling = false;
            foreach (var ((unit, key, finding), written) in SideBySide(sorted, f => FindingForm.Write(f.Value)))
            {
                insert.Again(unit, key.Day, written);
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

        FillStates(source);

        foreach (var (report, sketch) in source.Sketches)
        {
            Put(reports[(int)report], sketch);
        }

        foreach (var (report, link) in source.Links)
        {
            Put(reports[(int)report], link with { Original = reports[(int)link.Original] });
        }
    }

    private void FillStates(IFindingSource source)
    {
        using var insert = Prepared("INSERT INTO states VALUES ($0, $1)", 2);
        using var holder = Prepared("INSERT INTO holders VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)", 10);
        foreach (var ((place, states), written) in SideBySide(source.Settlements, s => FindingForm.Write(s.States)))
        {
            insert.Again(place.GeonameId, written);
            for (var i = 0; i < states.Length; i++)
            {
                holder.Again(Holder(place, i, states[i]));
            }
        }
    }

    private static object?[] Holder(Place place, int i, ControlState s) =>
        [place.GeonameId, i, s.From.DayNumber, (s.Until ?? DateOnly.MaxValue).DayNumber, s.Holder, (int)s.Status, s.Confidence, place.Name, place.Lat, place.Lon];

    private void FillEntries(IFindingSource source, IReadOnlyList<long> reports, IReadOnlyList<long> claims)
    {
        using var insert = Prepared("INSERT INTO facts VALUES ($0, $1, $2)", 3);
        using var view = Prepared("INSERT INTO views (place, stretch, value) VALUES ($0, $1, $2)", 3);
        using var entries = Prepared("INSERT INTO entries VALUES ($0, $1, $2)", 3);
        var facts = new List<(long Unit, int Day, long Claim)>();
        var views = new List<(int Place, int Stretch, ControlView View)>();
        var rows = source.Entries.Select((e, i) => (Entry: e! with { Facts = [.. e!.Facts.Select(f => f with { Claim = claims[(int)f.Claim] })] }, Row: i));
        foreach (var ((own, i), written) in SideBySide(rows, r => FindingForm.Write(r.Entry)))
        {
            entries.Again(reports[i], own.Voice, written);
            facts.AddRange(own.Facts.Select(f => (Unit(f.Part, f.Name), f.Day, f.Claim)));
            views.AddRange(own.Views.SelectMany(v => v.Views.Select(w => (v.Place, StretchOf(w), w))));
            Put(own.Sources, 1);
            Put(reports[i], own.Revised);
        }

        foreach (var (unit, day, claim) in facts.Order())
        {
            insert.Again(unit, day, claim);
        }

        foreach (var stretch in views.GroupBy(v => (v.Place, v.Stretch)).OrderBy(g => g.Key))
        {
            view.Again(stretch.Key.Place, stretch.Key.Stretch, ViewForm.Write(ControlView.Sorted(stretch.Select(v => v.View))));
        }
    }

    /// <summary>Each item with how it is written, in order: written on all cores while others are put in.</summary>
    private static IEnumerable<(T Item, byte[] Written)> SideBySide<T>(IEnumerable<T> items, Func<T, byte[]> write) =>
        items.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(i => (i, write(i)));

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
            TakeOut(views);
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
            PutIn(views);
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
            // Where all is made anew there is none that is not known.
            if (filling || connection.Value("SELECT id FROM units WHERE part = $0 AND name = $1", (int)part, name) is not long known)
            {
                known = (long)connection.Value("INSERT INTO units (part, name) VALUES ($0, $1) RETURNING id", (int)part, name)!;
            }

            units[(part, name)] = id = known;
        }

        return id;
    }
}
