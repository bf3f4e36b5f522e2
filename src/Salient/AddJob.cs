using System.Collections.Frozen;
using Salient.Acquiring;
using Salient.Recording;
using Salient.Records;

namespace Salient;

/// <summary>What came of one input.</summary>
internal sealed record AddOutcome(CodedReport? Coded, Problem? Problem, bool Fatal = false);

/// <summary>One input on its way.</summary>
internal sealed class AddJob(string name, Capture? capture, KnownCapture? known, bool again, AddOutcome? coded)
{
    private readonly ManualResetEventSlim? done = coded is null ? new() : null;

    public string Name { get; } = name;

    public Capture? Capture { get; } = capture;

    /// <summary>Set where the ledger has met it and there is nothing to do.</summary>
    public KnownCapture? Known { get; } = known;

    /// <summary>True where it is in the ledger, but without the date that now comes with it.</summary>
    public bool Again { get; } = again;

    /// <summary>Set where it is no input but word that something was withdrawn: it is written in its order.</summary>
    public Withdrawal? Withdrawal { get; init; }

    public AddOutcome? Coded { get; private set; } = coded;

    public void Finish(AddOutcome outcome)
    {
        Coded = outcome;
        done!.Set();
    }

    public AddOutcome Wait()
    {
        done!.Wait();
        done.Dispose();
        return Coded!;
    }
}

/// <summary>Decides for each input, in order, whether it is new and what its report is called. Asks the ledger for what was committed, and remembers only what is on its way there.</summary>
/// <param name="ledger">The ledger, open for reading on the thread that calls.</param>
/// <param name="rules">Fingerprint of the rules in force.</param>
/// <param name="window">Inputs that may be on their way at once.</param>
internal sealed class AddIntake(Ledger ledger, string rules, int window)
{
    private const int HashDigits = 8;
    private readonly Queue<(string Base, string Hash, string Name)> order = new();
    private readonly Dictionary<(string Base, string Hash), string> underway = [];
    private readonly Dictionary<string, string> names = [];
    private readonly FrozenSet<string> forgotten = ledger.Forgotten();

    public AddJob Take(Acquired input)
    {
        if (input.Withdrawn is { } word)
        {
            return new AddJob("", null, null, again: false, new AddOutcome(null, null)) { Withdrawal = word };
        }

        if (input.Capture is not { } capture)
        {
            return new AddJob("", null, null, again: false, new AddOutcome(null, input.Problem));
        }

        if (underway.ContainsKey((capture.Name, capture.Hash)))
        {
            return new AddJob(capture.Name, capture, new KnownCapture(capture.Name, null, null), again: false, new AddOutcome(null, null));
        }

        if (forgotten.Contains(capture.Hash))
        {
            var gone = new Problem("SAL0612", capture.Origin, "The report was forgotten and is not taken in again.", "Add it to another ledger, if it is to be kept after all.");
            return new AddJob(capture.Name, capture, new KnownCapture(null, null, gone), again: false, new AddOutcome(null, gone));
        }

        var before = ledger.Find(capture.Name, capture.Hash, rules);
        var again = before?.Report is not null && capture.Date is { } date && date != before.Given;
        if (before is not null && !again)
        {
            var problem = before.Refusal is { } refusal ? refusal with { Where = capture.Origin } : null;
            return new AddJob(capture.Name, capture, before, again: false, new AddOutcome(null, problem));
        }

        var name = before?.Report ?? Name(capture);
        Remember(capture, name);
        return new AddJob(capture.Name, capture with { Name = name }, null, again, null);
    }

    /// <summary>The name of a capture whose own name other bytes have taken.</summary>
    public static string Apart(Capture capture) => $"{capture.Name}~{capture.Hash[..HashDigits]}";

    private string Name(Capture capture)
    {
        var taken = names.GetValueOrDefault(capture.Name) ?? ledger.HashOf(capture.Name);
        return taken is not null && taken != capture.Hash ? Apart(capture) : capture.Name;
    }

    private void Remember(Capture capture, string name)
    {
        underway[(capture.Name, capture.Hash)] = name;
        names[name] = capture.Hash;
        order.Enqueue((capture.Name, capture.Hash, name));
        if (order.Count > window)
        {
            var (origin, hash, old) = order.Dequeue();
            underway.Remove((origin, hash));
            _ = names.GetValueOrDefault(old) == hash && names.Remove(old);
        }
    }
}

/// <summary>Counts what adding did.</summary>
internal sealed class AddTally
{
    private readonly List<Problem> refused = [];
    private readonly HashSet<string> undated = [];
    private readonly List<string> retracted = [];
    private int known, foreign;

    public int Seen { get; set; }

    public int Added { get; private set; }

    public int Claims { get; private set; }

    public void Count(bool added, CodedReport coded)
    {
        Note(coded.Report.Id, coded.Report.Date.Day is null);
        Added += added ? 1 : 0;
        known += added ? 0 : 1;
        Claims += added ? coded.Claims.Length : 0;
        foreign += added && coded.Report.Language is not ("en" or "und") ? 1 : 0;
    }

    public void Take(AddJob job, AddOutcome outcome)
    {
        known += job.Known?.Report is null ? 0 : 1;
        if (job.Known?.Report is { } report)
        {
            Note(report, job.Known.Undated);
        }

        Refuse(outcome.Problem);
    }

    public void Retract(Withdrawal word, Withdrawn found)
    {
        retracted.AddRange(found.Reports);
        foreach (var other in found.Others)
        {
            Refuse(new Problem("SAL0122", word.Source, $"The feed says that '{word.Entry}' was deleted; report {other} came from elsewhere, and stands.", "Nothing, or `salient retract` where it is so."));
        }
    }

    public void Refuse(Problem? problem)
    {
        if (problem is not null)
        {
            refused.Add(problem);
        }
    }

    public AddResult Result(Ledger ledger) =>
        new(Added, known, Claims, undated.Count == 0 ? [] : [.. ledger.Undated().Where(u => undated.Contains(u.Id))], [.. refused]) { Retracted = [.. retracted], Foreign = foreign };

    private void Note(string report, bool withoutDay)
    {
        if (withoutDay)
        {
            undated.Add(report);
        }
    }
}
