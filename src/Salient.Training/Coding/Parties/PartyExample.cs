using System.Collections.Immutable;
using Salient.Coding.Parties;

namespace Salient.Training.Coding.Parties;

/// <summary>A claim of which a coder has said who acts or is acted on, and whom it could be.</summary>
/// <param name="Report">Number of its report.</param>
/// <param name="Slot">Which of the two.</param>
/// <param name="Contenders">Whom it could be.</param>
/// <param name="Features">The features of each.</param>
/// <param name="Right">True for the one that the coder named.</param>
/// <param name="Gold">The side that the coder named; empty for nobody.</param>
/// <param name="Coded">True where the report was coded by hand, false where it was written for training.</param>
internal sealed record PartyExample(int Report, string Slot, ImmutableArray<Contender> Contenders, List<string>[] Features, bool[] Right, string Gold, bool Coded);
