using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>A feature's name in the making, <c>$"H:{class}"</c>: only its key, and its characters where the list keeps names.</summary>
[InterpolatedStringHandler]
internal ref struct FeatureName
{
    private static readonly FeaturePart[] Tags = [.. Enum.GetNames<Upos>()];
    private static readonly FeaturePart[] Forms = [.. Enum.GetNames<WordForm>()];
    private static readonly FeaturePart[] Mentions = [.. Enum.GetNames<MentionType>()];
    private static readonly FeaturePart[] Clauses = [.. Enum.GetNames<ClauseType>()];
    private static readonly FeaturePart[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    private static readonly FeaturePart[] Truths = [bool.FalseString, bool.TrueString];
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendLiteral(string s)
    {
        Key = FeatureTable.Literal(Key, s);
        text?.Append(s);
    }

    public void AppendFormatted(string? s)
    {
        Key = FeatureTable.Key(Key, s);
        text?.Append(s);
    }

    public void AppendFormatted(in FeaturePart part)
    {
        Key = (Key * part.Power) + part.Key;
        text?.Append(part.Text);
    }

    public void AppendFormatted(bool value) => AppendFormatted(in Truths[value ? 1 : 0]);

    public void AppendFormatted(int value)
    {
        if (value is >= 0 and < 10)
        {
            AppendFormatted(in Digits[value]);
        }
        else
        {
            AppendFormatted(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void AppendFormatted(Upos tag) => AppendFormatted(in Tags[(int)tag]);

    public void AppendFormatted(WordForm form) => AppendFormatted(in Forms[(int)form]);

    public void AppendFormatted(MentionType type) => AppendFormatted(in Mentions[(int)type]);

    public void AppendFormatted(ClauseType type) => AppendFormatted(in Clauses[(int)type]);
}
