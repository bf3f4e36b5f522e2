using Salient.Records;

namespace Salient.Locating.Gazetteers;

/// <summary>What a theatre's gazetteer holds of places that can be held: for what reckons with all of them.</summary>
public static class Settlements
{
    /// <summary>Towns and villages, those that are no more among them (their ground is held as other ground is), raions and oblasts, of the theatre in <paramref name="folder"/>, all of them of <paramref name="country"/>.</summary>
    /// <param name="folder">The theatre's folder.</param>
    /// <param name="country">ISO 3166 alpha-2.</param>
    /// <exception cref="ProblemException">SAL0301, SAL0303: a file is damaged or wrong.</exception>
    public static IReadOnlyList<Place> Load(string folder, string country)
    {
        var places = GazetteerLoader.Load(folder).Places;
        return [.. Enumerable.Range(0, places.Count).Where(i => Wanted(places.Kind(i)) && places.Id(i) != 0).Select(i => places[i]).Where(p => p.Country == country)];
    }

    private static bool Wanted(PlaceKind kind) => kind is <= PlaceKind.Capital or PlaceKind.Gone or PlaceKind.Oblast or PlaceKind.Raion;
}
