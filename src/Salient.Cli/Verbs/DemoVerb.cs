using System.CommandLine;
using Salient.Publishing;
using Salient.Recording;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Cli.Verbs;

/// <summary>`salient demo`: reads samples/ into a fresh ledger, prints the situation, serves the pages.</summary>
internal static class DemoVerb
{
    public static Command Make()
    {
        var ledger = new Option<string?>("--ledger") { Description = "Where to make the ledger (default: a fresh file among the temporary ones); a ledger of the samples that is there is made anew." };
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => WebOptions.DefaultUrls };
        var stay = new Option<bool>("--no-serve") { Description = "Ends after the situation; serves no pages." };
        var verb = new Command("demo", "Reads the samples into a fresh ledger, prints the situation, serves the pages.") { ledger, urls, stay };
        var map = new MapOptions();
        map.AddTo(verb);
        verb.SetAction((result, stop) => RunAsync(
            result.GetValue(ledger) ?? Path.Combine(Path.GetTempPath(), $"salient-demo-{Environment.ProcessId}.db"),
            map.Of(result, result.GetValue(urls)!),
            result.GetValue(stay),
            stop));
        return verb;
    }

    private static async Task<int> RunAsync(string path, WebOptions options, bool stay, CancellationToken stop)
    {
        var samples = Path.Combine(Pipeline.DataFolder, "samples");
        if (File.Exists(path))
        {
            Spare(path, samples);
        }

        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + ending);
        }

        var code = AddVerb.Run([samples], path, null);
        if (code is not (Exit.Success or Exit.SomeRefused))
        {
            return code;
        }

        using (var ledger = Ledger.Read(path))
        {
            var picture = Pictures.Of(ledger);
            Console.WriteLine();
            Console.WriteLine(SituationMarkdown.Write(picture.Situation(picture.LastDay, picture.Start)));
        }

        return stay ? Exit.Success : await ServeVerb.RunAsync(path, options, stop);
    }

    /// <summary>Nothing but a ledger of the samples is deleted.</summary>
    /// <exception cref="ProblemException">SAL0604 it is no ledger; SAL0616 it holds other reports.</exception>
    private static void Spare(string path, string samples)
    {
        using var ledger = Ledger.Read(path);
        var known = Directory.EnumerateFiles(samples).Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);
        if (ledger.Reports().Count(r => !known.Contains(r.Id)) is var others and > 0)
        {
            throw new ProblemException(new Problem("SAL0616", path, $"The ledger holds {Phrasing.Count(others, "report")} besides the samples, and the demo would make it anew.", "Name another file with --ledger, or delete this one first."));
        }
    }
}
