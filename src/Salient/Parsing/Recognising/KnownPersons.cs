using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>The persons that a report has named so far, in the order of the text.</summary>
internal sealed class KnownPersons
{
    private readonly Dictionary<string, Person> bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person?> byWord = new(StringComparer.Ordinal);
    private readonly List<(int Sentence, bool Subject, Person Who)> shown = [];

    /// <summary>The person that a mention names; a surname alone is whoever was named in full with it.</summary>
    public Person Name(Sentence sentence, int index, Mention mention)
    {
        var surname = sentence.Tokens[Last(sentence, mention)].Form;
        if (!bySurname.TryGetValue(surname, out var who))
        {
            who = bySurname[surname] = new Person(mention.Name);
        }

        // What else the mention says of him: "Governor", "the ministry's spokesman".
        for (var i = mention.First; i < mention.End; i++)
        {
            Note(who, sentence.Tokens[i].Lemma);
            who.Hear(sentence.Tokens[i].Form);
        }

        foreach (var child in sentence.Children(mention.Head))
        {
            if (sentence.Tokens[child].Relation is "appos" or "nmod:desc" or "compound")
            {
                Note(who, sentence.Tokens[child].Lemma);
            }
        }

        if (sentence.Tokens[mention.Head] is { Relation: "appos", Head: >= 0 } t)
        {
            Note(who, sentence.Tokens[t.Head].Lemma);
        }

        Show(sentence, index, mention, who);
        return who;
    }

    private void Note(Person who, string lemma)
    {
        var word = lemma.Lowered();
        who.Words.Add(word);
        byWord[word] = byWord.TryGetValue(word, out var other) && other != who ? null : who;
    }

    /// <summary>Notes that a person is spoken of.</summary>
    public void Show(Sentence sentence, int index, Mention mention, Person who) =>
        shown.Add((index, IsSubject(sentence, mention.Head), who));

    /// <summary>The one person that fits among those spoken of in a sentence so far, or else in the two before it; where several are, the one who alone is a subject; null where the text leaves it open.</summary>
    public Person? Latest(int index, Func<Person, bool> fits)
    {
        var at = shown.Count - 1;
        for (var back = 0; back <= 2; back++)
        {
            var (any, subject, open) = ((Person?)null, (Person?)null, false);
            var subjects = 0;
            for (; at >= 0 && shown[at].Sentence == index - back; at--)
            {
                var (_, isSubject, who) = shown[at];
                if (!fits(who))
                {
                    continue;
                }

                open |= any is not null && any != who;
                any = who;
                if (isSubject && subject != who)
                {
                    subject = who;
                    subjects++;
                }
            }

            if (any is not null)
            {
                return !open ? any : subjects == 1 ? subject : null;
            }
        }

        return null;
    }

    /// <summary>The one person of the report so far beside whose name a word stood, or null.</summary>
    public Person? Only(string word) => byWord.GetValueOrDefault(word);

    /// <summary>Whether a word is a subject, or stands with one: "Petrenko and Bondar".</summary>
    private static bool IsSubject(Sentence sentence, int word)
    {
        var t = sentence.Tokens[word];
        return t.Relation.StartsWith("nsubj", StringComparison.Ordinal) || (t.Relation == "conj" && t.Head >= 0 && sentence.Tokens[t.Head].Relation.StartsWith("nsubj", StringComparison.Ordinal));
    }

    private static int Last(Sentence sentence, Mention mention)
    {
        for (var i = mention.End - 1; i > mention.First; i--)
        {
            if (sentence.Tokens[i].Tag == Upos.PROPN)
            {
                return i;
            }
        }

        return mention.First;
    }

    /// <summary>A person, the words that the report has beside the name, and "he" or "she" once either is plain.</summary>
    public sealed class Person(string name)
    {
        public string Name { get; } = name;

        public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

        public char Pronoun { get; set; }

        public void Hear(string form) => Pronoun = form.TrimEnd('.') switch { "Mr" or "Sir" or "Lord" or "King" or "Prince" => 'h', "Mrs" or "Ms" or "Lady" or "Queen" => 's', _ => Pronoun };
    }
}
