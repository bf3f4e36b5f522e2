using System.CommandLine;
using Salient.Recording;

namespace Salient.Cli.Verbs;

/// <summary>`salient recode` and `salient runs`: a new coding run beside the old, and the runs compared.</summary>
internal static class RunVerbs
{
    public static Command Recode()
    {
        var ledger = LedgerOption.Make();
        var verb = new Command("recode", "Reads the ledger's captures again with the rules in force: a new run, made current when it is whole.") { ledger };
        verb.SetAction(result =>
        {
            using (result.Read(ledger))
            {
                // Says that there is no ledger rather than making one.
            }

            using var opened = Ledger.Write(result.GetValue(ledger)!);
            var made = new Recoder(opened, new Pipeline(Pipeline.DataFolder), AddVerb.Program, Fingerprint.Of(Pipeline.DataFolder)).Recode(Environment.ProcessorCount);
            foreach (var problem in made.Failed)
            {
                Console.Error.WriteLine(problem);
            }

            Pictures.Keep(opened);
            Console.WriteLine($"run {made.Run}: {made.Reports} reports, {made.Claims} claims{(made.Failed.IsEmpty ? "; current" : "; not made current")}");
            return made.Failed.IsEmpty ? Exit.Success : Exit.Of(made.Failed);
        });
        return verb;
    }

    public static Command Runs()
    {
        var ledger = LedgerOption.Make();
        var verb = new Command("runs", "The ledger's coding runs; what the current one found that the one before did not, and the other way round.") { ledger };
        verb.SetAction(result =>
        {
            using var opened = result.Read(ledger);
            foreach (var run in opened.Runs())
            {
                Console.WriteLine($"{run.Id}{(run.Current ? " (current)" : "")}: program {run.Program}, rules {run.Rules}, {run.Reports} reports, {run.Claims} claims");
            }

            var runs = opened.Runs().Select(r => r.Id).ToList();
            for (var i = 1; i < runs.Count; i++)
            {
                foreach (var (kind, both, gone, fresh) in opened.Compare(runs[i - 1], runs[i]))
                {
                    Console.WriteLine($"{runs[i - 1]} to {runs[i]}  {kind}: {both} in both, {gone} gone, {fresh} new");
                }
            }

            return Exit.Success;
        });
        return verb;
    }
}
