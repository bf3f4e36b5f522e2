using System.Collections.Immutable;
using System.Globalization;

namespace Salient.Theatres;

/// <summary>A stretch of country by which advances are told.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Points that it runs through, as (degrees north, degrees east).</param>
public sealed record Axis(string Name, ImmutableArray<(double Lat, double Lon)> Points)
{
    /// <summary>The axes of a theatre's <c>axes.tsv</c>; none where it has no such file.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0102: a line is wrong.</exception>
    public static ImmutableArray<Axis> Load(string folder)
    {
        var path = Path.Combine(folder, "axes.tsv");
        var result = ImmutableArray.CreateBuilder<Axis>();
        foreach (var (number, cells) in TableLines.Read(path))
        {
            var points = cells.Length == 2 ? cells[1].Split(';').Select(Point).ToList() : [];
            if (points.Count == 0 || points.Any(p => p is null))
            {
                throw TheatreLoader.Wrong(path, number, "A name and points are wanted, with a tab between them: Brodiv, then 49.00,36.00; 49.10,36.20.");
            }

            result.Add(new Axis(cells[0].Trim(), [.. points.Select(p => p!.Value)]));
        }

        return result.ToImmutable();
    }

    private static (double Lat, double Lon)? Point(string cell) =>
        cell.Split(',') is [var north, var east]
        && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var lat) && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var lon)
            ? (lat, lon)
            : null;
}
