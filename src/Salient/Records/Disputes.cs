using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What a dispute is about.</summary>
public enum DisputeKind
{
    /// <summary>Who holds a place.</summary>
    WhoHolds,

    /// <summary>How many.</summary>
    HowMany,

    /// <summary>Whether it happened.</summary>
    DidItHappen,

    /// <summary>When it happened.</summary>
    When,

    /// <summary>Who did it.</summary>
    ByWhom,
}

/// <summary>One side of a dispute.</summary>
/// <param name="Says">What it says, in a few words.</param>
/// <param name="Origins">Who says it, in order.</param>
/// <param name="Claims">The claims, first first.</param>
public sealed record DisputePosition(string Says, ImmutableArray<string> Origins, ImmutableArray<string> Claims);

/// <summary>Claims that cannot all be true.</summary>
/// <param name="Id">16 hex digits: a hash of kind, subject and first day.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">What is disputed: a place's name, a measure.</param>
/// <param name="Place">GeoNames id, or null.</param>
/// <param name="From">The first day of a claim in it.</param>
/// <param name="To">The last.</param>
/// <param name="Positions">Two or more, the better founded first.</param>
/// <param name="Lone">True where one origin alone stands against the established picture: flagged, not believed and not dropped.</param>
/// <param name="Settled">What settled it, or null while it is open.</param>
/// <param name="Reason">Why these claims stand against each other.</param>
public sealed record Dispute(
    string Id,
    DisputeKind Kind,
    string Subject,
    int? Place,
    DateOnly From,
    DateOnly To,
    ImmutableArray<DisputePosition> Positions,
    bool Lone,
    string? Settled,
    string Reason);
