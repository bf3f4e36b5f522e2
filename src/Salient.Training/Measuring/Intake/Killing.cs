using System.Diagnostics;

namespace Salient.Training.Measuring.Intake;

/// <summary>Runs a program and kills it at moments that a seed decides, again and again until a run ends by itself.</summary>
/// <param name="program">The program's .dll.</param>
/// <param name="seed">Decides the moments.</param>
internal sealed class Killing(string program, int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Kills so far.</summary>
    public int Kills { get; private set; }

    /// <summary>How long a whole run takes: the moments lie within.</summary>
    public TimeSpan Whole { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Runs with <paramref name="arguments"/> and lets it end; takes its time as the measure.</summary>
    public int Run(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(arguments);
        process.WaitForExit();
        Whole = clock.Elapsed;
        return process.ExitCode;
    }

    /// <summary>Kills <paramref name="most"/> runs with <paramref name="arguments"/> at the most, then lets one end.</summary>
    public void Wear(int most, params string[] arguments)
    {
        for (var n = 0; n < most; n++)
        {
            using var process = Start(arguments);
            if (process.WaitForExit(Whole * (random.NextDouble() * 1.05)))
            {
                return;
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Kills++;
        }

        using var last = Start(arguments);
        last.WaitForExit();
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
