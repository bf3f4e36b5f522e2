using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>
/// Tells where a capital stands in talk and judgement for the government that sits there ("ties between Ardin and Kyiv", "sanctions on Moscow", "the authorities in Minsk"), and a
/// state for a party ("a conflict between Ostria and Russia"). On the ground, as in fighting, they are places.
/// </summary>
internal sealed class Powers(FrameSet frames)
{
    private static readonly string[] Talk = ["politics", "assessment"];
    private readonly WordList governments = frames.List("leaders");
    private readonly WordList journeys = frames.List("journeys");

    /// <summary>True where <paramref name="site"/>, a place of <paramref name="claim"/>, is one of them.</summary>
    public bool Has(ReportView view, Assertion claim, Site site)
    {
        if (site.Name is not { Side: not null, Location.Place.Precision: PlacePrecision.Settlement or PlacePrecision.Country } name || site.Sentence != claim.Sentence || site.Head < 0 || Array.IndexOf(Talk, claim.Kind) < 0)
        {
            return false;
        }

        var s = view.Sentences[site.Sentence];
        var preposition = s.Preposition(site.Head);
        if (name.Location.Place.Precision == PlacePrecision.Country)
        {
            return preposition == "between";
        }

        var above = s.Tokens[site.Head].Head;
        return preposition switch
        {
            "in" or "at" => s.Child(site.Head, "case") is > 0 and var before && governments.Matches(s, before - 1),
            "between" or "with" or "by" or "on" or "against" or "for" or "than" => true,
            "to" or "from" => above >= 0 && s.Nominal(above) && !journeys.Matches(s, above),
            null => s.Is(site.Head, "nsubj") || s.Is(site.Head, "nmod:poss") || (s.Is(site.Head, "obj") && above >= 0 && !journeys.Matches(s, above)),
            _ => false,
        };
    }
}
