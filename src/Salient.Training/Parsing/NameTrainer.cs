using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Salient.Parsing;
using Salient.Parsing.Naming;
using Salient.Records;

namespace Salient.Training.Parsing;

/// <summary>Trains the typer of names on the entity column of GUM.</summary>
internal static partial class NameTrainer
{
    private const int Bits = 18;

    public static WeightTable Train(IReadOnlyList<TreebankSentence> sentences, int epochs)
    {
        var names = sentences.SelectMany(Names).ToArray();
        var learner = new Learner(Bits);
        var random = new Random(7);
        Span<uint> rows = stackalloc uint[NameTyper.Most];
        Span<int> scores = stackalloc int[WeightTable.MaxClasses];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(names);
            var wrong = 0;
            foreach (var (tokens, first, end, gold) in names)
            {
                var n = NameTyper.Fill(tokens, first, end, Bits, rows);
                learner.Score(rows[..n], NameTyper.Classes.Length, scores);
                var best = TaggerTrainer.Best(scores[..NameTyper.Classes.Length]);
                learner.Step();
                if (best != gold)
                {
                    learner.Update(rows[..n], gold, best);
                    wrong++;
                }
            }

            Console.Error.WriteLine($"names: epoch {epoch + 1}, {wrong} of {names.Length} wrong");
        }

        return learner.Average();
    }

    /// <summary>Runs of proper nouns with the class of the smallest entity that they head.</summary>
    private static IEnumerable<(ImmutableArray<Token> Tokens, int First, int End, int Class)> Names(TreebankSentence sentence)
    {
        if (!sentence.Words.Any(w => w.Entity is not null))
        {
            yield break;
        }

        var entities = Entities(sentence);
        ImmutableArray<Token> tokens = [.. sentence.Words.Select(w => new Token(default, w.Form, w.Lemma, Upos.X, WordForm.None, w.Head, w.Relation))];
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            if (!sentence.Words[i].Tag.StartsWith("PROPN", StringComparison.Ordinal))
            {
                continue;
            }

            var end = i + 1;
            while (end < sentence.Words.Length && sentence.Words[end].Tag.StartsWith("PROPN", StringComparison.Ordinal))
            {
                end++;
            }

            var around = entities.Where(e => e.First <= i && e.End >= end).OrderBy(e => e.End - e.First).FirstOrDefault();
            yield return (tokens, i, end, around.Type switch { "person" => 0, "organization" => 1, "place" => 2, _ => 3 });
            i = end - 1;
        }
    }

    public static List<(int First, int End, string Type)> Entities(TreebankSentence sentence)
    {
        var open = new List<(string Id, int First, string Type)>();
        var result = new List<(int First, int End, string Type)>();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            foreach (Match m in Bracket().Matches(sentence.Words[i].Entity ?? ""))
            {
                var id = m.Groups["id"].Value;
                if (m.Groups["open"].Success)
                {
                    var type = m.Groups["type"].Value;
                    if (m.Groups["close"].Success)
                    {
                        result.Add((i, i + 1, type));
                    }
                    else
                    {
                        open.Add((id, i, type));
                    }
                }
                else if (open.FindLastIndex(o => o.Id == id) is >= 0 and var at)
                {
                    result.Add((open[at].First, i + 1, open[at].Type));
                    open.RemoveAt(at);
                }
            }
        }

        return result;
    }

    /// <summary>"(12-person-giv:act-…", "12)" or both at once; ids of broken spans carry "[1/2]".</summary>
    [GeneratedRegex(@"(?<open>\()(?<id>\d+(\[\d+/\d+\])?)-(?<type>[a-z]+)[^()]*(?<close>\))?|(?<id>\d+(\[\d+/\d+\])?)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();
}
