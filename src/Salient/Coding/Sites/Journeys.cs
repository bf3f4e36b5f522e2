using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>Tells where a state or a capital is where somebody goes, comes from or breaks in, which makes it a place of what is told: "they may leave Ukraine", "a visit to Kyiv".</summary>
internal sealed class Journeys(FrameSet frames)
{
    private readonly WordList goings = frames.List("goings");
    private readonly WordList entries = frames.List("entries");

    /// <summary>True where <paramref name="site"/> is such a place of <paramref name="claim"/>.</summary>
    public bool Lead(ReportView view, Assertion claim, Site site)
    {
        if (site.Name?.Side is null || site.Zone != SiteZone.Evidence || site.Sentence != claim.Sentence || site.Head < 0)
        {
            return false;
        }

        var s = view.Sentences[site.Sentence];
        return s.Tokens[site.Head].Head is >= 0 and var above && claim.Evidence.Contains(s.Tokens[above].Span) && (s.Preposition(site.Head) switch
        {
            // Who leaves a state defenceless goes nowhere.
            null => s.Is(site.Head, "obj") && s.Tokens[above].Tag == Upos.VERB && entries.Matches(s, above) && s.Child(above, "xcomp") < 0,
            "to" or "into" or "from" or "in" => (s.Is(site.Head, "obl") || s.Is(site.Head, "nmod")) && goings.Matches(s, above),
            _ => false,
        });
    }
}
