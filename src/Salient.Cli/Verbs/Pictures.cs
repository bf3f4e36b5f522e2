using Salient.Reconciling;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Cli.Verbs;

/// <summary>Makes the picture of a ledger with the data that ships.</summary>
internal static class Pictures
{
    /// <summary>The picture; the gazetteer is loaded only where it is needed.</summary>
    public static Picture Of(ILedgerReader ledger, string theatre = "ukraine")
    {
        var folder = Path.Combine(Pipeline.DataFolder, "theatres", theatre);
        var sides = TheatreLoader.Load(folder).Sides;
        var data = ReconcilingData.Load(sides.Where(s => s.Party).Select(s => s.Id), folder, Path.Combine(Pipeline.DataFolder, "rules", "en"));
        return new Picture(ledger, data, () => []);
    }
}
