namespace Salient.Records;

/// <summary>What a lexeme is made of.</summary>
internal enum LexemeShape : byte
{
    /// <summary>Letters, an apostrophe between two of them included.</summary>
    Word,

    /// <summary>Digits, with points or commas between them.</summary>
    Digits,

    /// <summary>One other sign.</summary>
    Sign,
}

/// <summary>A run of letters or digits, or one sign: finer than a token, so that "3-4", "10km" and "mid-June" come apart the same way whoever split the sentence.</summary>
internal readonly record struct Lexeme(int Start, int End, LexemeShape Shape)
{
    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);

    /// <summary>Its span.</summary>
    public TextSpan Span => new(Start, End);
}

/// <summary>Splits text into lexemes.</summary>
internal static class Lexer
{
    /// <summary>The lexemes of <paramref name="text"/> inside <paramref name="span"/>, white space left out.</summary>
    public static List<Lexeme> Split(string text, TextSpan span)
    {
        var found = new List<Lexeme>((span.Length / 5) + 4);
        var at = span.Start;
        while (at < span.End)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var start = at++;
            var shape = LexemeShape.Sign;
            if (char.IsAsciiDigit(c))
            {
                shape = LexemeShape.Digits;
                at = Digits(text, at, span.End);
            }
            else if (char.IsLetter(c))
            {
                shape = LexemeShape.Word;
                at = Letters(text, at, span.End);
            }

            found.Add(new Lexeme(start, at, shape));
        }

        return found;
    }

    private static int Digits(string text, int at, int end)
    {
        while (at < end)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                at++;
            }
            else if (at + 1 < end && char.IsAsciiDigit(text[at + 1]) && (text[at] == '.' || (text[at] == ',' && Thousands(text, at + 1, end))))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool Thousands(string text, int at, int end)
    {
        var n = 0;
        while (at + n < end && n < 4 && char.IsAsciiDigit(text[at + n]))
        {
            n++;
        }

        return n == 3;
    }

    private static int Letters(string text, int at, int end)
    {
        while (at < end && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark))
        {
            at++;
        }

        return at;
    }
}
