using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Dating;

/// <summary>A rule's match in a row: lexemes <paramref name="First"/> up to <paramref name="End"/>, and what they tell.</summary>
internal sealed record Atom(int First, int End, TimeValue Value, TimeRule Rule);

/// <summary>Finds time expressions in one sentence: the longest rule at a place, from left to right.</summary>
internal static class TimeFinder
{
    private static readonly WordClass[] InDigits = [WordClass.Day, WordClass.Year, WordClass.Decade, WordClass.Count, WordClass.Digits, WordClass.Clock, WordClass.Ordinal];

    /// <summary>The expressions of a row, in order; what they tell is added to <paramref name="told"/>.</summary>
    public static List<Atom> Find(Row row, DateOnly? day, DateOnly war, Told told)
    {
        var found = new List<Atom>();
        for (var at = 0; at < row.Count;)
        {
            if (Longest(row, at, day, war, told) is { } atom)
            {
                found.Add(atom);
                if (!Near(atom))
                {
                    told.Add(atom.Value);
                }

                at = atom.End;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    // What was itself told from the day before it says nothing new.
    private static bool Near(Atom atom) =>
        atom.Rule.Reading.StartsWith("near", StringComparison.Ordinal) || atom.Rule.Reading.StartsWith("clock", StringComparison.Ordinal);

    private static Atom? Longest(Row row, int at, DateOnly? day, DateOnly war, Told told)
    {
        Atom? best = null;
        Setting? setting = null;
        Try(row.Rules.StartingWith(row.Word(at)), ref best);
        foreach (var kind in Kinds(row, at))
        {
            Try(row.Rules.StartingWith(kind), ref best);
        }

        return best;

        void Try(TimeRule[] rules, ref Atom? longest)
        {
            foreach (var rule in rules)
            {
                var captured = new Captured(rule.With);
                var end = Match(row, at, rule.Elements, 0, ref captured);
                if (end <= at || (longest is not null && end <= longest.End) || !Fits(row, rule, at, end))
                {
                    continue;
                }

                setting ??= new Setting(day, told.Anchor, Outlook.Ahead(row, at, end), war, told.Near, told.Stretch);
                if (Readings.Read(rule.Reading, captured, setting.Value) is { } value)
                {
                    longest = new Atom(at, end, value, rule);
                }
            }
        }
    }

    private static WordClass[] Kinds(Row row, int at) => row.IsDigits(at) ? InDigits : row.Rules.Classes(row.Word(at));

    private static bool Fits(Row row, TimeRule rule, int first, int end)
    {
        var before = row.Word(first - 1);
        return (rule.After.Length == 0 || (first > 0 && rule.After.Contains(before)))
            && !rule.NotAfter.Contains(before == 0 ? -1 : before)
            && !rule.NotBefore.Contains(row.Word(end) == 0 ? -1 : row.Word(end))
            && !(rule.Alone && (row.IsWord(end) || row.IsDigits(end)));
    }

    private static int Match(Row row, int at, Element[] elements, int index, ref Captured captured)
    {
        if (index == elements.Length)
        {
            return at;
        }

        var e = elements[index];
        var length = One(row, at, e, out var value);
        if (length > 0)
        {
            var tried = captured;
            if (e.Slot != Slot.None)
            {
                tried = captured.With(e.Slot, value);
            }

            var end = Match(row, at + length, elements, index + 1, ref tried);
            if (end >= 0)
            {
                captured = tried;
                return end;
            }
        }

        return e.Optional ? Match(row, at, elements, index + 1, ref captured) : -1;
    }

    private static int One(Row row, int at, Element e, out int value)
    {
        value = 0;
        if (at >= row.Count)
        {
            return 0;
        }

        if (e.Class != WordClass.None)
        {
            return WordClasses.Match(row, at, e.Class, out value);
        }

        var word = row.Word(at);
        return word != 0 && Array.IndexOf(e.Words, word) >= 0 ? 1 : 0;
    }
}
