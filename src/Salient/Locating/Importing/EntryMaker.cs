using System.Collections.Immutable;
using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Locating.Importing;

/// <summary>Makes gazetteer entries of GeoNames rows.</summary>
public static class EntryMaker
{
    private static readonly string[] OblastWords = ["oblast", "region", "province", "область", "вобласць", "voblast", "voblasts"];
    private static readonly string[] RaionWords = ["raion", "rayon", "rajon", "district", "район", "раён", "miskrada", "міськрада"];
    private static readonly string[] StationWords = ["stantsiia", "stantsiya", "stancija", "stancia", "station", "станція", "станция", "platforma", "платформа", "no."];
    private static readonly string[] WaterWords =
        ["river", "reservoir", "lake", "canal", "vodoskhovyshche", "vodokhranilishche", "ozero", "richka", "reka", "lyman", "liman", "kanal", "stavok", "річка", "река", "водосховище", "водохранилище", "озеро", "лиман", "канал", "ставок"];

    private static readonly string[] IslandWords =
        ["ostriv", "ostrov", "island", "kosa", "spit", "pivostriv", "peninsula", "mys", "cape", "острів", "остров", "коса", "півострів", "полуостров", "мис", "мыс"];

    private static readonly string[] AirfieldWords =
        ["airport", "airfield", "airbase", "base", "air", "international", "aeroport", "аеропорт", "аэропорт", "аеродром", "аэродром", "авіабаза", "міжнародний"];

    /// <summary>The entry of <paramref name="row"/>, or null where it is of a kind that reports do not name.</summary>
    /// <param name="row">The row.</param>
    /// <param name="bySound">True where its names are found by sound, however transliterated; false where by letters.</param>
    public static GazetteerEntry? Make(GeoNamesRow row, bool bySound)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (Kind(row) is not { } kind)
        {
            return null;
        }

        var name = kind == PlaceKind.Station ? $"{Strip(row.Name, StationWords)} station" : EnglishName(row);
        var keys = kind switch
        {
            PlaceKind.Oblast => Stems(row, KeyKind.Oblast, OblastWords),
            PlaceKind.Raion or PlaceKind.OldRaion => Stems(row, KeyKind.Raion, RaionWords),
            PlaceKind.Water => Stems(row, KeyKind.Water, WaterWords),
            PlaceKind.Island => Stems(row, KeyKind.Island, IslandWords),
            PlaceKind.Airfield => Stems(row, KeyKind.Airfield, AirfieldWords),
            PlaceKind.Station => Stems(row, KeyKind.Sound, StationWords).Select(k => k with { Grade = NameGrade.Other }),
            _ => bySound ? NameKeys.BySound(KeyKind.Sound, [name, row.Name], row.Alternates.Where(a => Readable(a, row.Population))) : Lettered(row),
        };
        return new GazetteerEntry(row.Id, name, Math.Round(row.Lat, 4), Math.Round(row.Lon, 4), kind, row.Country, row.First, row.Second, row.Population, [.. keys]);
    }

    private static PlaceKind? Kind(GeoNamesRow row) => (row.Class, row.Code) switch
    {
        ("P", "PPLC") => PlaceKind.Capital,
        ("P", "PPLA") => PlaceKind.Centre,
        ("P", "PPLA2") => PlaceKind.Seat,
        ("P", "PPLX") => PlaceKind.Section,
        ("P", "PPLQ" or "PPLH" or "PPLW" or "PPLCH") => PlaceKind.Gone,
        ("P", _) => PlaceKind.Settlement,
        ("A", "ADM1") => PlaceKind.Oblast,
        ("A", "ADM2") => PlaceKind.Raion,
        ("A", "ADM2H" or "ADMDH" or "ADMD") => PlaceKind.OldRaion,
        ("H", "STM" or "STMI" or "LK" or "RSV" or "CNL" or "LGN" or "ESTY") => PlaceKind.Water,
        ("T", "ISL" or "ISLS" or "PEN" or "SPIT" or "CAPE") => PlaceKind.Island,
        ("S", "RSTN") when row.Country == "UA" => PlaceKind.Station,
        ("S", "AIRP" or "AIRB" or "AIRF") => PlaceKind.Airfield,
        _ => null,
    };

    /// <summary>The name by the national system where the row tells the Ukrainian one, else the row's own without soft signs.</summary>
    internal static string EnglishName(GeoNamesRow row)
    {
        var own = string.Concat(row.Name.Where(c => !Letters.IsMark(c)));
        if (row.Country != "UA" || row.Class != "P")
        {
            return own;
        }

        var wanted = Skeleton.Of(own);
        return row.Alternates
            .Where(a => IsUkrainian(a) && Skeleton.Of(a) == wanted)
            .Select(NationalRomanization.Of)
            .OrderBy(n => n == own ? 0 : 1)
            .ThenByDescending(n => n.Length)
            .FirstOrDefault() ?? own;
    }

    private static bool IsUkrainian(string name) =>
        name.All(c => c is >= 'А' and <= 'я' or 'І' or 'і' or 'Ї' or 'ї' or 'Є' or 'є' or 'Ґ' or 'ґ' or '\'' or '’' or 'ʼ' or '-' or ' ') &&
        !name.Any(c => c is 'ы' or 'э' or 'ё' or 'ъ' or 'Э');

    private static IEnumerable<GazetteerKey> Stems(GeoNamesRow row, char kind, string[] generic)
    {
        var others = row.Alternates.Where(a => Readable(a, row.Population)).Select(a => Strip(a, generic));
        return NameKeys.BySound(kind, [Strip(row.Name, generic)], others);
    }

    private static string Strip(string name, string[] generic) =>
        string.Join(' ', name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => !generic.Contains(w.ToLowerInvariant(), StringComparer.Ordinal)));

    private static IEnumerable<GazetteerKey> Lettered(GeoNamesRow row)
    {
        const int WellKnown = 100_000;
        var others = row.Population >= WellKnown || row.Code is "PPLC" or "PPLA"
            ? row.Alternates.Where(a => a.Length >= 4 && char.IsUpper(a[0]) && a.All(c => c < 0x250) && !a.All(char.IsUpper))
            : [];
        return NameKeys.ByLetters(row.Name, others);
    }

    /// <summary>True for names in Latin or Cyrillic letters that are no codes.</summary>
    private static bool Readable(string name, int population) =>
        name.Length >= 3 &&
        !name.All(c => char.IsUpper(c) || c == '.') &&
        (char.IsUpper(name[0]) || population >= 20_000) &&
        name.All(c => c < 0x250 || c is >= 'А' and <= 'я' or >= 'Ѐ' and <= 'ґ' || Letters.IsMark(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation);
}
