using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>Tags, relations and words as counted in the training data.</summary>
internal sealed class Lexis
{
    private const int Known = 2;
    private const int Counted = 6;
    private const int Certain = 40;
    private readonly Dictionary<string, int> tagNumbers;
    private readonly Dictionary<string, string> merged = [];

    public Lexis(IReadOnlyList<TreebankSentence> sentences)
    {
        var counts = sentences.SelectMany(s => s.Words).CountBy(w => w.Tag).ToDictionary();
        foreach (var rare in counts.Where(c => c.Value < 15).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var upos = rare.Key[..rare.Key.IndexOf(' ')];
            merged[rare.Key] = counts.Where(c => c.Value >= 15 && c.Key.StartsWith(upos + ' ', StringComparison.Ordinal)).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
        }

        var names = counts.Keys.Where(k => !merged.ContainsKey(k)).Order(StringComparer.Ordinal).ToArray();
        tagNumbers = names.Index().ToDictionary(n => n.Item, n => n.Index);
        Tags = new TagSet(names);
        Words = Count(sentences);
        Relations = new RelationSet(sentences.SelectMany(s => s.Words).Select(w => w.Relation).Distinct().Order(StringComparer.Ordinal));
    }

    public TagSet Tags { get; }

    public List<(string Word, int Class, short Sure)> Words { get; }

    public RelationSet Relations { get; }

    public Vocabulary Vocabulary => WordList.Build(Words, Tags);

    /// <summary>The number of a word's tag.</summary>
    public byte Tag(TreebankWord word) => (byte)tagNumbers[merged.GetValueOrDefault(word.Tag, word.Tag)];

    private List<(string Word, int Class, short Sure)> Count(IReadOnlyList<TreebankSentence> sentences)
    {
        var table = new SortedDictionary<string, Dictionary<byte, int>>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(s => s.Words))
        {
            var plain = string.Create(Math.Min(64, word.Form.Length), word.Form, (span, form) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Keys.Plain(form[i]);
                }
            });
            var tags = table.TryGetValue(plain, out var t) ? t : table[plain] = [];
            var tag = Tag(word);
            tags[tag] = tags.GetValueOrDefault(tag) + 1;
        }

        var classes = new Dictionary<string, int>();
        var result = new List<(string Word, int Class, short Sure)>();
        foreach (var (word, tags) in table)
        {
            var total = tags.Values.Sum();
            if (total < Known)
            {
                continue;
            }

            var order = tags.OrderByDescending(t => t.Value).ThenBy(t => t.Key).ToArray();
            var kind = 0;
            if (total >= Counted)
            {
                var name = string.Join(' ', order.Where(t => t.Value >= total * 0.08).Select(t => t.Key));
                kind = classes.TryGetValue(name, out var k) ? k : classes[name] = classes.Count + 1;
            }

            result.Add((word, kind, total >= Certain && order[0].Value >= total * 0.998 ? order[0].Key : (short)-1));
        }

        return result;
    }
}
