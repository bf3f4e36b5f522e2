using System.Collections.Immutable;
using Salient.Recording;
using Salient.Records;

namespace Salient;

/// <summary>What reading a ledger again did.</summary>
/// <param name="Run">The new run.</param>
/// <param name="Reports">Reports read again.</param>
/// <param name="Claims">Claims made.</param>
/// <param name="Failed">Reports that could not be read again, each with its reason: the run is then not made current.</param>
public sealed record RecodeResult(int Run, int Reports, int Claims, ImmutableArray<Problem> Failed);

/// <summary>Reads the captures of a ledger again with the rules in force: a new run beside the old, made current when it is whole.</summary>
/// <param name="ledger">A ledger open for writing.</param>
/// <param name="pipeline">The pipeline.</param>
/// <param name="program">The program's version.</param>
/// <param name="rules">Fingerprint of the rules in force.</param>
public sealed class Recoder(Ledger ledger, Pipeline pipeline, string program, string rules)
{
    private const int BatchReports = 64;

    /// <summary>Makes the run.</summary>
    /// <param name="workers">Threads that code.</param>
    public RecodeResult Recode(int workers)
    {
        var run = ledger.NewRun(program, rules);
        var failed = ImmutableArray.CreateBuilder<Problem>();
        var (reports, claims) = (0, 0);
        foreach (var names in ledger.ReportNames().Chunk(BatchReports))
        {
            var captures = names.Select(n => ledger.Capture(n)!).ToList();
            var coded = captures.AsParallel().AsOrdered().WithDegreeOfParallelism(workers).Select(Code).ToList();
            using var batch = ledger.Begin(program, rules, run);
            foreach (var (capture, (report, problem)) in captures.Zip(coded))
            {
                if (report is null)
                {
                    failed.Add(problem!);
                    continue;
                }

                batch.Add(capture.Name, capture, report.Report, report.Claims);
                (reports, claims) = (reports + 1, claims + report.Claims.Length);
            }

            batch.Commit();
        }

        if (failed.Count == 0)
        {
            ledger.MakeCurrent(run);
        }

        return new RecodeResult(run, reports, claims, failed.ToImmutable());
    }

    private (CodedReport? Report, Problem? Problem) Code(Capture capture)
    {
        try
        {
            var read = pipeline.Read(capture);
            return read.Report is { } report ? (pipeline.Code(report), null) : (null, read.Problem);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, new Problem("SAL0610", capture.Origin, $"The report could not be coded: {e.GetType().Name}: {e.Message}", "Report this with the file; the run was not made current."));
        }
    }
}
