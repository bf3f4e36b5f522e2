using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Web.Map;

/// <summary>A change of a settlement's assessed holder.</summary>
/// <param name="From">First day of the new holder.</param>
/// <param name="GeonameId">GeoNames id; the place's page is /places/{id}.</param>
/// <param name="Name">The settlement.</param>
/// <param name="Holder">A side's id, or "contested".</param>
/// <param name="Status">How it is known.</param>
/// <param name="Confidence">1 best to 6.</param>
/// <param name="Inferred">True where no claim names the settlement.</param>
public sealed record MapChange(DateOnly From, int GeonameId, string Name, string Holder, string Status, int Confidence, bool Inferred);

/// <summary>Whose word the map can show.</summary>
/// <param name="Value">"assessed", "side:ID" or "source:NAME".</param>
/// <param name="Group">Assessed, a side's word, a source's word.</param>
/// <param name="Label">For people.</param>
public sealed record MapChoice(string Value, string Group, string Label);

/// <summary>What the map's page says in words.</summary>
/// <param name="On">The day shown.</param>
/// <param name="First">The first day that the slider reaches.</param>
/// <param name="Last">The last.</param>
/// <param name="Latest">The latest changes up to the day, latest first; those that claims name before those inferred.</param>
/// <param name="Events">Happenings of the week up to the day, latest first.</param>
/// <param name="Words">Whose word can be shown.</param>
/// <param name="Reports">Reports of each day from the first.</param>
/// <param name="Window">West, south, east and north of the settlements, in degrees: what the map shows first.</param>
public sealed record MapModel(
    DateOnly On, DateOnly First, DateOnly Last, ImmutableArray<MapChange> Latest, ImmutableArray<Happening> Events, ImmutableArray<MapChoice> Words, ImmutableArray<int> Reports,
    ImmutableArray<double> Window);
