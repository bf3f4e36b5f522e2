using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>One happening as all reports tell it.</summary>
/// <param name="Id">16 hex digits: the id of its first claim.</param>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Act">The kind's act.</param>
/// <param name="Actor">The actor's side, or null.</param>
/// <param name="Place">GeoNames id.</param>
/// <param name="PlaceName">As most claims write it.</param>
/// <param name="Lat">Degrees north, or null.</param>
/// <param name="Lon">Degrees east, or null.</param>
/// <param name="From">The first day that a claim gives.</param>
/// <param name="To">The last.</param>
/// <param name="Claims">Its claims, in order of publication.</param>
/// <param name="Origins">Independent origins, first to say first.</param>
/// <param name="Credibility">1 (confirmed by independent origins) to 6 (cannot be judged).</param>
/// <param name="Reason">Why that credibility.</param>
public sealed record Happening(
    string Id,
    string Kind,
    string Act,
    string? Actor,
    int Place,
    string PlaceName,
    double? Lat,
    double? Lon,
    DateOnly From,
    DateOnly To,
    ImmutableArray<string> Claims,
    ImmutableArray<string> Origins,
    int Credibility,
    string Reason);

/// <summary>How a source has fared.</summary>
/// <param name="Name">The far end of the chain.</param>
/// <param name="Side">Its side.</param>
/// <param name="Type">The codebook's source type.</param>
/// <param name="Claims">Claims that it made.</param>
/// <param name="First">Happenings with other origins that it was the first to tell of.</param>
/// <param name="Corroborated">Happenings that an independent origin tells of too.</param>
/// <param name="Alone">Happenings that it alone tells of.</param>
/// <param name="Contradicted">Claims that stand in a dispute.</param>
/// <param name="AgainstInterest">Claims that speak against its own side.</param>
/// <param name="Retracted">Places of which it later said the opposite within a week.</param>
/// <param name="Letter">A to F after the NATO system, from the share that was corroborated rather than contradicted; F where too few can be judged. Shown; no verdict rests on it.</param>
/// <param name="Share">That share, or null.</param>
/// <param name="Low">Lower end of its 95 % interval (Wilson).</param>
/// <param name="High">Upper end.</param>
/// <param name="Judged">How many it rests on.</param>
/// <param name="Accepted">Claims whose coding an analyst accepted.</param>
/// <param name="Corrected">Claims that an analyst corrected.</param>
/// <param name="Rejected">Claims that an analyst rejected: they are counted among its claims and weigh in nothing else.</param>
public sealed record SourceRecord(
    string Name,
    string Side,
    string Type,
    int Claims,
    int First,
    int Corroborated,
    int Alone,
    int Contradicted,
    int AgainstInterest,
    int Retracted,
    char Letter,
    double? Share,
    double? Low,
    double? High,
    int Judged,
    int Accepted = 0,
    int Corrected = 0,
    int Rejected = 0);

/// <summary>Reports that are one text.</summary>
/// <param name="Original">The report published first.</param>
/// <param name="Copies">The others, in order of publication.</param>
/// <param name="Likeness">The least likeness (Jaccard, estimated) of a copy to one it was folded by, 0 to 1.</param>
public sealed record CopyGroup(string Original, ImmutableArray<string> Copies, double Likeness);
