using System.CommandLine;
using Salient.Recording;

namespace Salient.Cli.Verbs;

/// <summary>`--ledger FILE`: where not given SALIENT_LEDGER, else salient.db in the working folder.</summary>
internal static class LedgerOption
{
    public static Option<string> Make() => new("--ledger")
    {
        Description = "The ledger's file (default: SALIENT_LEDGER, else salient.db here).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SALIENT_LEDGER") ?? "salient.db",
    };

    /// <summary>Opens the ledger that <paramref name="option"/> names for reading.</summary>
    public static Ledger Read(this ParseResult result, Option<string> option) => Ledger.Read(result.GetValue(option)!);
}
