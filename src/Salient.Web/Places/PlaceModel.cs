using System.Collections.Immutable;
using Salient.Records;
using Salient.Web.Claims;

namespace Salient.Web.Places;

/// <summary>A settlement: who holds it by whose word.</summary>
/// <param name="Place">The settlement.</param>
/// <param name="On">The day asked for.</param>
/// <param name="Summary">The assessed holder on that day, in a sentence.</param>
/// <param name="States">Its assessed holders over time.</param>
/// <param name="First">The first day of the strip.</param>
/// <param name="Last">The last.</param>
/// <param name="Strip">Holders over time, as assessed and by each source's word.</param>
/// <param name="Views">Each source's word on it up to the day, latest first, at most 100.</param>
/// <param name="AllViews">How many words there are in all.</param>
/// <param name="Claims">The claims behind the state on that day, for and against; latest first.</param>
/// <param name="Events">What happened there, latest first.</param>
/// <param name="Disputes">Disputes over it, latest first.</param>
/// <param name="Names">How reports write it, and how sure it is that they mean it.</param>
public sealed record PlaceModel(
    Place Place,
    DateOnly On,
    string Summary,
    ImmutableArray<ControlState> States,
    DateOnly First,
    DateOnly Last,
    ImmutableArray<StripRow> Strip,
    ImmutableArray<ControlView> Views,
    int AllViews,
    ImmutableArray<ClaimRow> Claims,
    ImmutableArray<Happening> Events,
    ImmutableArray<Dispute> Disputes,
    ImmutableArray<PlaceName> Names);

/// <summary>One row of the strip.</summary>
/// <param name="Name">"Assessed", or a source.</param>
/// <param name="Side">The source's side, or null.</param>
/// <param name="Stretches">In order.</param>
public sealed record StripRow(string Name, string? Side, ImmutableArray<StripStretch> Stretches);

/// <summary>Days with one holder.</summary>
/// <param name="From">Days since the strip's first.</param>
/// <param name="Until">The last such day.</param>
/// <param name="Holder">A side's id, or "contested".</param>
/// <param name="Claim">The claim that says so, or null where it is assessed.</param>
public sealed record StripStretch(int From, int Until, string Holder, string? Claim);

/// <summary>A name by which reports mean the settlement.</summary>
/// <param name="Name">As written.</param>
/// <param name="Claims">How many claims write it so.</param>
/// <param name="Confidence">Mean margin over the runner-up, 0 to 1.</param>
/// <param name="Doubtful">The claim with the least margin.</param>
public sealed record PlaceName(string Name, int Claims, double Confidence, string Doubtful);

/// <summary>Settlements by name.</summary>
/// <param name="Words">What was asked for, or null.</param>
/// <param name="Places">At most 100, most named first.</param>
/// <param name="All">How many fit.</param>
public sealed record PlacesModel(string? Words, ImmutableArray<PlaceLine> Places, int All);

/// <summary>A settlement in a list.</summary>
/// <param name="Place">The settlement.</param>
/// <param name="Holder">Its assessed holder on the last day.</param>
/// <param name="Status">How that is known.</param>
/// <param name="Claims">Claims that name it.</param>
public sealed record PlaceLine(Place Place, string Holder, ControlStatus Status, int Claims);
