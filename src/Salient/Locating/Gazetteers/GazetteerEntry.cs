using System.Collections.Immutable;

namespace Salient.Locating.Gazetteers;

/// <summary>How a key stands to the place's name. The numbers are part of the file's form.</summary>
public enum NameGrade : byte
{
    /// <summary>Its name in English use or in its own language.</summary>
    Main = 0,

    /// <summary>The same name in another language.</summary>
    Variant = 1,

    /// <summary>Another name: an older one, a nickname.</summary>
    Other = 2,
}

/// <summary>A key that a place is found by: one letter for the kind of key, then the folded name.</summary>
/// <param name="Text">As <see cref="KeyKind"/> says.</param>
/// <param name="Grade">How it stands to the name.</param>
public sealed record GazetteerKey(string Text, NameGrade Grade);

/// <summary>One place as a gazetteer file holds it.</summary>
/// <param name="Id">GeoNames id, or 0.</param>
/// <param name="Name">In English use.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="First">GeoNames code of its first-level division, or empty.</param>
/// <param name="Second">GeoNames code of its second-level division, or empty.</param>
/// <param name="Population">Inhabitants, 0 where not known.</param>
/// <param name="Keys">What it is found by.</param>
public sealed record GazetteerEntry(
    int Id,
    string Name,
    double Lat,
    double Lon,
    PlaceKind Kind,
    string Country,
    string First,
    string Second,
    int Population,
    ImmutableArray<GazetteerKey> Keys);

/// <summary>The first letter of a key.</summary>
internal static class KeyKind
{
    /// <summary>A settlement's or region's name by sound.</summary>
    public const char Sound = '.';

    /// <summary>A name by its plain letters.</summary>
    public const char Plain = '=';

    /// <summary>A short form that counts only as written: "US".</summary>
    public const char Exact = '!';

    /// <summary>An oblast's name by sound, without the word oblast.</summary>
    public const char Oblast = '1';

    /// <summary>A raion's name by sound.</summary>
    public const char Raion = '2';

    /// <summary>A water's name by sound.</summary>
    public const char Water = '~';

    /// <summary>An island's name by sound.</summary>
    public const char Island = '^';

    /// <summary>An airfield's name by sound.</summary>
    public const char Airfield = '@';
}
