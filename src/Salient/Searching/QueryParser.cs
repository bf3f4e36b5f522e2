using System.Collections.Immutable;

namespace Salient.Searching;

/// <summary>Reads the query language; says where it cannot.</summary>
internal sealed class QueryParser(string text)
{
    private const int Longest = 1000, Deepest = 40;
    private int at;
    private int depth;

    /// <summary>The whole query.</summary>
    public Query Read()
    {
        if (text.Length > Longest)
        {
            throw Wrong(Longest, $"A query has at most {Longest} characters", "Leave some of it out.");
        }

        var read = Either();
        return at == text.Length ? read : throw Wrong(at, "A bracket closes that was not opened", "Take it out, or open it.");
    }

    private Query Either()
    {
        if (++depth > Deepest)
        {
            throw Wrong(at, $"Brackets stand more than {Deepest} deep", "Leave some of them out.");
        }

        var parts = ImmutableArray.CreateBuilder<Query>();
        do
        {
            parts.Add(Together());
        }
        while (Took("OR"));
        depth--;
        return parts.Count == 1 ? parts[0] : new AnyOf(parts.ToImmutable());
    }

    private Query Together()
    {
        var parts = ImmutableArray.CreateBuilder<Query>();
        do
        {
            parts.Add(Perhaps());
        }
        while (Took("AND") || !Ends());
        return parts.Count == 1 ? parts[0] : new AllOf(parts.ToImmutable());
    }

    private Query Perhaps()
    {
        var negated = false;
        while (Took("NOT"))
        {
            negated = !negated;
        }

        var one = One();
        return negated ? new NoneOf(one) : one;
    }

    private Query One()
    {
        Blanks();
        var start = at;
        if (at == text.Length)
        {
            throw Wrong(at, "Something is wanted here", "Write a word, a phrase in quotation marks, or an operator such as kind:loss.");
        }

        if (text[at] == '(')
        {
            at++;
            var inside = Either();
            Blanks();
            if (at == text.Length)
            {
                throw Wrong(start, "A bracket is not closed", "Close it.");
            }

            at++;
            return inside;
        }

        if (text[at] is ')' || Next() is "AND" or "OR")
        {
            throw Wrong(at, "Something is wanted before this", "Write a word, a phrase or an operator on both sides of AND and OR, and inside brackets.");
        }

        if (text[at] == '"')
        {
            return Said(Quoted(), start, Star());
        }

        var word = Bare();
        if (at < text.Length && text[at] == ':' && word.Length > 0 && word.All(char.IsAsciiLetter))
        {
            at++;
            var from = at;
            var value = at < text.Length && text[at] == '"' ? Quoted() : Bare(colons: true);
            return Operators.Make(word.ToLowerInvariant(), value, start + 1, from + 1);
        }

        if (word.Length == 0)
        {
            at++;
            throw Wrong(start, $"'{text[start]}' cannot stand here", "Put it in quotation marks.");
        }

        return Said(word.TrimEnd('*'), start, word.EndsWith('*'));
    }

    private static Said Said(string words, int start, bool prefix) =>
        Words.Of(words) is { IsEmpty: false } read ? new Said(read, prefix) : throw Wrong(start, "There is no word in this", "Write letters or digits.");

    private string Quoted()
    {
        var start = at++;
        var end = text.IndexOf('"', at);
        if (end < 0)
        {
            throw Wrong(start, "A quotation mark is not closed", "Close it.");
        }

        var inside = text[at..end];
        at = end + 1;
        return inside;
    }

    private bool Star()
    {
        var there = at < text.Length && text[at] == '*';
        at += there ? 1 : 0;
        return there;
    }

    private string Bare(bool colons = false)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"') && (colons || text[at] != ':'))
        {
            at++;
        }

        return text[start..at];
    }

    private bool Took(string word)
    {
        Blanks();
        if (Next() != word)
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    /// <summary>AND, OR or NOT where it stands here as a word of its own.</summary>
    private string? Next()
    {
        foreach (var word in (ReadOnlySpan<string>)["AND", "OR", "NOT"])
        {
            var end = at + word.Length;
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && (end == text.Length || char.IsWhiteSpace(text[end]) || text[end] is '(' or '"'))
            {
                return word;
            }
        }

        return null;
    }

    private bool Ends()
    {
        Blanks();
        return at == text.Length || text[at] == ')' || Next() == "OR";
    }

    private void Blanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static QueryException Wrong(int at, string what, string remedy) =>
        new(new("SAL0608", FormattableString.Invariant($"query, character {at + 1}"), what + ".", remedy), at + 1);
}
