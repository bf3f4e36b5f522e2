using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;

namespace Salient.Tuning;

/// <summary>The outputs of the scorer of clauses: kinds, "none", the acts of each kind, and what claims are besides.</summary>
internal sealed class OutputShape
{
    public OutputShape()
    {
        Kinds = [.. Codebook.Acts.Keys.Order(StringComparer.Ordinal)];
        Outputs = [.. Kinds, Network.None, .. Kinds.SelectMany(k => Codebook.Acts[k].Select(a => k + "/" + a)), .. Leanings.Groups.SelectMany(g => g)];
        Goals = new Goals(Kinds.Length, [.. Kinds.Select(k => (Outputs.IndexOf(k + "/" + Codebook.Acts[k].First()), Codebook.Acts[k].Count()))], [.. Leanings.Groups.Select(g => (Outputs.IndexOf(g[0]), g.Count))], Outputs.Length);
    }

    /// <summary>The kinds, in the order of their numbers.</summary>
    public string[] Kinds { get; }

    /// <summary>All outputs.</summary>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>What is wanted of them.</summary>
    public Goals Goals { get; }
}
