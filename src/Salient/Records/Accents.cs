using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Salient.Records;

/// <summary>Latin letters without the marks on them. The program runs without culture data, by which letters could be taken apart.</summary>
internal static class Accents
{
    private static readonly FrozenDictionary<char, char> Bare = new (char Base, string Marked)[]
    {
        ('a', "àáâãäåāăąǎ"), ('c', "çćĉċč"), ('d', "ď"), ('e', "èéêëēĕėęěẽ"), ('g', "ĝğġģǧ"), ('h', "ĥȟ"), ('i', "ìíîïĩīĭįǐ"), ('j', "ĵǰ"), ('k', "ķǩ"), ('l', "ĺļľ"),
        ('n', "ñńņňǹ"), ('o', "òóôõöōŏőơǒ"), ('r', "ŕŗř"), ('s', "śŝşšș"), ('t', "ţťț"), ('u', "ùúûüũūŭůűųưǔ"), ('w', "ŵ"), ('y', "ýÿŷ"), ('z', "źżž"),
        ('A', "ÀÁÂÃÄÅĀĂĄǍ"), ('C', "ÇĆĈĊČ"), ('D', "Ď"), ('E', "ÈÉÊËĒĔĖĘĚẼ"), ('G', "ĜĞĠĢǦ"), ('H', "ĤȞ"), ('I', "ÌÍÎÏĨĪĬĮİǏ"), ('J', "Ĵ"), ('K', "ĶǨ"), ('L', "ĹĻĽ"),
        ('N', "ÑŃŅŇǸ"), ('O', "ÒÓÔÕÖŌŎŐƠǑ"), ('R', "ŔŖŘ"), ('S', "ŚŜŞŠȘ"), ('T', "ŢŤȚ"), ('U', "ÙÚÛÜŨŪŬŮŰŲƯǓ"), ('W', "Ŵ"), ('Y', "ÝŸŶ"), ('Z', "ŹŻŽ"),
    }.SelectMany(p => p.Marked.Select(m => (m, p.Base))).ToFrozenDictionary(p => p.m, p => p.Base);

    /// <summary>The letter that <paramref name="c"/> is without its mark; <paramref name="c"/> itself where it has none.</summary>
    public static char Of(char c) => c < 0xC0 ? c : Bare.GetValueOrDefault(c, c);

    /// <summary><paramref name="text"/> without marks, those that follow their letter among them.</summary>
    public static string Off(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < '\u0300' || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(Of(c));
            }
        }

        return plain.ToString();
    }
}
