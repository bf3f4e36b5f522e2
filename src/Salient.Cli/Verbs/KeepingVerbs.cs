using System.CommandLine;
using Salient.Recording;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient verify` and `salient forget`: that the ledger is as it was written, and taking a report out of it.</summary>
internal static class KeepingVerbs
{
    public static Command Verify()
    {
        var ledger = LedgerOption.Make();
        var link = new Option<string?>("--link") { Description = "A link noted from an earlier run: it must still be in the chain." };
        var verb = new Command("verify", "Checks the chain of arrivals, the bytes of every capture and the words of every claim.") { ledger, link };
        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger);
            var found = opened.Verify(result.GetValue(link));
            foreach (var fault in found.Faults)
            {
                Console.Error.WriteLine(fault);
            }

            Console.WriteLine($"{found.Arrivals} arrivals, {found.Captures} captures, {found.Claims} claims, {found.Forgotten.Length} forgotten, {found.Faults.Length} faults; link {found.Head}");
            return found.Faults.IsEmpty ? Exit.Success : Exit.Of(found.Faults);
        });
        return verb;
    }

    public static Command Retract()
    {
        var report = new Argument<string>("REPORT") { Description = "The report's id." };
        var ledger = LedgerOption.Make();
        var (by, note) = (new Option<string?>("--by") { Description = "Who says so (default: SALIENT_ANALYST, else the user's name)." }, new Option<string?>("--note") { Description = "Why, or how it is known." });
        var undo = new Option<bool>("--undo") { Description = "It was not withdrawn, or is published again: its claims weigh again." };
        var verb = new Command("retract", "Notes that a report's outlet withdrew it: all of it stays, its claims are marked and weigh nothing.") { report, ledger, by, note, undo };
        verb.SetAction(result =>
        {
            using (result.Read(ledger))
            {
                // Says that there is no ledger rather than making one.
            }

            using var opened = Ledger.Write(result.GetValue(ledger)!);
            var (name, back) = (result.GetValue(report)!, result.GetValue(undo));
            var found = opened.Reports().FirstOrDefault(r => r.Id == name);
            if (found is null)
            {
                Console.Error.WriteLine(new Problem("SAL0614", name, "The ledger has no report of that name.", "Name it as `salient claims` and the pages do."));
                return Exit.Of("SAL0614", Exit.Failed);
            }

            var done = opened.Retract(name, result.GetValue(by) ?? Environment.GetEnvironmentVariable("SALIENT_ANALYST") ?? Environment.UserName, TimeProvider.System.GetUtcNow(), result.GetValue(note), back);
            Pictures.Keep(opened);
            Console.WriteLine(done ? $"{name} {(back ? "stands again" : "retracted")}" : $"{name} {(back ? "was not retracted" : "was retracted already")}");
            return Exit.Success;
        });
        return verb;
    }

    public static Command Forget()
    {
        var report = new Argument<string>("REPORT") { Description = "The report's id." };
        var ledger = LedgerOption.Make();
        var verb = new Command("forget", "Takes a report out for good: bytes, text and claims. An entry in the chain says that it was there.") { report, ledger };
        verb.SetAction(result =>
        {
            using (result.Read(ledger))
            {
                // Says that there is no ledger rather than making one.
            }

            using var opened = Ledger.Write(result.GetValue(ledger)!);
            var name = result.GetValue(report)!;
            if (!opened.Forget(name))
            {
                Console.Error.WriteLine(new Problem("SAL0614", name, "The ledger has no report of that name.", "Name it as `salient claims` and the pages do."));
                return Exit.Of("SAL0614", Exit.Failed);
            }

            Pictures.Keep(opened);
            Console.WriteLine($"{name} forgotten");
            return Exit.Success;
        });
        return verb;
    }
}
