using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Map.Ground;

/// <summary>Keeps the ground as long as settlements and who held them before the first report are the same: however the ledger grows, that seldom changes, and it takes long to make.</summary>
/// <param name="options">Whose border it draws, and where the outlines lie.</param>
internal sealed class KeptGround(WebOptions options)
{
    private readonly Lock gate = new();
    private (List<(Place Place, string Holder)> From, byte[] Made)? kept;

    /// <summary>The ground under the snapshot's map, as GeoJSON.</summary>
    public byte[] Of(Snapshot snapshot)
    {
        var from = snapshot.Look(p => p.Control.Select(h => (h.Place, h.States[0].Holder)).ToList());
        lock (gate)
        {
            if (kept is not { } known || !known.From.SequenceEqual(from))
            {
                var shapes = CountryShapes.Load(Path.Combine(options.Assets, "lib", "countries-50m.json"));
                kept = known = (from, new GroundMaker(shapes, options.Border, snapshot.Look(p => p.Outline)).Make(from));
            }

            return known.Made;
        }
    }
}
