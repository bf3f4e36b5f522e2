using System.Collections.Immutable;

namespace Salient.Training.Measuring.SideBySide;

/// <summary>One thing that the reports must amount to.</summary>
/// <param name="Name">What.</param>
/// <param name="Holds">Whether they do.</param>
/// <param name="Found">What was found, in figures; never words of a report.</param>
/// <param name="Ids">Ids of claims, or names of reports.</param>
internal sealed record Check(string Name, bool Holds, string Found, ImmutableArray<string> Ids);
