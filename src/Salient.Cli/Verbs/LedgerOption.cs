using System.CommandLine;
using Salient.Recording;
using Salient.Records;
using Salient.Reviewing;

namespace Salient.Cli.Verbs;

/// <summary>`--ledger FILE`: where not given SALIENT_LEDGER, else salient.db in the working folder.</summary>
internal static class LedgerOption
{
    public static Option<string> Make() => new("--ledger")
    {
        Description = "The ledger's file (default: SALIENT_LEDGER, else salient.db here).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SALIENT_LEDGER") ?? "salient.db",
    };

    /// <summary>The ledger as analysts have reviewed it: what everything but the keeping of the file itself reads.</summary>
    public static ReviewedLedger Reviewed(this ILedgerReader ledger) => ledger as ReviewedLedger ?? new ReviewedLedger(ledger);

    /// <summary>Opens the ledger that <paramref name="option"/> names for reading.</summary>
    public static Ledger Read(this ParseResult result, Option<string> option) => Ledger.Read(result.GetValue(option)!);
}
