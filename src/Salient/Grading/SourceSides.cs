using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Grading;

/// <summary>Tells whose the sources are whose own words name no side: "the police", "the governor", by what they speak of in all of the report.</summary>
public static class SourceSides
{
    // How likely a side must be over all that a source says.
    private const double Enough = 0.5;

    private static readonly string[] Independent = ["media", "agency", "think-tank", "analyst", "social", "reader"];

    /// <summary>The grades of a report's assertions, each source of one side throughout.</summary>
    /// <param name="assertions">The assertions.</param>
    /// <param name="grades">The grade of each.</param>
    public static ImmutableArray<Grade> Settle(ImmutableArray<Assertion> assertions, ImmutableArray<Grade> grades)
    {
        var sums = new Dictionary<string, (Dictionary<string, double> Sides, int Count)>(StringComparer.Ordinal);
        for (var i = 0; i < grades.Length; i++)
        {
            if (grades[i].Sources is [var by, ..] && Open(by) && !assertions[i].Leaning.Speakers.IsEmpty)
            {
                var (sides, count) = sums.TryGetValue(by.Name, out var known) ? known : (new Dictionary<string, double>(StringComparer.Ordinal), 0);
                foreach (var (side, chance) in assertions[i].Leaning.Speakers)
                {
                    sides[side] = sides.GetValueOrDefault(side) + chance;
                }

                sums[by.Name] = (sides, count + 1);
            }
        }

        var settled = sums.ToDictionary(s => s.Key, s => s.Value.Sides.FirstOrDefault(x => x.Value > Enough * s.Value.Count).Key, StringComparer.Ordinal);
        return [.. grades.Select(g => g.Sources.Any(Open) ? g with { Sources = [.. g.Sources.Select(s => Open(s) && settled.GetValueOrDefault(s.Name) is { } side ? s with { Side = side } : s)] } : g)];
    }

    private static bool Open(ClaimSource by) => by.Side == "none" && Array.IndexOf(Independent, by.Type) < 0;
}
