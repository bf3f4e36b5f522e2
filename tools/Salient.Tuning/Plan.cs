namespace Salient.Tuning;

/// <summary>How a network is tuned.</summary>
/// <param name="Rounds">Passes over what is learned.</param>
/// <param name="Hidden">Hidden units.</param>
/// <param name="Least">How many units must show a feature.</param>
/// <param name="Rate">How fast the encoder moves at first.</param>
/// <param name="Seed">Where chance starts.</param>
internal sealed record Plan(int Rounds, int Hidden, int Least, double Rate, int Seed)
{
    /// <summary>Units of a step.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>How fast the network over the encoder moves at first.</summary>
    public double NetworkRate { get; init; } = 1e-3;

    /// <summary>How much the encoder's numbers shrink.</summary>
    public double Shrink { get; init; } = 0.01;

    /// <summary>How much the network's numbers shrink.</summary>
    public double NetworkShrink { get; init; } = 0.05;

    /// <summary>The share of a unit's features that is left out by chance.</summary>
    public double FeatureDrop { get; init; } = 0.4;

    /// <summary>The share of what speaks to hidden units, and of what they say, that is left out by chance.</summary>
    public double Drop { get; init; } = 0.3;

    /// <summary>The share of what each part of an encoder's layers adds that is left out by chance.</summary>
    public double EncoderDrop { get; init; }
}
