using System.Globalization;
using System.Text.Json;
using Salient.Acquiring;
using Salient.Locating.Gazetteers;
using Salient.Reconciling;
using Salient.Recording;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring.SideBySide;

/// <summary>The reports to check by, where they lie on this machine; none of their words leaves them.</summary>
/// <param name="folder">The folder that holds reports/, gold/ and data/.</param>
internal sealed class SharedReports(string folder)
{
    private const string Pages = "isw-2022-02-to-08.tar.gz", Articles = "articles-2022-2023.tar.gz";

    /// <summary>The reports that are read, by the numbers that their names begin with.</summary>
    private static readonly string[] First = ["000", "001", "002", "003", "004"];

    /// <summary>True where they are there.</summary>
    public bool AreThere => Directory.Exists(Path.Combine(folder, "reports")) && File.Exists(Path.Combine(folder, "data", Pages));

    /// <summary>The whole name of the report with a number.</summary>
    public string Name(string number) => Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Path.Combine(folder, "reports"), number + "_*.txt").Single());

    /// <summary>The claims that people found in the report with a number.</summary>
    public IReadOnlyList<JsonElement> Gold(string number) =>
        [.. File.ReadLines(Path.Combine(folder, "gold", Name(number) + ".jsonl")).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement)];

    /// <summary>The articles, read but not coded.</summary>
    public IEnumerable<Report> ReadArticles(Pipeline pipeline) =>
        new Acquirer().Acquire([Path.Combine(folder, "data", Articles)]).Select(a => a.Capture).OfType<Capture>().Select(c => pipeline.Read(c).Report).OfType<Report>();

    /// <summary>Adds reports and pages, and reconciles them.</summary>
    public (ReconcilingData Data, Func<IEnumerable<Place>> Places) Fill(Ledger ledger)
    {
        var theatre = TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine"));
        var data = ReconcilingData.Load(theatre, Path.Combine(Pipeline.DataFolder, "rules", "en"));
        Func<IEnumerable<Place>> places = () => Settlements.Load(theatre.Folder, data.Baseline.Country);
        var adder = new Adder(ledger, () => new Pipeline(Pipeline.DataFolder), "side-by-side", Fingerprint.Of(Pipeline.DataFolder));
        adder.Add(new Acquirer().Acquire([Path.Combine(folder, "data", Pages)]), Environment.ProcessorCount);
        var days = Days();
        foreach (var name in First.Select(Name))
        {
            // Their day is known from elsewhere, as it is to who adds a report with --date.
            adder.Add(new Acquirer(new AcquireOptions { Date = days[name] }).Acquire([Path.Combine(folder, "reports", name + ".txt")]), 1);
        }

        new Reconciler(ledger, data, places).Reconcile();
        return (data, places);
    }

    private Dictionary<string, DateOnly> Days()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "gold", "reports.json")));
        return document.RootElement.EnumerateObject().ToDictionary(r => r.Name, r => DateOnly.ParseExact(r.Value.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
