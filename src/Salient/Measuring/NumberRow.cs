using Salient.Records;

namespace Salient.Measuring;

/// <summary>A stretch of text as lexemes with their lower-case forms.</summary>
internal sealed class NumberRow
{
    private readonly List<Lexeme> lexemes;
    private readonly string[] forms;

    public NumberRow(string text, TextSpan span)
    {
        Text = text;
        lexemes = Lexer.Split(text, span);
        forms = new string[lexemes.Count];
    }

    public string Text { get; }

    public int Count => forms.Length;

    public Lexeme this[int at] => lexemes[at];

    public string Form(int at) => at < 0 || at >= forms.Length ? string.Empty : forms[at] ??= Text[lexemes[at].Start..lexemes[at].End].Lowered();

    public bool Is(int at, string form) => Form(at) == form;

    public bool IsDigits(int at) => at >= 0 && at < forms.Length && lexemes[at].Shape == LexemeShape.Digits;

    public bool IsWord(int at) => at >= 0 && at < forms.Length && lexemes[at].Shape == LexemeShape.Word;

    public bool IsDash(int at) => Form(at) is "-" or "–" or "—" or "‑";

    /// <summary>True where no space stands before the lexeme.</summary>
    public bool Joined(int at) => at > 0 && at < forms.Length && lexemes[at].Start == lexemes[at - 1].End;

    public bool IsUpper(int at) => at >= 0 && at < forms.Length && char.IsUpper(Text[lexemes[at].Start]);

    /// <summary>True where <paramref name="words"/> stand from <paramref name="at"/> on.</summary>
    public bool Reads(int at, string[] words)
    {
        if (at < 0 || at + words.Length > Count)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (Form(at + i) != words[i])
            {
                return false;
            }
        }

        return true;
    }

    public TextSpan Span(int first, int end) => new(lexemes[first].Start, lexemes[end - 1].End);
}
