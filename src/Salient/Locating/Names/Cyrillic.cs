namespace Salient.Locating.Names;

/// <summary>Sounds of Ukrainian, Russian and Belarusian letters.</summary>
internal static class Cyrillic
{
    private const char First = 'а';

    private static readonly string?[] Sounds = Make();

    /// <summary>The sounds of a lower-case letter; empty for signs; null where it is no Cyrillic letter.</summary>
    public static string? Sound(char lower) => lower >= First && lower - First < Sounds.Length ? Sounds[lower - First] : null;

    private static string?[] Make()
    {
        var table = new string?['ґ' - First + 1];
        const string Pairs = "аa бb вv гg дd еe жj зz иi йi кk лl мm нn оo пp рr сs тt уu фf хx цc чq шw ъ ы.i ь эe юiu яia ёe єe іi їi ўv ґg щwq јi ћq ђd љl њn";
        foreach (var pair in Pairs.Split(' '))
        {
            table[pair[0] - First] = pair[1..].Replace(".", "", StringComparison.Ordinal);
        }

        return table;
    }
}
