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
    /// <summary>Runs it with <paramref name="arguments"/>; ends it after two minutes.</summary>
    public static Run Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "salient.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
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
}
