using Salient.Parsing;
using Salient.Records;

namespace Salient.Training.Parsing;

/// <summary>Lists the base forms seen in training and the forms whose lemma the rules get wrong.</summary>
internal static class Lemmas
{
    /// <summary>The lines of the lemmatiser's file.</summary>
    public static List<string> List(IReadOnlyList<TreebankSentence> sentences)
    {
        var counts = new SortedDictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var bases = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(Whole).Where(w => w.Lemma != "_"))
        {
            var (upos, penn) = (word.Tag[..word.Tag.IndexOf(' ')], word.Tag[(word.Tag.IndexOf(' ') + 1)..]);
            if (upos is "PROPN" or "X" or "PUNCT" or "SYM" or "NUM")
            {
                continue;
            }

            var form = TagSet.FormOf(penn);
            if (upos is "NOUN" or "VERB" or "ADJ" or "ADV" && word.Lemma.All(char.IsLetter) && (form is WordForm.None or WordForm.Base || word.Lemma.Length > 3))
            {
                bases.Add($"{word.Lemma.ToLowerInvariant()}\t{upos}");
            }

            var key = $"{word.Form.ToLowerInvariant().Replace('\u2019', '\'')}\t{upos}\t{form}";
            var lemmas = counts.TryGetValue(key, out var c) ? c : counts[key] = [];
            lemmas[word.Lemma.ToLowerInvariant()] = lemmas.GetValueOrDefault(word.Lemma.ToLowerInvariant()) + 1;
        }

        var lemmatiser = new Lemmatiser(bases);
        var result = new List<string>(bases);
        foreach (var (key, lemmas) in counts)
        {
            var cells = key.Split('\t');
            var best = lemmas.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First();
            if (best.Key != lemmatiser.ByRule(cells[0], Enum.Parse<Upos>(cells[1]), Enum.Parse<WordForm>(cells[2])))
            {
                result.Add($"{key}\t{best.Key}");
            }
        }

        return result;
    }

    /// <summary>The words that are written as one: in "under educated" the lemma of the first is that of both.</summary>
    private static IEnumerable<TreebankWord> Whole(TreebankSentence sentence) =>
        sentence.Words.Where((w, i) => w.Relation != "goeswith" && !sentence.Words.Any(c => c.Head == i && c.Relation == "goeswith"));
}
