using System.Collections.Frozen;

namespace Salient.Measuring;

/// <summary>What a word is to a number.</summary>
internal enum NumberWord : byte
{
    Unit, Magnitude, Joined, Vague, Loose, Fraction, Multiple,
}

/// <summary>The words that numbers are written with, and the nouns that they count. Loaded once, immutable.</summary>
public sealed class NumberRules
{
    private readonly FrozenDictionary<(NumberWord Kind, string Form), double> words;
    private readonly FrozenDictionary<string, string> units;
    private readonly FrozenSet<string> known;

    internal NumberRules(
        IReadOnlyDictionary<(NumberWord Kind, string Form), double> words,
        IReadOnlyDictionary<string, (double Low, double High)> digits,
        IReadOnlyList<(string Basis, string[] Words)> hedges,
        IReadOnlyList<(string Basis, string[] Words)> suffixes,
        IReadOnlyList<(string Unit, string[] Words)> signs,
        IReadOnlyDictionary<string, string> units)
    {
        this.words = words.ToFrozenDictionary();
        this.units = units.ToFrozenDictionary(StringComparer.Ordinal);
        known = words.Keys.Select(k => k.Form).Concat(digits.Keys).ToFrozenSet(StringComparer.Ordinal);
        Digits = digits;
        Hedges = hedges;
        Suffixes = suffixes;
        Signs = signs;
    }

    internal IReadOnlyDictionary<string, (double Low, double High)> Digits { get; }

    /// <summary>Phrases before a number, longest first, and the basis they give.</summary>
    internal IReadOnlyList<(string Basis, string[] Words)> Hedges { get; }

    /// <summary>Phrases after a number, longest first.</summary>
    internal IReadOnlyList<(string Basis, string[] Words)> Suffixes { get; }

    /// <summary>Signs and words of percent and currencies, longest first.</summary>
    internal IReadOnlyList<(string Unit, string[] Words)> Signs { get; }

    /// <summary>The value of a lower-case word, or null.</summary>
    internal double? Value(string form, NumberWord kind) => words.TryGetValue((kind, form), out var v) ? v : null;

    /// <summary>True where a word can open a number.</summary>
    internal bool Known(string form) => known.Contains(form);

    /// <summary>The unit that a noun phrase, singular or plural, lower case, counts in, or null.</summary>
    internal string? Unit(string phrase) => units.GetValueOrDefault(phrase);
}
