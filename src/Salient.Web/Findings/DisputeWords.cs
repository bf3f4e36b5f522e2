using System.Text.RegularExpressions;
using Salient.Records;
using Salient.Web.Shared;

namespace Salient.Web.Findings;

/// <summary>How pages put disputes into words.</summary>
internal static partial class DisputeWords
{
    /// <summary>"Lyman: who holds it"; "soldiers, killed (Ukraine): how many"; "missile strike at Kherson: did it happen".</summary>
    public static string Subject(Naming naming, Dispute dispute) => $"{Named(naming, dispute)}: {Wording.Of(dispute.Kind)}";

    /// <summary>"“held by Russia”, by a and b; against it “held by Ukraine”, by c".</summary>
    public static string Against(Naming naming, Dispute dispute) => string.Join("; against it ", dispute.Positions.Select(p => $"“{naming.Said(p.Says)}”, by {naming.Origins(p.Origins)}"));

    /// <summary>"open", "settled: …".</summary>
    public static string State(Dispute dispute) => dispute.Settled is { } settled ? $"settled: {settled}" : "open";

    private static string Named(Naming naming, Dispute dispute)
    {
        if (dispute.Kind == DisputeKind.HowMany && Counted().Match(dispute.Subject) is { Success: true } counted)
        {
            var place = counted.Groups["place"].Value;
            return FigureWords.Name(naming, counted.Groups["measure"].Value, counted.Groups["side"].Value) + (place.Length > 0 ? $" in {place}" : "");
        }

        return Acted().Match(dispute.Subject) is { Success: true } acted ? acted.Groups["act"].Value.Replace('-', ' ') + acted.Groups["where"].Value : dispute.Subject;
    }

    [GeneratedRegex("^(?<measure>[a-z-]+/.+?) of (?<side>[a-z]+)(?: at (?<place>.+))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Counted();

    [GeneratedRegex("^[a-z-]+/(?<act>[a-z-]+)(?<where> at .+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Acted();
}
