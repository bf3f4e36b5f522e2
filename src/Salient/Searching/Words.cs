using System.Collections.Immutable;

namespace Salient.Searching;

/// <summary>Words as searches compare them: runs of letters and digits, case and marks on Latin letters aside.</summary>
internal static class Words
{
    private const char FirstMarked = 'À', LastMarked = 'ɏ';
    private const string Marked = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžơưǎǐǒǔǖǘǚǜǟǡǧǩǫǭǰǵǹǻȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯȱȳ";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccccddeeeeegggghhiiiiijkllllnnnooorrrsssstttuuuuuuwyzzzouaiouuuuuaagkoojgnaaaeeiioorruusthaeooooy";

    /// <summary>The words of <paramref name="text"/>, folded.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(Folded(text[start..i]));
                start = -1;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>True where <paramref name="words"/> stand one after the other in <paramref name="text"/>; with <paramref name="prefix"/> the last may go on.</summary>
    public static bool In(string? text, ImmutableArray<string> words, bool prefix)
    {
        if (string.IsNullOrEmpty(text) || words.IsEmpty)
        {
            return false;
        }

        var folded = text.AsSpan().IndexOfAnyInRange(FirstMarked, LastMarked) >= 0 ? Folded(text) : text;
        for (var at = folded.IndexOf(words[0], StringComparison.OrdinalIgnoreCase); at >= 0; at = folded.IndexOf(words[0], at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(folded[at - 1])) && Follow(folded, at, words, prefix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follow(string text, int at, ImmutableArray<string> words, bool prefix)
    {
        for (var i = 0; i < words.Length; i++)
        {
            while (i > 0 && at < text.Length && !char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (string.Compare(text, at, words[i], 0, words[i].Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return false;
            }

            at += words[i].Length;
            var whole = at >= text.Length || !char.IsLetterOrDigit(text[at]);
            if (!whole && !(prefix && i == words.Length - 1))
            {
                return false;
            }
        }

        return true;
    }

    private static string Folded(string text) => string.Create(text.Length, text, static (into, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var c = char.ToLowerInvariant(from[i]);
            var at = c is >= 'à' and <= LastMarked ? Marked.IndexOf(c, StringComparison.Ordinal) : -1;
            into[i] = at >= 0 ? Plain[at] : c;
        }
    });
}
