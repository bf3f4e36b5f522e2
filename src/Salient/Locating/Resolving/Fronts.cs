using System.Collections.Immutable;
using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Records;

namespace Salient.Locating.Resolving;

/// <summary>A stretch of the line of contact in a period, both days inclusive.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Weight">How much of the fighting was there, 0 to about 1.</param>
/// <param name="Points">Degrees north and east, in order.</param>
internal sealed record FrontStretch(DateOnly From, DateOnly To, float Weight, (float Lat, float Lon)[] Points);

/// <summary>Where the fighting was, roughly, on a day.</summary>
internal sealed class Fronts
{
    private readonly ImmutableArray<FrontStretch> stretches;
    private readonly int[] days;
    private readonly (float Km, float Pull)[]?[] known;
    private readonly PlaceTable places;

    /// <summary>The fighting along <paramref name="stretches"/>, seen from <paramref name="places"/>.</summary>
    public Fronts(ImmutableArray<FrontStretch> stretches, PlaceTable places)
    {
        this.stretches = stretches;
        this.places = places;
        days = Changes(stretches);
        known = new (float, float)[days.Length + 2][];
    }

    /// <summary>The stretches that <see cref="Read"/> gives for <paramref name="folder"/>, seen from <paramref name="places"/>.</summary>
    /// <exception cref="ProblemException">SAL0305: a line is wrong.</exception>
    public static Fronts Load(string folder, PlaceTable places) => new(Read(folder), places);

    /// <summary>Reads <c>fronts.tsv</c> in <paramref name="folder"/>; a theatre without one has no front.</summary>
    /// <exception cref="ProblemException">SAL0305: a line is wrong.</exception>
    public static ImmutableArray<FrontStretch> Read(string folder)
    {
        var path = Path.Combine(folder, "fronts.tsv");
        var result = ImmutableArray.CreateBuilder<FrontStretch>();
        var number = 0;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            result.Add(Stretch(line) ?? throw new ProblemException(new Problem("SAL0305", $"{path}:{number}", "Five cells are wanted: first day, last day, name, weight, points.", "Mend the line, or take it out.")));
        }

        return result.ToImmutable();
    }

    /// <summary>The number of the period that <paramref name="day"/> falls in; 0 where it is before all.</summary>
    /// <param name="day">The day, or null where it is not known.</param>
    /// <param name="whole">True to take the whole war together where the day is not known; else there is no front then.</param>
    public int Period(DateOnly? day, bool whole)
    {
        if (day is not { } d)
        {
            return whole && days.Length > 0 ? days.Length + 1 : 0;
        }

        var at = Array.BinarySearch(days, d.DayNumber);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>True for the whole war taken together.</summary>
    public bool IsWhole(int period) => period > days.Length;

    /// <summary>Kilometres from <paramref name="place"/> to the front of <paramref name="period"/>; infinite where there is none.</summary>
    public float Distance(int period, int place) => period == 0 ? float.PositiveInfinity : Known(period, place).Km;

    /// <summary>How strongly the fighting of <paramref name="period"/> draws <paramref name="place"/>, 0 to about 1.</summary>
    public float Pull(int period, int place) => period == 0 ? 0 : Known(period, place).Pull;

    /// <summary>The point of the front of <paramref name="period"/> that draws a point most; null where there is no front.</summary>
    /// <param name="period">As <see cref="Period"/> gives it.</param>
    /// <param name="lat">Degrees north.</param>
    /// <param name="lon">Degrees east.</param>
    public (double Lat, double Lon)? Nearest(int period, double lat, double lon)
    {
        (double, double)? result = null;
        var best = double.PositiveInfinity;
        foreach (var stretch in period == 0 ? [] : Of(period))
        {
            for (var i = 0; i + 1 < stretch.Points.Length; i++)
            {
                var km = Earth.ToSegment(lat, lon, stretch.Points[i], stretch.Points[i + 1], out var at);
                if (km < best)
                {
                    (best, result) = (km, at);
                }
            }
        }

        return result;
    }

    // Numbers of the days on which a stretch begins or has ended, in order.
    private static int[] Changes(ImmutableArray<FrontStretch> stretches)
    {
        var all = new int[2 * stretches.Length];
        for (var i = 0; i < stretches.Length; i++)
        {
            all[2 * i] = stretches[i].From.DayNumber;
            all[(2 * i) + 1] = stretches[i].To.DayNumber + 1;
        }

        Array.Sort(all);
        var kept = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
            {
                all[kept++] = all[i];
            }
        }

        return all[..kept];
    }

    private IEnumerable<FrontStretch> Of(int period)
    {
        DateOnly? day = period > days.Length ? null : DateOnly.FromDayNumber(days[period - 1]);
        return stretches.Where(s => !(day < s.From) && !(day > s.To));
    }

    /// <remarks>Filled as asked for; two threads may fill the same cell with the same values.</remarks>
    private (float Km, float Pull) Known(int period, int place)
    {
        var table = known[period] ??= new (float, float)[places.Count];
        var at = table[place];
        if (at.Km == 0)
        {
            table[place] = at = Measure(period, place);
        }

        return at;
    }

    private (float Km, float Pull) Measure(int period, int place)
    {
        double lat = places.Lat(place), lon = places.Lon(place);
        var best = double.PositiveInfinity;
        var pull = 0f;
        foreach (var stretch in Of(period))
        {
            var km = double.PositiveInfinity;
            for (var i = 0; i + 1 < stretch.Points.Length; i++)
            {
                km = Math.Min(km, Earth.ToSegment(lat, lon, stretch.Points[i], stretch.Points[i + 1], out _));
            }

            best = Math.Min(best, km);
            pull = Math.Max(pull, stretch.Weight * MathF.Exp(-(float)km / Weights.FrontNearKm));
        }

        return (Math.Max(0.01f, (float)best), pull);
    }

    private static FrontStretch? Stretch(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length != 5 ||
            !float.TryParse(cells[3], CultureInfo.InvariantCulture, out var weight) ||
            !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) ||
            !DateOnly.TryParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to))
        {
            return null;
        }

        return Points.Read(cells[4]) is { } points ? new FrontStretch(from, to, weight, points) : null;
    }
}
