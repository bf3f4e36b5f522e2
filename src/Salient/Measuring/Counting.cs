using Salient.Records;

namespace Salient.Measuring;

/// <summary>Which number of a clause counts what the clause is about, and in what unit.</summary>
internal sealed class Counting(NumberRules rules, UnitFinder units)
{
    private static readonly HashSet<string> Times = new(StringComparer.Ordinal) { "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "time", "a.m", "p.m" };

    private static readonly HashSet<string> Months = new(StringComparer.Ordinal)
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    };

    private const int LastDay = 31;

    private static readonly HashSet<string> Directions = new(StringComparer.Ordinal) { "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "away", "from", "of", "outside", "off", "inland", "further", "deep" };

    /// <summary>How well a number fits the assertion; 0 where it counts nothing of it.</summary>
    public int Score(NumberRow row, Assertion assertion, FoundNumber n, FoundUnit unit)
    {
        var phrase = n.Phrase;
        if (phrase.Sort is NumberSort.Ordinal or NumberSort.Compound or NumberSort.Loose || Calendar(row, n) || Wide(row, assertion, n) || Timed(row, unit) || Part(row, n) || Named(row, n))
        {
            return 0;
        }

        if (phrase.Sort == NumberSort.Multiple)
        {
            return 4;
        }

        if (Definite(row, n) || (phrase.Max == 1 && phrase.Min == 1 && !OneCounts(row, assertion, n)) || Offset(row, assertion, n, unit))
        {
            return 0;
        }

        var fits = assertion.Unit is { } wanted && wanted == unit.Unit ? 6 : 0;
        fits += assertion.Category is { } category && category == unit.Unit ? 4 : 0;
        fits += unit.Known || phrase.Unit is not null ? 2 : unit.Unit is not null ? 1 : 0;
        return fits + (unit.Unit is null && assertion.Kind is not ("loss" or "civilian-harm" or "strength") ? 0 : 1);
    }

    /// <summary>A year, a day of a month, a time of day.</summary>
    public static bool Calendar(NumberRow row, FoundNumber n)
    {
        var at = n.Number;
        if (row.IsDigits(at) && (row.Is(at + 1, ":") || row.Is(at - 1, ":") || Dated(row, n)))
        {
            return true;
        }

        return row.IsDigits(at) && n.End == at + 1 && row.Form(at).Length == 4 && n.Phrase.Min is >= 1900 and < 2100
            && (row.Form(at - 1) is "in" or "since" or "of" or "by" or "until" or "from" or "to" or "late" or "early" or "before" or "after" or "its" or "," || !row.IsWord(at + 1));
    }

    /// <summary>"They left the five-kilometre zone": that counts nobody.</summary>
    public bool Wide(NumberRow row, Assertion assertion, FoundNumber n) => assertion.Kind is "civilian-harm" or "loss" && row.IsDash(n.End) && row.Joined(n.End) && rules.Unit(row.Form(n.End + 1)) is "km" or "mile" or "meter";

    // "In the first half of May": a part of a month, a week or a war counts nothing.
    private static bool Part(NumberRow row, FoundNumber n) =>
        row.Form(n.First) == "half" && (row.Form(n.First - 1) is "first" or "second" or "latter" || (row.Is(n.End, "of") && (Months.Contains(row.Form(n.End + 1)) || Times.Contains(row.Form(n.End + 2)))));

    // "3 June", "June 3", "8 and 9 June", "Oct. 3"; not the 40 of "on 3 June 40 people" nor the 12 of "in June, 12 tanks".
    private static bool Dated(NumberRow row, FoundNumber n)
    {
        var at = n.Number;
        if (n.Phrase.Min is < 1 or > LastDay && row.Form(at).Length != 4)
        {
            return false;
        }

        if (Months.Contains(row.Form(at - 1)))
        {
            return row.Form(at).Length == 4 || !row.IsDigits(at - 2);
        }

        if (Months.Contains(row.Form(at - 2)) && row.Form(at - 1) is "." or "-" or "–" or ",")
        {
            return !row.Is(at - 1, ",") || row.Form(at).Length == 4;
        }

        var right = n.End;
        while (Joins(row, right) && row.IsDigits(right + 1))
        {
            right += 2;
        }

        if (Months.Contains(row.Form(right)))
        {
            return true;
        }

        var left = at;
        while (Joins(row, left - 1) && row.IsDigits(left - 2))
        {
            left -= 2;
        }

        return left < at && Months.Contains(row.Form(left - 1)) && (!row.IsWord(n.End) || Joins(row, n.End));
    }

    private static bool Joins(NumberRow row, int at) => row.Form(at) is "," or "and" or "or" or "to" or "-" or "–" or "through";

    /// <summary>The unit of an assertion's number: its own noun's, else what its kind counts.</summary>
    public string? Unit(string text, Sentence sentence, Assertion assertion, FoundUnit found)
    {
        var own = found.Unit;
        if (own == "group" && text.AsSpan(sentence.Span.Start, sentence.Span.Length) is var words && (words.Contains("battalion", StringComparison.OrdinalIgnoreCase) || words.Contains("BTG", StringComparison.Ordinal)))
        {
            return "btg";
        }

        if (own is "tank" or "apc" && assertion is { Kind: "loss", Category: "vehicle" })
        {
            // One figure over two categories.
            return "vehicle";
        }

        if (own is not null && (found.Known || assertion.Unit is null))
        {
            // Whoever is harmed as a civilian is no soldier: "200,000 Ukrainians fled".
            return own == "casualty" || (own == "soldier" && assertion.Kind == "civilian-harm") ? "person" : own;
        }

        return assertion.Unit ?? own ?? assertion.Kind switch
        {
            "loss" => assertion.Category is { } category and not "personnel" ? category : "soldier",
            "civilian-harm" => "person",
            _ => null,
        };
    }

    /// <summary>One thing lost or one person harmed, told by "a" or by no number at all: "destroyed a tank", "wiped out a warship".</summary>
    public Quantity? Single(NumberRow row, Assertion assertion)
    {
        if (assertion is not ({ Kind: "loss", Act: "destroyed" or "damaged" or "captured", Category: not null and not "personnel" } or { Kind: "civilian-harm", Act: "killed" or "wounded" }))
        {
            return null;
        }

        for (var i = 0; i < row.Count; i++)
        {
            if (row.Form(i) is "a" or "an" or "another" && units.After(row, i + 1, one: true) is { Known: true } counted && Fits(assertion, counted.Unit, row, i + 1, counted.End))
            {
                return new Quantity(1, 1, counted.Unit, false, "exact");
            }
        }

        return assertion.Kind == "loss" && !AnyPlural(row) ? new Quantity(1, 1, assertion.Unit ?? assertion.Category, false, "exact") : null;
    }

    private static bool Fits(Assertion assertion, string unit, NumberRow row, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (UnitFinder.Plural(row.Form(i)))
            {
                return false;
            }
        }

        return assertion.Kind == "loss" ? unit == assertion.Category || assertion.Category is "vehicle" or "special-equipment" or "aircraft" : unit is "person" or "civilian";
    }

    private bool AnyPlural(NumberRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (row.IsWord(i) && UnitFinder.Plural(row.Form(i)) && (rules.Unit(row.Form(i)) is not null || !row.IsUpper(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Timed(NumberRow row, FoundUnit unit) =>
        unit.Unit is { } u && Times.Contains(u) && !(u == "year" && row.Is(unit.End, "in") && row.Form(unit.End + 1) is "prison" or "jail");

    /// <summary>"The 93rd Brigade", "No. 5", "Chapter 2": a name, not a count.</summary>
    private static bool Named(NumberRow row, FoundNumber n) =>
        row.IsDigits(n.Number) && (row.Form(n.Number - 1) is "no" or "chapter" or "phase" or "unit" or "zone" or "group" or "article" or "resolution" or "day" || row.Is(n.Number - 1, "#") || (row.Is(n.Number - 1, ".") && row.Is(n.Number - 2, "no")));

    /// <summary>"The two sides", "both", "these two axes": told before, not counted here.</summary>
    private static bool Definite(NumberRow row, FoundNumber n) =>
        n.Phrase.Max <= 3 && n.Phrase.Basis == "exact" && !row.IsDigits(n.Number) && row.Form(n.First - 1) is "the" or "these" or "those" or "both" or "last" or "other" or "first" or "crossed" or "its" or "their";

    private static bool OneCounts(NumberRow row, Assertion assertion, FoundNumber n) =>
        assertion.Kind is "loss" or "civilian-harm" or "logistics" or "control" or "incident" && n.Phrase.Sort == NumberSort.Count && !(row.Is(n.End, "of") && assertion.Kind is "control" or "incident");

    /// <summary>"8 km east of the town" says where, unless the clause is a movement.</summary>
    private static bool Offset(NumberRow row, Assertion assertion, FoundNumber n, FoundUnit unit) =>
        unit.Unit is "km" or "mile" or "meter" && Directions.Contains(row.Form(unit.End)) && (assertion.Kind != "movement" || row.Is(n.First - 1, "("));
}
