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
/// <param name="Front">Kilometres toward its own rear at which the side that acts there stands; null where it does not tell.</param>
/// <param name="Turns">True where it says that the place changes hands.</param>
/// <param name="Whole">True where it fits whole raions and oblasts alone, and speaks of all of their ground.</param>
/// <param name="Clears">True where the side that lost the place, or left it, is gone from the ground around as well.</param>
/// <param name="With">Only where the claim has one of these words; empty for any.</param>
/// <param name="Unless">Not where the claim has one of these words.</param>
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
    bool Turns,
    bool Whole,
    bool Clears,
    ImmutableArray<string> With,
    ImmutableArray<string> Unless);

/// <summary>What a voice weighs.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Voice">enemy, enemy-ally, institute, report (in its own voice), neutral (whom it passes on), ally or own, seen from the holder that it speaks for.</param>
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

/// <summary>How the ground between the named places, and in them, is inferred from all words.</summary>
/// <param name="Strength">How strongly a word of weight 1 pulls its place, against neighbours of which one at 1 km pulls with 1.</param>
/// <param name="Defended">The part of that by which it pulls where it only follows that the first party holds the place.</param>
/// <param name="Fading">Days, before and after, that leave 1/e of a word.</param>
/// <param name="Back">Days before its day on which a word of what is so bears where few reports tell of anything; since when it is so nobody knows.</param>
/// <param name="Presence">The same for where an attacker stands.</param>
/// <param name="Standing">How strongly all attackers who stand at a place pull it together, at the most.</param>
/// <param name="Loose">The same for all words on a place that do not say who holds it.</param>
/// <param name="Turning">Days before a change of hands from which back it tells who had the place before.</param>
/// <param name="Alone">Days within which another voice must say the like of what one voice says alone, where that is a side of its own ground or stands against what others said before; within as many, a turn told again is the same turn.</param>
/// <param name="Quiet">Reports of others on any place within those days; where there are fewer their silence says nothing, and the days count the less for places that nobody names.</param>
/// <param name="Slight">Weight of a word up to which it only dates a turn, and needs another voice to make one, where many reports tell of anything.</param>
/// <param name="Sure">Weight of a word that needs no other against what others said before.</param>
/// <param name="Prior">How strongly a settlement leans to whom it had at the start.</param>
/// <param name="Wide">How strongly the words on its raion or oblast pull it, at the most.</param>
/// <param name="Whole">The same for words on all of its ground.</param>
/// <param name="Clearing">Kilometres around a place that a side has lost or left within which it is gone as well, the less the farther; a wide river stops that.</param>
/// <param name="Behind">The same toward the rear of the side that gains: who has lost a town cannot well stay between it and the old front.</param>
/// <param name="Giving">How many places within that reach must turn to one side for that.</param>
/// <param name="GivingDays">Within how many days of each other.</param>
/// <param name="City">Inhabitants of a city.</param>
/// <param name="Town">Inhabitants from which a place changes hands by its own name alone.</param>
/// <param name="Followed">Inhabitants from which the ground around follows a place the more.</param>
/// <param name="Following">By how much more, for each tenfold of them: 1 is as much again.</param>
/// <param name="Twice">Inhabitants from which a place changes hands against what others tell by the words of two reports alone, and at the price of a city where no word says who holds it.</param>
/// <param name="Refuted">Days within which a word that the side still holds a place refutes that it has left all of the area around.</param>
/// <param name="Refuting">Kilometres around that place within which it does.</param>
/// <param name="Crossing">The part that is left of how a neighbour counts beyond a wide river.</param>
/// <param name="Line">The same beyond the line of contact of the start.</param>
/// <param name="Far">Kilometres: where a side has nothing within these, one voice alone does not give it a place.</param>
/// <param name="Reach">Kilometres around what pulls to the second party within which settlements are asked at all.</param>
/// <param name="Change">What a change costs that no word tells of, in days of full certainty.</param>
/// <param name="ToldChange">What one costs on a day of which a word tells that the new holder has the place.</param>
/// <param name="CityChange">What a change of a city costs that no word tells of.</param>
/// <param name="ToldCityChange">What one of a city costs on a day of which a word tells that the new holder has it: a word more or less does not turn a city.</param>
/// <param name="QuietCityChange">The same where few reports tell of anything.</param>
/// <param name="Ahead">Days after the last that count as the last.</param>
/// <param name="CutOff">Days after which ground that is cut off from the rest of a side's, with no word that the side has it, is the other's.</param>
public sealed record Inference(
    double Strength,
    double Defended,
    double Fading,
    int Back,
    double Presence,
    double Standing,
    double Loose,
    int Turning,
    int Alone,
    int Quiet,
    double Slight,
    double Sure,
    double Prior,
    double Wide,
    double Whole,
    double Clearing,
    double Behind,
    int Giving,
    int GivingDays,
    int City,
    int Town,
    int Followed,
    double Following,
    int Twice,
    int Refuted,
    double Refuting,
    double Crossing,
    double Line,
    double Far,
    double Reach,
    double Change,
    double ToldChange,
    double CityChange,
    double ToldCityChange,
    double QuietCityChange,
    double Ahead,
    int CutOff);

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
/// <param name="Named">Words with which a claim of taking only names the taking, without saying whether it has happened.</param>
/// <param name="NotSo">Words in a claim by which the report says that it is not so.</param>
/// <param name="Until">Words in a claim of holding that say until when.</param>
/// <param name="Wording">Words about a place's name that tell how a claim bears on it.</param>
/// <param name="Judgement">When the assessed holder changes.</param>
/// <param name="Inference">How the places between are inferred.</param>
/// <param name="Rivers">The courses of rivers.</param>
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
    ImmutableArray<string> Named,
    ImmutableArray<string> NotSo,
    ImmutableArray<string> Until,
    ControlWording Wording,
    Judgement Judgement,
    Inference Inference,
    Rivers Rivers);
