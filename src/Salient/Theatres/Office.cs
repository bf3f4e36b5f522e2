using System.Collections.Immutable;
using System.Globalization;

namespace Salient.Theatres;

/// <summary>Who held an office: "the US president" is the person of that office whom a report names.</summary>
/// <param name="Side">The office's side.</param>
/// <param name="Words">Words for the office, in lower case.</param>
/// <param name="Holder">The person's name.</param>
/// <param name="From">First day in office.</param>
/// <param name="To">Last day in office; null while it lasts.</param>
/// <param name="State">Code of the state whose office it is, where its side is not all that state's; else null.</param>
public sealed record Office(string Side, ImmutableArray<string> Words, string Holder, DateOnly From, DateOnly? To, string? State = null)
{
    /// <summary>True where the office was held by its person on <paramref name="day"/>; of an unknown day nothing can be told against it.</summary>
    public bool On(DateOnly? day) => day is not { } d || (d >= From && (To is null || d <= To));

    /// <summary>The offices of a theatre's <c>offices.tsv</c>; none where it has no such file.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0102: a line is wrong.</exception>
    internal static ImmutableArray<Office> Load(string path, ImmutableArray<State> states)
    {
        var result = ImmutableArray.CreateBuilder<Office>();
        foreach (var (number, cells) in TableLines.Read(path))
        {
            if (cells.Length < 4 || Day(cells[3]) is not { } from)
            {
                throw TheatreLoader.Wrong(path, number, "A side or a state, words, a name, a first day and, where it has ended, a last day are wanted, with tabs between them.");
            }

            var whose = cells[0].Trim();
            var state = states.FirstOrDefault(s => s.Code == whose && s.Side != whose);
            result.Add(new Office(state?.Side ?? whose, [.. cells[1].Split('|').Select(w => w.Trim().ToLowerInvariant())], cells[2].Trim(), from, cells.Length > 4 ? Day(cells[4]) : null, state?.Code));
        }

        return result.ToImmutable();
    }

    private static DateOnly? Day(string cell) =>
        DateOnly.TryParseExact(cell.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
