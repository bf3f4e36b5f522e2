using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Tests.Reconciling;

/// <summary>The shipped policy over an invented country's edge.</summary>
internal static class Front
{
    public static readonly DateOnly Start = new(2022, 2, 23);

    public static readonly ImmutableArray<Place> Places =
    [
        new(1, "Brodiv", 49.00, 36.00, PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", 5000),
        new(2, "Ostrivka", 49.00, 36.20, PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", 300),
        new(3, "Vyshneve Pole", 49.00, 36.10, PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", 80),
        new(4, "Daleke", 49.00, 39.00, PlacePrecision.Settlement, "UA", "Steppe Oblast", "Daleke Raion", 900),
        new(5, "Step", 49.00, 38.00, PlacePrecision.Oblast, "UA", "Steppe Oblast", null, 0),
    ];

    public static ReconcilingData Data { get; } = ReconcilingData.Load(
        TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")),
        Path.Combine(Pipeline.DataFolder, "rules", "en"));

    /// <summary>The same where every day counts as one on which many reports tell of the ground, so that silence says something.</summary>
    public static ReconcilingData Dense { get; } = Data with { Policy = Data.Policy with { Inference = Data.Policy.Inference with { Quiet = 0 } } };

    public static DateOnly Day(int month, int day) => new(2022, month, day);
}
