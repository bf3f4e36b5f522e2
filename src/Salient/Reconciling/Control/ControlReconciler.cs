using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Who held which settlement when, from all claims: each settlement from its own words, the others from those around them.</summary>
public sealed class ControlReconciler
{
    private readonly Baseline baseline;
    private readonly SettlementIndex index;
    private readonly ControlPolicy policy;
    private readonly ControlWitness witness;
    private readonly ControlJudge judge;
    private readonly ControlInference inference;

    /// <summary>Takes the theatre's data.</summary>
    /// <param name="policy">How words are weighed.</param>
    /// <param name="baseline">Who held what before.</param>
    /// <param name="places">The gazetteer's settlements, raions and oblasts.</param>
    /// <param name="parties">The two sides that can hold ground.</param>
    public ControlReconciler(ControlPolicy policy, Baseline baseline, IEnumerable<Place> places, ImmutableArray<string> parties)
    {
        (this.policy, this.baseline) = (policy, baseline);
        index = new SettlementIndex(places, baseline);
        witness = new ControlWitness(policy, parties);
        judge = new ControlJudge(policy.Judgement);
        inference = new ControlInference(policy.Inference, (parties[0], parties[1]));
    }

    /// <summary>The history of every settlement that the baseline covers, by GeoNames id. The order of <paramref name="claims"/> does not matter.</summary>
    public ImmutableArray<ControlHistory> Reconcile(IEnumerable<RecordedClaim> claims)
    {
        var views = Views(claims);
        var anchors = new Anchor?[index.Settlements.Length];
        foreach (var (settlement, words) in views)
        {
            anchors[settlement] = Anchored(settlement, words);
        }

        var result = new ControlHistory[index.Settlements.Length];
        Parallel.For(0, result.Length, i => result[i] = History(i, anchors, views.GetValueOrDefault(i, [])));
        return ImmutableArray.Create(result);
    }

    private Dictionary<int, ImmutableArray<ControlView>> Views(IEnumerable<RecordedClaim> claims)
    {
        var found = new Dictionary<int, List<ControlView>>();
        foreach (var claim in claims)
        {
            foreach (var place in claim.Claim.Places.Where(p => p.GeonameId is not null))
            {
                if (witness.View(claim, place) is { } view)
                {
                    Spread(found, place, view);
                }
            }
        }

        return found.ToDictionary(p => p.Key, p => ImmutableArray.CreateRange(p.Value.Distinct()
            .OrderBy(v => v.Day).ThenBy(v => v.Weight).ThenBy(v => v.Report, StringComparer.Ordinal).ThenBy(v => v.Claim, StringComparer.Ordinal).ThenBy(v => v.Holder, StringComparer.Ordinal)));
    }

    private void Spread(Dictionary<int, List<ControlView>> found, ClaimPlace place, ControlView view)
    {
        var id = place.GeonameId!.Value;
        if (!view.Wide)
        {
            if (index.Find(id) is var settlement and >= 0)
            {
                Put(found, settlement, view);
            }

            return;
        }

        foreach (var member in view.Direct ? index.Within(id) : [])
        {
            Put(found, member, view);
        }
    }

    private static void Put(Dictionary<int, List<ControlView>> found, int settlement, ControlView view)
    {
        if (!found.TryGetValue(settlement, out var list))
        {
            found[settlement] = list = [];
        }

        list.Add(view);
    }

    private Anchor? Anchored(int settlement, ImmutableArray<ControlView> views)
    {
        if (views.All(v => v.Wide))
        {
            return null;
        }

        var direct = views.FirstOrDefault(v => v.Direct && !v.Wide)?.Day.DayNumber;
        return new Anchor(judge.Judge(baseline.Day, index.Holders[settlement], views), [.. views.Select(v => (v.Day.DayNumber, v.Holder))], direct);
    }

    private ControlHistory History(int i, Anchor?[] anchors, ImmutableArray<ControlView> views)
    {
        var near = index.Near(i, policy.Inference.Reach).Where(n => anchors[n.Settlement] is not null).Select(n => (anchors[n.Settlement]!, n.Kilometres)).ToList();
        var own = anchors[i];
        var inferred = own is null;
        if (own is { Direct: null })
        {
            near.Add((own, 1));
            inferred = true;
        }

        var turns = inferred ? inference.Infer(baseline.Day, index.Holders[i], near) : own!.Turns;
        return new ControlHistory(index.Settlements[i], ControlStates.Of(turns, views, index.Holders[i], inferred, judge), views);
    }
}
