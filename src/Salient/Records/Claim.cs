using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>How sure the nearest source is, after FactBank.</summary>
public enum Factuality
{
    /// <summary>CT+: certain.</summary>
    Certain,

    /// <summary>PR+: probable.</summary>
    Probable,

    /// <summary>PS+: possible.</summary>
    Possible,

    /// <summary>CT-: certainly not.</summary>
    CertainlyNot,

    /// <summary>PR-: probably not.</summary>
    ProbablyNot,

    /// <summary>PS-: possibly not.</summary>
    PossiblyNot,

    /// <summary>Uu: uncommitted.</summary>
    Uncommitted,
}

/// <summary>Days, both inclusive, that something held or happened on; null ends are open.</summary>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
public sealed record DateRange(DateOnly? From, DateOnly? To);

/// <summary>A number as a report gives it.</summary>
/// <param name="Min">Lower end, or null.</param>
/// <param name="Max">Upper end, or null.</param>
/// <param name="Unit">The codebook's unit, or the counted noun, singular, lower case.</param>
/// <param name="Approx">True where hedged ("some", "about", "dozens").</param>
/// <param name="Basis">exact, at-least, at-most, about or null.</param>
public sealed record Quantity(double? Min, double? Max, string? Unit, bool Approx, string? Basis);

/// <summary>How exactly a place is known.</summary>
public enum PlacePrecision
{
    /// <summary>Not located.</summary>
    None,

    /// <summary>A spot: a bridge, an offset from a town.</summary>
    Point,

    /// <summary>A town or village.</summary>
    Settlement,

    /// <summary>A district.</summary>
    Raion,

    /// <summary>A first-level division.</summary>
    Oblast,

    /// <summary>A region without fixed borders, a river, a line, a direction.</summary>
    Region,

    /// <summary>A country.</summary>
    Country,
}

/// <summary>A place of a claim, located or not.</summary>
/// <param name="Name">As written.</param>
/// <param name="Role">at, from, to, toward or near.</param>
/// <param name="GeonameId">GeoNames id, or null.</param>
/// <param name="Lat">Degrees north, or null where not located.</param>
/// <param name="Lon">Degrees east, or null where not located.</param>
/// <param name="Precision">How exactly.</param>
/// <param name="Confidence">0 to 1: the margin over the runner-up.</param>
public sealed record ClaimPlace(string Name, string Role, int? GeonameId, double? Lat, double? Lon, PlacePrecision Precision, double Confidence);

/// <summary>One proposition about the war, coded by the codebook.</summary>
/// <remarks>Never edited. Its id is a hash of report, evidence span, kind, act and ordinal: the same across versions of the rules.</remarks>
/// <param name="Id">16 hex digits.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Act">The kind's act.</param>
/// <param name="Span">Where the evidence stands in the report's text, in UTF-16 units.</param>
/// <param name="Evidence">The words of the report.</param>
/// <param name="Sources">The attribution chain, nearest the content first; empty for the report's own voice.</param>
/// <param name="Factuality">According to the nearest source.</param>
/// <param name="Actor">Who.</param>
/// <param name="Target">Whom.</param>
/// <param name="Places">Where.</param>
/// <param name="Time">When, where the text gives it.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Quoted">True where the evidence stands in quotation marks.</param>
/// <param name="Outcome">combat: succeeded, failed, mixed, ongoing or null.</param>
/// <param name="Category">loss: what was lost.</param>
/// <param name="Person">cohesion: who.</param>
/// <param name="Post">cohesion: which post.</param>
/// <param name="Item">logistics: what.</param>
/// <param name="Rule">The frame that found it.</param>
/// <param name="Role">Role of the paragraph that it stands in.</param>
public sealed record Claim(
    string Id,
    string Report,
    string Kind,
    string Act,
    TextSpan Span,
    string Evidence,
    ImmutableArray<ClaimSource> Sources,
    Factuality Factuality,
    Party? Actor,
    Party? Target,
    ImmutableArray<ClaimPlace> Places,
    DateRange? Time,
    Quantity? Quantity,
    bool Quoted,
    string? Outcome,
    string? Category,
    string? Person,
    string? Post,
    string? Item,
    string Rule,
    ParagraphRole Role);
