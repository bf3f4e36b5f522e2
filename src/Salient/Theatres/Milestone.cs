using System.Collections.Immutable;
using System.Globalization;

namespace Salient.Theatres;

/// <summary>A happening whose day is publicly known: what tells of it is no older.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Words">Words that one sentence must have, for each place the forms that will do; case counts.</param>
/// <param name="What">What happened.</param>
public sealed record Milestone(DateOnly Day, ImmutableArray<ImmutableArray<string>> Words, string What)
{
    private static readonly string[] Wide = [" region", " oblast", " province", " direction", " axis", " front"];

    /// <summary>True where <paramref name="sentence"/> tells of it.</summary>
    public bool Told(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var forms in Words)
        {
            var any = false;
            foreach (var form in forms)
            {
                any |= Has(sentence, form);
            }

            if (!any)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The milestones of a theatre's <c>milestones.tsv</c>; none where it has no such file.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0102: a line is wrong.</exception>
    internal static ImmutableArray<Milestone> Load(string path)
    {
        var result = ImmutableArray.CreateBuilder<Milestone>();
        foreach (var (number, cells) in TableLines.Read(path))
        {
            if (cells.Length != 3 || !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || cells[1].Trim().Length == 0)
            {
                throw TheatreLoader.Wrong(path, number, "A day, words and what happened are wanted, with tabs between them.");
            }

            result.Add(new Milestone(day, [.. cells[1].Split(" + ").Select(place => place.Split('|').Select(f => f.Trim()).Where(f => f.Length > 0).ToImmutableArray())], cells[2].Trim()));
        }

        return result.ToImmutable();
    }

    // At a word's beginning; an ending may follow. A town's name before "region" is no word of the town.
    private static bool Has(string sentence, string form)
    {
        for (var at = sentence.IndexOf(form, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && !Wide.Any(w => sentence.AsSpan(at + form.Length).StartsWith(w, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
