using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>What one thread recognises in, kept from sentence to sentence.</summary>
internal sealed class RecogniserBuffers
{
    public WordFacts Facts { get; } = new();

    /// <summary>Type, first word and end of what was found last.</summary>
    public List<(MentionType Type, int First, int End)> Found { get; } = [];

    /// <summary>Sums of the labels, <see cref="WeightTable.MaxClasses"/> a word.</summary>
    public short[] Scores { get; private set; } = [];

    /// <summary>Sums of the label before, for each of them.</summary>
    public short[] Before { get; } = new short[(Recogniser.Labels + 1) * WeightTable.MaxClasses];

    /// <summary>Where each best label came from.</summary>
    public byte[] From { get; private set; } = [];

    public byte[] Best { get; private set; } = [];

    /// <summary>Makes room for a sentence.</summary>
    public void Grow(int words)
    {
        Found.Clear();
        if (words > Best.Length)
        {
            Scores = new short[2 * words * WeightTable.MaxClasses];
            From = new byte[2 * words * Recogniser.Labels];
            Best = new byte[2 * words];
        }
    }
}
