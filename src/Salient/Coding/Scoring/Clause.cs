using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>How a clause stands in its sentence.</summary>
internal enum ClauseType : byte
{
    /// <summary>The sentence's own predicate.</summary>
    Main,

    /// <summary>A sentence without a verb: a headline, a caption.</summary>
    Fragment,

    /// <summary>A complement or a clause as subject: what is said, shown, forced.</summary>
    Complement,

    /// <summary>An adverbial clause: after, while, if, "pushing …".</summary>
    Adverbial,

    /// <summary>An infinitive of purpose.</summary>
    Purpose,

    /// <summary>An infinitive on a noun: "an offensive to retake …".</summary>
    Infinitive,

    /// <summary>A relative clause.</summary>
    Relative,

    /// <summary>A participle on a noun.</summary>
    Participle,

    /// <summary>A further predicate of a coordination.</summary>
    Coordinate,

    /// <summary>A clause set beside another: "…, he said".</summary>
    Parataxis,

    /// <summary>A noun that renames another: "Lyman, a rail hub".</summary>
    Apposition,

    /// <summary>A noun of happening with what hangs on it: "the capture of …".</summary>
    Nominal,
}

/// <summary>A stretch of a sentence with one predicate: what one claim's evidence normally is.</summary>
/// <param name="Head">Index of the predicate's head.</param>
/// <param name="Content">Index of the word that says what happens: the last of a chain "continue to try to take".</param>
/// <param name="Carriers">Indices of the words before it in that chain, outermost first; "plan" of "plan to take".</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">One past the index of its last word.</param>
/// <param name="Type">How it stands.</param>
/// <param name="Governor">Index of the word that it hangs on, or -1.</param>
/// <param name="Subject">Index of its subject's head, its own or inherited; -1 where it has none.</param>
/// <param name="Agent">Index of the word that does it: the subject, or the "by" phrase of a passive; -1 where none is named.</param>
/// <param name="Object">Index of the word that it is done to: the object, or the subject of a passive; -1 where none is named.</param>
/// <param name="Mark">Lemma of the word that introduces it ("after", "to", "if"), or the empty string.</param>
/// <param name="Passive">True for a passive.</param>
/// <param name="Evidence">Where it stands in the report's text.</param>
internal sealed record Clause(
    int Head,
    int Content,
    ImmutableArray<int> Carriers,
    int First,
    int End,
    ClauseType Type,
    int Governor,
    int Subject,
    int Agent,
    int Object,
    string Mark,
    bool Passive,
    TextSpan Evidence)
{
    /// <summary>The same without the clauses behind it that only the sentence's full stop joins to it; null where there are none.</summary>
    public Clause? Bare { get; init; }

    /// <summary>The clause that this is <see cref="Bare"/> of; null where it is none's.</summary>
    public Clause? Whole { get; init; }
}
