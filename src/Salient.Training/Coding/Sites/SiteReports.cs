using System.Collections.Immutable;
using Salient.Coding;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;
using Salient.Scoring;

namespace Salient.Training.Coding.Sites;

/// <summary>Makes examples of the claims that the program finds and a coder has, too.</summary>
internal sealed class SiteReports(Pipeline pipeline, FrameSet frames)
{
    /// <summary>Begins what only written reports show: who marked them, and how readily these take a place for a claim's. Without it weights speak for those who coded by hand.</summary>
    public const string Marked = "marked:";

    private readonly MarkedReports marked = new(pipeline);
    private readonly SiteFinder finder = new(frames);
    private readonly SiteFeatures features = new(frames);
    private int number;

    /// <summary>Of the reports of <paramref name="reports"/> that <paramref name="gold"/> has claims for.</summary>
    public IEnumerable<SiteExample> Coded(string gold, string reports) => marked.Coded(gold, reports).SelectMany(m => Make(m.Report, m.Claims, marker: null));

    /// <summary>Of a file written for training whose claims' slots are marked.</summary>
    public IEnumerable<SiteExample> Invented(string path) => marked.Invented(path, c => !c.Places.IsDefault).SelectMany(m => Make(m.Report, m.Claims, MarkerOf(path)));

    /// <summary>Who marked a file: "reports-n-25" is of those who marked "reports-n".</summary>
    public static string MarkerOf(string path) => Path.GetFileNameWithoutExtension(path) is var name && name.LastIndexOf('-') is > 0 and var at ? name[..at] : name;

    private IEnumerable<SiteExample> Make(Report report, List<GoldClaim> gold, string? marker)
    {
        number++;
        var sentences = pipeline.Sentences(report);
        var view = new ReportView(report, sentences, pipeline.Attribute(report, sentences));
        var locations = pipeline.Locate(report, sentences);
        var claims = pipeline.Assert(view, locations);
        var names = new PlaceNames(view, locations, claims);
        foreach (var (g, p) in Matching.Pair(gold, [.. claims.Select(c => new GoldClaim(c.Kind + "/" + c.Act, c.Evidence))]))
        {
            if (!gold[g].Places.IsDefault)
            {
                var sites = finder.Find(view, names, claims[p]);
                yield return new SiteExample(number, [.. sites], [.. Enumerable.Range(0, sites.Count).Select(i => Named(view, names, claims[p], sites, i, marker))], Label(sites, gold[g].Places), gold[g].Places, marker is null, Show(view, claims[p]));
            }
        }
    }

    private List<string> Named(ReportView view, PlaceNames names, Assertion claim, List<Site> sites, int at, string? marker)
    {
        var list = new FeatureList(null, named: true);
        features.Add(view, names, claim, sites, at, list);
        if (marker is not null)
        {
            var (by, site) = (Marked + marker, sites[at]);
            var sort = site.Name is null ? "noun" : site.Name.Side is null ? "name" : "state";
            list.AddOnce($"{by}");
            list.AddOnce($"{by}:{site.Zone.ToString()}");
            list.AddOnce($"{by}:{sort}");
            list.AddOnce($"{by}:{site.Zone.ToString()}:{sort}");
            list.AddOnce($"{by}:{claim.Kind}:{site.Zone.ToString()}");
            list.AddOnce($"{by}:{claim.Kind}:{sort}");
            list.AddOnce($"{by}:{site.Kept}");
        }

        return list.Names;
    }

    private static string Show(ReportView view, Assertion claim)
    {
        var (span, text) = (view.Sentences[claim.Sentence].Span, view.Report.Text);
        return $"{claim.Kind}/{claim.Act} {text[span.Start..Math.Max(span.Start, claim.Evidence.Start)]}[[{claim.Evidence.Of(text)}]]{text[Math.Min(span.End, claim.Evidence.End)..span.End]}".ReplaceLineEndings(" ");
    }

    // Each name of the coder's is the site that is called most like it, the nearest of these, and what overlaps it and is called so, too: "Brod" in "the Brod region".
    private static bool[] Label(List<Site> sites, ImmutableArray<string> gold)
    {
        var right = new bool[sites.Count];
        foreach (var name in gold)
        {
            var best = Enumerable.Range(0, sites.Count).Where(i => !right[i] && Words.NamesAgree(name, sites[i].Argument.Name))
                .OrderByDescending(i => Shared(name, sites[i].Argument.Name)).ThenBy(i => sites[i].Zone).ThenBy(i => sites[i].Name is null).Select(i => (int?)i).FirstOrDefault();
            if (best is { } i)
            {
                right[i] = true;
                for (var j = 0; j < right.Length; j++)
                {
                    right[j] |= !sites[j].Argument.Span.IsEmpty && sites[j].Argument.Span.Overlaps(sites[i].Argument.Span) && Words.NamesAgree(name, sites[j].Argument.Name);
                }
            }
        }

        return right;
    }

    private static double Shared(string a, string b)
    {
        HashSet<string> x = [.. Words.Split(a)], y = [.. Words.Split(b)];
        x.Remove("the");
        y.Remove("the");
        return x.Count + y.Count == 0 ? 0 : (double)x.Intersect(y, StringComparer.Ordinal).Count() / x.Union(y, StringComparer.Ordinal).Count();
    }
}
