using Salient.Records;

namespace Salient.Reconciling;

/// <summary>Who says a claim at the far end of its chain: what sources' records and corroboration count by.</summary>
public static class Origins
{
    /// <summary>The nearest source's name; a report's own voice is its outlet's, and a copy's that of its original.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="originals">The original of each copy, by report.</param>
    public static string Of(RecordedClaim claim, IReadOnlyDictionary<string, string> originals)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(originals);
        return Keys.Origin(claim, originals);
    }

    /// <summary>A name without article and case: names that fold alike are one source.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Keys.Folded(name);
    }
}
