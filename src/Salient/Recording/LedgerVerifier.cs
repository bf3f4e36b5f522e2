using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording;

/// <summary>Goes through a ledger and says where it is not as it was written.</summary>
internal sealed class LedgerVerifier(string path, SqliteConnection connection)
{
    private const int MostFaults = 100;
    private readonly ImmutableArray<Problem>.Builder faults = ImmutableArray.CreateBuilder<Problem>();

    /// <summary>The chain, the bytes, the words of every claim.</summary>
    /// <param name="noted">A link noted before, that must be in the chain; or null.</param>
    public Verification Verify(string? noted)
    {
        if (connection.Value("PRAGMA integrity_check(1)") is string said && said != "ok")
        {
            Fault($"SQLite finds it damaged: {said}.");
        }

        var (arrivals, head) = Chain(noted);
        var captures = Captures();
        var claims = connection.Rows(r => (Run: r.GetInt32(0), Report: r.GetInt64(1), Name: r.GetString(2)), "SELECT r.run, r.report, p.name FROM readings r JOIN reports p ON p.id = r.report ORDER BY p.name, r.run")
            .ToList().Sum(r => Claims(r.Run, r.Report, r.Name));
        return new Verification(arrivals, captures, claims, Forgotten(connection), head, faults.ToImmutable());
    }

    /// <summary>The reports that were taken out.</summary>
    public static ImmutableArray<string> Forgotten(SqliteConnection connection) =>
        [.. connection.Rows(r => r.GetString(0), "SELECT report FROM arrivals WHERE forgotten = 1 ORDER BY id")];

    private (int Count, string Head) Chain(string? noted)
    {
        var (count, head, seen) = (0, ArrivalChain.Root, noted is null);
        var there = connection.Rows(r => (r.GetString(0), r.GetString(1)), "SELECT p.name, c.hash FROM reports p JOIN captures c ON c.id = p.capture").ToHashSet();
        var told = new Dictionary<string, string>();
        foreach (var (id, arrival, link) in ArrivalChain.Read(connection))
        {
            count++;
            if (id != count || arrival.Link(head) != link)
            {
                Fault($"The chain of arrivals breaks at entry {id} ({arrival.Report}).");
            }

            head = link;
            seen |= link == noted;
            if (arrival.Kind == ArrivalKind.Forgotten)
            {
                told.Remove(arrival.Report);
            }
            else if (arrival.Kind == ArrivalKind.Came)
            {
                told[arrival.Report] = arrival.Capture;
            }
        }

        foreach (var (report, capture) in told.Where(t => !there.Contains((t.Key, t.Value))))
        {
            Fault($"Report {report} came with capture {capture}, and is gone without having been forgotten.");
        }

        foreach (var (report, _) in there.Where(t => !told.ContainsKey(t.Item1)))
        {
            Fault($"Report {report} is there, and its arrival is not.");
        }

        if (!seen)
        {
            Fault($"The link {noted} is not in the chain.");
        }

        return (count, head);
    }

    private int Captures()
    {
        var count = 0;
        foreach (var (hash, packed) in connection.Rows(r => (r.GetString(0), (byte[])r[1]), "SELECT hash, packed FROM captures ORDER BY id"))
        {
            count++;
            if (Hash(packed) != hash)
            {
                Fault($"The bytes of capture {hash} have changed.");
            }
        }

        return count;
    }

    private static string? Hash(byte[] packed)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(Packing.Unpack(packed)));
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private int Claims(int run, long report, string name)
    {
        var text = Packing.UnpackText((byte[])connection.Value("SELECT packed FROM readings WHERE run = $0 AND report = $1", run, report)!);
        var told = (long)connection.Value("SELECT claims FROM readings WHERE run = $0 AND report = $1", run, report)!;
        var count = 0;
        foreach (var (id, start, length, evidence) in connection.Rows(
            r => (r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetString(3)), "SELECT claim, start, length, evidence FROM claims WHERE report = $0 AND run = $1 ORDER BY start, claim", report, run))
        {
            count++;
            if (start < 0 || start + length > text.Length || !text.AsSpan(start, length).SequenceEqual(evidence))
            {
                Fault($"The words of claim {id} are not in report {name}.");
            }
        }

        if (count != told)
        {
            Fault($"Report {name} had {told} claims in run {run}, and has {count}.");
        }

        return count;
    }

    private void Fault(string what)
    {
        if (faults.Count < MostFaults)
        {
            faults.Add(new("SAL0613", path, what, "Take a copy from before; the reports can be added again to a new ledger."));
        }
    }
}
