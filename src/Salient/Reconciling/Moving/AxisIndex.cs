using System.Collections.Immutable;
using Salient.Theatres;

namespace Salient.Reconciling.Moving;

/// <summary>Which axis a place lies on. Pure.</summary>
/// <param name="axes">The theatre's axes.</param>
internal sealed class AxisIndex(ImmutableArray<Axis> axes)
{
    /// <summary>What lies on no axis.</summary>
    public const string Elsewhere = "elsewhere";

    private const double KilometresPerDegree = 111.195, Reach = 90;

    /// <summary>"on the axis Brodiv".</summary>
    public static string Where(string axis) => axis == Elsewhere ? "outside the named axes" : "on the axis " + axis;

    /// <summary>The axis whose point is nearest, within reach; else <see cref="Elsewhere"/>.</summary>
    public string Of(double lat, double lon)
    {
        var (found, least) = (Elsewhere, Reach / KilometresPerDegree * (Reach / KilometresPerDegree));
        var shrink = Math.Cos(lat * Math.PI / 180);
        foreach (var axis in axes)
        {
            foreach (var (north, east) in axis.Points)
            {
                var (dy, dx) = (lat - north, (lon - east) * shrink);
                var distance = (dy * dy) + (dx * dx);
                if (distance < least)
                {
                    (found, least) = (axis.Name, distance);
                }
            }
        }

        return found;
    }
}
