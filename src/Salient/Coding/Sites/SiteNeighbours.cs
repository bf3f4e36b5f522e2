using Salient.Coding.Clauses;
using Salient.Records;
using FeatureList = Salient.Coding.Scoring.FeatureList;
using FeaturePart = Salient.Coding.Scoring.FeaturePart;

namespace Salient.Coding.Sites;

/// <summary>Names what can be seen around a site: the claim's other sites, the names beside it, who acts.</summary>
internal static class SiteNeighbours
{
    private const int Farthest = 12;

    /// <summary>How many sites stand where, and whether the tree gives any to the claim.</summary>
    public static void Others(IReadOnlyList<Site> sites, Site site, in FeaturePart zone, in FeaturePart type, FeatureList into)
    {
        int names = 0, nouns = 0, around = 0, kept = 0, order = 0, plain = 0;
        foreach (var x in sites)
        {
            if (ReferenceEquals(x, site))
            {
                continue;
            }

            kept += x.Kept ? 1 : 0;
            order += x.Zone == site.Zone && x.Argument.Span.Start < site.Argument.Span.Start ? 1 : 0;
            if (x.Zone == SiteZone.Evidence)
            {
                names += x.Name is null ? 0 : 1;
                plain += x.Name is { Side: null } ? 1 : 0;
                nouns += x.Name is null ? 1 : 0;
            }
            else if (x.Zone <= SiteZone.Behind)
            {
                around += x.Name is null ? 0 : 1;
            }
        }

        FeaturePart more = $"{Math.Min(3, names)}:{Math.Min(2, nouns)}";
        into.AddOnce($"with:{zone}:{more}");
        into.AddOnce($"with:{zone}:{type}:{Math.Min(2, plain)}");
        into.AddOnce($"around:{zone}:{Math.Min(2, names)}:{Math.Min(3, around)}");
        into.AddOnce($"keeps:{zone}:{site.Kept}:{Math.Min(2, kept)}");
        into.AddOnce($"keeps:{type}:{site.Kept}:{Math.Min(2, kept)}");
        into.AddOnce($"order:{zone}:{Math.Min(3, order)}");
    }

    /// <summary>The oblast of another, or in the oblast that is another.</summary>
    public static void Wider(IReadOnlyList<Site> sites, Site site, in FeaturePart zone, in FeaturePart type, FeatureList into)
    {
        if (site.Name?.Location?.Place is not { } own)
        {
            return;
        }

        foreach (var x in sites)
        {
            if (ReferenceEquals(x, site) || x.Zone > SiteZone.Behind || x.Name?.Location?.Place is not { } other || other.GeonameId == own.GeonameId)
            {
                continue;
            }

            if (Holds(own, other))
            {
                into.AddOnce($"holds:{zone}:{SiteFeatures.Zone(x)}:{type}");
            }
            else if (Holds(other, own))
            {
                into.AddOnce($"lies:{zone}:{SiteFeatures.Zone(x)}:{type}");
            }
        }
    }

    private static bool Holds(Place wider, Place finer) =>
        wider.Precision == PlacePrecision.Country ? finer.Precision != PlacePrecision.Country && finer.Country == wider.Country
        : wider.Precision == PlacePrecision.Oblast && finer.Precision < PlacePrecision.Oblast && finer.Oblast == wider.Name;

    /// <summary>What stands beside it in the sentence, and how far it is from the claim's words.</summary>
    public static void Near(ReportView view, PlaceNames names, Assertion claim, Site site, in FeaturePart zone, FeatureList into)
    {
        var s = view.Sentences[claim.Sentence];
        var own = site.Name;
        PlaceName? before = null, after = null;
        foreach (var n in names[claim.Sentence])
        {
            if (!ReferenceEquals(n, own))
            {
                before = n.End <= site.Head ? n : before;
                after = n.First > site.Head && after is null ? n : after;
            }
        }

        var (first, end) = own is null ? (site.Head, site.Head + 1) : (own.First, own.End);
        if (before is not null)
        {
            var gap = Gap(s, before.End, first);
            into.AddOnce($"b:{gap}:{Sort(before)}:{claim.Evidence.Overlaps(before.Span)}:{zone}");
            into.AddOnce($"b:{gap}:{Sort(before)}:{(own is null ? "noun" : Sort(own))}");
        }

        if (after is not null)
        {
            var gap = Gap(s, end, after.First);
            into.AddOnce($"a:{gap}:{Sort(after)}:{claim.Evidence.Overlaps(after.Span)}:{zone}");
            into.AddOnce($"a:{gap}:{Sort(after)}:{(own is null ? "noun" : Sort(own))}");
        }

        FeaturePart path = SiteWords.Path(s, site.Head, claim.Trigger);
        FeaturePart trigger = SiteWords.Word(s, claim.Trigger);
        into.AddOnce($"path:{path}");
        into.AddOnce($"path:{path}:{claim.Kind}");
        into.AddOnce($"path:{path}:{zone}");
        into.AddOnce($"top:{SiteWords.Path(s, site.Head, claim.Clause)}:{zone}");
        into.AddOnce($"w:{trigger}:{(s.Preposition(site.Head) ?? "-")}:{zone}");
        into.AddOnce($"w:{trigger}:{s.Tokens[site.Head].Relation}");
        var clause = s.ClauseOf(site.Head);
        FeaturePart where = clause == claim.Trigger || clause == claim.Clause ? "own" : s.Below(clause, claim.Trigger) ? "under " + s.Tokens[clause].Relation : s.Below(claim.Trigger, clause) ? "over " + s.Tokens[claim.Clause].Relation : "beside";
        into.AddOnce($"clause:{where}:{zone}");
        into.AddOnce($"clause:{where}:{claim.Kind}");
        into.AddOnce($"clause:{where}:{s.Tokens[site.Head].Relation}:{zone}");
        var far = Math.Min(Farthest, Math.Abs(site.Head - claim.Trigger)) / 3;
        into.AddOnce($"far:{zone}:{far}:{site.Head < claim.Trigger}");
        foreach (var a in view.Attributions)
        {
            if (a.Source.Any(x => x.Overlaps(s.Tokens[site.Head].Span)))
            {
                into.AddOnce($"source");
                into.AddOnce($"source:{zone}");
            }
        }

        if (own is not null && names[claim.Sentence].Any(n => !ReferenceEquals(n, own) && n.Same(own)))
        {
            into.AddOnce($"again:{zone}");
        }
    }

    private static string Sort(PlaceName n) => n.Side is not null ? "state" : n.Location?.Place is null ? "open" : n.Location.Precision.ToString();

    private static string Gap(Sentence s, int from, int to) =>
        to <= from ? "in" : to - from > 3 ? "far" : string.Join(' ', Enumerable.Range(from, to - from).Select(t => SiteWords.Word(s, t)));

    /// <summary>Whether it names who acts or is acted on.</summary>
    public static void Sides(Assertion claim, Site site, in FeaturePart zone, FeatureList into)
    {
        if (site.Name?.Side is not { } side)
        {
            return;
        }

        into.AddOnce($"side:{zone}:{side == claim.Actor?.Side}:{side == claim.Target?.Side}");
        into.AddOnce($"side:{claim.Kind}:{side == claim.Actor?.Side}:{side == claim.Target?.Side}");
    }
}
