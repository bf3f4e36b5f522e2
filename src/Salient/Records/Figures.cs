using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What stretch of time a figure counts.</summary>
public enum FigureBasis
{
    /// <summary>From the start of the war up to its day.</summary>
    Cumulative,

    /// <summary>One day or a few.</summary>
    Period,

    /// <summary>The report does not say.</summary>
    Unstated,
}

/// <summary>What stands out in a series at a point.</summary>
public enum FigureMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A cumulative figure that is lower than the one before.</summary>
    Fall,

    /// <summary>A cumulative figure that grows far faster than this series does.</summary>
    Jump,

    /// <summary>The words for what is counted have changed.</summary>
    Redefinition,
}

/// <summary>One claimed figure in a series.</summary>
/// <param name="Day">The day that it is of.</param>
/// <param name="Min">Lower end, or null.</param>
/// <param name="Max">Upper end, or null.</param>
/// <param name="Approx">True where hedged.</param>
/// <param name="Claims">The claims that give it, first first.</param>
/// <param name="Mark">What stands out.</param>
/// <param name="Note">Why it is marked, or null.</param>
public sealed record FigurePoint(DateOnly Day, double? Min, double? Max, bool Approx, ImmutableArray<string> Claims, FigureMark Mark, string? Note)
{
    /// <summary>The middle of the range, or its one end.</summary>
    public double Middle => Min is { } a && Max is { } b ? (a + b) / 2 : Min ?? Max ?? 0;
}

/// <summary>One claimant's figures on one thing. Never joined to another's.</summary>
/// <param name="Id">16 hex digits: a hash of what follows.</param>
/// <param name="Measure">kind/act and what is counted: "loss/destroyed tank".</param>
/// <param name="Side">The side that it is about, or "none".</param>
/// <param name="Claimant">Who says so: the far end of the chain.</param>
/// <param name="ClaimantSide">The claimant's side.</param>
/// <param name="Basis">What stretch of time is counted.</param>
/// <param name="Place">GeoNames id of the settlement or oblast that it is about alone, or null.</param>
/// <param name="PlaceName">Its name, or null.</param>
/// <param name="Points">By day.</param>
public sealed record FigureSeries(
    string Id,
    string Measure,
    string Side,
    string Claimant,
    string ClaimantSide,
    FigureBasis Basis,
    int? Place,
    string? PlaceName,
    ImmutableArray<FigurePoint> Points);

/// <summary>A figure that no report gives, but that claims of one report allow to be reckoned. Shown as derived, never as reported.</summary>
/// <param name="Day">The day that it is of.</param>
/// <param name="Side">The side that it is about.</param>
/// <param name="What">What is counted: "soldier".</param>
/// <param name="Min">Lower end.</param>
/// <param name="Max">Upper end.</param>
/// <param name="Reckoning">"97 btg × 700-800 soldier".</param>
/// <param name="Claims">The claims that it is reckoned from.</param>
public sealed record DerivedFigure(DateOnly? Day, string Side, string What, double Min, double Max, string Reckoning, ImmutableArray<string> Claims);

/// <summary>What the claimants together say of one thing on a day.</summary>
/// <param name="Measure">As in the series.</param>
/// <param name="Side">The side that it is about.</param>
/// <param name="Basis">What stretch of time is counted.</param>
/// <param name="On">The day.</param>
/// <param name="Low">The lowest end of any claimant's last figure.</param>
/// <param name="Best">The median of their middles.</param>
/// <param name="High">The highest end.</param>
/// <param name="Series">Ids of the series, one a claimant.</param>
public sealed record FigureSpan(string Measure, string Side, FigureBasis Basis, DateOnly On, double Low, double Best, double High, ImmutableArray<string> Series);
