using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// Who held which settlement when, from all claims: what words say of the places that they name pulls those places, and the ground between leans as they do. Until all
/// words are weighed together, a settlement's own words alone tell.
/// </summary>
public sealed class ControlReconciler
{
    private readonly Baseline baseline;
    private readonly SettlementIndex index;
    private readonly ImmutableArray<string> parties;
    private readonly ControlPolicy policy;
    private readonly ControlWitness witness;
    private readonly ControlJudge judge;
    private readonly Lazy<Neighbours> neighbours;
    private readonly sbyte[] signs;

    /// <summary>Takes the theatre's data.</summary>
    /// <param name="policy">How words are weighed.</param>
    /// <param name="baseline">Who held what before.</param>
    /// <param name="places">The gazetteer's settlements, raions and oblasts.</param>
    /// <param name="parties">The two sides that can hold ground.</param>
    public ControlReconciler(ControlPolicy policy, Baseline baseline, IEnumerable<Place> places, ImmutableArray<string> parties)
    {
        (this.policy, this.baseline, this.parties) = (policy, baseline, parties);
        index = new SettlementIndex(places, baseline, parties[1], policy.Rivers);
        witness = new ControlWitness(policy, parties);
        judge = new ControlJudge(policy.Judgement);
        neighbours = new(() => new Neighbours(index, policy.Inference.Crossing));
        signs = [.. index.Holders.Select(h => (sbyte)Sign(h))];
    }

    /// <summary>The history of every settlement that the baseline covers, by GeoNames id. The order of <paramref name="claims"/> does not matter.</summary>
    public ImmutableArray<ControlHistory> Reconcile(IEnumerable<RecordedClaim> claims) =>
        Reconcile(claims.SelectMany(Views).GroupBy(v => v.Place).Select(g => new PlaceViews(g.Key, [.. g.Select(v => v.View)])));

    /// <summary>The history of every settlement, from all words on settlements, raions and oblasts.</summary>
    public ImmutableArray<ControlHistory> Reconcile(IEnumerable<PlaceViews> words)
    {
        var (views, areas) = Spread(words);
        var told = views.Values.Concat(areas.Values).SelectMany(v => v).Select(v => v.Day.DayNumber).ToList();
        if (told.Count == 0)
        {
            return [.. Enumerable.Range(0, signs.Length).Select(i => Judged(i, []))];
        }

        var slices = new Slices(baseline.Day.DayNumber, told.Max());
        var maker = new PullMaker(policy.Inference, index, slices, parties, views, areas);
        var pulls = maker.Make();
        var leans = new GroundField(policy.Inference, index, neighbours.Value, signs).Solve(pulls, maker.Areas(), slices.Count);
        var result = new ControlHistory[signs.Length];
        var finder = new TurnFinder(policy.Inference, slices);
        Parallel.For(0, result.Length, i => result[i] = leans[i] is { } lean ? History(i, lean, finder, slices, Said(i), maker) : Judged(i, Said(i), maker.Heard(i)));
        return ImmutableArray.Create(result);

        ImmutableArray<ControlView> Said(int i) => Sorted(views.GetValueOrDefault(i, []).Concat(index.Around(i).SelectMany(a => areas.GetValueOrDefault(a, []))));
    }

    /// <summary>What one claim says of the places that it names: settlements, and whole raions and oblasts.</summary>
    public IEnumerable<(int Place, ControlView View)> Views(RecordedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        foreach (var place in claim.Claim.Places)
        {
            if (Area(claim.Claim, place) is { } bank)
            {
                // On a bank as a whole only the second party is so little of it that the words can be taken for all of its ground there.
                if (witness.View(claim, place with { GeonameId = bank, Precision = PlacePrecision.Oblast }) is { Whole: true } told && (place.GeonameId is not null || told.Holder == parties[0]))
                {
                    yield return (bank, told);
                }
            }
            else if (place.GeonameId is { } id && !(index.Namesake(id) && witness.Territory(claim, place))
                && witness.View(claim, place) is { } view && (view.Wide ? view.Direct && !index.Within(id).IsEmpty : index.Find(id) >= 0))
            {
                yield return (id, view);
            }
        }
    }

    /// <summary>The bank of a river that a place is, or that an oblast is said to be meant as far as; null for every other place.</summary>
    private int? Area(Claim claim, ClaimPlace place)
    {
        if (place.GeonameId is null)
        {
            return place.Precision == PlacePrecision.Region ? index.Banks.Find(place.Name, 0, place.Lat, place.Lon) : null;
        }

        return place.Precision == PlacePrecision.Oblast && claim.Evidence.IndexOf(place.Name, StringComparison.Ordinal) is var at and >= 0
            ? index.Banks.Find("- " + claim.Evidence[(at + place.Name.Length)..], place.GeonameId.Value)
            : null;
    }

    /// <summary>True for a settlement that the baseline covers.</summary>
    public bool Settles(int geonameId) => index.Find(geonameId) >= 0;

    /// <summary>The history of a settlement from its own words; without states where they do not say who holds it and the places around must tell.</summary>
    /// <param name="geonameId">The settlement.</param>
    /// <param name="words">The words on a place.</param>
    public ControlHistory Own(int geonameId, Func<int, IEnumerable<ControlView>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var i = index.Find(geonameId);
        var views = Sorted(words(geonameId).Concat(index.Around(i).SelectMany(words)));
        return views.Any(v => v.Direct && !v.Wide) ? Judged(i, views) : new ControlHistory(index.Settlements[i], [], views);
    }

    /// <summary>The history of a settlement with states that were kept; null where the baseline does not cover it.</summary>
    public ControlHistory? Kept(int geonameId, ImmutableArray<ControlState> states, Func<int, IEnumerable<ControlView>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return index.Find(geonameId) is var i and >= 0 ? new ControlHistory(index.Settlements[i], states, Sorted(words(geonameId).Concat(index.Around(i).SelectMany(words)))) : null;
    }

    /// <summary>The words on settlements, by index, and those on raions and oblasts, by GeoNames id.</summary>
    private (Dictionary<int, ImmutableArray<ControlView>> Settlements, Dictionary<int, ImmutableArray<ControlView>> Areas) Spread(IEnumerable<PlaceViews> words)
    {
        var (settlements, areas) = (new Dictionary<int, ImmutableArray<ControlView>>(), new Dictionary<int, ImmutableArray<ControlView>>());
        foreach (var (place, views) in words)
        {
            if (index.Find(place) is var settlement and >= 0)
            {
                settlements[settlement] = Sorted(views);
            }
            else
            {
                areas[place] = Sorted(views);
            }
        }

        return (settlements, areas);
    }

    private static ImmutableArray<ControlView> Sorted(IEnumerable<ControlView> views) =>
    [
        .. views.Distinct().Order(Words),
    ];

    private static readonly Comparer<ControlView> Words = Comparer<ControlView>.Create((a, b) =>
        a.Day != b.Day ? a.Day.CompareTo(b.Day)
        : a.Weight != b.Weight ? a.Weight.CompareTo(b.Weight)
        : string.CompareOrdinal(a.Report, b.Report) is var report and not 0 ? report
        : string.CompareOrdinal(a.Claim, b.Claim) is var claim and not 0 ? claim
        : string.CompareOrdinal(a.Holder, b.Holder));

    /// <summary>By a settlement's own words alone.</summary>
    private ControlHistory Judged(int i, ImmutableArray<ControlView> views, IEnumerable<ControlView>? heard = null)
    {
        var turns = views.Any(v => v.Direct && !v.Wide) ? judge.Judge(baseline.Day, index.Holders[i], heard is null ? views : [.. views.Where(v => v.Wide || !v.Direct || v.Holder == "contested").Concat(heard.Where(v => v.Direct)).Order(Words)]) : [new(baseline.Day, index.Holders[i], 0, null)];
        return new ControlHistory(index.Settlements[i], ControlStates.Of(turns, views, index.Holders[i], judge), views);
    }

    private ControlHistory History(int i, float[] leans, TurnFinder finder, Slices slices, ImmutableArray<ControlView> views, PullMaker maker)
    {
        var heard = maker.Heard(i);
        var turns = new List<ControlJudge.Turn> { new(baseline.Day, index.Holders[i], 0, null) };
        foreach (var (slice, sign) in finder.Find(signs[i], leans, finder.Told(heard, Sign, maker.Told(i)), index.Settlements[i].Population >= policy.Inference.City))
        {
            var holder = parties[sign > 0 ? 0 : 1];
            var decisive = heard.LastOrDefault(v => v.Direct && v.Holder == holder && slices.Of(v.Day.DayNumber) == slice);
            turns.Add(new ControlJudge.Turn(decisive?.Day ?? DateOnly.FromDayNumber(slices.Day(slice)), holder, Math.Abs(leans[slice]), decisive));
        }

        return new ControlHistory(index.Settlements[i], ControlStates.Of(turns, views, index.Holders[i], judge), views);
    }

    private int Sign(string holder) => holder == parties[0] ? 1 : -1;
}
