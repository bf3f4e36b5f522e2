using Salient.Parsing.Naming;
using Salient.Parsing.Recognising;
using Salient.Records;

namespace Salient.Training.Parsing.Mentions;

/// <summary>Reads sentences as the recogniser does, and marks mentions in them.</summary>
internal sealed class MentionReader(WordGroups groups, MentionCues cues)
{
    private readonly WordFacts facts = new();
    private readonly uint[] buffer = new uint[LabelFeatures.Most];

    /// <summary>What the words of a sentence show, their kinds aside; good until the next sentence.</summary>
    public WordFacts Facts(Sentence sentence, SeenNames seen)
    {
        facts.Read(sentence, cues, groups, seen);
        return facts;
    }

    /// <summary>The rows of each word.</summary>
    public uint[][] Rows(Recogniser recogniser, Sentence sentence, SeenNames seen, int bits)
    {
        recogniser.Read(sentence, cues, seen, facts);
        var rows = new uint[facts.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = buffer[..LabelFeatures.Fill(facts, i, bits, buffer)];
        }

        return rows;
    }

    /// <summary>Marks words [first, end) as one mention, unless one of them is marked already.</summary>
    public static void Mark(byte[] labels, int first, int end)
    {
        if (first < end && labels.AsSpan(first, end - first).IndexOfAnyExcept((byte)0) < 0)
        {
            labels.AsSpan(first, end - first).Fill(2);
            labels[first] = 1;
        }
    }
}
