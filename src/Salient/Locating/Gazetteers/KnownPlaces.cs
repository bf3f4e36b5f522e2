using System.Collections.Frozen;
using Salient.Records;

namespace Salient.Locating.Gazetteers;

/// <summary>Every place of a theatre's gazetteer by its GeoNames id: for whoever names a place by its id.</summary>
public sealed class KnownPlaces
{
    private readonly Lazy<(Func<int, Place> At, FrozenDictionary<int, int> ById)> loaded;

    /// <summary>The places of the theatre in <paramref name="folder"/>; read when one is first asked for.</summary>
    public KnownPlaces(string folder) => loaded = new(() =>
    {
        var places = GazetteerLoader.Load(folder).Places;
        var byId = new Dictionary<int, int>();
        for (var i = 0; i < places.Count; i++)
        {
            byId.TryAdd(places.Id(i), i);
        }

        return (i => places[i], byId.ToFrozenDictionary());
    });

    /// <summary>The entry of a GeoNames id, or null.</summary>
    /// <exception cref="ProblemException">SAL0301, SAL0303: a file is damaged or wrong.</exception>
    public Place? Find(int id) => id != 0 && loaded.Value.ById.TryGetValue(id, out var at) ? loaded.Value.At(at) : null;
}
