using System.Buffers;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reading;

/// <summary>Where in a paragraph a rule's phrase stands.</summary>
internal enum PhrasePlace
{
    /// <summary>At its start.</summary>
    Starts,

    /// <summary>At its end.</summary>
    Ends,

    /// <summary>It is the whole.</summary>
    Whole,

    /// <summary>Anywhere, from a word's start.</summary>
    Contains,
}

/// <summary>Tells a paragraph's role by phrases, as <c>rules/en/reading.yaml</c> gives them.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Role">What a matching paragraph is.</param>
/// <param name="Place">Where the phrase must stand.</param>
/// <param name="Phrases">Phrases, plain quotation marks, lower case unless <paramref name="Cased"/>.</param>
/// <param name="Needs">Words one of which must stand somewhere in the paragraph; empty where none is needed.</param>
/// <param name="Longest">Longer paragraphs, in UTF-16 units, never match.</param>
/// <param name="Cased">True where case counts.</param>
/// <param name="Example">A paragraph that matches.</param>
/// <param name="Counter">One that does not.</param>
internal sealed record PhraseRule(
    string Id,
    ParagraphRole Role,
    PhrasePlace Place,
    ImmutableArray<string> Phrases,
    ImmutableArray<string> Needs,
    int Longest,
    bool Cased,
    string Example,
    string Counter)
{
    // Most paragraphs hold none of the phrases: one look for all of them settles that.
    private readonly SearchValues<string> any = SearchValues.Create(Phrases.AsSpan(), Cased ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    // The letters that a phrase may begin with, or end with: most paragraphs have another there.
    private readonly SearchValues<char> edge = SearchValues.Create([.. Phrases.Where(p => p.Length > 0).Select(p => Place == PhrasePlace.Ends ? p[^1] : p[0]).SelectMany(c => Cased ? [c] : (char[])[char.ToLowerInvariant(c), char.ToUpperInvariant(c)]).Distinct()]);

    private const string Trimmed = " \t.:!,;-–—|»«[](){}…";

    /// <summary>True where <paramref name="text"/> has the rule's form.</summary>
    /// <param name="text">The paragraph, with plain quotation marks (<see cref="Plain"/>).</param>
    public bool Matches(string text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        var mode = Cased ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Found(text, mode) && (Needs.IsEmpty || Needs.Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary><paramref name="text"/> with plain quotation marks and spaces.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAny("‘’`´“”\u00A0") < 0 ? text : text.Replace('‘', '\'').Replace('’', '\'').Replace('`', '\'').Replace('´', '\'').Replace('“', '"').Replace('”', '"').Replace('\u00A0', ' ');

    private bool Found(string text, StringComparison mode)
    {
        switch (Place)
        {
            case PhrasePlace.Starts:
                return Edged(text, 0) && Phrases.Any(p => text.StartsWith(p, mode) && EndsWord(text, p.Length));
            case PhrasePlace.Ends:
                return Edged(text, text.Length - 1) && Phrases.Any(p => text.EndsWith(p, mode));
            case PhrasePlace.Whole:
                var bare = text.AsSpan().Trim(Trimmed);
                if (!Edged(text, 0) && !Edged(bare, 0))
                {
                    return false;
                }

                foreach (var p in Phrases)
                {
                    if (text.Equals(p, mode) || bare.Equals(p, mode))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return text.AsSpan().ContainsAny(any) && Phrases.Any(p => text.IndexOf(p, mode) is var at and >= 0 && (at == 0 || !char.IsLetter(text[at - 1]) || !char.IsLetter(p[0])));
        }
    }

    private bool Edged(ReadOnlySpan<char> text, int at) => text.Length > 0 && edge.Contains(text[at]);

    private static bool EndsWord(string text, int end) =>
        end >= text.Length || !char.IsLetter(text[end]) || !char.IsLetter(text[end - 1]);
}
