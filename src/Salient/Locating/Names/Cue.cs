namespace Salient.Locating.Names;

/// <summary>What a word tells of a name beside it; the lists are rules/en/place-cues.tsv, by the same ids.</summary>
[Flags]
internal enum Cue : long
{
#pragma warning disable CS1591 // The file's ids, in the same order, say what they are.
    None = 0,
    OblastHead = 1,
    RaionHead = 1 << 1,
    WaterHead = 1 << 2,
    WaterBefore = 1 << 3,
    IslandHead = 1 << 4,
    IslandBefore = 1 << 5,
    AirfieldHead = 1 << 6,
    AreaHead = 1 << 7,
    SettlementHead = 1 << 8,
    UnitHead = 1 << 9,
    ShipBefore = 1 << 10,
    WeaponHead = 1 << 11,
    OrgHead = 1 << 12,
    GovNoun = 1 << 13,
    SpeechVerb = 1 << 14,
    AuxVerb = 1 << 15,
    Locative = 1 << 16,
    GovernmentBefore = 1 << 17,
    Compass = 1 << 18,
    CompassAdjective = 1 << 19,
    DistanceUnit = 1 << 20,
    Title = 1 << 21,
    StreetHead = 1 << 22,
    Function = 1 << 23,
    FirstName = 1 << 24,
    Common = 1 << 25,
    NounOfName = 1 << 26,
    NameAdjective = 1 << 27,
    FacilityHead = 1 << 28,
    FacilityModifier = 1 << 29,
    PartNoun = 1 << 30,
    Bank = 1L << 31,
    BankSide = 1L << 32,
    FrontHead = 1L << 33,
    Outskirts = 1L << 34,
    CountyHead = 1L << 35,
    HyphenTail = 1L << 36,
    PersonVerb = 1L << 37,
    CityHead = 1L << 38,
#pragma warning restore CS1591
}
