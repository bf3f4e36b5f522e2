using Salient.Records;
using Salient.Web.Shared;

namespace Salient.Web.Findings;

/// <summary>How pages put disputes into words.</summary>
internal static class DisputeWords
{
    /// <summary>"Lyman: who holds it"; "soldiers, killed (Ukraine): how many"; "missile strike at Kherson: did it happen".</summary>
    public static string Subject(Naming naming, Dispute dispute) => $"{naming.Subject(dispute)}: {Wording.Of(dispute.Kind)}";

    /// <summary>"Held by Russia, say a, b; held by Ukraine, says c": what is said is put shortly, in no source's words, and so bears no quotation marks.</summary>
    public static string Against(Naming naming, Dispute dispute) => string.Join("; ", dispute.Positions.Select((p, i) =>
        $"{(i == 0 ? Wording.Capital(naming.Said(dispute, p.Says)) : naming.Said(dispute, p.Says))}, {(p.Origins.Length == 1 ? "says" : "say")} {naming.Origins(p.Origins)}"));

    /// <summary>"open", "settled: …".</summary>
    public static string State(Naming naming, Dispute dispute) => dispute.Settled is { } settled ? $"settled: {naming.Settled(settled)}" : "open";
}
