using System.Diagnostics;

namespace Salient.Tests.Cli;

/// <summary>What a run of the built program gave.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Run(int Exit, string Output, string Errors);

/// <summary>The built program `salient`, run as a user runs it.</summary>
internal static class BuiltProgram
{
    /// <summary>Starts it and kills it after <paramref name="milliseconds"/>. False where it had ended by then.</summary>
    public static bool Kill(int milliseconds, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(milliseconds))
        {
            return false;
        }

        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return true;
    }

    /// <summary>Runs it with <paramref name="arguments"/>; ends it after two minutes.</summary>
    public static Run Run(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("salient " + string.Join(' ', arguments));
        }

        return new Run(process.ExitCode, output.Result, errors.Result);
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "salient.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
