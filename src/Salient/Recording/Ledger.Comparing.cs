using System.Collections.Immutable;

namespace Salient.Recording;

/// <content>Runs compared.</content>
public sealed partial class Ledger
{
    /// <summary>For each kind: claims in both runs, in <paramref name="before"/> alone, in <paramref name="after"/> alone. A claim's id is the same across runs.</summary>
    public ImmutableArray<(string Kind, int Both, int Gone, int Fresh)> Compare(int before, int after) =>
    [
        .. connection.Rows(
            r => (r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)),
            """
            SELECT kind, sum(a = 1 AND b = 1), sum(a = 1 AND b = 0), sum(a = 0 AND b = 1) FROM
                (SELECT claim, kind, max(run = $0) AS a, max(run = $1) AS b FROM claims WHERE run IN ($0, $1) GROUP BY claim, kind)
            GROUP BY kind ORDER BY kind
            """,
            before,
            after),
    ];
}
