using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Parsing.Naming;

/// <summary>Names given in full so far in a report, by the short forms that may follow: a surname, letters in brackets, "the ministry", "he".</summary>
internal sealed class FullNames
{
    private readonly Dictionary<string, Mention> byShort = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mention> byNoun = new(StringComparer.Ordinal);
    private Mention? speaker;

    /// <summary>Gives short forms their full names, and takes note of the full names in this sentence.</summary>
    public ImmutableArray<Mention> Complete(Sentence sentence, List<Mention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            mentions[i] = Lengthen(sentence, mentions[i]);
            Note(sentence, mentions, i);
        }

        Pronouns(sentence, mentions);
        speaker = Speaker(sentence, mentions) ?? speaker;
        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.End != b.End ? a.End.CompareTo(b.End) : a.Type.CompareTo(b.Type));
        return [.. mentions];
    }

    private Mention Lengthen(Sentence sentence, Mention mention)
    {
        if (mention.Entry is null && byShort.TryGetValue(mention.Name, out var full) && Agrees(mention, full))
        {
            return mention with { Type = full.Type, Name = full.Name, Entry = full.Entry, Side = full.Side };
        }

        var head = sentence.Tokens[mention.Head];
        return mention.Entry is null && mention.End - mention.First == 1 && head.Tag == Upos.NOUN && mention.Type is MentionType.Organisation or MentionType.Post
            && mention.First > 0 && sentence.Tokens[mention.First - 1].Form is "the" or "The" && byNoun.TryGetValue(head.Lemma, out full)
            ? mention with { Name = full.Name, Entry = full.Entry, Side = full.Side }
            : mention;
    }

    private static bool Agrees(Mention mention, Mention full) =>
        mention.Type == full.Type || (mention.Type is MentionType.Person or MentionType.Organisation or MentionType.Place && full.Type is MentionType.Person or MentionType.Organisation or MentionType.Force && mention.End - mention.First == 1);

    private void Note(Sentence sentence, List<Mention> mentions, int index)
    {
        var mention = mentions[index];
        var last = sentence.Tokens[mention.End - 1];
        if (mention.Type == MentionType.Person && mention.End - mention.First > 1 && last.Tag == Upos.PROPN)
        {
            byShort.TryAdd(last.Form, mention);
        }
        else if (mention.Type is MentionType.Organisation or MentionType.Force)
        {
            var head = sentence.Tokens[mention.Head];
            if (head.Tag == Upos.PROPN && mention.End - mention.First > 1)
            {
                byNoun[head.Lemma.Lowered()] = mention;
                Letters(sentence, mentions, mention);
            }
        }
    }

    /// <summary>"Institute for the Study of War (ISW)": the letters in brackets stand for the name from here on.</summary>
    private void Letters(Sentence sentence, List<Mention> mentions, Mention full)
    {
        var i = full.End;
        if (i + 2 >= sentence.Tokens.Length || sentence.Tokens[i].Form != "(" || sentence.Tokens[i + 2].Form != ")")
        {
            return;
        }

        var letters = sentence.Tokens[i + 1].Form;
        if (letters.Length is < 2 or > 8 || !letters.All(c => char.IsUpper(c) || char.IsDigit(c)) || letters[0] != Initial(full.Name))
        {
            return;
        }

        byShort[letters] = full;
        for (var k = 0; k < mentions.Count; k++)
        {
            if (mentions[k].First == i + 1 && mentions[k].Entry is null)
            {
                mentions[k] = mentions[k] with { Type = full.Type, Name = full.Name, Entry = full.Entry, Side = full.Side };
            }
        }
    }

    private static char Initial(string name)
    {
        var at = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        return char.ToUpperInvariant(name[at]);
    }

    /// <summary>"He added that …" after a sentence whose speaker is a person: the same.</summary>
    private void Pronouns(Sentence sentence, List<Mention> mentions)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var t = sentence.Tokens[i];
            if (speaker is { Type: MentionType.Person } who && t.Tag == Upos.PRON && t.Form is "he" or "He" or "she" or "She" && IsSpeaking(sentence, i) && !mentions.Any(m => m.Type == MentionType.Person && m.First < i))
            {
                mentions.Add(new Mention(i, i + 1, i, MentionType.Person, who.Name, who.Entry, who.Side, t.Span));
            }
        }
    }

    private static Mention? Speaker(Sentence sentence, List<Mention> mentions) =>
        mentions.Where(m => m.Type is MentionType.Person or MentionType.Organisation && IsSpeaking(sentence, m.Head)).OrderBy(m => m.Type == MentionType.Person ? 0 : 1).FirstOrDefault();

    /// <summary>Whether a word is the subject of a verb of saying, or hangs on one that is.</summary>
    private static bool IsSpeaking(Sentence sentence, int word)
    {
        for (var steps = 0; steps < 3; steps++)
        {
            var t = sentence.Tokens[word];
            if (t.Head < 0)
            {
                return false;
            }

            if (t.Relation is "nsubj")
            {
                return sentence.Tokens[t.Head].Lemma is "say" or "add" or "tell" or "note" or "claim" or "state" or "report" or "warn" or "announce" or "write" or "stress" or "explain" or "argue" or "insist" or "continue" or "deny" or "confirm" or "admit" or "acknowledge" or "believe" or "think" or "suggest" or "assess";
            }

            if (t.Relation is not ("appos" or "flat" or "compound" or "nmod:desc"))
            {
                return false;
            }

            word = t.Head;
        }

        return false;
    }

}
