using Salient.Records;

namespace Salient.Reconciling;

/// <summary>Who says a claim at the far end of its chain, by the one name that sources' records and corroboration count by.</summary>
/// <param name="bodies">By which name institutions and persons count.</param>
internal sealed class Voices(Bodies bodies)
{
    private readonly Dictionary<string, string> reports = new(StringComparer.Ordinal);

    /// <summary>By which name institutions and persons count.</summary>
    public Bodies Bodies => bodies;

    /// <summary>Reports that speak by the name of another: copies.</summary>
    /// <param name="bodies">By which name institutions and persons count.</param>
    /// <param name="copies">The name of each, by report.</param>
    public static Voices Of(Bodies bodies, IEnumerable<KeyValuePair<string, string>> copies)
    {
        var voices = new Voices(bodies);
        foreach (var (report, voice) in copies)
        {
            voices.Note(report, voice);
        }

        return voices;
    }

    /// <summary>Notes by which name a report speaks itself.</summary>
    public void Note(string report, string voice) => reports[report] = voice;

    /// <summary>The nearest source; a report's own voice is its outlet's, and a copy's that of its original.</summary>
    public string Origin(RecordedClaim claim) =>
        claim.Claim.Sources.IsEmpty ? bodies.Name(reports.GetValueOrDefault(claim.Report.Id) ?? Keys.Voice(claim.Report)) : bodies.Name(claim.Claim.Sources[0].Name, claim.Claim.Sources[0].Side);

    /// <summary>What origins of one name have in common.</summary>
    public string Key(RecordedClaim claim) => Keys.Folded(Origin(claim));
}
