using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording;

/// <summary>What an entry of the chain says.</summary>
internal enum ArrivalKind
{
    /// <summary>The report came.</summary>
    Came,

    /// <summary>It was taken out.</summary>
    Forgotten,

    /// <summary>Its outlet withdrew it: <see cref="Arrival.Origin"/> says who or what says so, <see cref="Arrival.Headers"/> when and why.</summary>
    Retracted,

    /// <summary>That holds no longer.</summary>
    Restored,
}

/// <summary>Something that came, was forgotten or withdrawn.</summary>
/// <param name="Report">The report's name.</param>
/// <param name="Capture">SHA-256 of its bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Fetched">When, in UTC, where the way it came tells.</param>
/// <param name="Headers">What the server said with it, one "name: value" a line, or null.</param>
/// <param name="Kind">What this entry says.</param>
internal sealed record Arrival(string Report, string Capture, long Size, string Origin, string? Fetched, string? Headers, ArrivalKind Kind)
{
    /// <summary>The arrival of <paramref name="capture"/> as <paramref name="report"/>.</summary>
    public static Arrival Of(string report, Capture capture) => new(
        report,
        capture.Hash,
        capture.Bytes.Length,
        capture.Origin,
        capture.Fetched?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        capture.Headers.IsDefaultOrEmpty ? null : string.Join('\n', capture.Headers.Select(h => $"{h.Key}: {h.Value}")),
        ArrivalKind.Came);

    /// <summary>The hash that ties it to the one before.</summary>
    public string Link(string before)
    {
        // Lengths before values: no two different entries are written alike.
        string?[] parts = [before, Report, Capture, Size.ToString(CultureInfo.InvariantCulture), Origin, Fetched, Headers, ((int)Kind).ToString(CultureInfo.InvariantCulture)];
        var written = string.Concat(parts.Select(p => p is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));
    }
}

/// <summary>The chain of arrivals in a ledger.</summary>
internal static class ArrivalChain
{
    /// <summary>What the first arrival is tied to.</summary>
    public const string Root = "";

    private const string Columns = "report, capture, size, origin, fetched, headers, forgotten";

    /// <summary>Puts <paramref name="arrival"/> at the end.</summary>
    public static void Append(SqliteConnection connection, Arrival arrival)
    {
        var before = (string?)connection.Value("SELECT link FROM arrivals ORDER BY id DESC LIMIT 1") ?? Root;
        connection.Run(
            $"INSERT INTO arrivals ({Columns}, link) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)",
            arrival.Report, arrival.Capture, arrival.Size, arrival.Origin, arrival.Fetched, arrival.Headers, (int)arrival.Kind, arrival.Link(before));
    }

    /// <summary>All of it, in order.</summary>
    public static IEnumerable<(long Id, Arrival Arrival, string Link)> Read(SqliteConnection connection) => connection.Rows(
        r => (r.GetInt64(7), new Arrival(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetString(3), r.Text(4), r.Text(5), (ArrivalKind)r.GetInt32(6)), r.GetString(8)),
        $"SELECT {Columns}, id, link FROM arrivals ORDER BY id");
}
