using System.Collections.Immutable;

namespace Salient.Coding;

/// <summary>Keeps what its frame trusts, less where the trigger is a bare noun phrase: the scorer where no learned one is given.</summary>
internal sealed class PriorScorer : ICandidateScorer
{
    public double Threshold => 0.5;

    public ImmutableArray<double> Score(ReportView view, ImmutableArray<Candidate> candidates) => [.. candidates.Select(Score)];

    public ImmutableArray<(string Feature, double Weight)> Explain(ReportView view, ImmutableArray<Candidate> candidates, int candidate) =>
        [($"prior of {candidates[candidate].Frame.Id}", candidates[candidate].Frame.Prior), ($"construction {candidates[candidate].Construction}", Score(candidates[candidate]) - candidates[candidate].Frame.Prior)];

    private static double Score(Candidate candidate) =>
        candidate.Construction == Construction.Bare && candidate.Frame.Evidence == Frames.EvidenceRule.Clause ? candidate.Frame.Prior * 0.6 : candidate.Frame.Prior;
}
