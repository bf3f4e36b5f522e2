using System.Buffers;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>What a network over an encoder thinks of units: its sums and those of the scorer count alike, but for what happens on the ground.</summary>
/// <remarks>The two err on different units, since one learned words and sentences from this project's texts alone and the other knew much English before.</remarks>
internal sealed class SecondOpinion
{
    private const double Share = 0.5;

    // A unit that the scorer gives less of a chance needs no second opinion: the encoder is most of what a report costs.
    private const double Doubt = 0.05;

    private readonly Network first;
    private readonly Network model;
    private readonly EncodedReader reader;
    private readonly int[] rows;

    /// <param name="first">The scorer.</param>
    /// <param name="model">The network whose encoder reads.</param>
    /// <exception cref="ProblemException">SAL0543 the two do not speak of the same outputs.</exception>
    public SecondOpinion(Network first, Network model)
    {
        if (!first.Outputs.SequenceEqual(model.Outputs) || model.Encoder is null)
        {
            throw new ProblemException(new Problem("SAL0543", "models/coder.encoder.br", "This is no network over an encoder, or it does not have the outputs of coder.net.br.", "Train both on the same data."));
        }

        (this.first, this.model) = (first, model);
        reader = new EncodedReader(model);
        rows = [.. first.Features.Select(model.Table.Find)];
    }

    /// <summary>Moves the scorer's sums half of the way to this network's.</summary>
    /// <param name="context">The report.</param>
    /// <param name="units">Its units.</param>
    /// <param name="features">For each unit its features, as the scorer numbers them.</param>
    /// <param name="sums">For each unit the scorer's sums.</param>
    /// <param name="explained">True keeps what <see cref="Explain"/> needs.</param>
    /// <param name="only">The sentence that is asked for; null for all.</param>
    /// <returns>For each unit what decided; null where it was not asked, or nothing is kept.</returns>
    public EncodedReasons?[]? Weigh(Context context, IReadOnlyList<Unit> units, FeatureList[] features, double[][] sums, bool explained, int? only = null)
    {
        int[] asked = [.. Enumerable.Range(0, units.Count).Where(u => (only is null || units[u].Sentence == only) && first.Probabilities(sums[u]).Sum() >= Doubt && !GroundKinds.Lead(first, sums[u]))];
        var hidden = model.Weights.Hidden;
        var said = ArrayPool<float>.Shared.Rent(asked.Length * hidden);
        var places = explained ? new float[asked.Length][] : null;
        var read = reader.Read(context, [.. asked.Select(u => units[u])], said, places);
        var own = model.Sum([.. asked.Select(u => features[u].By(rows))], [], said.AsSpan(0, asked.Length * hidden));
        var result = explained ? new EncodedReasons?[units.Count] : null;
        for (var i = 0; i < asked.Length; i++)
        {
            double[] mean = [.. sums[asked[i]].Zip(own[i], (mine, other) => mine + (Share * (other - mine)))];
            if (!read[i] || GroundKinds.Lead(first, mean))
            {
                continue;
            }

            sums[asked[i]] = mean;
            if (result is not null)
            {
                result[asked[i]] = new EncodedReasons(said.AsSpan(i * hidden, hidden).ToArray(), places![i]);
            }
        }

        ArrayPool<float>.Shared.Return(said);
        return result;
    }

    /// <summary>What each feature and each place of both readings added to the sum of <paramref name="output"/>, loudest first.</summary>
    /// <param name="mine">What the scorer's added to its own.</param>
    /// <param name="features">The unit's features.</param>
    /// <param name="reasons">What this network's sums were made from.</param>
    /// <param name="output">The output.</param>
    public IEnumerable<(string Feature, double Weight)> Explain(IEnumerable<(string Feature, double Weight)> mine, IReadOnlyList<string> features, EncodedReasons reasons, string output) =>
        mine.Select(p => (p.Feature, Weight: p.Weight * (1 - Share)))
            .Concat(model.Explain([.. features.Where(f => first.Table.Find(f) >= 0)], [], reasons.Said, [reasons.Places], output).Select(p => (p.Feature, Weight: p.Weight * Share)))
            .GroupBy(p => p.Feature, p => p.Weight, StringComparer.Ordinal).Select(g => (Feature: g.Key, Weight: g.Sum()))
            .OrderByDescending(p => Math.Abs(p.Weight)).ThenBy(p => p.Feature, StringComparer.Ordinal);
}

/// <summary>What a network over an encoder made its sums of one unit from.</summary>
/// <param name="Said">What the encoder says of it.</param>
/// <param name="Places">What it makes of the unit's places.</param>
internal sealed record EncodedReasons(float[] Said, float[] Places);
