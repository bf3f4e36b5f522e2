namespace Salient.Locating.Gazetteers;

/// <summary>Every place that a theatre knows, with the keys it is found by. Immutable.</summary>
/// <param name="places">The places.</param>
/// <param name="keys">The keys.</param>
internal sealed class Gazetteer(PlaceTable places, KeyTable keys)
{
    /// <summary>The places.</summary>
    public PlaceTable Places { get; } = places;

    /// <summary>The keys.</summary>
    public KeyTable Keys { get; } = keys;

    /// <summary>Kilometres between two places; good to a few per cent within a continent.</summary>
    public double Kilometres(int a, int b) => Earth.Kilometres(Places.Lat(a), Places.Lon(a), Places.Lat(b), Places.Lon(b));
}

/// <summary>Distances on the ground.</summary>
internal static class Earth
{
    /// <summary>Kilometres in a degree of latitude.</summary>
    public const double Degree = 111.195;

    /// <summary>Kilometres between two points, on a plane that touches between them.</summary>
    public static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        var x = (lon2 - lon1) * Cos((lat1 + lat2) / 2);
        var y = lat2 - lat1;
        return Degree * Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Kilometres from a point to the stretch between two others, and the point of it that is nearest.</summary>
    public static double ToSegment(double lat, double lon, (float Lat, float Lon) a, (float Lat, float Lon) b, out (double Lat, double Lon) nearest)
    {
        var scale = Cos(lat);
        double ax = (a.Lon - lon) * scale, ay = a.Lat - lat, dx = (b.Lon - a.Lon) * scale, dy = b.Lat - a.Lat;
        var along = Math.Clamp(-((ax * dx) + (ay * dy)) / Math.Max(1e-9, (dx * dx) + (dy * dy)), 0, 1);
        double x = ax + (along * dx), y = ay + (along * dy);
        nearest = (lat + y, lon + (x / scale));
        return Degree * Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Cosine of an angle in degrees between -90 and 90; within .0002.</summary>
    public static double Cos(double degrees)
    {
        var r = degrees * (Math.PI / 180);
        var s = r * r;
        return 1 - (s * (0.5 - (s * (0.0416666 - (s * (0.0013888 - (s * 0.0000248)))))));
    }
}
