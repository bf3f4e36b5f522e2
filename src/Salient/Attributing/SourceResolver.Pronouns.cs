using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Whom "he", "we" and "who" stand for.</summary>
internal sealed partial class SourceResolver
{
    private ClaimSource? Pronoun(Sentence s, Draft d, ClaimSource? outer)
    {
        var word = s.Lower(d.SourceToken);
        switch (word)
        {
            case "i" or "we" or "my" or "our":
                return outer;
            case "who" or "which" or "that":
                return (word == "who" && Someone(s, d.SourceToken) is >= 0 and var someone ? Named(s, someone) : null) ?? (Antecedent(s, d.SourceToken) is >= 0 and var noun ? Named(s, noun) : Latest(d.SourceSentence, _ => true));
            case "its" or "their" or "his" or "her" when outer is null && Doer(s, d.SourceToken) is >= 0 and var doer && Named(s, doer) is { } own:
                // "The ministry repeated its claims": the subject's.
                return own;
            case "he" or "she" or "his" or "her" or "him":
                return outer is not null && persons.Quoted(s.Tokens[d.SourceToken].Span.Start) ? Another(d, s.Tokens[d.SourceToken].Span.Start, outer)
                    : Person(d, s.Tokens[d.SourceToken].Span.Start, outer is not null) ?? persons.Meant(s, d.SourceToken);
            case "it" when Body(d.SourceSentence - 1) is { } body:
                return body;
            case "they" or "their" or "them" or "it" or "its":
                return Latest(d.SourceSentence, k => word is "they" or "their" or "them" || !(k.Type is "official" or "analyst" or "witness" || persons.IsPerson(k))) ?? Latest(d.SourceSentence, _ => true);
            case "one" when d.SourceToken + 1 >= s.Tokens.Length || s.Lower(d.SourceToken + 1) != "of":
                // "One can imagine", "no one wants": nobody in particular speaks.
                return null;
            case "many" or "some" or "others" or "several" or "most" or "few" or "those" or "one" or "both":
                return new ClaimSource(word, "other", "none", true, null);
            default:
                return null;
        }
    }

    /// <summary>Who "he" or "she" is: outside of others' words whoever spoke last or was the subject since; what stands inside a quotation is no speaker of it.</summary>
    private ClaimSource? Person(Draft d, int at, bool inside)
    {
        for (var i = known.Count - 1; i >= 0; i--)
        {
            var k = known[i];
            if (k.Sentence > d.SourceSentence || d.SourceSentence - k.Sentence > 10 || (k.Inside && !inside) || !persons.IsPerson(k.Source))
            {
                continue;
            }

            return persons.SubjectBetween(k.At, at, inside ? -1 : d.Reach.Start, inside ? -1 : d.Reach.End) ?? k.Source;
        }

        return persons.SubjectBetween(-1, at, inside ? -1 : d.Reach.Start, inside ? -1 : d.Reach.End)
            ?? Latest(d.SourceSentence, k => k.Type is "official" or "analyst" or "military" or "witness" or "occupation" or "social" or "other" or "business" or "media" && !k.Name.EndsWith('s')) ?? persons.Before(d.SourceSentence);
    }

    /// <summary>Who "he" is in somebody's quoted words: whoever he spoke of last, not himself.</summary>
    private ClaimSource? Another(Draft d, int at, ClaimSource outer) =>
        persons.QuotedBefore(at, outer.Name) ?? (known.FindLast(k => k.Inside && k.Sentence <= d.SourceSentence && d.SourceSentence - k.Sentence <= 4 && k.Source.Name != outer.Name && persons.IsPerson(k.Source)).Source is { } spoken ? spoken : null);

    /// <summary>The body or state that is the subject of a sentence, where it says nothing by a person: "NATO met in Ostra. It declared …".</summary>
    private ClaimSource? Body(int sentence)
    {
        if (sentence < 0 || sentence + 1 >= sentences.Length || sentences[sentence].Paragraph != sentences[sentence + 1].Paragraph)
        {
            return null;
        }

        var s = sentences[sentence];
        for (var v = 0; v < s.Tokens.Length; v++)
        {
            if (s.Tokens[v].Head < 0)
            {
                return s.OwnSubject(v) is >= 0 and var subject && s.Mentions.Any(m => m.First <= subject && subject < m.End && m.Form == MentionForm.Name && (m.Type == MentionType.Organisation || (m.Type == MentionType.Place && m.Side is not (null or "none"))))
                    ? Named(s, subject) : null;
            }
        }

        return null;
    }

    // "Officials to the daily who noted": of persons and bodies before "who" the person; -1 where the word right before it is one, or none is.
    private int Someone(Sentence s, int t)
    {
        for (var i = t - 1; i >= 0 && t - i < 8 && s.Tokens[i].Tag is not (Upos.VERB or Upos.AUX or Upos.PUNCT); i--)
        {
            if (s.Tokens[i].Tag == Upos.NOUN && nouns.Type(s.Lower(i)) is "official" or "military" or "analyst" or "witness" or "social")
            {
                return i;
            }
        }

        return -1;
    }

    // The subject of the verb that a possessive's noun belongs to; -1 where it has none before it.
    private static int Doer(Sentence s, int own)
    {
        for (var (h, steps) = (s.Tokens[own].Head, 0); h >= 0 && steps < Climb; h = s.Tokens[h].Head, steps++)
        {
            if (s.OwnSubject(h) is >= 0 and var subject && subject < own)
            {
                return s.Under(own, subject) || s.Tokens[subject].Tag == Upos.PRON ? -1 : subject;
            }
        }

        return -1;
    }

    private static int Antecedent(Sentence s, int t)
    {
        for (var (h, steps) = (t, 0); h >= 0 && steps < 6; h = s.Tokens[h].Head, steps++)
        {
            if (s.Is(h, "acl") && s.Tokens[h].Head is >= 0 and var noun && s.Nominal(noun))
            {
                return noun;
            }
        }

        for (var i = t - 1; i >= 0; i--)
        {
            if (s.Nominal(i) && s.Tokens[i].Tag != Upos.PRON)
            {
                return i;
            }
        }

        return -1;
    }
}
