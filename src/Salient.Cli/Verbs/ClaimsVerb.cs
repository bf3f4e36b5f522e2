using System.CommandLine;
using Salient.Publishing;
using Salient.Recording;
using Salient.Records;
using Salient.Searching;

namespace Salient.Cli.Verbs;

/// <summary>`salient claims QUERY`: search over evidence, names and slots.</summary>
internal static class ClaimsVerb
{
    private const int DefaultLimit = 50;

    public static Command Make()
    {
        var query = new Argument<string>("QUERY") { Description = "Words, \"a phrase\", prefix*, kind:, act:, side:, by:, source:, place:, on:, since:, until:, report:, sure:, review:, revision:, AND, OR, NOT, brackets; docs/search.md." };
        var ledger = LedgerOption.Make();
        var limit = new Option<int>("--limit") { Description = "At most so many, the latest.", DefaultValueFactory = _ => DefaultLimit };
        limit.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && int.TryParse(r.Tokens[0].Value, out var most) && most < 1)
            {
                r.AddError($"--limit wants a number from 1, not {most}.");
            }
        });
        var format = new Option<string>("--format") { Description = "text or jsonl.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var verb = new Command("claims", "Finds claims by their words, names and slots.") { query, ledger, limit, format };
        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger).Reviewed();
            using var output = Output.Open();
            var found = new Searcher(opened).Find(Query.Parse(result.GetValue(query))).TakeLast(result.GetValue(limit)).ToList();
            var write = result.GetValue(format) == "jsonl" ? c => ClaimJson.Write(c.Claim, opened.Report(c.Report.Id)!, c.Review) : (Func<RecordedClaim, string>)ClaimText.Write;
            foreach (var claim in found)
            {
                output.WriteLine(write(claim));
            }

            if (found.Count == 0)
            {
                Console.Error.WriteLine(new Vocabulary([.. opened.Claims()]).Missing(result.GetValue(query)) ?? "No claim says this.");
            }

            return Exit.Success;
        });
        return verb;
    }
}
