using System.Runtime.CompilerServices;

namespace Salient.Parsing;

/// <summary>64-bit keys of words, tags and their combinations: what features are hashed from.</summary>
internal static class Keys
{
    /// <summary>The key of a position outside the sentence.</summary>
    public const ulong None = 0x9E3779B97F4A7C15UL;

    /// <summary>The key of the root.</summary>
    public const ulong Root = 0xC2B2AE3D27D4EB4FUL;

    private const ulong First = 0xFF51AFD7ED558CCDUL;
    private const ulong Second = 0xC4CEB9FE1A85EC53UL;

    /// <summary>Spreads small numbers over all bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value + None) * First;
        value ^= value >> 33;
        value *= Second;
        return value ^ (value >> 29);
    }

    /// <summary>The key of a pair, order kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong a, ulong b) => Mix(a + (b * First));

    /// <summary>The row of a feature: its template and up to three keys, in <paramref name="bits"/> bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Row(ulong template, ulong a, ulong b, ulong c, int bits)
    {
        var x = (template * None) + a + (b * First) + (c * Second);
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93UL;
        return (uint)(x >> (64 - bits));
    }

    /// <summary>The key of some characters.</summary>
    public static ulong Of(ReadOnlySpan<char> chars)
    {
        var h = 0xCBF29CE484222325UL;
        foreach (var c in chars)
        {
            h = (h ^ c) * 0x100000001B3UL;
        }

        return Mix(h);
    }

    /// <summary>A character as features see it: lower case, every digit 0, one kind of quotation mark and dash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Plain(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        >= '0' and <= '9' => '0',
        < (char)128 => c,
        _ => Beyond(c),
    };

    private static char Beyond(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '\u201B' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        '\u2014' or '\u2015' => '\u2014',
        _ when char.IsDigit(c) => '0',
        _ => char.ToLowerInvariant(c),
    };
}
