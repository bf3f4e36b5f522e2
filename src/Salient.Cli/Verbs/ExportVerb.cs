using System.CommandLine;
using Salient.Publishing.Exports;
using Salient.Records;
using Salient.Searching;

namespace Salient.Cli.Verbs;

/// <summary>`salient export WHAT --format F`: the ledger, or what is made of it, for other programs.</summary>
internal static class ExportVerb
{
    public static Command Make()
    {
        var what = new Argument<string>("WHAT") { Description = string.Join(", ", ExportForms.All.Select(f => f.What).Distinct()) + "." };
        var format = new Option<string>("--format") { Description = string.Join(", ", ExportForms.All.Select(f => f.Format).Distinct()) + "; docs/exports.md says what each holds.", Required = true };
        var ledger = LedgerOption.Make();
        var since = new Option<string?>("--since") { Description = "Only claims and events that reach this day, and ground held from it, yyyy-mm-dd." };
        var until = new Option<string?>("--until") { Description = "Only claims and events that begin by this day, and the front on it, yyyy-mm-dd." };
        var query = new Option<string?>("--query") { Description = "Only claims that the query finds, and events that one of them tells of; docs/search.md." };
        var verb = new Command("export", "Writes the ledger, or what is made of it, for other programs.") { what, format, ledger, since, until, query };
        verb.SetAction(result =>
        {
            var (subject, wanted) = (result.GetValue(what)!, result.GetValue(format)!);
            if (ExportForms.Find(subject, wanted) is not { } form)
            {
                var choices = string.Join("; ", ExportForms.All.GroupBy(f => f.What).Select(g => $"{g.Key} as {string.Join(", ", g.Select(f => f.Format))}"));
                Console.Error.WriteLine(new Problem("SAL0903", "export", $"'{subject}' is not exported as '{wanted}'.", $"Choose from: {choices}."));
                return Exit.Usage;
            }

            using var opened = result.Read(ledger);
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            var (first, last) = (Days.Parse(result.GetValue(since), "--since"), Days.Parse(result.GetValue(until), "--until"));
            var source = ExportSources.Of(opened.Reviewed(), Pictures.Of(opened), since: first, until: last).Between(first, last);
            form.Write(Query.Parse(result.GetValue(query)) is { } asked ? source.Where(asked.Matches) : source, output);
            return Exit.Success;
        });
        return verb;
    }
}
