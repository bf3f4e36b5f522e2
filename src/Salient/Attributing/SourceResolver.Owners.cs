using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Whose "its defence ministry" and "their officials" are, and whose officials are of whom no words tell it.</summary>
internal sealed partial class SourceResolver
{
    private const int Climb = 6;

    // Sentences back within which a place tells whose local officials speak.
    private const int LocalReach = 3;

    /// <summary>"Its defence ministry" as its holder's: "Georgia's defence ministry"; null where no holder is found, or where the noun is no office or body.</summary>
    private ClaimSource? Owned(Sentence s, int first, int last, string noun, int sentence)
    {
        if (last <= first || sentence < 0 || nouns.Document(noun) || noun is "country" or "state" || nouns.Type(noun) is not { } type || type is not ("official" or "government" or "military"))
        {
            return null;
        }

        var rest = Stretch.Between(s, first + 1, last).Of(report.Text);
        if (s.Lower(first) is "his" or "her")
        {
            return Latest(sentence, persons.IsPerson) is { Anonymous: false } person ? new ClaimSource(person.Name + "'s " + rest, type, person.Side, false, null) : null;
        }

        if (s.Lower(first) is not ("its" or "their") || (Holder(s, first) ?? (sentence > 0 ? Subject(sentences[sentence - 1]) : null)) is not { } holder)
        {
            return null;
        }

        var office = s.Tokens[last].WordForm != WordForm.Plural;
        return new ClaimSource(holder.Name + "'s " + rest, type, holder.Side, !office, null);
    }

    // The subject of a verb that the possessive's verb hangs on, else the country or body named last before it.
    private (string Name, string Side)? Holder(Sentence s, int own)
    {
        for (var (h, steps) = (own, 0); h >= 0 && steps < Climb; h = s.Tokens[h].Head, steps++)
        {
            if (s.OwnSubject(h) is >= 0 and var subject && subject < own && !s.Under(own, subject) && Named(s, s.Below(subject), subject, own) is { } named)
            {
                return named;
            }
        }

        var all = Enumerable.Repeat(true, own).ToArray();
        return Named(s, all, -1, own);
    }

    private (string Name, string Side)? Subject(Sentence s) =>
        s.Root >= 0 && s.OwnSubject(s.Root) is >= 0 and var subject ? Named(s, s.Below(subject), subject, s.Tokens.Length) : null;

    // The country or body that a phrase names, the last where it has no head.
    private static (string Name, string Side)? Named(Sentence s, bool[] phrase, int head, int end)
    {
        (string, string)? found = null;
        foreach (var m in s.Mentions)
        {
            if (m.End <= end && m.Head < phrase.Length && phrase[m.Head] && m.Type is MentionType.Place or MentionType.Organisation && m.Side is { } side && side != "none")
            {
                found = (m.Name, side);
                if (head >= 0)
                {
                    break;
                }
            }
        }

        return found;
    }

    // Whose officials a region or a town has that the words name: "Chelyabinsk Oblast officials".
    private string? Regional(Sentence s, int first, int last, string noun) =>
        nouns.Type(noun) is "official" or "military" or "government" or "social" && !nouns.Document(noun) ? SourceWords.Region(theatre, s, first, last) : null;

    private string Default(Sentence s, int first, int last, string type, int sentence)
    {
        if (type is not ("official" or "military" or "government") || (first == last && s.Tokens[last].WordForm == WordForm.Plural && type == "official"))
        {
            return "none";
        }

        for (var i = first; i <= last; i++)
        {
            if (s.Lower(i) is "unspecified" or "undisclosed")
            {
                // "An official of some undisclosed state".
                return "none";
            }

            if (Local.Contains(s.Lower(i)))
            {
                return Around(sentence) ?? theatre.Sides.FirstOrDefault(x => x.Party)?.Id ?? "none";
            }
        }

        return (type is "official" or "government" && sentence >= 0 ? Stranger(sentences[sentence]) : null) ?? Nearest(sentence);
    }

    // "Poland has sent tanks, the prime minister said": the office is of the state that does it, where that is no party to the war.
    private string? Stranger(Sentence s) => Subject(s) is { } does && !Fights(does.Side) ? does.Side
        : s.Tokens.Length > 0 && s.Mentions.FirstOrDefault(m => m.First == 0 && m.Type == MentionType.Place) is { Side: { } side } first && side != "none" && !Fights(side) && s.IsAny(first.Head, "nsubj") ? side : null;

    private bool Fights(string side) => theatre.Sides.Any(x => x.Party && x.Id == side);

    // "A plant burned in the Rostov region, the regional governor said": the side of the region or town that was named last.
    private string? Around(int sentence)
    {
        for (var i = sentence; i >= Math.Max(0, sentence - LocalReach); i--)
        {
            for (var t = sentences[i].Tokens.Length - 1; t >= 0; t--)
            {
                if (theatre.Regions.TryGetValue(sentences[i].Tokens[t].Form, out var side))
                {
                    return side;
                }
            }
        }

        return null;
    }

    // "Russia lost ten tanks, the General Staff said": who counts what a party lost, and is told of by no words of his own, is of the other.
    private ClaimSource Counting(Sentence s, Draft d, ClaimSource by)
    {
        if (by.Type is not ("military" or "government") || d.SourceSentence != d.Sentence || !(by.Side == "none" || Fights(by.Side)))
        {
            return by;
        }

        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (s.Lemma(t) == "lose" && s.Tokens[t].Tag == Upos.VERB && d.Content.Any(c => c.Contains(s.Tokens[t].Span)) && s.OwnSubject(t) is >= 0 and var loser
                && Named(s, s.Below(loser), loser, s.Tokens.Length) is { } who && Fights(who.Side) && (by.Side == "none" || by.Side == who.Side)
                && Words(s, d) is var (first, last) && first <= last && !names.Find(report.Text, s, first, last).Exists(h => h.Entry.Side != "none"))
            {
                return by with { Side = theatre.Sides.First(x => x.Party && x.Id != who.Side).Id };
            }
        }

        return by;
    }

    // Officials without a side are of the side of the officials before.
    private string Nearest(int sentence) => Latest(sentence, k => k.Type is "official" or "government" or "military" && k.Side != "none")?.Side ?? persons.Side(sentence) ?? "none";
}
