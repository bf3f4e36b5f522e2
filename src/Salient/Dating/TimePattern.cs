namespace Salient.Dating;

/// <summary>What a pattern's class puts its value into.</summary>
internal enum Slot : byte
{
    None, Weekday, Weekday2, Month, Month2, Day, Day2, Year, Year2, Unit, Count, Season, Part, Ordinal, Hour, Minute, Shift, Holiday, Number, Size, Vague,
}

/// <summary>A class of words that a pattern names in braces.</summary>
internal enum WordClass : byte
{
    None, Weekday, Month, Day, Year, Decade, Unit, Count, Digits, Season, Part, Ordinal, Holiday, Clock, Vague, Number, War, One, Many,
}

/// <summary>One element of a pattern: a set of words, or a class with the slot it fills.</summary>
internal readonly record struct Element(int[] Words, WordClass Class, Slot Slot, bool Optional);

/// <summary>A rule for time expressions: a sequence of words and classes, and how what it matched is read.</summary>
internal sealed record TimeRule(
    string Id,
    Element[] Elements,
    string Reading,
    int[] With,
    int[] After,
    int[] NotAfter,
    int[] NotBefore,
    bool Alone,
    string Where);

/// <summary>What a rule matched: the values of its slots.</summary>
internal readonly struct Captured
{
    /// <summary>No value.</summary>
    public const int Empty = int.MinValue;

    private readonly int[] values;

    /// <summary>Starts from the rule's own constants.</summary>
    public Captured(int[] constants) => values = constants;

    /// <summary>The value of <paramref name="slot"/>, or <see cref="Empty"/>.</summary>
    public int this[Slot slot] => values[(int)slot];

    /// <summary>True where <paramref name="slot"/> holds a value.</summary>
    public bool Has(Slot slot) => values[(int)slot] != Empty;

    /// <summary>The same with <paramref name="slot"/> filled.</summary>
    public Captured With(Slot slot, int value)
    {
        var copy = (int[])values.Clone();
        copy[(int)slot] = value;
        return new Captured(copy);
    }
}
