using System.CommandLine;
using Salient.Publishing;
using Salient.Recording;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient export WHAT --format F`: the ledger, or what is made of it, for other programs.</summary>
internal static class ExportVerb
{
    /// <summary>What can be exported, and in which forms.</summary>
    private static readonly Dictionary<(string What, string Format), Action<Ledger, TextWriter>> Exports = new()
    {
        [("claims", "jsonl")] = (ledger, output) => new ClaimExport(ledger).WriteLines(output),
        [("claims", "csv")] = (ledger, output) => new ClaimExport(ledger).WriteTable(output),
        [("control", "csv")] = (ledger, output) => ControlExport.Write(Pictures.Of(ledger).Control, output),
    };

    public static Command Make()
    {
        var what = new Argument<string>("WHAT") { Description = string.Join(", ", Exports.Keys.Select(k => k.What).Distinct()) + "." };
        var format = new Option<string>("--format") { Description = string.Join(", ", Exports.Keys.Select(k => k.Format).Distinct()) + ".", Required = true };
        var ledger = LedgerOption.Make();
        var verb = new Command("export", "Writes the ledger, or what is made of it, for other programs.") { what, format, ledger };
        verb.SetAction(result => Run(result.GetValue(what)!, result.GetValue(format)!, result.GetValue(ledger)!));
        return verb;
    }

    private static int Run(string what, string format, string path)
    {
        if (!Exports.TryGetValue((what, format), out var export))
        {
            var choices = string.Join(", ", Exports.Keys.Select(k => $"{k.What} as {k.Format}"));
            Console.Error.WriteLine(new Problem("SAL0903", "export", $"'{what}' is not exported as '{format}'.", $"Choose from: {choices}."));
            return Exit.Usage;
        }

        using var ledger = Ledger.Read(path);
        using var output = Output.Open();
        export(ledger, output);
        return Exit.Success;
    }
}
