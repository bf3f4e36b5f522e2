using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>Of the words with a capital in a report, the types of all mentions that they lie in: what is a person's name once is likely so again.</summary>
internal sealed class SeenNames
{
    private const int Longer = 10;
    private readonly Dictionary<ulong, int> types = [];

    /// <summary>Gathers them from what rules and lexicon found.</summary>
    public static SeenNames Of(IEnumerable<Sentence> sentences)
    {
        var result = new SeenNames();
        foreach (var s in sentences)
        {
            foreach (var m in s.Mentions)
            {
                result.Add(s, m);
            }
        }

        return result;
    }

    /// <summary>The types by the key of a word, a bit each; 0 for none.</summary>
    public ulong Types(ulong word) => (ulong)types.GetValueOrDefault(word);

    private void Add(Sentence sentence, Mention mention)
    {
        if (mention.Type is MentionType.Time or MentionType.Number)
        {
            return;
        }

        for (var i = mention.First; i < mention.End; i++)
        {
            var form = sentence.Tokens[i].Form;
            if (char.IsUpper(form[0]))
            {
                var key = WordFacts.KeyOf(form);
                types[key] = types.GetValueOrDefault(key) | (1 << (int)mention.Type) | (mention.End - mention.First > 1 ? 1 << (Longer + (int)mention.Type) : 0);
            }
        }
    }
}
