using System.Collections.Immutable;

namespace Salient.Watching;

/// <summary>Something that a rule waits for has come in.</summary>
/// <param name="Id">16 hex digits: a hash of the rule and the claim or dispute. The same alert has the same id however often it is told.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="At">When it was raised.</param>
/// <param name="Kind">The claim's kind and act, or the dispute's kind.</param>
/// <param name="Text">The claim's words, or what the dispute is about.</param>
/// <param name="Places">The claim's places by name.</param>
/// <param name="Report">The report's id, or null for a dispute.</param>
/// <param name="Address">Where the report came from, or null for a dispute.</param>
/// <param name="Claims">Ids of the claims.</param>
public sealed record Alert(string Id, string Rule, DateTimeOffset At, string Kind, string Text, ImmutableArray<string> Places, string? Report, string? Address, ImmutableArray<string> Claims);
