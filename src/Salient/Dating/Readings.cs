using System.Collections.Frozen;

namespace Salient.Dating;

/// <summary>Turns what a rule matched into a time.</summary>
internal delegate TimeValue? Reading(Captured c, Setting s);

/// <summary>The readings that rules name.</summary>
internal static class Readings
{
    private static readonly FrozenDictionary<string, Reading> Table = AbsoluteReadings.Table
        .Concat(RelativeReadings.Table)
        .Concat(UnitReadings.Table)
        .Concat(OtherReadings.Table)
        .ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>True where a reading has that name.</summary>
    public static bool Known(string name) => Table.ContainsKey(name);

    /// <summary>Reads a match, or null where it makes no sense.</summary>
    public static TimeValue? Read(string name, Captured c, Setting s) => Table[name](c, s);
}
