using Salient.Records;

namespace Salient.Grading;

/// <summary>A grade as it is put together on the way from a word up to what governs it.</summary>
internal sealed class ClauseGrade
{
    private readonly List<string> reasons = [];
    private bool probable;
    private bool possible;
    private bool open;
    private bool negated;

    /// <summary>True where a negator was met.</summary>
    public bool Negated => negated;

    /// <summary>True where the form of the words sets the deed apart as an aim, which no likelihood outweighs.</summary>
    public bool Planned { get; private set; }

    /// <summary>The words that decided.</summary>
    public string Reason => string.Join(", ", reasons);

    /// <summary>Applies what <paramref name="word"/> does.</summary>
    public void Apply(Effect effect, string word)
    {
        if (effect == Effect.None)
        {
            return;
        }

        reasons.Add(word);
        switch (effect)
        {
            case Effect.Probable:
                probable = true;
                break;
            case Effect.Possible:
                possible = true;
                break;
            case Effect.Open or Effect.Hypothetical:
                open = true;
                break;
            case Effect.Negated:
                negated = !negated;
                break;
            case Effect.Unlikely:
                probable = true;
                negated = !negated;
                break;
        }
    }

    /// <summary>Takes back what denied it.</summary>
    public void Affirm() => negated = false;

    /// <summary>Applies <paramref name="word"/>, by which the deed is an aim.</summary>
    public void Plan(string word)
    {
        Planned = true;
        Apply(Effect.Open, word);
    }

    /// <summary>The grade: uncommitted before possible before probable before certain.</summary>
    public Factuality Result() => open ? Factuality.Uncommitted
        : possible ? negated ? Factuality.PossiblyNot : Factuality.Possible
        : probable ? negated ? Factuality.ProbablyNot : Factuality.Probable
        : negated ? Factuality.CertainlyNot : Factuality.Certain;
}
