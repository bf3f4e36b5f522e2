using System.Collections.Immutable;
using System.CommandLine;
using Salient.Recording;
using Salient.Records;
using Salient.Reviewing;

namespace Salient.Cli.Verbs;

/// <summary>`salient review`: what an analyst says of claims; appended to the ledger, undone by a further entry.</summary>
internal static class ReviewVerb
{
    private static readonly Option<string> Ledgered = LedgerOption.Make();

    private static readonly Option<string> By = new("--by")
    {
        Description = "Who says so (default: SALIENT_ANALYST, else the user's name).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SALIENT_ANALYST") ?? Environment.UserName,
    };

    private static readonly Option<string?> Note = new("--note") { Description = "Why." };

    private static readonly Argument<string> Claim = new("CLAIM") { Description = "A claim's id." };

    private static readonly Argument<string> Other = new("OTHER") { Description = "The other claim's id." };

    public static Command Make() => new("review", "What an analyst says of claims: appended to the ledger, by whom and when, undone by a further entry. docs/review.md has the slots.")
    {
        Said("accept", "The claim is coded as it should be.", [Claim], _ => Plain("accept")),
        Said("reject", "The claim is no claim, or wrongly coded: it stays, marked, and weighs nothing.", [Claim], _ => Plain("reject")),
        Correct(),
        Place(),
        Said("join", "Two claims are one event.", [Claim, Other], _ => (r, _) => Draft(r, "join", r.GetValue(Other))),
        Said("split", "Two claims are two events.", [Claim, Other], _ => (r, _) => Draft(r, "split", r.GetValue(Other))),
        Add(),
        Undo(),
        List(),
    };

    private static Command Correct()
    {
        var slots = new Argument<string[]>("SLOT=VALUE") { Description = "Slots and their values; nothing after '=' empties a slot.", Arity = ArgumentArity.OneOrMore };
        return Said("correct", "Slots of the claim have other values.", [Claim, slots], _ => (r, _) => Draft(r, "correct", null, Changes(r.GetValue(slots)!)));
    }

    private static Command Place()
    {
        var id = new Argument<string>("GEONAMEID") { Description = "The place's GeoNames id, or 'none' for unlocated." };
        var nth = new Option<int>("--nth") { Description = "Which of the claim's places.", DefaultValueFactory = _ => 1 };
        return Said("place", "The claim's place is another, or not known.", [Claim, id], verb =>
        {
            verb.Add(nth);
            return (r, _) => Draft(r, "place", null, [new SlotChange(FormattableString.Invariant($"place.{r.GetValue(nth)}.geonameid"), r.GetValue(id) == "none" ? null : r.GetValue(id))]);
        });
    }

    private static Command Add()
    {
        var report = new Argument<string>("REPORT") { Description = "The report's id." };
        var slots = new Argument<string[]>("SLOT=VALUE") { Description = "kind=…, act=… and further slots.", Arity = ArgumentArity.OneOrMore };
        var quote = new Option<string>("--quote") { Description = "The words that carry the claim, as they stand in the report.", Required = true };
        var nth = new Option<int>("--nth") { Description = "Which of the places where these words stand.", DefaultValueFactory = _ => 1 };
        return Said("add", "The report makes a claim that was not found.", [report, slots], verb =>
        {
            verb.Add(quote);
            verb.Add(nth);
            return (r, reviewer) => reviewer.Quote(r.GetValue(report)!, r.GetValue(quote)!, Changes(r.GetValue(slots)!), r.GetValue(By)!, r.GetValue(Note), r.GetValue(nth));
        });
    }

    private static Command Undo()
    {
        var entry = new Argument<string>("ENTRY") { Description = "The entry's id." };
        return Said("undo", "An entry no longer holds; undoing an undo makes it hold again.", [entry], _ => (r, _) => new ReviewDraft("undo", r.GetValue(entry)!, r.GetValue(By)!, null, [], r.GetValue(Note)));
    }

    private static Command List()
    {
        var verb = new Command("list", "All entries, oldest first.") { Ledgered };
        verb.SetAction(result =>
        {
            using var ledger = result.Read(Ledgered);
            using var output = Output.Open();
            var layer = new ReviewLayer(ledger.Reviews());
            foreach (var e in layer.Entries)
            {
                var changes = string.Concat(e.Changes.Select(c => $" {c.Slot}={c.Value}"));
                output.WriteLine($"{e.Number}  {e.Id}  {e.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {e.By}: {e.Act} {e.Claim}{(e.Other is null ? "" : " " + e.Other)}{changes}{(e.Note is null ? "" : $" ({e.Note})")}{(layer.Undone.Contains(e.Id) ? "  UNDONE" : "")}");
            }

            return Exit.Success;
        });
        return verb;
    }

    private static Command Said(string name, string description, Argument[] arguments, Func<Command, Func<ParseResult, Reviewer, ReviewDraft>> make)
    {
        var verb = new Command(name, description) { Ledgered, By, Note };
        foreach (var argument in arguments)
        {
            verb.Add(argument);
        }

        var draft = make(verb);
        verb.SetAction(result =>
        {
            using (result.Read(Ledgered))
            {
                // Says that there is no ledger rather than making one.
            }

            using var ledger = Ledger.Write(result.GetValue(Ledgered)!);
            var reviewer = Reviewers.Of()(ledger.Reviewed());
            var entry = ledger.Append(reviewer.Check(draft(result, reviewer)), TimeProvider.System.GetUtcNow());
            Console.WriteLine($"{entry.Id}  {entry.Act} {entry.Claim}");
            return Exit.Success;
        });
        return verb;
    }

    private static Func<ParseResult, Reviewer, ReviewDraft> Plain(string act) => (r, _) => Draft(r, act, null);

    private static ReviewDraft Draft(ParseResult r, string act, string? other, ImmutableArray<SlotChange>? changes = null) => new(act, r.GetValue(Claim)!, r.GetValue(By)!, other, changes ?? [], r.GetValue(Note));

    /// <exception cref="ProblemException">SAL0732 no '=' in it.</exception>
    private static ImmutableArray<SlotChange> Changes(IEnumerable<string> texts) =>
    [
        .. texts.Select(t => t.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? new SlotChange(t[..at], at + 1 == t.Length ? null : t[(at + 1)..])
            : throw new ProblemException(new("SAL0732", t, "No slot and value.", "Write SLOT=VALUE, as in actor.side=ua."))),
    ];
}
