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

    /// <summary>By which name a report speaks itself.</summary>
    public static string Voice(ReportHeader report) => report.Outlet ?? report.Id;

    /// <summary>Sorts by publication: day, then the hash of the bytes, then the report, then the position.</summary>
    public static string Order(RecordedClaim claim) => string.Create(
        CultureInfo.InvariantCulture, $"{claim.Report.Date.Reference ?? DateOnly.MaxValue:yyyy-MM-dd}|{claim.Report.CaptureHash}|{claim.Report.Id}|{claim.Claim.Span.Start:D9}|{claim.Claim.Id}");

    /// <summary>An origin's name without article and case: "the Staff" and "Staff" are one.</summary>
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
