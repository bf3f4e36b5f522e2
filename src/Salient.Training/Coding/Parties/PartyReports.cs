using Salient.Coding;
using Salient.Coding.Arguments;
using Salient.Coding.Frames;
using Salient.Coding.Parties;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Training.Coding.Parties;

/// <summary>Makes examples of the claims that the program finds and a coder has, too.</summary>
internal sealed class PartyReports(Pipeline pipeline, FrameSet frames)
{
    private readonly MarkedReports marked = new(pipeline);
    private readonly ContenderFinder finder = new(pipeline.Theatre);
    private readonly ContenderFeatures features = new(pipeline.Theatre);
    private int number;

    /// <summary>Of the reports of <paramref name="reports"/> that <paramref name="gold"/> has claims for.</summary>
    public IEnumerable<PartyExample> Coded(string gold, string reports) => marked.Coded(gold, reports).SelectMany(m => Make(m.Report, m.Claims, coded: true));

    /// <summary>Of a file written for training whose claims' slots say who is acted on.</summary>
    public IEnumerable<PartyExample> Invented(string path) => marked.Invented(path, c => c.Target is not null).SelectMany(m => Make(m.Report, m.Claims, coded: false));

    private IEnumerable<PartyExample> Make(Report report, List<GoldClaim> gold, bool coded)
    {
        number++;
        var sentences = pipeline.Sentences(report);
        var view = new ReportView(report, sentences, pipeline.Attribute(report, sentences));
        var claims = pipeline.Assert(view, pipeline.Locate(report, sentences));
        var discourse = new Discourse(view, frames, pipeline.Theatre);
        foreach (var (g, p) in Matching.Pair(gold, [.. claims.Select(c => new GoldClaim(c.Kind + "/" + c.Act, c.Evidence))]))
        {
            var speaker = discourse.Speaker(claims[p].Evidence);
            if (gold[g].Actor is { } actor)
            {
                yield return Make(view, claims[p], PartyChooser.Acts, claims[p].Actor, speaker, actor, coded);
            }

            if (gold[g].Target is { } target)
            {
                // Who is acted on is learned beside whom the coder says acts and, where that is another, beside whom the program finds.
                yield return Make(view, claims[p], PartyChooser.Done, claims[p].Target, speaker, target, coded);
                if (gold[g].Actor is { } side && side != (claims[p].Actor?.Side ?? ""))
                {
                    yield return Make(view, claims[p] with { Actor = side.Length == 0 ? null : new Party(side, side) }, PartyChooser.Done, claims[p].Target, speaker, target, coded);
                }
            }
        }
    }

    private PartyExample Make(ReportView view, Assertion claim, string slot, Party? kept, ClaimSource? speaker, string gold, bool coded)
    {
        var all = finder.Find(view, claim, kept, speaker);
        var likely = slot == PartyChooser.Acts ? claim.Leaning.Actors : claim.Leaning.Targets;
        var seen = all.ConvertAll(_ => new FeatureList(null, named: true));
        features.Add(view, claim, slot, likely, speaker, all, seen);
        return new PartyExample(number, slot, [.. all], [.. seen.Select(l => l.Names)], [.. all.Select(c => c.Side == gold)], gold, coded);
    }
}
