using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>Findings made all at once, to be kept: reports and claims by their place in a ledger's order.</summary>
public interface IFindingSource
{
    /// <summary>Each report's entry; the facts' claims count from 0 in the ledger's order.</summary>
    IEnumerable<ReportEntry?> Entries { get; }

    /// <summary>Every unit's finding.</summary>
    IEnumerable<KeyValuePair<FindingKey, Finding>> Findings { get; }

    /// <summary>Every settlement's states.</summary>
    IEnumerable<(Place Place, ImmutableArray<ControlState> States)> Settlements { get; }

    /// <summary>What is kept of reports' texts.</summary>
    IEnumerable<KeyValuePair<long, TextSketch>> Sketches { get; }

    /// <summary>Reports in groups of copies, the original included.</summary>
    IEnumerable<KeyValuePair<long, CopyLink>> Links { get; }
}
