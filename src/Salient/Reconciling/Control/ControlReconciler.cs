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
    public ImmutableArray<ControlHistory> Reconcile(IEnumerable<RecordedClaim> claims) =>
        Reconcile(claims.SelectMany(Views).GroupBy(v => v.Place).Select(g => new PlaceViews(g.Key, [.. g.Select(v => v.View)])));

    /// <summary>The history of every settlement, from all words on settlements, raions and oblasts.</summary>
    public ImmutableArray<ControlHistory> Reconcile(IEnumerable<PlaceViews> words)
    {
        var views = Spread(words);
        var anchors = new Anchor?[index.Settlements.Length];
        var departures = new DepartureIndex(index, views, Sign, policy.Inference.Release, 1 / policy.Wide["oblast"]);
        foreach (var (settlement, said) in views)
        {
            anchors[settlement] = Anchored(settlement, said, departures);
        }

        var result = new ControlHistory[index.Settlements.Length];
        Parallel.For(0, result.Length, i => result[i] = History(i, anchors, views.GetValueOrDefault(i, [])));
        return ImmutableArray.Create(result);
    }

    /// <summary>What one claim says of the places that it names: settlements, and whole raions and oblasts.</summary>
    public IEnumerable<(int Place, ControlView View)> Views(RecordedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        foreach (var place in claim.Claim.Places.Where(p => p.GeonameId is not null))
        {
            if (witness.View(claim, place) is { } view && (view.Wide ? view.Direct && !index.Within(place.GeonameId!.Value).IsEmpty : index.Find(place.GeonameId!.Value) >= 0))
            {
                yield return (place.GeonameId!.Value, view);
            }
        }
    }

    /// <summary>The settlements that words on a place bear on: itself, or the members of a raion or oblast.</summary>
    public IEnumerable<int> Bears(int geonameId) =>
        index.Find(geonameId) >= 0 ? [geonameId] : index.Within(geonameId).ToArray().Select(i => index.Settlements[i].GeonameId);

    /// <summary>The history of a settlement from its own words; without states where they do not say who holds it and the places around must tell.</summary>
    /// <param name="geonameId">The settlement.</param>
    /// <param name="words">The words on a place.</param>
    public ControlHistory Own(int geonameId, Func<int, IEnumerable<ControlView>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var i = index.Find(geonameId);
        var views = Sorted(words(geonameId).Concat(index.Around(i).SelectMany(words)));
        return views.Any(v => v.Direct && !v.Wide) ? History(i, [], views) : new ControlHistory(index.Settlements[i], [], views);
    }

    /// <summary>The history of a settlement with states that were kept; null where the baseline does not cover it.</summary>
    public ControlHistory? Kept(int geonameId, ImmutableArray<ControlState> states, Func<int, IEnumerable<ControlView>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return index.Find(geonameId) is var i and >= 0 ? new ControlHistory(index.Settlements[i], states, Sorted(words(geonameId).Concat(index.Around(i).SelectMany(words)))) : null;
    }

    private Dictionary<int, ImmutableArray<ControlView>> Spread(IEnumerable<PlaceViews> words)
    {
        var found = new Dictionary<int, List<ControlView>>();
        foreach (var (place, views) in words)
        {
            if (index.Find(place) is var settlement and >= 0)
            {
                Put(found, settlement, views);
                continue;
            }

            foreach (var member in index.Within(place))
            {
                Put(found, member, views);
            }
        }

        return found.ToDictionary(p => p.Key, p => Sorted(p.Value));
    }

    private static ImmutableArray<ControlView> Sorted(IEnumerable<ControlView> views) =>
    [
        .. views.Distinct().OrderBy(v => v.Day).ThenBy(v => v.Weight).ThenBy(v => v.Report, StringComparer.Ordinal).ThenBy(v => v.Claim, StringComparer.Ordinal).ThenBy(v => v.Holder, StringComparer.Ordinal),
    ];

    private static void Put(Dictionary<int, List<ControlView>> found, int settlement, ImmutableArray<ControlView> views)
    {
        if (!found.TryGetValue(settlement, out var list))
        {
            found[settlement] = list = [];
        }

        list.AddRange(views);
    }

    private Anchor? Anchored(int settlement, ImmutableArray<ControlView> views, DepartureIndex departures)
    {
        var words = views.Where(v => !v.Wide && v.Holder != "contested").Select(v => new FrontWord(v.Day.DayNumber, Sign(v.Holder), v.Weight, v.Front ?? double.PositiveInfinity)).ToArray();
        return words.Length == 0 ? null : new Anchor(index.Depth(settlement), words, departures.At(settlement));
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
            near.Add((new Anchor(index.Depth(i), wide, Departures.None), policy.Inference.Wide));
        }

        var turns = new List<ControlJudge.Turn> { new(baseline.Day, index.Holders[i], 0, null) };
        if (near.Count > 0 && Sign(index.Holders[i]) > 0)
        {
            turns.AddRange(inference.Infer(baseline.Day.DayNumber, Sign(index.Holders[i]), index.Depth(i), near)
                .Select(t => new ControlJudge.Turn(DateOnly.FromDayNumber(t.Day), parties[t.Holder > 0 ? 0 : 1], t.Lean, null)));
        }

        return turns;
    }

    private int Sign(string holder) => holder == parties[0] ? 1 : -1;
}
