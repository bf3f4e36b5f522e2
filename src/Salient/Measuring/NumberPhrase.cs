using Salient.Records;

namespace Salient.Measuring;

/// <summary>What kind of number a phrase writes.</summary>
public enum NumberSort
{
    /// <summary>A count: "614", "some 700 to 800", "two dozen".</summary>
    Count,

    /// <summary>A share, in percent: "20 percent", "half", "two-thirds".</summary>
    Share,

    /// <summary>A plural with a least value only: "dozens", "hundreds of thousands".</summary>
    Vague,

    /// <summary>A plural without a number: "several", "a few".</summary>
    Loose,

    /// <summary>A rank: "third", "155th".</summary>
    Ordinal,

    /// <summary>A multiple of a number told before: "thrice that number".</summary>
    Multiple,

    /// <summary>A number inside a compound: "18-year-old", "12-point".</summary>
    Compound,
}

/// <summary>A number phrase of a text.</summary>
/// <param name="Span">The phrase, hedges and the sign of currency or percent included.</param>
/// <param name="Number">The number alone.</param>
/// <param name="Sort">What kind of number.</param>
/// <param name="Min">Lower end, or null.</param>
/// <param name="Max">Upper end, or null.</param>
/// <param name="Approx">True where hedged.</param>
/// <param name="Basis">exact, at-least, at-most or about.</param>
/// <param name="Unit">percent or a currency where the phrase itself tells it, else null.</param>
public sealed record NumberPhrase(TextSpan Span, TextSpan Number, NumberSort Sort, double? Min, double? Max, bool Approx, string Basis, string? Unit);
