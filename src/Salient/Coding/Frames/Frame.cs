using System.Collections.Immutable;

namespace Salient.Coding.Frames;

/// <summary>What kind of word a trigger's head must be.</summary>
public enum TriggerClass
{
    /// <summary>A verb, finite or not.</summary>
    Verb,

    /// <summary>A noun: alone, under a light verb, or with a verb of happening.</summary>
    Noun,

    /// <summary>An adjective, adverb or participle that says something of its head.</summary>
    Adjective,
}

/// <summary>A word that must hang on a trigger's head: "take &gt; obj:control".</summary>
/// <param name="Relation">The kind of relation: obj, obl, prt, xcomp, subj, adv, nmod, mod, case, any.</param>
/// <param name="Words">The lemmas that it may be; a list's name stands for all its words.</param>
/// <param name="Preposition">The preposition that it must carry, or null.</param>
public sealed record Dependent(string Relation, WordList Words, string? Preposition);

/// <summary>The words that a frame fires on.</summary>
/// <param name="Lemma">Lemma of the head, lower case.</param>
/// <param name="Before">Lemmas that must stand right before it, in order.</param>
/// <param name="Class">What kind of word the head is.</param>
/// <param name="Dependents">Words that must hang on it.</param>
public sealed record Trigger(string Lemma, ImmutableArray<string> Before, TriggerClass Class, ImmutableArray<Dependent> Dependents)
{
    /// <summary>How much it asks for: of two frames of one kind, the more specific wins.</summary>
    public int Specificity => Before.Length + (2 * Dependents.Length);
}

/// <summary>What evidence a frame's claims carry.</summary>
public enum EvidenceRule
{
    /// <summary>The clause: verb, subject and complements.</summary>
    Clause,

    /// <summary>The noun phrase of the trigger.</summary>
    Phrase,

    /// <summary>The number and what it counts; the clause for the first of a list.</summary>
    Number,
}

/// <summary>How a slot's word is tested.</summary>
public enum TestMode
{
    /// <summary>It must be there and be one of the classes.</summary>
    Must,

    /// <summary>Where it is there, it must be one of the classes.</summary>
    May,

    /// <summary>It must not be one of the classes.</summary>
    Not,
}

/// <summary>A constraint on a slot's word.</summary>
/// <param name="Path">The path to the word.</param>
/// <param name="Mode">How it is tested.</param>
/// <param name="Classes">Built-in classes and lists, any of which will do.</param>
public sealed record SlotTest(string Path, TestMode Mode, ImmutableArray<WordClass> Classes);

/// <summary>A built-in class (place, party, force, person, organisation, number, any) or a list of words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="List">The list, or null for a built-in class.</param>
public sealed record WordClass(string Name, WordList? List);

/// <summary>An example of a frame's, or a counter-example.</summary>
/// <param name="Text">One invented sentence.</param>
/// <param name="Line">Its line in the file.</param>
public sealed record FrameExample(string Text, int Line);

/// <summary>A pattern of words and arguments that makes a claim of one kind and act.</summary>
/// <param name="Id">Stable id; claims carry it as their rule.</param>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Act">The kind's act.</param>
/// <param name="Triggers">The words that it fires on.</param>
/// <param name="Actor">Paths to the actor, first found wins.</param>
/// <param name="Target">Paths to the target.</param>
/// <param name="Place">Paths to the place that the frame is about; other places of the clause are found without it.</param>
/// <param name="Number">Paths to the noun that is counted.</param>
/// <param name="Item">Paths to the item (logistics), or the person (cohesion).</param>
/// <param name="Post">Paths to the post (cohesion).</param>
/// <param name="Tests">Constraints on slots.</param>
/// <param name="Needs">Slots of which at least one must be filled; empty for none.</param>
/// <param name="Evidence">What its claims quote.</param>
/// <param name="Outcome">combat: how it ended, or null.</param>
/// <param name="Category">loss: what was lost; null where the counted noun tells.</param>
/// <param name="Unit">Unit of its number; null where the counted noun tells.</param>
/// <param name="Opponent">True where the target is the other belligerent unless told otherwise.</param>
/// <param name="Prior">How often it is right before anything else is known, 0 to 1.</param>
/// <param name="Examples">Invented sentences that it must find.</param>
/// <param name="Counters">Invented sentences that it must not fire on.</param>
/// <param name="File">The file that it stands in.</param>
/// <param name="Line">Its line.</param>
public sealed record Frame(
    string Id,
    string Kind,
    string Act,
    ImmutableArray<Trigger> Triggers,
    ImmutableArray<string> Actor,
    ImmutableArray<string> Target,
    ImmutableArray<string> Place,
    ImmutableArray<string> Number,
    ImmutableArray<string> Item,
    ImmutableArray<string> Post,
    ImmutableArray<SlotTest> Tests,
    ImmutableArray<string> Needs,
    EvidenceRule Evidence,
    string? Outcome,
    string? Category,
    string? Unit,
    bool Opponent,
    double Prior,
    ImmutableArray<FrameExample> Examples,
    ImmutableArray<FrameExample> Counters,
    string File,
    int Line);
