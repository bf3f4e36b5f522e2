using System.Text;

namespace Salient.Locating.Importing;

/// <summary>Ukrainian in Latin letters after the cabinet's resolution of 2010.</summary>
internal static class NationalRomanization
{
    private const string Letters = "абвгґдежзиіклмнопрстуфхцчш";

    private static readonly string[] Plain =
        ["a", "b", "v", "h", "g", "d", "e", "zh", "z", "y", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh"];

    /// <summary><paramref name="name"/> in Latin letters; letters of other alphabets stay.</summary>
    public static string Of(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = char.ToLowerInvariant(name[i]);
            var first = i == 0 || !(char.IsLetter(name[i - 1]) || name[i - 1] is '\'' or '’' or 'ʼ');
            var latin = c switch
            {
                'г' when i > 0 && char.ToLowerInvariant(name[i - 1]) == 'з' => "gh",
                'є' => first ? "ye" : "ie",
                'ї' => first ? "yi" : "i",
                'й' => first ? "y" : "i",
                'ю' => first ? "yu" : "iu",
                'я' => first ? "ya" : "ia",
                'щ' => "shch",
                'ь' or '\'' or '’' or 'ʼ' => "",
                _ => Letters.IndexOf(c) is var at and >= 0 ? Plain[at] : name[i].ToString(),
            };
            result.Append(char.IsUpper(name[i]) && latin.Length > 0 ? char.ToUpperInvariant(latin[0]) + latin[1..] : latin);
        }

        return result.ToString();
    }
}
