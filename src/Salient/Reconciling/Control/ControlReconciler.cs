using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Who held which settlement when, from all claims: each settlement from its own words, the others from those around them.</summary>
public sealed class ControlReconciler
{
    private readonly Baseline baseline;
    private readonly SettlementIndex index;
    private readonly ImmutableArray<string> parties;
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
        (this.policy, this.baseline, this.parties) = (policy, baseline, parties);
        index = new SettlementIndex(places, baseline, parties[1]);
        witness = new ControlWitness(policy, parties);
        judge = new ControlJudge(policy.Judgement);
        inference = new ControlInference(policy.Inference);
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
        var words = views.Where(v => !v.Wide && v.Holder != "contested").Select(v => new FrontWord(v.Day.DayNumber, Sign(v.Holder), v.Weight, v.Front ?? double.PositiveInfinity)).ToArray();
        return words.Length == 0 ? null : new Anchor(index.Depth(settlement), words);
    }

    private ControlHistory History(int i, Anchor?[] anchors, ImmutableArray<ControlView> views)
    {
        var direct = views.Any(v => v.Direct && !v.Wide);
        var turns = direct ? judge.Judge(baseline.Day, index.Holders[i], views) : Inferred(i, anchors, views);
        return new ControlHistory(index.Settlements[i], ControlStates.Of(turns, views, index.Holders[i], !direct, judge), views);
    }

    private List<ControlJudge.Turn> Inferred(int i, Anchor?[] anchors, ImmutableArray<ControlView> views)
    {
        var near = index.Near(i, policy.Inference.Reach).Where(n => anchors[n.Settlement] is not null).OrderBy(n => n.Kilometres).ThenBy(n => n.Settlement)
            .Take(policy.Inference.Places).Select(n => (anchors[n.Settlement]!, n.Kilometres)).ToList();
        if (anchors[i] is { } own)
        {
            near.Add((own, 0));
        }

        var wide = views.Where(v => v.Wide).Select(v => new FrontWord(v.Day.DayNumber, Sign(v.Holder), v.Weight, double.PositiveInfinity)).ToArray();
        if (wide.Length > 0)
        {
            near.Add((new Anchor(index.Depth(i), wide), policy.Inference.Slack));
        }

        var turns = new List<ControlJudge.Turn> { new(baseline.Day, index.Holders[i], 0, null) };
        if (near.Count > 0)
        {
            turns.AddRange(inference.Infer(baseline.Day.DayNumber, Sign(index.Holders[i]), index.Depth(i), near)
                .Select(t => new ControlJudge.Turn(DateOnly.FromDayNumber(t.Day), parties[t.Holder > 0 ? 0 : 1], t.Lean, null)));
        }

        return turns;
    }

    private int Sign(string holder) => holder == parties[0] ? 1 : -1;
}
