using System.Collections.Frozen;

namespace Salient.Records;

/// <summary>The codebook's units in words: one of it, and more than one.</summary>
internal static class UnitWords
{
    private static readonly FrozenDictionary<string, (string One, string More)> Words = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["person"] = ("person", "people"),
        ["btg"] = ("battalion tactical group", "battalion tactical groups"),
        ["apc"] = ("armoured carrier", "armoured carriers"),
        ["artillery"] = ("artillery piece", "artillery pieces"),
        ["mlrs"] = ("rocket launcher", "rocket launchers"),
        ["uav"] = ("drone", "drones"),
        ["air-defence"] = ("air-defence system", "air-defence systems"),
        ["special-equipment"] = ("piece of special equipment", "pieces of special equipment"),
        ["missile-system"] = ("missile system", "missile systems"),
        ["fuel-tank"] = ("fuel truck", "fuel trucks"),
        ["pow"] = ("prisoner of war", "prisoners of war"),
        ["meter"] = ("metre", "metres"),
        ["foot"] = ("foot", "feet"),
        ["square km"] = ("km²", "km²"),
        ["km"] = ("km", "km"),
        ["percent"] = ("percent", "percent"),
        ["hryvnia"] = ("hryvnia", "hryvnias"),
        ["aircraft"] = ("aircraft", "aircraft"),
        ["personnel"] = ("personnel", "personnel"),
        ["equipment"] = ("equipment", "equipment"),
        ["ammunition"] = ("ammunition", "ammunition"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"drone" for "uav"; a noun that is no unit of the codebook is its own.</summary>
    public static string One(string unit) => Words.TryGetValue(unit, out var words) ? words.One : unit;

    /// <summary>"drones" for "uav"; "depots" for "depot".</summary>
    public static string More(string unit) => Words.TryGetValue(unit, out var words) ? words.More : Plurals.Of(unit);
}
