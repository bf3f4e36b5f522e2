using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>A gazetteer entry.</summary>
/// <param name="GeonameId">GeoNames id; 0 where the entry comes from elsewhere.</param>
/// <param name="Name">Its name in English use.</param>
/// <param name="Lat">Degrees north, WGS 84, 4 decimals.</param>
/// <param name="Lon">Degrees east, WGS 84, 4 decimals.</param>
/// <param name="Precision">What kind of place it is.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Oblast">Name of its first-level division, or null.</param>
/// <param name="Raion">Name of its second-level division, or null.</param>
/// <param name="Population">Inhabitants, 0 where not known.</param>
public sealed record Place(int GeonameId, string Name, double Lat, double Lon, PlacePrecision Precision, string Country, string? Oblast, string? Raion, int Population);

/// <summary>A place name in a report, resolved or not.</summary>
/// <param name="Span">The name in the report's text.</param>
/// <param name="Name">As written.</param>
/// <param name="Place">The entry that it stands for, or null: unlocated.</param>
/// <param name="Lat">Degrees north of what is meant (an offset from the entry's own point where the text gives one), or null.</param>
/// <param name="Lon">Degrees east, or null.</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="Confidence">0 to 1: the margin over the runner-up.</param>
/// <param name="RunnersUp">Other entries that it could be, best first, at most 5.</param>
/// <param name="Reason">Why this one, or why none; one sentence.</param>
public sealed record Location(TextSpan Span, string Name, Place? Place, double? Lat, double? Lon, PlacePrecision Precision, double Confidence, ImmutableArray<Place> RunnersUp, string Reason);
