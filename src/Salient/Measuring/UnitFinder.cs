using Salient.Records;

namespace Salient.Measuring;

/// <summary>Finds the noun that a number counts.</summary>
internal sealed class UnitFinder(NumberRules rules)
{
    // Words that end the noun phrase after a number.
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "in", "on", "at", "for", "to", "from", "by", "with", "near", "across", "along", "around", "among", "into", "against", "since", "after", "before", "while", "when", "during", "over", "under", "within", "without", "out", "up", "down", "back", "off", "toward", "towards",
        "was", "were", "are", "is", "be", "been", "being", "have", "has", "had", "will", "would", "can", "could", "may", "might", "must", "did", "do", "does", "not",
        "that", "which", "who", "whose", "whom", "where", "as", "per", "a", "an", "each", "every", "he", "she", "it", "they", "his", "her", "this", "these", "or", "but", "if", "than", "worth", "away", "remain", "remains", "there",
        "killed", "wounded", "injured", "captured", "destroyed", "lost", "dying", "including", "according",
    };

    private static readonly HashSet<string> Skips = new(StringComparer.Ordinal) { "of", "the", "its", "their", "our", "his", "more", "other", "additional", "further", "new", "another", "these", "those", "some", "about", "last", "such" };

    /// <summary>The unit that the number ending before lexeme <paramref name="end"/> counts, or null; <paramref name="one"/> where the number is one.</summary>
    public (string Unit, bool Known, int End)? After(NumberRow row, int end, bool one)
    {
        var at = end;
        while (Skips.Contains(row.Form(at)) || (row.IsDash(at) && at == end))
        {
            at++;
        }

        var last = Run(row, at);
        return Listed(row, at, last, one) ?? Plain(row, at, last, one);
    }

    private static int Run(NumberRow row, int at)
    {
        var i = at;
        for (; i < row.Count && i - at < 9; i++)
        {
            if (row.IsWord(i) || row.IsDigits(i))
            {
                if (Stops.Contains(row.Form(i)) || (row.Is(i, "of") && i > at) || (row.Is(i, "and") && i > at && Plural(row.Form(i - 1))))
                {
                    break;
                }
            }
            else if (!row.IsDash(i) && !row.Is(i, "\"") && !row.Is(i, "“") && !(row.Is(i, ",") && i > at && !Plural(row.Form(i - 1)) && !row.IsDigits(i + 1)))
            {
                break;
            }
        }

        return i;
    }

    private (string Unit, bool Known, int End)? Listed(NumberRow row, int at, int last, bool one)
    {
        (string Unit, int End, int Words)? best = null;
        for (var end = at + 1; end <= last; end++)
        {
            var phrase = string.Empty;
            var words = 0;
            for (var i = end - 1; i >= at && words < 5; i--)
            {
                if (row.IsDash(i))
                {
                    continue;
                }

                phrase = words == 0 ? row.Form(i) : row.Form(i) + " " + phrase;
                words++;
                if (rules.Unit(phrase) is { } unit && (best is null || words > best.Value.Words) && ((!one && Plural(row.Form(end - 1))) || end == last))
                {
                    best = (unit, end, words);
                }
            }
        }

        return best is { } b ? (b.Unit, true, b.End) : null;
    }

    private static (string Unit, bool Known, int End)? Plain(NumberRow row, int at, int last, bool one)
    {
        for (var i = at; i < last; i++)
        {
            if (row.IsWord(i) && Plural(row.Form(i)) && row.Form(i).Length > 3)
            {
                return (Plurals.Undo(row.Form(i)), false, i + 1);
            }
        }

        if (one && last > at && row.IsWord(last - 1))
        {
            return (row.Form(last - 1), false, last);
        }

        return null;
    }

    internal static bool Plural(string form) =>
        form is "people" or "men" or "women" or "children" or "personnel" or "aircraft" or "axes" or "mlrs" or "himars" or "troops" or "servicemen" || form.EndsWith("men", StringComparison.Ordinal)
        || (form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal) && !form.EndsWith("us", StringComparison.Ordinal));
}
