using Salient.Parsing;
using Salient.Parsing.Recognising;
using Salient.Records;

namespace Salient.Training.Parsing.Mentions;

/// <summary>Makes lessons of the entities of GUM: the kinds of what its nouns speak of, and mentions in re3d's manner.</summary>
internal sealed class GumLessons(IReadOnlyList<TreebankSentence> bank, Parser parser, MentionReader reader)
{
    private readonly (TreebankSentence Bank, Sentence Parsed)[] sentences = [.. bank.Where(s => s.Words.Any(w => w.Entity is not null)).Select(s => (s, parser.Named([.. s.Words.Select(w => w.Form)])))];

    /// <summary>Nouns, names and pronouns with the kind of the smallest entity that each heads.</summary>
    public List<(uint[] Rows, int Kind)> Kinds(int bits)
    {
        var result = new List<(uint[], int)>();
        var buffer = new uint[RoleFeatures.Most];
        foreach (var (s, parsed) in sentences)
        {
            var kinds = new int[s.Words.Length];
            foreach (var e in NameTrainer.Entities(s).OrderByDescending(e => e.End - e.First))
            {
                kinds[Head(s, e.First, e.End)] = Math.Max(0, Array.IndexOf(RoleFeatures.Classes, e.Type));
            }

            var facts = reader.Facts(parsed, SeenNames.Of([parsed]));
            for (var i = 0; i < kinds.Length; i++)
            {
                if (RoleFeatures.Speaks(facts[i]))
                {
                    result.Add((buffer[..RoleFeatures.Fill(facts, i, bits, buffer)], kinds[i]));
                }
            }
        }

        return result;
    }

    /// <summary>Sentences with persons, bodies and places. Each row stands twice, the second time for this treebank alone, so that what is different here is learnt apart.</summary>
    public List<ChainLesson> Chains(Recogniser recogniser, int bits, float weight)
    {
        var result = new List<ChainLesson>();
        foreach (var (s, parsed) in sentences)
        {
            var rows = reader.Rows(recogniser, parsed, SeenNames.Of([parsed]), bits);
            result.Add(new ChainLesson([.. rows.Select(r => (uint[])[.. r, .. r.Select(x => (uint)(Keys.Mix(x + 77) >> (64 - bits)))])], Labels(s), weight));
        }

        return result;
    }

    /// <summary>Several persons are a body to re3d; its weapons are no kind of GUM's, so that chain learns nothing here.</summary>
    private static byte[][] Labels(TreebankSentence s)
    {
        byte[][] labels = [.. Recogniser.Types.Select(t => t == MentionType.Weapon ? [] : new byte[s.Words.Length])];
        foreach (var e in NameTrainer.Entities(s).OrderBy(e => e.End - e.First))
        {
            var head = Head(s, e.First, e.End);
            var many = s.Words[head].Tag is "NOUN NNS" or "PROPN NNPS" || s.Words[head].Lemma is "we" or "they" or "those" or "these";
            var chain = e.Type switch { "person" => many ? 0 : 1, "organization" => 0, "place" => 2, _ => -1 };

            // What hangs on the head from the right is no part of it, but for the rest of a name.
            var first = e.First + (s.Words[e.First].Tag.StartsWith("DET", StringComparison.Ordinal) ? 1 : 0);
            var end = head + 1;
            while (end < e.End && s.Words[end].Tag.StartsWith("PROPN", StringComparison.Ordinal))
            {
                end++;
            }

            if (chain >= 0)
            {
                MentionReader.Mark(labels[chain], first, end);
            }
        }

        return labels;
    }

    private static int Head(TreebankSentence s, int first, int end) =>
        Enumerable.Range(first, end - first).FirstOrDefault(i => s.Words[i].Head < first || s.Words[i].Head >= end, end - 1);
}
