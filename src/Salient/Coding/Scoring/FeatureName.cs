using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>A feature's name in the making, <c>$"H:{class}"</c>: only its key, and its characters where the list keeps names.</summary>
[InterpolatedStringHandler]
internal ref struct FeatureName
{
    private static readonly string[] Tags = Enum.GetNames<Upos>();
    private static readonly string[] Forms = Enum.GetNames<WordForm>();
    private static readonly string[] Mentions = Enum.GetNames<MentionType>();
    private static readonly string[] Clauses = Enum.GetNames<ClauseType>();
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    private readonly StringBuilder? text;

    /// <summary>Begins a name.</summary>
    /// <param name="literalLength">Characters that are given.</param>
    /// <param name="formattedCount">Parts that are filled in.</param>
    /// <param name="list">The list that it is for.</param>
    public FeatureName(int literalLength, int formattedCount, FeatureList list)
    {
        _ = (literalLength, formattedCount);
        text = list.Text?.Clear();
    }

    /// <summary>The key of what has been put together.</summary>
    public ulong Key { get; private set; } = FeatureTable.Start;

    public void AppendLiteral(string s) => AppendFormatted(s);

    public void AppendFormatted(string? s)
    {
        Key = FeatureTable.Key(Key, s);
        text?.Append(s);
    }

    public void AppendFormatted(bool value) => AppendFormatted(value ? bool.TrueString : bool.FalseString);

    public void AppendFormatted(int value) => AppendFormatted(value is >= 0 and < 10 ? Digits[value] : value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Upos tag) => AppendFormatted(Tags[(int)tag]);

    public void AppendFormatted(WordForm form) => AppendFormatted(Forms[(int)form]);

    public void AppendFormatted(MentionType type) => AppendFormatted(Mentions[(int)type]);

    public void AppendFormatted(ClauseType type) => AppendFormatted(Clauses[(int)type]);
}
