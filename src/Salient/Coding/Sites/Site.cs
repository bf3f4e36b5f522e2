using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>Where a site stands, seen from the evidence.</summary>
internal enum SiteZone : byte
{
    /// <summary>In the evidence.</summary>
    Evidence,

    /// <summary>In the sentence, before it.</summary>
    Ahead,

    /// <summary>In the sentence, after it.</summary>
    Behind,

    /// <summary>In the sentence before.</summary>
    Before,

    /// <summary>In the sentence before that one, or where its paragraph begins.</summary>
    Earlier,

    /// <summary>In the heading above it.</summary>
    Heading,
}

/// <summary>A place that a claim might be about.</summary>
/// <param name="Argument">The place as the claim would have it.</param>
/// <param name="Sentence">Index of the sentence that it stands in.</param>
/// <param name="Head">Index of its head word there.</param>
/// <param name="Zone">Where it stands.</param>
/// <param name="Name">The name; null for a common noun.</param>
/// <param name="Kept">True where the tree gives it to the claim.</param>
internal sealed record Site(PlaceArgument Argument, int Sentence, int Head, SiteZone Zone, PlaceName? Name, bool Kept);

/// <summary>A place name in a sentence.</summary>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">One past the index of its last word.</param>
/// <param name="Head">Index of its head word.</param>
/// <param name="Written">As written.</param>
/// <param name="Side">The side that it names, or null.</param>
/// <param name="Location">Where it was located, or null.</param>
/// <param name="Told">True where the parser took it for a place, too.</param>
internal sealed record PlaceName(TextSpan Span, int First, int End, int Head, string Written, string? Side, Location? Location, bool Told)
{
    /// <summary>True where it stands for the same place as <paramref name="other"/>.</summary>
    public bool Same(PlaceName other) =>
        string.Equals(Written, other.Written, StringComparison.OrdinalIgnoreCase)
        || (Location?.Place is { GeonameId: > 0 } a && other.Location?.Place is { GeonameId: > 0 } b && a.GeonameId == b.GeonameId);
}
