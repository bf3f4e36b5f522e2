using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Salient.Records.Syntax;

/// <summary>Finds speech that dashes set off, as Polish, Russian and Ukrainian outlets and their translations do: "- We are ready - said the minister.".</summary>
internal static partial class DashSpeech
{
    private const int Longest = 4000;

    /// <summary>The stretches of a paragraph that dashes mark as speech, in order; none where no dash is followed by a word for saying.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="paragraph">The paragraph.</param>
    public static IEnumerable<TextSpan> Find(string text, TextSpan paragraph)
    {
        if (paragraph.Length is < 8 or > Longest || text.AsSpan(paragraph.Start, paragraph.Length).IndexOfAny('-', '–', '—') < 0)
        {
            yield break;
        }

        var inside = paragraph.Of(text);
        var from = 0;
        var any = false;
        foreach (Match close in Closing().Matches(inside))
        {
            if (close.Index < from)
            {
                continue;
            }

            var open = Opens(inside, from, close.Index);
            if (close.Index - open > 3 && (char.IsLetterOrDigit(inside[close.Index - 1]) || inside[close.Index - 1] is '"' or '”' or ',' or '!' or '?' or '.' or ')'))
            {
                any = true;
                yield return new TextSpan(paragraph.Start + open, paragraph.Start + close.Index);
            }

            from = Ends(inside, close.Index + close.Length);
        }

        if (any && Opening().Match(inside, from) is { Success: true } rest && inside.Length - rest.Index > 8)
        {
            yield return new TextSpan(paragraph.Start + Dash(inside, rest), paragraph.End);
        }
    }

    // Where the speech before a closing dash begins: at the dash that opens it, else with the sentence.
    private static int Opens(string inside, int from, int close)
    {
        var opening = Opening().Match(inside, from, close - from);
        if (opening.Success)
        {
            return Dash(inside, opening);
        }

        var end = inside.LastIndexOf(". ", close, close - from, StringComparison.Ordinal);
        return end < from ? from : end + 2;
    }

    private static int Dash(string inside, Match opening)
    {
        var i = opening.Index;
        while (inside[i] is not ('-' or '–' or '—'))
        {
            i++;
        }

        return i;
    }

    // The end of the sentence that says who speaks.
    private static int Ends(string inside, int at)
    {
        while (at < inside.Length && !(inside[at] is '.' or '!' or '?' && (at + 1 == inside.Length || !char.IsLower(inside[at + 1]))))
        {
            at++;
        }

        return Math.Min(inside.Length, at + 1);
    }

    [GeneratedRegex(@"\s[-–—]\s?(?:as\s)?(?:(?:he|she|they|it|we|(?:the\s)?(?:\p{L}[\p{L}'’.-]*\s){0,3}\p{L}[\p{L}'’-]*(?=\s\p{Ll}+(?:[.,!]|$)))\s)?(?:also\s)?(?:said|says|added|adds|noted|notes|stressed|emphasi[sz]ed|emphasi[sz]es|underlined|argued|argues|announced|explained|explains|told|wrote|writes|declared|claimed|claims|stated|assured|concluded|reported|admitted|warned|asked|continued|commented|informed|recalled|replied|pointed\sout|assessed|described|mentioned|appealed|convinced|summed\sup|conveyed|quoted)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"(?:\G|[.!?…""”:)])\s?[-–—]\s?(?=[""“„‘(]?\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
