namespace Salient.Layers;

/// <summary>The numbers of one <see cref="TransformerLayer"/>; matrices row after row, from what goes in to what comes out.</summary>
/// <param name="Heads">Width x three widths: what is asked, what answers, what is passed on.</param>
/// <param name="HeadsBias">Three widths.</param>
/// <param name="Joined">Width x width: what the heads' words come to.</param>
/// <param name="JoinedBias">Width.</param>
/// <param name="FirstNorm">Two widths: scale, then start.</param>
/// <param name="Wide">Width x four widths.</param>
/// <param name="WideBias">Four widths.</param>
/// <param name="Narrow">Four widths x width.</param>
/// <param name="NarrowBias">Width.</param>
/// <param name="SecondNorm">Two widths: scale, then start.</param>
internal sealed record TransformerNumbers(
    float[] Heads,
    float[] HeadsBias,
    float[] Joined,
    float[] JoinedBias,
    float[] FirstNorm,
    float[] Wide,
    float[] WideBias,
    float[] Narrow,
    float[] NarrowBias,
    float[] SecondNorm)
{
    /// <summary>How many numbers each table has, in their order.</summary>
    public static IReadOnlyList<int> Sizes(int width) =>
        [3 * width * width, 3 * width, width * width, width, 2 * width, 4 * width * width, 4 * width, 4 * width * width, width, 2 * width];

    /// <summary>The tables in their order, with how many numbers stand side by side in each.</summary>
    public IEnumerable<(float[] Table, int Row)> Tables(int width) =>
    [
        (Heads, 3 * width), (HeadsBias, 3 * width), (Joined, width), (JoinedBias, width), (FirstNorm, 2 * width),
        (Wide, 4 * width), (WideBias, 4 * width), (Narrow, width), (NarrowBias, width), (SecondNorm, 2 * width),
    ];
}
