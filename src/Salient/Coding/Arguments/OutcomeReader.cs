using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Reads how an attack ended, or that it goes on, off the words of its clause.</summary>
internal sealed class OutcomeReader(FrameSet frames)
{
    private readonly WordList failed = frames.List("failed-words");
    private readonly WordList succeeded = frames.List("succeeded-words");
    private readonly WordList mixed = frames.List("mixed-words");
    private readonly WordList ongoing = frames.List("ongoing-words");

    /// <summary>succeeded, failed, mixed, ongoing, or null where the words from <paramref name="first"/> to before <paramref name="end"/> do not say.</summary>
    public string? Read(Sentence s, int first, int end, int clause)
    {
        var negated = s.Child(clause, "advmod") is >= 0 and var adverb && s.Lemma(adverb) is "not" or "never";
        string? result = null;
        for (var i = first; i < end; i++)
        {
            result = mixed.Matches(s, i) ? "mixed" : failed.Matches(s, i) ? "failed" : succeeded.Matches(s, i) ? "succeeded" : result is null && ongoing.Matches(s, i) ? "ongoing" : result;
        }

        return negated ? null : result ?? (Progressive(s, clause) ? "ongoing" : null);
    }

    private static bool Progressive(Sentence s, int clause) =>
        s.Tokens[clause].WordForm == WordForm.Gerund && s.Child(clause, "aux") is >= 0 and var be && s.Tokens[be].Form.Lowered() is "is" or "are" or "'re" or "’re" or "'s" or "’s";
}
