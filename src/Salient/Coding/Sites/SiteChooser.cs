using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>Decides by learned weights which places a claim gets: names and nouns of its sentence, and names from before it.</summary>
internal sealed class SiteChooser(FrameSet frames, Network model)
{
    /// <summary>The model's output for a place of the claim.</summary>
    public const string Place = "place";

    private const int Most = 12;
    private readonly SiteFinder finder = new(frames);
    private readonly SiteFeatures features = new(frames);
    private readonly Powers powers = new(frames);
    private readonly Journeys journeys = new(frames);

    /// <summary>The claims with their places chosen.</summary>
    public ImmutableArray<Assertion> Choose(ReportView view, ImmutableArray<Location> locations, ImmutableArray<Assertion> claims)
    {
        var names = new PlaceNames(view, locations, claims);
        return [.. claims.Select(c => c with { Places = Choose(view, names, c) })];
    }

    private ImmutableArray<PlaceArgument> Choose(ReportView view, PlaceNames names, Assertion claim)
    {
        var sites = finder.Find(view, names, claim);
        var seen = new FeatureList[sites.Count];
        for (var i = 0; i < seen.Length; i++)
        {
            features.Add(view, names, claim, sites, i, seen[i] = new FeatureList(model.Table, named: false));
        }

        var sums = model.Sum(seen, [], []);
        var kept = Distinct([.. sites.Select((s, i) => (Site: s, Chance: Chance(sums[i]))).Where(s => s.Chance >= model.Threshold || journeys.Lead(view, claim, s.Site))]);
        return [.. kept.Where(s => !powers.Has(view, claim, s)).Select(s => Bare(s.Argument))];
    }

    // "the Donbas region" is called "Donbas region": an article is left off a proper name.
    private static PlaceArgument Bare(PlaceArgument place)
    {
        const int Article = 4;
        return place.Name.Length > Article && place.Name.StartsWith("the", StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(place.Name[Article - 1]) && char.IsUpper(place.Name[Article])
            ? place with { Name = place.Name[Article..], Span = place.Span.IsEmpty ? place.Span : new TextSpan(place.Span.Start + Article, place.Span.End) }
            : place;
    }

    /// <summary>How likely a site is a place of its claim, 0 to 1.</summary>
    /// <param name="sums">The model's sums.</param>
    public static double Chance(double[] sums) => 1 / (1 + Math.Exp(sums[1] - sums[0]));

    /// <summary>Of those that overlap or are called the same the likelier, by position; what stands before the sentence last.</summary>
    public static ImmutableArray<Site> Distinct(List<(Site Site, double Chance)> chosen)
    {
        var kept = new List<Site>();
        foreach (var (site, _) in chosen.OrderByDescending(c => c.Chance).ThenBy(c => c.Site.Argument.Span))
        {
            if (!kept.Exists(k => k.Argument.Span.Overlaps(site.Argument.Span) || string.Equals(k.Argument.Name, site.Argument.Name, StringComparison.OrdinalIgnoreCase) || (k.Name is { } a && site.Name is { } b && a.Same(b))))
            {
                kept.Add(site);
            }
        }

        return [.. kept.Take(Most).OrderBy(k => k.Argument.Span.IsEmpty).ThenBy(k => k.Argument.Span)];
    }
}
