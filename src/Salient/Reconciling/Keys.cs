using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Salient.Records;

namespace Salient.Reconciling;

/// <summary>Keys that claims are gathered by, and ids of what is made of them.</summary>
internal static class Keys
{
    /// <summary>16 hex digits over the parts.</summary>
    public static string Id(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 8));

    /// <summary>
    /// Who says it at the far end of the chain. The nearest source is the origin; a report's own voice is its outlet's, and a copy's that of its original.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="voices">By which name a report speaks itself, where that is not its own outlet's: copies, by report.</param>
    public static string Origin(RecordedClaim claim, IReadOnlyDictionary<string, string> voices)
    {
        var c = claim.Claim;
        return c.Sources.IsEmpty ? voices.GetValueOrDefault(claim.Report.Id) ?? Voice(claim.Report) : c.Sources[0].Name;
    }

    /// <summary>By which name a report speaks itself.</summary>
    public static string Voice(ReportHeader report) => report.Outlet ?? report.Id;

    /// <summary>Sorts by publication: day, then the hash of the bytes, then the report, then the position.</summary>
    public static string Order(RecordedClaim claim) => string.Create(
        CultureInfo.InvariantCulture, $"{claim.Report.Date.Reference ?? DateOnly.MaxValue:yyyy-MM-dd}|{claim.Report.CaptureHash}|{claim.Report.Id}|{claim.Claim.Span.Start:D9}|{claim.Claim.Id}");

    /// <summary>An origin's name without article, case and the words that vary: "the Russian MoD" and "Russian MoD" are one.</summary>
    public static string Folded(string name)
    {
        var folded = name.Trim().ToUpperInvariant();
        foreach (var article in (ReadOnlySpan<string>)["THE ", "A ", "AN "])
        {
            folded = folded.StartsWith(article, StringComparison.Ordinal) ? folded[article.Length..] : folded;
        }

        return folded;
    }

    /// <summary>True where the claim says that it is so, surely or likely.</summary>
    public static bool Said(Claim claim) => claim.Factuality is Factuality.Certain or Factuality.Probable or Factuality.Possible;

    /// <summary>True where the claim says that it is not so.</summary>
    public static bool Denied(Claim claim) => claim.Factuality is Factuality.CertainlyNot or Factuality.ProbablyNot or Factuality.PossiblyNot;
}
