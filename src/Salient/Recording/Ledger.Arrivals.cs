using System.Collections.Immutable;

namespace Salient.Recording;

/// <content>What came, in its order.</content>
public sealed partial class Ledger
{
    /// <summary>The number of the last arrival; 0 where nothing has come.</summary>
    public long LastArrival => (long?)connection.Value("SELECT max(id) FROM arrivals") ?? 0;

    /// <summary>The reports that came after the arrival with that number, in their order.</summary>
    public ImmutableArray<string> ArrivedAfter(long arrival) =>
        [.. connection.Rows(r => r.GetString(0), "SELECT report FROM arrivals WHERE id > $0 AND forgotten = 0 ORDER BY id", arrival)];

    /// <summary>Reports of the current run in a language that is not coded, with their languages.</summary>
    public ImmutableArray<Records.ReportHeader> Uncoded() => [.. Headers("r.language NOT IN ('en', 'und')").Select(h => h.Header)];
}
