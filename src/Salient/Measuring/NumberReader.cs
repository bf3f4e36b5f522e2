using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;

namespace Salient.Measuring;

/// <summary>Reads the number phrases of a text: digits, words, ranges, shares, hedges.</summary>
public sealed class NumberReader(NumberRules rules)
{
    /// <summary>The number phrases inside <paramref name="span"/> of <paramref name="text"/>, in order.</summary>
    public ImmutableArray<NumberPhrase> Read(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Find(new NumberRow(text, span)).Select(f => f.Phrase)];
    }

    /// <summary>The number phrases of a row with the lexemes that they cover.</summary>
    internal List<FoundNumber> Find(NumberRow row)
    {
        var found = new List<FoundNumber>();
        for (var at = 0; at < row.Count;)
        {
            if ((row.IsDigits(at) || rules.Known(row.Form(at)) || row.Form(at) is "a" or "an" or "." or "couple") && Phrase(row, at, found.Count > 0 ? found[^1].End : 0) is { } phrase)
            {
                found.Add(phrase);
                at = Math.Max(phrase.End, at + 1);
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private FoundNumber? Phrase(NumberRow row, int at, int floor)
    {
        if (new NumberScan(row, rules).At(at) is not { } first)
        {
            return null;
        }

        var second = Second(row, at, first);
        var end = second?.End ?? first.End;
        var (min, max) = (first.Min, second?.Max ?? first.Max);
        if (second is { } upper && first.Min is { } low && upper.Max is { } high)
        {
            // "5 to 7 million": the magnitude of the end is that of the beginning too.
            min = !first.Scaled && upper.Scaled && low < upper.Mantissa ? low * (high / upper.Mantissa) : low;
        }

        var opening = at;
        string? unit = null;
        if (Sign(row, at, before: true) is { } sign && sign.Length > 0)
        {
            opening -= sign.Length;
            unit = sign.Unit;
        }

        if (unit is null && Sign(row, end, before: false) is { } after)
        {
            unit = after.Unit;
            end += after.Length;
        }

        var basis = Hedge(row, ref opening, floor, out var hedged);
        basis ??= Suffix(row, ref end, out hedged);
        var sort = unit == "percent" ? NumberSort.Share : first.Sort;
        return new FoundNumber(opening, at, end, Bound(row, new Bounds(min, max, sort, unit, basis, hedged, first.Approx), opening, at, end));
    }

    private static NumberPhrase Bound(NumberRow row, Bounds b, int opening, int at, int end)
    {
        var (min, max, basis) = (b.Min, b.Max, b.Basis);
        if (b.Sort is NumberSort.Vague or NumberSort.Loose)
        {
            (max, basis) = (null, "at-least");
        }
        else if (basis == "at-least")
        {
            max = null;
        }
        else if (basis == "at-most")
        {
            (min, max) = (null, max ?? min);
        }

        var approx = b.Approx || basis == "about";
        return new NumberPhrase(row.Span(opening, end), row.Span(at, end), b.Sort, min, max, approx, basis ?? (b.Approx ? "about" : "exact"), b.Unit ?? (b.Sort == NumberSort.Share ? "percent" : null));
    }

    private NumberScan.Scanned? Second(NumberRow row, int at, NumberScan.Scanned first)
    {
        if (first.Sort is not (NumberSort.Count or NumberSort.Share) || first.Min != first.Max)
        {
            return null;
        }

        var gap = first.End;
        var between = row.Is(at - 1, "between") || (row.Is(at - 2, "between") && row.Form(at - 1) is "$" or "€" or "£");
        var joins = row.Is(gap, "to") || row.IsDash(gap) || row.Is(gap, "or") || ((between || row.Is(at - 1, "from")) && row.Form(gap) is "and" or "to");
        if (!joins)
        {
            return null;
        }

        var next = row.Form(gap + 1) is "$" or "€" or "£" ? gap + 2 : gap + 1;
        return new NumberScan(row, rules).At(next) is { } second && second.Sort == first.Sort && second.Min > first.Min && (!row.Is(gap, "or") || second.Min <= first.Min * 3) ? second : null;
    }

    private (string Unit, int Length)? Sign(NumberRow row, int at, bool before)
    {
        foreach (var (unit, words) in rules.Signs)
        {
            var start = before ? at - words.Length : at;
            if (row.Reads(start, words) && (!before || !char.IsLetter(words[0][0])))
            {
                return (unit, before && row.Form(start - 1) == "us" ? words.Length + 1 : words.Length);
            }
        }

        return null;
    }

    private string? Hedge(NumberRow row, ref int opening, int floor, out bool hedged)
    {
        hedged = false;
        foreach (var at in (int[])[opening, row.Form(opening - 1) is "the" or "a" ? opening - 1 : -1])
        {
            foreach (var (basis, words) in rules.Hedges)
            {
                if (at - words.Length >= floor && row.Reads(at - words.Length, words))
                {
                    opening = at - words.Length;
                    hedged = basis == "about";
                    return basis;
                }
            }
        }

        return null;
    }

    private string? Suffix(NumberRow row, ref int end, out bool hedged)
    {
        hedged = false;
        for (var skip = 0; skip <= 2; skip++)
        {
            foreach (var (basis, words) in rules.Suffixes)
            {
                if (row.Reads(end + skip, words) && (skip == 0 || words.Length > 1) && !(skip == 0 && words[0] == "plus" && !row.IsDash(end)))
                {
                    end = skip == 0 ? end + words.Length : end;
                    hedged = basis == "about";
                    return basis;
                }
            }

            if (!row.IsWord(end + skip))
            {
                break;
            }
        }

        return null;
    }

    private readonly record struct Bounds(double? Min, double? Max, NumberSort Sort, string? Unit, string? Basis, bool Hedged, bool Approx);
}

/// <summary>A number phrase and the lexemes that it covers.</summary>
/// <param name="First">First lexeme, hedges included.</param>
/// <param name="Number">First lexeme of the number.</param>
/// <param name="End">One past the last.</param>
/// <param name="Phrase">What it gives.</param>
internal sealed record FoundNumber(int First, int Number, int End, NumberPhrase Phrase);
