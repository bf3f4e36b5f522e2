using System.Collections.Frozen;
using System.Collections.Immutable;
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

/// <summary>Decides for each input, in order, whether it is new and what its report is called.</summary>
internal sealed class AddIntake(FrozenDictionary<(string Name, string Hash), KnownCapture> known, FrozenDictionary<string, string> taken, FrozenSet<string> forgotten)
{
    private const int HashDigits = 8;
    private readonly HashSet<(string, string)> met = [];
    private readonly Dictionary<string, string> names = new(taken);

    public AddJob Take(Acquired input)
    {
        if (input.Capture is not { } capture)
        {
            return new AddJob("", null, null, again: false, new AddOutcome(null, input.Problem));
        }

        if (!met.Add((capture.Name, capture.Hash)))
        {
            return new AddJob(capture.Name, capture, new KnownCapture(capture.Name, null, null), again: false, new AddOutcome(null, null));
        }

        if (forgotten.Contains(capture.Hash))
        {
            var gone = new Problem("SAL0612", capture.Origin, "The report was forgotten and is not taken in again.", "Add it to another ledger, if it is to be kept after all.");
            return new AddJob(capture.Name, capture, new KnownCapture(null, null, gone), again: false, new AddOutcome(null, gone));
        }

        known.TryGetValue((capture.Name, capture.Hash), out var before);
        var again = before?.Report is not null && capture.Date is { } date && date != before.Given;
        if (before is not null && !again)
        {
            var problem = before.Refusal is { } refusal ? refusal with { Where = capture.Origin } : null;
            return new AddJob(capture.Name, capture, before, again: false, new AddOutcome(null, problem));
        }

        return new AddJob(capture.Name, capture with { Name = before?.Report ?? Name(capture) }, null, again, null);
    }

    /// <summary>The name of a capture whose own name other bytes have taken.</summary>
    public static string Apart(Capture capture) => $"{capture.Name}~{capture.Hash[..HashDigits]}";

    private string Name(Capture capture)
    {
        var name = capture.Name;
        if (names.TryGetValue(name, out var hash) && hash != capture.Hash)
        {
            name = Apart(capture);
        }

        names[name] = capture.Hash;
        return name;
    }
}

/// <summary>Counts what adding did.</summary>
internal sealed class AddTally
{
    private readonly List<Problem> refused = [];
    private readonly HashSet<string> reports = [];
    private int known;

    public int Seen { get; set; }

    public int Added { get; private set; }

    public int Claims { get; private set; }

    public void Count(bool added, CodedReport coded)
    {
        reports.Add(coded.Report.Id);
        Added += added ? 1 : 0;
        known += added ? 0 : 1;
        Claims += added ? coded.Claims.Length : 0;
    }

    public void Take(AddJob job, AddOutcome outcome)
    {
        known += job.Known?.Report is null ? 0 : 1;
        if (job.Known?.Report is { } report)
        {
            reports.Add(report);
        }

        Refuse(outcome.Problem);
    }

    public void Refuse(Problem? problem)
    {
        if (problem is not null)
        {
            refused.Add(problem);
        }
    }

    public AddResult Result(Ledger ledger) =>
        new(Added, known, Claims, [.. ledger.Undated().Where(u => reports.Contains(u.Id))], [.. refused]);
}
