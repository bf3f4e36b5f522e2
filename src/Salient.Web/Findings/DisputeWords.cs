using Salient.Records;
using Salient.Web.Shared;

namespace Salient.Web.Findings;

/// <summary>How pages put disputes into words.</summary>
internal static class DisputeWords
{
    /// <summary>"Lyman: who holds it".</summary>
    public static string Subject(Dispute dispute) => $"{dispute.Subject}: {Wording.Of(dispute.Kind)}";

    /// <summary>"open", "settled: …".</summary>
    public static string State(Dispute dispute) => dispute.Settled is { } settled ? $"settled: {settled}" : "open";
}
