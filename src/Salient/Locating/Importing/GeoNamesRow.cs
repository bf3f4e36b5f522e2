using System.Collections.Immutable;

namespace Salient.Locating.Importing;

/// <summary>One row of a GeoNames dump, the columns that a gazetteer needs.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Id">GeoNames id.</param>
/// <param name="Name">Main name.</param>
/// <param name="Alternates">Other names in any script.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Class">Feature class: "P", "A", "H" …</param>
/// <param name="Code">Feature code: "PPL", "ADM1" …</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="First">Code of the first-level division.</param>
/// <param name="Second">Code of the second-level division.</param>
/// <param name="Population">Inhabitants, 0 where not known.</param>
public sealed record GeoNamesRow(
    int Line,
    int Id,
    string Name,
    ImmutableArray<string> Alternates,
    double Lat,
    double Lon,
    string Class,
    string Code,
    string Country,
    string First,
    string Second,
    int Population);
