using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Whether two claims say the same: kind, act, how sure, side, places in whatever order, amount, and what was lost, how it ended, which supplies.</summary>
internal sealed class SaidAlike : IEqualityComparer<Claim>
{
    private const double Hundredths = 100;

    /// <summary>The one there is.</summary>
    public static SaidAlike Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Claim? x, Claim? y) => ReferenceEquals(x, y) || (x is not null && y is not null
        && x.Factuality == y.Factuality && x.Kind == y.Kind && x.Act == y.Act && x.Actor?.Side == y.Actor?.Side
        && Same(x.Category, y.Category) && Same(x.Outcome, y.Outcome) && Same(x.Item, y.Item)
        && Same(x.Quantity, y.Quantity) && Same(x.Places, y.Places));

    /// <inheritdoc/>
    public int GetHashCode(Claim obj)
    {
        var places = 0;
        foreach (var place in obj.Places)
        {
            // Summed: their order does not matter.
            places += HashCode.Combine(place.GeonameId ?? StringComparer.OrdinalIgnoreCase.GetHashCode(place.Name), place.Role);
        }

        return HashCode.Combine(obj.Kind, obj.Act, obj.Factuality, obj.Actor?.Side, places, Rounded(obj.Quantity?.Min), Rounded(obj.Quantity?.Max));
    }

    private static bool Same(string? x, string? y) => (x ?? "") == (y ?? "");

    /// <summary>As it is written: to two decimals, with or without "about".</summary>
    private static bool Same(Quantity? x, Quantity? y) => (x, y) is (null, null)
        || (x is not null && y is not null && Rounded(x.Min) == Rounded(y.Min) && Rounded(x.Max) == Rounded(y.Max) && x.Basis == "about" == (y.Basis == "about")
            && (x.Unit == y.Unit || Phrasing.Unit(x) == Phrasing.Unit(y)));

    private static bool Same(ImmutableArray<ClaimPlace> x, ImmutableArray<ClaimPlace> y)
    {
        if (x.Length != y.Length)
        {
            return false;
        }

        foreach (var place in x)
        {
            if (x.Count(p => Same(p, place)) != y.Count(p => Same(p, place)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(ClaimPlace x, ClaimPlace y) =>
        x.Role == y.Role && x.GeonameId == y.GeonameId && (x.GeonameId is not null || string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase));

    private static long? Rounded(double? n) => n is { } known ? (long)Math.Round(known * Hundredths, MidpointRounding.AwayFromZero) : null;
}
