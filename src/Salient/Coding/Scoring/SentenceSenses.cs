using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>The classes of a word.</summary>
/// <param name="Numbers">Their numbers, in the order of the lists.</param>
/// <param name="Names">Their names, in the same order.</param>
internal sealed record WordSense(int[] Numbers, string[] Names)
{
    /// <summary>Of no class.</summary>
    public static WordSense None { get; } = new([], []);
}

/// <summary>The classes of one sentence's words, each looked up once; for one thread at a time.</summary>
internal sealed class SentenceSenses(SenseClasses classes, Sentence sentence)
{
    private readonly WordSense?[] found = new WordSense?[sentence.Tokens.Length];

    public Sentence Sentence => sentence;

    /// <summary>Names of the classes of the word at <paramref name="token"/>; none for -1.</summary>
    public string[] NamesOf(int token) => Of(token).Names;

    /// <summary>True where the word at <paramref name="token"/> is of the class with <paramref name="number"/>.</summary>
    public bool Has(int token, int number) => Array.IndexOf(Of(token).Numbers, number) >= 0;

    /// <summary>True where the word at <paramref name="token"/> is of any of the classes.</summary>
    public bool HasAny(int token, ReadOnlySpan<int> numbers)
    {
        foreach (var number in Of(token).Numbers)
        {
            if (numbers.Contains(number))
            {
                return true;
            }
        }

        return false;
    }

    private WordSense Of(int token) => token < 0 ? WordSense.None : found[token] ??= classes.Find(sentence, token);
}
