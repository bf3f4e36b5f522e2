using Salient.Reconciling;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Web.Tests;

/// <summary>A theatre of another war: its sides have ids that nothing in the program knows.</summary>
internal static class InventedTheatre
{
    /// <summary>The party on whose ground the war is fought.</summary>
    public const string Home = "uplands";

    /// <summary>The party that it fights.</summary>
    public const string Foe = "lowlands";

    /// <summary>A town that nobody has said anything of, held by <see cref="Home"/>.</summary>
    public const string Town = "Elm Ford";

    private static readonly Lazy<ReconcilingData> Data = new(Load);

    /// <summary>A ledger in which the foe takes a place.</summary>
    public static InventedLedger Ledger() => new(figure: true, foe: Foe, home: Home);

    /// <summary>Pictures a ledger by this theatre.</summary>
    public static Picture Picture(ILedgerReader ledger) => new(
        ledger, Data.Value,
        () => [InventedLedger.OakHill, new Place(2, Town, 48.6, 37.2, PlacePrecision.Settlement, "UA", "Donetsk", null, 300_000), new Place(3, "Ash Lea", 48.3, 37.5, PlacePrecision.Settlement, "UA", "Donetsk", null, 300_000)]);

    private static ReconcilingData Load()
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        var folder = Directory.CreateTempSubdirectory("salient-theatre").FullName;
        File.WriteAllText(Path.Combine(folder, "theatre.yaml"), $"start: 2022-02-24\nsides:\n  - {{ id: none, name: No side }}\n  - {{ id: {Foe}, name: The Lowlands, party: true }}\n  - {{ id: {Home}, name: The Uplands, party: true, home: true }}\n");
        File.WriteAllText(Path.Combine(folder, "lexicon.tsv"), "");
        File.WriteAllText(Path.Combine(folder, "states.tsv"), "");
        File.WriteAllText(Path.Combine(folder, "baseline.yaml"), $"day: 2022-02-23\ncountry: UA\nholder: {Home}\nrear:\n  - {{ holder: {Foe}, points: [[48.5, 38.5]] }}\nareas: []\ntowns:\n  - {{ id: 3, holder: {Foe} }}\n");
        File.WriteAllLines(
            Path.Combine(folder, "policy.yaml"),
            File.ReadLines(Path.Combine(data, "theatres", "ukraine", "policy.yaml")).Select(l => l.StartsWith("allies:", StringComparison.Ordinal) ? $"allies: {{ {Home}: [], {Foe}: [] }}" : l));
        var rules = ReconcilingData.Load(TheatreLoader.Load(folder), Path.Combine(data, "rules", "en"));
        Directory.Delete(folder, recursive: true);
        return rules;
    }
}
