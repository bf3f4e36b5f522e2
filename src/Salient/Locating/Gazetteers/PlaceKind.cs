using Salient.Records;

namespace Salient.Locating.Gazetteers;

/// <summary>What a gazetteer entry is. The numbers are part of the file's form.</summary>
public enum PlaceKind : byte
{
    /// <summary>A town or village.</summary>
    Settlement = 0,

    /// <summary>A settlement that a district is run from.</summary>
    Seat = 1,

    /// <summary>A settlement that a first-level division is run from.</summary>
    Centre = 2,

    /// <summary>A country's capital.</summary>
    Capital = 3,

    /// <summary>A part of a settlement.</summary>
    Section = 4,

    /// <summary>A settlement that is no more.</summary>
    Gone = 5,

    /// <summary>A first-level division.</summary>
    Oblast = 6,

    /// <summary>A district.</summary>
    Raion = 7,

    /// <summary>A district before the reform of 2020.</summary>
    OldRaion = 8,

    /// <summary>A river, lake, reservoir or canal.</summary>
    Water = 9,

    /// <summary>An island, a spit, a peninsula or a cape.</summary>
    Island = 10,

    /// <summary>An airport or air base.</summary>
    Airfield = 11,

    /// <summary>A region without fixed borders, a sea, a continent.</summary>
    Region = 12,

    /// <summary>A plant, a bridge, a dam.</summary>
    Spot = 13,

    /// <summary>A country.</summary>
    Country = 14,

    /// <summary>A railway station or stop.</summary>
    Station = 15,
}

/// <summary>What follows from a place's kind.</summary>
internal static class PlaceKinds
{
    /// <summary>How exactly a place of this kind is known.</summary>
    public static PlacePrecision Precision(this PlaceKind kind) => kind switch
    {
        PlaceKind.Oblast => PlacePrecision.Oblast,
        PlaceKind.Raion or PlaceKind.OldRaion => PlacePrecision.Raion,
        PlaceKind.Water or PlaceKind.Region => PlacePrecision.Region,
        PlaceKind.Island or PlaceKind.Airfield or PlaceKind.Spot or PlaceKind.Station => PlacePrecision.Point,
        PlaceKind.Country => PlacePrecision.Country,
        _ => PlacePrecision.Settlement,
    };

    /// <summary>True for towns, villages and their parts, standing or gone.</summary>
    public static bool IsSettlement(this PlaceKind kind) => kind <= PlaceKind.Gone;
}
