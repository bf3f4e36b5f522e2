using System.Collections.Concurrent;
using System.Collections.Immutable;
using Salient.Acquiring;
using Salient.Recording;
using Salient.Records;

namespace Salient;

/// <summary>How far adding has come.</summary>
/// <param name="Seen">Inputs looked at.</param>
/// <param name="Added">New reports read, those among them that are not yet written.</param>
/// <param name="Claims">Their claims.</param>
public sealed record AddProgress(int Seen, int Added, int Claims);

/// <summary>What adding did.</summary>
/// <param name="Added">Reports recorded now.</param>
/// <param name="Known">Inputs that were in the ledger already.</param>
/// <param name="Claims">Claims recorded now.</param>
/// <param name="Undated">Reports among the inputs whose day is not known.</param>
/// <param name="Refused">Inputs that gave no report, each with its reason.</param>
public sealed record AddResult(int Added, int Known, int Claims, ImmutableArray<ReportHeader> Undated, ImmutableArray<Problem> Refused)
{
    /// <summary>Reports that their outlets withdrew, by name: those that it was not known of before.</summary>
    public ImmutableArray<string> Retracted { get; init; } = [];

    /// <summary>How many of the reports recorded now are not in English: kept, but not coded.</summary>
    public int Foreign { get; init; }
}

/// <summary>Brings inputs into a ledger: codes them side by side, writes them in their order, in batches.</summary>
/// <param name="ledger">A ledger open for writing.</param>
/// <param name="pipeline">Makes the pipeline; called only when something new must be coded.</param>
/// <param name="program">The program's version.</param>
/// <param name="rules">Fingerprint of the rules in force.</param>
/// <param name="split">Cuts a live page into its posts; null where pages are taken whole.</param>
public sealed class Adder(Ledger ledger, Func<Pipeline> pipeline, string program, string rules, Func<Capture, IEnumerable<Capture>>? split = null)
{
    private const int BatchReports = 100;

    /// <summary>Inputs that may be under way at once for each worker: bounds memory, and how far one slow report can hold the others up.</summary>
    private const int WindowPerWorker = 16;

    /// <summary>Adds <paramref name="inputs"/>. What is committed stays when it is stopped; the next call goes on from there.</summary>
    /// <param name="inputs">What was acquired, in a stable order; enumerated once, lazily, on a thread of its own.</param>
    /// <param name="workers">Threads that code.</param>
    /// <param name="progress">Called on the calling thread after each input.</param>
    /// <param name="stop">Stops after what has been written so far.</param>
    /// <exception cref="ProblemException">SAL0601 to SAL0609: the ledger.</exception>
    public AddResult Add(IEnumerable<Acquired> inputs, int workers, Action<AddProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var jobs = new BlockingCollection<AddJob>(workers * WindowPerWorker);
        using var order = new BlockingCollection<AddJob>(workers * WindowPerWorker);
        using var reading = Ledger.Read(ledger.Path);
        var intake = new AddIntake(reading, rules, (workers * WindowPerWorker) + (BatchReports * 2));
        var lazy = new Lazy<Pipeline>(pipeline);
        var threads = Enumerable.Range(0, workers)
            .Select(_ => Task.Factory.StartNew(() => Work(jobs, lazy), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .Append(Task.Factory.StartNew(() => Feed(Posts(inputs), intake, jobs, order, cancel.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            return Write(order, lazy, progress, stop);
        }
        finally
        {
            cancel.Cancel();
            foreach (var _ in order.GetConsumingEnumerable())
            {
                // Lets the feeder end where writing stopped early.
            }

            Task.WaitAll(threads);
        }
    }

    private IEnumerable<Acquired> Posts(IEnumerable<Acquired> inputs) =>
        split is null ? inputs : inputs.SelectMany(i => i.Capture is { } capture ? split(capture).Select(c => new Acquired(c, null)) : [i]);

    private static void Feed(IEnumerable<Acquired> inputs, AddIntake intake, BlockingCollection<AddJob> jobs, BlockingCollection<AddJob> order, CancellationToken cancel)
    {
        try
        {
            foreach (var input in inputs)
            {
                if (cancel.IsCancellationRequested)
                {
                    break;
                }

                var job = intake.Take(input);
                order.Add(job, CancellationToken.None);
                if (job.Coded is null)
                {
                    jobs.Add(job, CancellationToken.None);
                }
            }
        }
        finally
        {
            jobs.CompleteAdding();
            order.CompleteAdding();
        }
    }

    private static void Work(BlockingCollection<AddJob> jobs, Lazy<Pipeline> pipeline)
    {
        foreach (var job in jobs.GetConsumingEnumerable())
        {
            job.Finish(Code(job.Capture!, pipeline));
        }
    }

    private static AddOutcome Code(Capture capture, Lazy<Pipeline> pipeline)
    {
        try
        {
            var read = pipeline.Value.Read(capture);
            return read.Report is { } report ? new AddOutcome(Slim(pipeline.Value.Code(report)), read.Problem) : new AddOutcome(null, read.Problem);
        }
        catch (ProblemException e)
        {
            return new AddOutcome(null, e.Problem, Fatal: !pipeline.IsValueCreated);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new AddOutcome(null, new Problem("SAL0610", capture.Origin, $"The report could not be coded: {e.GetType().Name}: {e.Message}", "Report this with the file; the other inputs are not affected."));
        }
    }

    /// <summary>Trees and attributions are not recorded: nothing waits in memory with them.</summary>
    private static CodedReport Slim(CodedReport coded) => coded with { Sentences = [], Attributions = [], Locations = [] };

    private AddResult Write(BlockingCollection<AddJob> order, Lazy<Pipeline> pipeline, Action<AddProgress>? progress, CancellationToken stop)
    {
        var tally = new AddTally();
        var ready = new List<(AddJob Job, AddOutcome Outcome)>();
        foreach (var job in order.GetConsumingEnumerable())
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            var outcome = job.Coded ?? job.Wait();
            if (outcome.Fatal)
            {
                throw new ProblemException(outcome.Problem!);
            }

            if (job.Withdrawal is not null || (job.Known is null && job.Capture is not null))
            {
                ready.Add((job, outcome));
                if (ready.Count == BatchReports)
                {
                    Record(ready, pipeline, tally);
                }
            }
            else
            {
                tally.Take(job, outcome);
            }

            tally.Seen++;
            progress?.Invoke(new AddProgress(tally.Seen, tally.Added + ready.Count(r => r.Outcome.Coded is not null), tally.Claims + ready.Sum(r => r.Outcome.Coded?.Claims.Length ?? 0)));
        }

        Record(ready, pipeline, tally);
        return tally.Result(ledger);
    }

    /// <summary>Writes what is ready in one go: the ledger is held for as long as writing takes, not for as long as coding does.</summary>
    private void Record(List<(AddJob Job, AddOutcome Outcome)> ready, Lazy<Pipeline> pipeline, AddTally tally)
    {
        // What a feed says again at each look is no reason to write.
        if (ready.All(r => r.Job.Withdrawal is { } word && ledger.Withdrawn(word).Reports.IsEmpty))
        {
            ready.ForEach(r => tally.Retract(r.Job.Withdrawal!, ledger.Withdrawn(r.Job.Withdrawal!)));
            ready.Clear();
            return;
        }

        using var batch = ledger.Begin(program, rules);
        foreach (var (job, outcome) in ready)
        {
            Record(batch, job, outcome, pipeline, tally);
        }

        batch.Commit();
        ready.Clear();
    }

    private static void Record(LedgerBatch batch, AddJob job, AddOutcome outcome, Lazy<Pipeline> pipeline, AddTally tally)
    {
        if (job.Withdrawal is { } word)
        {
            tally.Retract(word, batch.Retract(word));
            return;
        }

        var capture = job.Capture!;
        if (outcome.Coded is { } read && batch.IsTaken(read.Report.Id, capture.Hash))
        {
            capture = capture with { Name = AddIntake.Apart(capture) };
            outcome = Code(capture, pipeline);
        }

        if (outcome.Coded is { } coded)
        {
            tally.Count(batch.Add(job.Name, capture, coded.Report, coded.Claims, job.Again), coded);
        }
        else if (outcome.Problem is { } problem)
        {
            batch.Refuse(job.Name, capture.Hash, problem);
        }

        tally.Refuse(outcome.Problem);
    }
}
