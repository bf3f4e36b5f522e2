using System.Collections.Immutable;
using Salient.Parsing.Naming;
using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>Puts together what the recogniser finds in a report's sentences and what rules and lexicon found there.</summary>
internal sealed class ReferentFinder(Recogniser recogniser, MentionCues cues)
{
    private const int Alike = 1000;
    private readonly RecogniserBuffers buffers = new();

    /// <summary>The sentences with all that they speak of.</summary>
    public ImmutableArray<Sentence> Find(string text, ImmutableArray<Sentence> sentences)
    {
        var seen = SeenNames.Of(sentences);
        var before = new Antecedents();
        var result = ImmutableArray.CreateBuilder<Sentence>(sentences.Length);
        foreach (var sentence in sentences)
        {
            result.Add(sentence with { Referents = before.Complete(sentence, Within(text, sentence, seen)) });
        }

        return result.MoveToImmutable();
    }

    private ImmutableArray<Mention> Within(string text, Sentence sentence, SeenNames seen)
    {
        recogniser.Find(sentence, cues, seen, buffers);
        var all = new Candidates(text, sentence);
        foreach (var (type, first, end) in buffers.Found)
        {
            Add(sentence, type, first, end, all);
        }

        foreach (var m in sentence.Mentions)
        {
            // Times, numbers and peoples are the rules' own; what the theatre's lexicon knows needs nobody to confirm it.
            if (m.Type is MentionType.Time or MentionType.Number or MentionType.Nationality || (m.Entry is not null && !all.Found.Any(f => f.First < m.End && m.First < f.End && (Same(f.Type, m.Type) || f.Entry == m.Entry))))
            {
                all.Add(m.First, m.End, m.Type, m.Entry, m.Side, m.Name);
            }
        }

        return [.. all.Found.Select(m => m with { Form = FormOf(sentence, m) }).OrderBy(m => m.First).ThenBy(m => m.End).ThenBy(m => m.Type)];
    }

    private static void Add(Sentence sentence, MentionType type, int first, int end, Candidates all)
    {
        var twin = Twin(sentence, type, first, end);
        if (type == MentionType.Person && end - first == 1 && twin is null && sentence.Mentions.FirstOrDefault(m => m.First == first && m.End == end && m.Type == MentionType.Place) is { } place)
        {
            // One word alone: rules know the theatre's towns, the recogniser does not.
            all.Add(first, end, MentionType.Place, place.Entry, place.Side, place.Name);
            return;
        }

        if (twin is null)
        {
            all.Add(first, end, type, side: all.SideWithin(first, end), name: Bearer(sentence, type, first, end));
            return;
        }

        var finer = type == MentionType.Organisation && twin.Type == MentionType.Force || (type == MentionType.Person && twin.Type == MentionType.Post && !IsNamed(sentence, first, end));
        all.Add(first, end, finer ? twin.Type : type, twin.Entry, twin.Side, Bearer(sentence, type, first, end) ?? (Shortened(sentence, twin, first, end) ? twin.Name : null));
    }

    /// <summary>The name of a person at the end of what is said of him: "the council's head Ivan Petrenko".</summary>
    private static string? Bearer(Sentence sentence, MentionType type, int first, int end) => type != MentionType.Person
        ? null
        : sentence.Mentions.FirstOrDefault(m => m.Type == MentionType.Person && m.First >= first && m.End == end && IsNamed(sentence, m.First, end))?.Name;

    /// <summary>The rules' mention of the same stretch: the same type before another, then the longest shared.</summary>
    private static Mention? Twin(Sentence sentence, MentionType type, int first, int end)
    {
        Mention? best = null;
        var most = 0;
        foreach (var m in sentence.Mentions)
        {
            var shared = Math.Min(m.End, end) - Math.Max(m.First, first);
            if (2 * shared < Math.Max(m.End - m.First, end - first) || m.Type is MentionType.Time or MentionType.Number or MentionType.Nationality)
            {
                continue;
            }

            // A state of the lexicon is a place to the rules, whoever acts.
            var weight = shared + (Same(type, m.Type) ? Alike : 0);
            if (weight > most && (weight > Alike || (m.Entry is not null && type == MentionType.Organisation && m.Type == MentionType.Place)))
            {
                (best, most) = (m, weight);
            }
        }

        return best;
    }

    /// <summary>Whether a mention's full name is told by another than its own words: by the lexicon, or as introduced before.</summary>
    private static bool Shortened(Sentence sentence, Mention twin, int first, int end) =>
        twin.Entry is not null || (twin.First == first && twin.End == end) || (twin.Type == MentionType.Person && twin.End == end && IsNamed(sentence, twin.First, end));

    private static bool Same(MentionType a, MentionType b) => Wide(a) == Wide(b);

    private static MentionType Wide(MentionType type) => type switch { MentionType.Force => MentionType.Organisation, MentionType.Post => MentionType.Person, _ => type };

    private static bool IsNamed(Sentence sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (sentence.Tokens[i].Tag == Upos.PROPN)
            {
                return true;
            }
        }

        return false;
    }

    private static MentionForm FormOf(Sentence sentence, Mention m) =>
        sentence.Tokens[m.Head].Tag == Upos.PRON ? MentionForm.Pronoun : m.Entry is not null || IsNamed(sentence, m.First, m.End) ? MentionForm.Name : MentionForm.Description;
}
