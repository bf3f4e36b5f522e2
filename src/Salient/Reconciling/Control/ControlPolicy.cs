using System.Collections.Immutable;

namespace Salient.Reconciling.Control;

/// <summary>What a kind of claim says of the place that it names.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Acts">Its acts.</param>
/// <param name="Outcomes">combat: only with one of these outcomes; empty for any.</param>
/// <param name="Sign">said, denied or open.</param>
/// <param name="Roles">Roles of the place.</param>
/// <param name="Holder">actor, enemy or contested.</param>
/// <param name="Weight">0 to 1.</param>
/// <param name="Direct">True where it says who holds the place.</param>
/// <param name="Front">Kilometres within which the two sides stand of each other there; null where it does not tell.</param>
/// <param name="Around">Kilometres around the place within which it ends what was said before for the side that left; null where it ends nothing.</param>
public sealed record ActLine(
    string Id,
    string Kind,
    ImmutableArray<string> Acts,
    ImmutableArray<string> Outcomes,
    string Sign,
    ImmutableArray<string> Roles,
    string Holder,
    double Weight,
    bool Direct,
    double? Front,
    double? Around);

/// <summary>What a voice weighs.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Voice">enemy, enemy-ally, institute, neutral, ally or own, seen from the holder that it speaks for.</param>
/// <param name="Weight">0 or more.</param>
public sealed record WordLine(string Id, string Voice, double Weight);

/// <summary>When the assessed holder changes.</summary>
/// <param name="HalfLife">Days in which a word loses half its weight.</param>
/// <param name="Threshold">Support that a new holder needs.</param>
/// <param name="Margin">How many times the present holder's support it must have.</param>
/// <param name="Inertia">Support that the present holder keeps without any word.</param>
/// <param name="Established">Days after which a holder that words have made is established.</param>
/// <param name="EstablishedThreshold">Support that a new holder then needs: more than one neutral voice alone gives.</param>
public sealed record Judgement(double HalfLife, double Threshold, double Margin, double Inertia, int Established, double EstablishedThreshold);

/// <summary>How the places between are inferred.</summary>
/// <param name="Reach">Kilometres within which named places count.</param>
/// <param name="Places">So many of them at most, the nearest.</param>
/// <param name="Prior">Kilometres at which a named place counts as much as how things stood at the start.</param>
/// <param name="Nearest">Kilometres below which nearer is not more.</param>
/// <param name="Power">How fast a named place's weight falls with distance.</param>
/// <param name="Slack">Kilometres of depth within which one place does not lie behind another.</param>
/// <param name="Behind">What an attack on a place says of those behind it, 0 to 1.</param>
/// <param name="Ahead">What a held place says of those before it, 0 to 1.</param>
/// <param name="Wide">Kilometres away that a word on a whole raion or oblast counts as said.</param>
/// <param name="Release">How much one report of a side that leaves takes from what was said for it before.</param>
/// <param name="HalfLife">Days in which a word's weight falls by half toward <paramref name="Floor"/>.</param>
/// <param name="Floor">The part of its weight that it keeps.</param>
/// <param name="Presence">The part of its weight that an attack keeps in what it says of those behind it: who attacked once need not be there still.</param>
/// <param name="Margin">Share of all weight by which the new holder must lead.</param>
/// <param name="Lasting">Days that an inferred change must last to count.</param>
public sealed record Inference(
    double Reach,
    int Places,
    double Prior,
    double Nearest,
    double Power,
    double Slack,
    double Behind,
    double Ahead,
    double Wide,
    double Release,
    double HalfLife,
    double Floor,
    double Presence,
    double Margin,
    int Lasting);

/// <summary>How words about who holds a place become an assessed holder. Data: a theatre's <c>policy.yaml</c>.</summary>
/// <param name="Acts">In order; the first that fits decides.</param>
/// <param name="Words">What each voice weighs.</param>
/// <param name="Allies">Sides that speak in a party's favour.</param>
/// <param name="InstituteTypes">Source types that assess rather than take part.</param>
/// <param name="Factuality">Weight by how sure the source is: CT, PR, PS.</param>
/// <param name="Anonymous">Weight of a source without a name.</param>
/// <param name="Wide">Weight of a claim about a whole raion or oblast.</param>
/// <param name="Discredited">Words in a cue by which the report says that it is not so.</param>
/// <param name="NotYet">Words in a claim by which it speaks of what is to come.</param>
/// <param name="Until">Words in a claim of holding that say until when.</param>
/// <param name="Wording">Words about a place's name that tell how a claim bears on it.</param>
/// <param name="Judgement">When the assessed holder changes.</param>
/// <param name="Inference">How the places between are inferred.</param>
public sealed record ControlPolicy(
    ImmutableArray<ActLine> Acts,
    ImmutableArray<WordLine> Words,
    ImmutableDictionary<string, ImmutableArray<string>> Allies,
    ImmutableArray<string> InstituteTypes,
    ImmutableDictionary<string, double> Factuality,
    double Anonymous,
    ImmutableDictionary<string, double> Wide,
    ImmutableArray<string> Discredited,
    ImmutableArray<string> NotYet,
    ImmutableArray<string> Until,
    ControlWording Wording,
    Judgement Judgement,
    Inference Inference);
