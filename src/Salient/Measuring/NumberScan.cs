using System.Globalization;

namespace Salient.Measuring;

/// <summary>Scans one number from a place on: no hedges, no range.</summary>
internal readonly struct NumberScan(NumberRow row, NumberRules rules)
{
    /// <summary>A number scanned.</summary>
    /// <param name="End">One past its last lexeme.</param>
    /// <param name="Min">Lower end.</param>
    /// <param name="Max">Upper end.</param>
    /// <param name="Sort">What kind.</param>
    /// <param name="Mantissa">The number before its magnitude word.</param>
    /// <param name="Scaled">True where a magnitude word follows.</param>
    /// <param name="Approx">True where the form itself is vague.</param>
    internal readonly record struct Scanned(int End, double? Min, double? Max, NumberSort Sort, double Mantissa, bool Scaled, bool Approx = false);

    public Scanned? At(int at)
    {
        if (at >= row.Count)
        {
            return null;
        }

        return row.IsDigits(at) ? Digits(at) : Special(at) ?? Words(at);
    }

    private Scanned? Digits(int at)
    {
        // "T-90", "COVID-19", "Su35": part of a name.
        if (row.Joined(at) && (row.IsWord(at - 1) || (row.IsDash(at - 1) && row.Joined(at - 1) && row.IsWord(at - 2)) || row.Is(at - 1, "/")))
        {
            return null;
        }

        if (!double.TryParse(row.Form(at).Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var end = at + 1;

        // "2,5 thousand": a comma before one or two digits, with a magnitude behind, parts off a fraction.
        if (row.Is(end, ",") && row.Joined(end) && row.IsDigits(end + 1) && row.Joined(end + 1) && row.Form(end + 1).Length <= 2 && Magnitude(end + 2) is not null
            && double.TryParse($"0.{row.Form(end + 1)}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction))
        {
            value += fraction;
            end += 2;
        }

        if (row.Joined(end) && row.Form(end) is "½" or "¼" or "¾")
        {
            value += row.Form(end) switch { "½" => 0.5, "¼" => 0.25, _ => 0.75 };
            end++;
        }

        if (row.Is(end, "/") && row.IsDigits(end + 1) && row.Joined(end + 1))
        {
            return double.TryParse(row.Form(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var under) && under > value && under <= 10 ? Share(end + 2, value / under) : null;
        }

        if (value == 50 && row.IsDash(end) && row.Is(end + 1, "50"))
        {
            return Share(end + 2, 0.5);
        }

        if (row.Joined(end) && row.IsWord(end))
        {
            if (row.Form(end) is "st" or "nd" or "rd" or "th")
            {
                return new Scanned(end + 1, value, value, NumberSort.Ordinal, value, false);
            }

            if (Joined(at, end) is { } scale)
            {
                return new Scanned(end + 1, value * scale, value * scale, NumberSort.Count, value, true);
            }
        }

        return Compound(end, Scale(end, value));
    }

    private double? Joined(int at, int end) =>
        rules.Value(row.Form(end), NumberWord.Joined) ?? (row.Form(end) == "m" && row.Form(at - 1) is "$" or "€" or "£" ? 1e6 : null);

    /// <summary>"five million", "2 hundred thousand", "two dozen".</summary>
    private Scanned Scale(int end, double value)
    {
        var mantissa = value;
        var scaled = false;
        while (Magnitude(end) is { } m)
        {
            value *= m.Value;
            end = m.End;
            scaled = true;
        }

        return new Scanned(end, value, value, NumberSort.Count, mantissa, scaled);
    }

    private (double Value, int End)? Magnitude(int at)
    {
        var word = row.IsDash(at) && row.IsWord(at + 1) ? at + 1 : at;
        return rules.Value(row.Form(word), NumberWord.Magnitude) is { } m && row.Form(word) != "score" ? (m, word + 1) : null;
    }

    /// <summary>"18-year-old" counts nothing; "15,000-strong" does.</summary>
    private Scanned Compound(int end, Scanned scanned)
    {
        if (!row.IsDash(end) || !row.Joined(end) || !row.Joined(end + 1) || !row.IsWord(end + 1))
        {
            return scanned;
        }

        var next = row.Form(end + 1);
        if (next == "strong")
        {
            return scanned with { End = end + 2 };
        }

        return rules.Unit(next) is "km" or "mile" or "meter" || row.IsDigits(end + 1) || next == "plus" ? scanned : scanned with { Sort = NumberSort.Compound, End = end + 2 };
    }

    private Scanned Share(int end, double part)
    {
        var percent = Math.Round(part * 100, 1);
        return new Scanned(end, percent, percent, NumberSort.Share, percent, false);
    }

    private Scanned? Special(int at)
    {
        var form = row.Form(at);
        if (rules.Digits.TryGetValue(form, out var d) && row.Form(row.IsDash(at + 1) ? at + 2 : at + 1) is "digit" or "digits")
        {
            return new Scanned(row.IsDash(at + 1) ? at + 3 : at + 2, d.Low, d.High, NumberSort.Count, d.Low, false, Approx: true);
        }

        if (rules.Value(form, NumberWord.Multiple) is { } times && Antecedent(at + 1) is var that and > 0)
        {
            return new Scanned(that, times, times, NumberSort.Multiple, times, false);
        }

        if (rules.Value(form, NumberWord.Vague) is { } vague)
        {
            return Vague(at, vague);
        }

        if (rules.Value(form, NumberWord.Loose) is { } loose)
        {
            return new Scanned(at + 1, loose, null, NumberSort.Loose, loose, false, Approx: true);
        }

        if (form is "a" or "an" or "half")
        {
            return Article(at);
        }

        return form == "couple" ? new Scanned(row.Is(at + 1, "of") ? at + 2 : at + 1, 2, 2, NumberSort.Count, 2, false) : null;
    }

    private int Antecedent(int at)
    {
        var i = row.Is(at, "as") && row.Is(at + 1, "many") ? at + 2 : at;
        return i > at ? i : row.Form(at) is "that" or "this" or "the" && row.Form(at + 1) is "number" or "amount" or "figure" ? at + 2 : 0;
    }

    private Scanned Vague(int at, double least)
    {
        var end = at + 1;
        if (row.Is(end, "of") && rules.Value(row.Form(end + 1), NumberWord.Vague) is { } more && more > least)
        {
            // "Hundreds of thousands": two hundred thousand at the least; "tens of thousands": twenty thousand.
            var unit = more / 2;
            return new Scanned(end + 2, least * unit, null, NumberSort.Vague, least, false, Approx: true);
        }

        return new Scanned(end, least, null, NumberSort.Vague, least, false, Approx: true);
    }

    /// <summary>"a couple of", "a dozen", "a thousand", "half a dozen", "half a million", "a quarter of", "half of".</summary>
    private Scanned? Article(int at)
    {
        if (row.Form(at) == "half")
        {
            if (row.Form(at + 1) is "a" or "an" && Magnitude(at + 2) is { } half)
            {
                return new Scanned(half.End, half.Value / 2, half.Value / 2, NumberSort.Count, 0.5, true);
            }

            return row.IsDash(at + 1) ? null : Share(at + 1, 0.5);
        }

        var next = row.Form(at + 1);
        if (next == "couple")
        {
            return new Scanned(row.Is(at + 2, "of") ? at + 3 : at + 2, 2, 2, NumberSort.Count, 2, false);
        }

        if (rules.Value(next, NumberWord.Loose) is { } loose && next == "few")
        {
            return new Scanned(at + 2, loose, null, NumberSort.Loose, loose, false, Approx: true);
        }

        if (rules.Value(next, NumberWord.Magnitude) is { } && next != "score")
        {
            return Sum(Scale(at + 1, 1));
        }

        return rules.Value(next, NumberWord.Fraction) is { } under && row.Is(at + 2, "of") ? Share(at + 2, 1 / under) : null;
    }

    /// <summary>Number words: "two thousand three hundred and forty-two", "two-thirds".</summary>
    private Scanned? Words(int at)
    {
        if (Small(at) is not { } first)
        {
            return null;
        }

        // "Two-thirds", "three quarters", "one half".
        var under = row.IsDash(first.End) ? first.End + 1 : first.End;
        if (rules.Value(row.Form(under), NumberWord.Fraction) is { } parts && first.Value < parts && row.Form(under) is not "second")
        {
            return Share(under + 1, first.Value / parts);
        }

        if (row.Is(first.End, "and") && row.Is(first.End + 1, "a") && row.Is(first.End + 2, "half"))
        {
            var scaled = Scale(first.End + 3, first.Value + 0.5);
            return scaled;
        }

        return Compound2(Sum(Scale(first.End, first.Value)));
    }

    private Scanned Compound2(Scanned scanned) => Compound(scanned.End, scanned);

    private Scanned Sum(Scanned total)
    {
        while (total.Scaled && total.Min is { } value)
        {
            var next = row.Is(total.End, "and") ? total.End + 1 : total.End;
            if (Small(next) is not { } more)
            {
                break;
            }

            var part = Scale(more.End, more.Value);
            if (part.Min >= value || value % Math.Max(1, Tens(part.Min!.Value)) != 0)
            {
                break;
            }

            total = total with { End = part.End, Min = value + part.Min, Max = value + part.Min };
        }

        return total;
    }

    private static double Tens(double part) => part < 10 ? 10 : part < 100 ? 100 : part < 1000 ? 1000 : 1;

    private (double Value, int End)? Small(int at)
    {
        if (rules.Value(row.Form(at), NumberWord.Unit) is not { } value)
        {
            return null;
        }

        if (value is >= 20 and <= 90)
        {
            var next = row.IsDash(at + 1) ? at + 2 : at + 1;
            if (rules.Value(row.Form(next), NumberWord.Unit) is >= 1 and <= 9 and var unit)
            {
                return (value + unit, next + 1);
            }
        }

        return (value, at + 1);
    }
}
