using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>Scores tagger and parser on a treebank's words.</summary>
internal static class Trial
{
    /// <summary>Words, universal tags right, heads right, heads and universal relations right.</summary>
    public static string Score(IReadOnlyList<TreebankSentence> sentences, Lexis lexis, Tagger tagger, TransitionParser parser)
    {
        int n = 0, pos = 0, uas = 0, las = 0;
        var words = new WordKeys();
        var input = new ParseInput();
        var state = new ParseState();
        var rows = parser.MakeRows();
        var vocabulary = lexis.Vocabulary;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var s in sentences)
        {
            words.Clear();
            foreach (var w in s.Words)
            {
                words.Add(w.Form, vocabulary);
            }

            words.Close();
            var tags = new byte[s.Words.Length];
            tagger.Tag(words, tags);
            input.Load(words, tags, lexis.Tags);
            parser.Parse(input, state, rows);
            for (var i = 0; i < s.Words.Length; i++)
            {
                n++;
                var w = s.Words[i];
                pos += w.Tag.StartsWith(lexis.Tags.Universal(tags[i]) + " ", StringComparison.Ordinal) ? 1 : 0;
                var head = state.Heads[i] == s.Words.Length ? -1 : state.Heads[i];
                if (head == w.Head)
                {
                    uas++;
                    las += Universal(lexis.Actions.Relations[state.Labels[i]]) == Universal(w.Relation) ? 1 : 0;
                }
            }
        }

        return $"words {n}  UPOS {pos / (double)n:F4}  UAS {uas / (double)n:F4}  LAS {las / (double)n:F4}  words/s {n / clock.Elapsed.TotalSeconds:F0}";
    }

    private static string Universal(string relation) => relation.Split(':')[0];
}
