using System.Collections.Immutable;
using Salient.Coding.Clauses;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Reads a list of figures off the words themselves: long lists are where trees go wrong.</summary>
/// <remarks>"destroyed 12 tanks, 30 trucks and four boats": each figure with the noun that it counts.</remarks>
internal sealed class FigureLister(NumberFinder numbers)
{
    private const int LongestItem = 9;

    /// <summary>The figures from the one that counts <paramref name="first"/> on; empty where they are no list of two or more.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="trigger">The verb; the list stands after it.</param>
    /// <param name="first">Head of the first counted noun.</param>
    public ImmutableArray<Figure> List(Sentence s, int trigger, int first)
    {
        var result = ImmutableArray.CreateBuilder<Figure>();
        var at = trigger + 1;
        while (Next(s, at, result.Count == 0) is { } number)
        {
            if (Item(s, number) is not { } figure)
            {
                break;
            }

            result.Add(figure);
            at = figure.End;
        }

        return result.Count >= 2 && result[0].Number.First <= first + 1 ? result.ToImmutable() : [];
    }

    // The next figure of the list: past a comma, "and", brackets and examples, but past no verb.
    private static int? Next(Sentence s, int from, bool first)
    {
        for (var i = from; i < Math.Min(s.Tokens.Length, from + 14); i++)
        {
            var token = s.Tokens[i];
            if (token.Tag == Upos.NUM || char.IsAsciiDigit(token.Form[0]))
            {
                return i;
            }

            if ((Tensed(s, i) && s.Tokens[i - 1].Form is not ("as" or "including" or "like")) || token.Form is ";" or "." or ":" || (!first && token.Tag is Upos.AUX or Upos.PRON && token.Lemma is not "that"))
            {
                return null;
            }
        }

        return null;
    }

    // In a list a bare form is a misread noun ("transport jets"); a tense ends it.
    private static bool Tensed(Sentence s, int i) =>
        s.Tokens[i].Tag == Upos.VERB && s.Tokens[i].WordForm is WordForm.Past or WordForm.Present or WordForm.Gerund or WordForm.PastParticiple && !s.Is(i, "amod") && !s.Is(i, "compound");

    private Figure? Item(Sentence s, int number)
    {
        var phrase = numbers.Around(s, number, number);
        var noun = -1;
        for (var i = phrase.End; i < Math.Min(s.Tokens.Length, phrase.End + LongestItem); i++)
        {
            var token = s.Tokens[i];
            if (token.Tag == Upos.NUM || token.Form is "(" or ";" || (token.Tag is Upos.ADP or Upos.SCONJ or Upos.PRON or Upos.AUX) || (i > phrase.End && Tensed(s, i)))
            {
                break;
            }

            if (token.Tag is Upos.NOUN or Upos.PROPN && numbers.Noun(s, i) is { Category: not null })
            {
                noun = i;
            }
        }

        return noun < 0 ? null : new Figure(phrase, noun, Close(s, noun));
    }

    // A short form in brackets goes with its noun: "rocket systems (MLRS)".
    private static int Close(Sentence s, int noun) =>
        noun + 3 < s.Tokens.Length && s.Tokens[noun + 1].Form == "(" && s.Tokens[noun + 3].Form == ")" ? noun + 4 : noun + 1;
}

/// <summary>One figure of a list.</summary>
/// <param name="Number">Tokens of the number, first and end.</param>
/// <param name="Noun">Head of what it counts.</param>
/// <param name="End">One past its last token.</param>
internal sealed record Figure((int First, int End) Number, int Noun, int End);
