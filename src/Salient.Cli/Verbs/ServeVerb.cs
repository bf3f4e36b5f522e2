using System.CommandLine;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Salient.Recording;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Cli.Verbs;

/// <summary>`salient serve`: the pages and their JSON twins.</summary>
internal static class ServeVerb
{
    public static Command Make()
    {
        var ledger = LedgerOption.Make();
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => WebOptions.DefaultUrls };
        var verb = new Command("serve", "Serves the pages and their JSON twins, on this machine alone unless told otherwise.") { ledger, urls };
        var map = new MapOptions();
        map.AddTo(verb);
        verb.SetAction((result, stop) => RunAsync(result.GetValue(ledger)!, map.Of(result, result.GetValue(urls)!), stop));
        return verb;
    }

    /// <summary>Serves until stopped.</summary>
    /// <exception cref="ProblemException">SAL0801 the address cannot be listened on; as <see cref="Ledger.Read"/> where the ledger cannot be read.</exception>
    public static async Task<int> RunAsync(string ledger, WebOptions options, CancellationToken stop)
    {
        Check(options.Urls);
        using (Ledger.Read(ledger))
        {
            // Fails here, with its reason, rather than on the first page.
        }

        // The key comes by the environment: what stands on a command line is anybody's to read.
        var keyed = options with { Rehearsed = true, Key = Environment.GetEnvironmentVariable("SALIENT_KEY") is { Length: > 0 } key ? key : null };
        var app = WebHost.Build(keyed, () => Ledger.Read(ledger).Reviewed(), opened => Pictures.Of(opened), pipeline: () => new Pipeline(Pipeline.DataFolder), desk: Desks.Of(ledger));
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or UriFormatException)
        {
            throw new ProblemException(new Problem("SAL0801", options.Urls, $"The address cannot be listened on: {e.Message}", "Name another with --urls, or stop what listens there."), e);
        }

        Console.WriteLine($"Pages at {string.Join(" ", app.Urls)} - Ctrl+C ends");
        await app.WaitForShutdownAsync(stop);
        return Exit.Success;
    }

    /// <summary>Whether addresses are such as can be listened on.</summary>
    private static void Check(string urls)
    {
        const int LastPort = 65535;
        var given = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wrong = given.Length == 0 ? "No address is given." : given.Select(Wrong).FirstOrDefault(w => w is not null);
        if (wrong is not null)
        {
            throw new ProblemException(new Problem("SAL0801", urls.Length == 0 ? "--urls" : urls, wrong, $"Give it as {WebOptions.DefaultUrls}."));
        }

        static string? Wrong(string url)
        {
            try
            {
                return BindingAddress.Parse(url) switch
                {
                    { Scheme: not "http" } => "The pages are served by http; a server before them gives them https.",
                    { Port: < 0 or > LastPort } => $"There are no ports beyond {LastPort}.",
                    _ => null,
                };
            }
            catch (FormatException)
            {
                return "This is no address.";
            }
        }
    }
}
