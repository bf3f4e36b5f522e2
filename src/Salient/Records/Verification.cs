using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What verifying a ledger found.</summary>
/// <param name="Arrivals">Entries of the chain.</param>
/// <param name="Captures">Captures whose bytes were hashed again.</param>
/// <param name="Claims">Claims whose words were compared with their report's.</param>
/// <param name="Forgotten">Reports that were taken out, each with its entry in the chain.</param>
/// <param name="Head">The last link: noted elsewhere, it shows later that nothing before it was changed.</param>
/// <param name="Faults">What is wrong; empty for a ledger as it was written.</param>
public sealed record Verification(int Arrivals, int Captures, int Claims, ImmutableArray<string> Forgotten, string Head, ImmutableArray<Problem> Faults);
