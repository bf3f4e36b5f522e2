namespace Salient.Coding.Scoring;

/// <summary>The weights of a <see cref="Network"/>, in rows of whole lanes.</summary>
/// <param name="hidden">Hidden units, a multiple of 8; of 16 where meanings speak to them.</param>
/// <param name="width">Outputs, rounded up to a multiple of 8.</param>
/// <param name="lower">From features to hidden units, a row a feature.</param>
/// <param name="direct">From features to outputs, a row a feature.</param>
/// <param name="meaning">From meanings to hidden units, a row a number.</param>
/// <param name="upper">From hidden units to outputs, a row a hidden unit.</param>
/// <param name="hiddenBias">What each hidden unit starts from.</param>
/// <param name="outputBias">What each output starts from.</param>
internal sealed class NetworkWeights(int hidden, int width, float[] lower, float[] direct, float[] meaning, float[] upper, float[] hiddenBias, float[] outputBias)
{
    public int Hidden => hidden;

    public int Width => width;

    public ReadOnlySpan<float> HiddenBias => hiddenBias;

    public ReadOnlySpan<float> OutputBias => outputBias;

    /// <summary>The tables as they lie, for writing: rows of hidden, width, hidden, width, hidden and width numbers.</summary>
    public IReadOnlyList<(float[] Table, int Row)> Tables => [(lower, hidden), (direct, width), (meaning, hidden), (upper, width), (hiddenBias, hidden), (outputBias, width)];

    /// <summary>From features to hidden units, row after row.</summary>
    public ReadOnlySpan<float> Lowers => lower;

    /// <summary>From features to outputs, row after row.</summary>
    public ReadOnlySpan<float> Directs => direct;

    public ReadOnlySpan<float> Lower(int feature) => lower.AsSpan(feature * hidden, hidden);

    public ReadOnlySpan<float> Direct(int feature) => direct.AsSpan(feature * width, width);

    /// <summary>From meanings to hidden units, row after row.</summary>
    public ReadOnlySpan<float> Meanings => meaning;

    public ReadOnlySpan<float> Meaning(int number) => meaning.AsSpan(number * hidden, hidden);

    public ReadOnlySpan<float> Upper(int unit) => upper.AsSpan(unit * width, width);
}
