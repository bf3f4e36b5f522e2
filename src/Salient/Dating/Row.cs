using Salient.Records;

namespace Salient.Dating;

/// <summary>A sentence's lexemes with the word that each is to the rules.</summary>
internal sealed class Row
{
    private readonly List<Lexeme> lexemes;
    private readonly int[] words;
    private sbyte[]? wars;

    public Row(string text, TextSpan span, TimeRules rules)
    {
        Text = text;
        Rules = rules;
        lexemes = Lexer.Split(text, span);
        words = new int[lexemes.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = lexemes[i].Shape == LexemeShape.Digits ? 0 : rules.Word(lexemes[i].Of(text));
        }
    }

    public string Text { get; }

    /// <summary>The length of the war's name at a place, scanned once.</summary>
    public int War(int at, Func<Row, int, int> scan)
    {
        wars ??= new sbyte[words.Length];
        if (wars[at] == 0)
        {
            wars[at] = (sbyte)(scan(this, at) is > 0 and var length ? length : -1);
        }

        return Math.Max(0, (int)wars[at]);
    }

    public TimeRules Rules { get; }

    public int Count => words.Length;

    public Lexeme this[int at] => lexemes[at];

    public int Word(int at) => at >= 0 && at < words.Length ? words[at] : 0;

    public ReadOnlySpan<char> Form(int at) => at >= 0 && at < words.Length ? lexemes[at].Of(Text) : default;

    /// <summary>True where the lexeme at <paramref name="at"/> follows the one before without a space.</summary>
    public bool Joined(int at) => at > 0 && at < words.Length && lexemes[at].Start == lexemes[at - 1].End;

    public bool Is(int at, string word) => at >= 0 && at < words.Length && Form(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsDigits(int at) => at >= 0 && at < words.Length && lexemes[at].Shape == LexemeShape.Digits;

    public bool IsWord(int at) => at >= 0 && at < words.Length && lexemes[at].Shape == LexemeShape.Word;

    public bool IsDash(int at) => at >= 0 && at < words.Length && lexemes[at].Shape == LexemeShape.Sign && Text[lexemes[at].Start] is '-' or '–' or '—' or '‑';

    /// <summary>The whole number that a run of digits writes, or -1.</summary>
    public int Digits(int at)
    {
        if (!IsDigits(at) || lexemes[at].End - lexemes[at].Start > 9)
        {
            return -1;
        }

        var n = 0;
        foreach (var c in Form(at))
        {
            if (c == ',')
            {
                continue;
            }

            if (c == '.')
            {
                return -1;
            }

            n = (n * 10) + (c - '0');
        }

        return n;
    }

    /// <summary>Digits written.</summary>
    public int Length(int at) => lexemes[at].End - lexemes[at].Start;
}
