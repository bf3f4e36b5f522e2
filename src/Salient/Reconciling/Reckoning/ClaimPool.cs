using Salient.Records;

namespace Salient.Reconciling.Reckoning;

/// <summary>Keeps one of each name and word, for claims held in memory by the million.</summary>
internal sealed class ClaimPool
{
    private readonly Dictionary<string, string> strings = [];
    private readonly Dictionary<ClaimSource, ClaimSource> sources = [];
    private readonly Dictionary<Party, Party> parties = [];
    private readonly Dictionary<ClaimPlace, ClaimPlace> places = [];

    /// <summary>The claim, with what it shares with others shared.</summary>
    public Claim Slim(Claim c) => c with
    {
        Report = One(c.Report),
        Kind = One(c.Kind),
        Act = One(c.Act),
        Rule = One(c.Rule),
        Sources = [.. c.Sources.Select(s => One(sources, s))],
        Actor = c.Actor is { } actor ? One(parties, actor) : null,
        Target = c.Target is { } target ? One(parties, target) : null,
        Places = [.. c.Places.Select(p => One(places, p))],
    };

    private string One(string text) => One(strings, text);

    private static T One<T>(Dictionary<T, T> pool, T value)
        where T : notnull
    {
        if (!pool.TryGetValue(value, out var kept))
        {
            pool[value] = kept = value;
        }

        return kept;
    }
}
