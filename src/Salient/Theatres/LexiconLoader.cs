using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Theatres;

/// <summary>Reads what a theatre knows by name: <c>lexicon.tsv</c> and <c>states.tsv</c>.</summary>
internal static class LexiconLoader
{
    /// <summary>The entries of <paramref name="path"/>, those of the states first.</summary>
    /// <exception cref="ProblemException">SAL0102 a line is wrong, with file and line.</exception>
    public static ImmutableArray<LexiconEntry> Lexicon(string path, ImmutableArray<Side> sides, ImmutableArray<State> states)
    {
        var known = sides.Select(s => s.Id).ToHashSet();
        var result = ImmutableArray.CreateBuilder<LexiconEntry>();
        result.AddRange(states.SelectMany(OfState));
        var seen = result.Select(e => e.Id).ToHashSet();
        foreach (var (number, cells) in Lines(path))
        {
            if (cells.Length is not (5 or 6))
            {
                throw TheatreLoader.Wrong(path, number, $"Five or six tab-separated cells are wanted (id, type, side, source, forms, category), {cells.Length} found.");
            }

            if (!Enum.TryParse<MentionType>(cells[1], ignoreCase: true, out var type))
            {
                throw TheatreLoader.Wrong(path, number, $"'{cells[1]}' is no type of mention.");
            }

            CheckSide(path, number, cells[2], known);
            if (!seen.Add(cells[0]))
            {
                throw TheatreLoader.Wrong(path, number, $"The id '{cells[0]}' is used twice.");
            }

            var forms = Forms(cells[4]);
            if (forms.IsEmpty)
            {
                throw TheatreLoader.Wrong(path, number, "No form is given.");
            }

            result.Add(new LexiconEntry(cells[0], type, cells[2], cells[3] is "" or "-" ? null : cells[3], forms[0], forms, cells.Length > 5 ? cells[5] : null));
        }

        return result.ToImmutable();
    }

    /// <summary>The states of <paramref name="path"/>; none where the file is missing, for a theatre may name its sides by hand.</summary>
    /// <exception cref="ProblemException">SAL0102 a line is wrong, with file and line.</exception>
    public static ImmutableArray<State> States(string path, ImmutableArray<Side> sides)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var known = sides.Select(s => s.Id).ToHashSet();
        var result = ImmutableArray.CreateBuilder<State>();
        foreach (var (number, cells) in Lines(path))
        {
            if (cells.Length != 5)
            {
                throw TheatreLoader.Wrong(path, number, $"Five tab-separated cells are wanted (code, side, names, people, seats), {cells.Length} found.");
            }

            CheckSide(path, number, cells[1], known);
            if (result.Any(s => s.Code == cells[0]))
            {
                throw TheatreLoader.Wrong(path, number, $"The code '{cells[0]}' is used twice.");
            }

            result.Add(new State(cells[0], cells[1], Forms(cells[2]), Forms(cells[3]), Forms(cells[4])));
        }

        return result.ToImmutable();
    }

    private static IEnumerable<LexiconEntry> OfState(State state)
    {
        if (!state.Names.IsEmpty)
        {
            yield return new($"state-{state.Code}", MentionType.Place, state.Side, "government", state.Names[0], state.Names);
        }

        if (!state.People.IsEmpty)
        {
            yield return new($"nation-{state.Code}", MentionType.Nationality, state.Side, null, state.People[0], state.People);
        }

        if (!state.Seats.IsEmpty)
        {
            yield return new($"seat-{state.Code}", MentionType.Place, state.Side, "government", state.Seats[0], state.Seats);
        }
    }

    private static IEnumerable<(int Number, string[] Cells)> Lines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                yield return (number, line.Split('\t'));
            }
        }
    }

    private static ImmutableArray<string> Forms(string cell) =>
        cell == "-" ? [] : [.. cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static void CheckSide(string path, int number, string side, HashSet<string> known)
    {
        if (!known.Contains(side))
        {
            throw TheatreLoader.Wrong(path, number, $"'{side}' is no side of this theatre.");
        }
    }
}
