using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>Finds again, sentence by sentence, what a report has named before: "he", "the governor", "the official", "the brigade", where the text makes it plain.</summary>
internal sealed class Antecedents
{
    private readonly KnownPersons persons = new();
    private readonly Dictionary<string, Mention> bodies = new(StringComparer.Ordinal);
    private int index = -1;

    /// <summary>The referents of the next sentence, with their names in full.</summary>
    public ImmutableArray<Mention> Complete(Sentence sentence, ImmutableArray<Mention> referents)
    {
        index++;
        var result = referents.ToBuilder();
        for (var i = 0; i < result.Count; i++)
        {
            result[i] = result[i].Type switch
            {
                MentionType.Person or MentionType.Post => Person(sentence, result[i]),
                MentionType.Organisation or MentionType.Force => Body(sentence, result[i]),
                _ => result[i],
            };
        }

        return result.ToImmutable();
    }

    private Mention Person(Sentence sentence, Mention m)
    {
        var head = sentence.Tokens[m.Head];
        if (m.Form == MentionForm.Pronoun)
        {
            var kind = head.Form.Lowered() switch { "he" or "him" or "his" or "himself" => 'h', "she" or "her" or "hers" or "herself" => 's', _ => '\0' };
            return kind == '\0' ? m : Means(sentence, m, persons.Latest(index, p => p.Pronoun == kind || p.Pronoun == '\0'), kind);
        }

        // A rank and a name is a name; an office alone is a description, known to the lexicon or not.
        if (m.Type == MentionType.Person && IsProper(sentence, m))
        {
            var who = persons.Name(sentence, index, m);
            return m.Entry is null && m.End - m.First == 1 ? m with { Name = who.Name } : m;
        }

        return head.WordForm == WordForm.Plural || !IsThe(sentence, m)
            ? m
            : Means(sentence, m, head.Lemma is "official" or "man" or "woman" ? persons.Latest(index, p => p.Words.Count > 2) : persons.Only(head.Lemma.Lowered()), '\0');
    }

    private Mention Means(Sentence sentence, Mention m, KnownPersons.Person? who, char pronoun)
    {
        if (who is null)
        {
            return m;
        }

        who.Pronoun = pronoun == '\0' ? who.Pronoun : pronoun;
        persons.Show(sentence, index, m, who);
        return m with { Name = who.Name };
    }

    private Mention Body(Sentence sentence, Mention m)
    {
        var noun = sentence.Tokens[m.Head].Lemma.Lowered();
        if (m.Form == MentionForm.Name && m.End - m.First > 1 && sentence.Tokens[m.Head].Tag == Upos.PROPN)
        {
            bodies[noun] = m;
        }
        else if (m.Entry is null && m.End - m.First == 1 && sentence.Tokens[m.Head].WordForm != WordForm.Plural && IsThe(sentence, m) && bodies.TryGetValue(noun, out var full))
        {
            return m with { Name = full.Name, Entry = full.Entry, Side = full.Side };
        }

        return m;
    }

    private static bool IsThe(Sentence sentence, Mention m) =>
        (m.First > 0 && sentence.Tokens[m.First - 1].Form is "the" or "The") || sentence.Tokens[m.First].Form is "the" or "The";

    private static bool IsProper(Sentence sentence, Mention m) =>
        sentence.Tokens[m.End - 1] is { Tag: Upos.PROPN } last && char.IsUpper(last.Form[0]) && (m.Entry is null || m.End - m.First > 1);
}
