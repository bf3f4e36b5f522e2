using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Parsing.Naming;

/// <summary>Finds what a report's sentences name: first by the theatre's lexicon, then by how English names things.</summary>
internal sealed class MentionFinder(Lexicon lexicon, MentionCues cues, NameTyper typer)
{
    /// <summary>The sentences with their mentions.</summary>
    public ImmutableArray<Sentence> Find(string text, IReadOnlyList<Sentence> sentences)
    {
        var names = new FullNames();
        var result = ImmutableArray.CreateBuilder<Sentence>(sentences.Count);
        foreach (var sentence in sentences)
        {
            result.Add(sentence with { Mentions = names.Complete(sentence, Within(text, sentence)) });
        }

        return result.MoveToImmutable();
    }

    private List<Mention> Within(string text, Sentence sentence)
    {
        var candidates = new Candidates(text, sentence);
        ByLexicon(sentence, candidates);
        Peoples(sentence, candidates);
        Times.Find(sentence, cues, candidates);
        NounPhrases.Find(sentence, cues, candidates);
        NameRuns.Find(text, sentence, cues, candidates, typer, lexicon);
        return [.. candidates.Found.OrderBy(m => m.First).ThenBy(m => m.End).ThenBy(m => m.Type)];
    }

    private void ByLexicon(Sentence sentence, Candidates candidates)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (lexicon.Longest(sentence.Tokens, i) is { } match)
            {
                candidates.Add(i, match.End, match.Entry.Type, match.Entry.Id, match.Entry.Side, match.Entry.Name);
                i = match.End - 1;
            }
        }
    }

    private void Peoples(Sentence sentence, Candidates candidates)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var t = sentence.Tokens[i];
            if (char.IsUpper(t.Form[0]) && cues.NameKind(t.Form) == "nationality")
            {
                candidates.Add(i, i + 1, MentionType.Nationality);
            }
        }
    }
}
