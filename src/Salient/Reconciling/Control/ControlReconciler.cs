using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// Who held which settlement when, from all claims: what words say of the places that they name pulls those places, and the ground between leans as they do. Until all
/// words are weighed together, a settlement's own words alone tell.
/// </summary>
public sealed class ControlReconciler
{
    private const int BankWords = 10;
    private static readonly string[] Parting = [",", "(", ")", "and", "but", "while", "or", "as", "after", "before", "when", "until", "except", "excluding", "save", "apart", "other"];
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
        neighbours = new(() => new Neighbours(index, policy.Inference));
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
            return [.. Enumerable.Range(0, signs.Length).Select(i => Judged(i, new([], null)))];
        }

        var slices = new Slices(baseline.Day.DayNumber, told.Max());
        var coverage = new Coverage(policy.Inference, slices, views);
        var maker = new PullMaker(policy.Inference, index, slices, coverage, parties, views, areas);
        var pulls = maker.Make();
        var leans = new GroundField(policy.Inference, index, neighbours.Value, signs).Solve(pulls, maker.Areas(), slices.Count);
        var result = new ControlHistory[signs.Length];
        var around = new AreaWords(index, areas);
        var finder = new TurnFinder(policy.Inference, slices, coverage);
        var holders = new sbyte[]?[result.Length];
        Parallel.For(0, result.Length, i => holders[i] = leans[i] is { } lean
            ? finder.Find(signs[i], lean, finder.Told(maker.Heard(i), Sign, maker.Told(i)), index.Settlements[i].Population, maker.Heard(i))
            : null);
        new CutOff(policy.Inference, index, neighbours.Value, slices, coverage, signs).Settle(holders, maker.Heard, Sign);
        Parallel.For(0, result.Length, i => result[i] = holders[i] is { } held ? History(i, held, leans[i]!, slices, Said(i), maker.Heard(i)) : Judged(i, Said(i), maker.Heard(i)));
        return ImmutableArray.Create(result);

        Told Said(int i) => views.TryGetValue(i, out var own) ? new(ControlView.Merged(own, around.Around(i)), null) : new(around.Around(i), around);
    }

    /// <summary>What one claim says of the places that it names: settlements, and whole raions and oblasts.</summary>
    public IEnumerable<(int Place, ControlView View)> Views(RecordedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Claim.Time?.To < baseline.Day)
        {
            // What was so before the start is known.
            yield break;
        }

        foreach (var place in claim.Claim.Places)
        {
            if (Area(claim.Claim, place) is var (bank, name))
            {
                // On a bank as a whole only the second party is so little of it that the words can be taken for all of its ground there.
                if (bank != 0 && witness.View(claim, place with { Name = name, GeonameId = bank, Precision = PlacePrecision.Oblast }) is { Whole: true } told && (place.GeonameId is not null || told.Holder == parties[0]))
                {
                    yield return (bank, told);
                }
            }
            else if (place.GeonameId is { } id && !(index.Namesake(id) && witness.Territory(claim, place))
                && witness.View(claim, place) is { } view && (view.Wide ? view.Direct && !index.Within(id).IsEmpty : place.Precision != PlacePrecision.Region && index.Find(id) >= 0 && Named(claim.Claim, place, id)))
            {
                yield return (id, view);
            }
        }
    }

    /// <summary>False for a town that the words themselves do not name: "the settlement" of a sentence before is another.</summary>
    private bool Named(Claim claim, ClaimPlace place, int id) => index.Settlements[index.Find(id)].Population < policy.Inference.Town || claim.Evidence.Contains(place.Name, StringComparison.Ordinal);

    /// <summary>The bank of a river that a place is, or that an oblast is said to be meant as far as, with all words that name it: 0 for one that is not known; null for every other place.</summary>
    private (int Number, string Name)? Area(Claim claim, ClaimPlace place)
    {
        if (place.Precision is not (PlacePrecision.Region or PlacePrecision.Oblast))
        {
            return null;
        }

        // "The right bank of the river in an oblast", "[the right bank of] the river", "an oblast [west of the river]".
        var (text, oblast) = (claim.Evidence, place.GeonameId is { } id && !index.Within(id).IsEmpty ? id : 0);
        var at = ControlReading.At(text, place.Name);
        var before = at > 0 ? ControlReading.Words(text[ControlReading.Sentence(text, at)..at]) : [];
        before = [.. before.Skip(before.FindLastIndex(w => Parting.Contains(w)) + 1).TakeLast(BankWords)];
        if (index.Banks.Find($"{string.Join(' ', before)} {place.Name}", oblast, place.Lat, place.Lon) is { } bank)
        {
            return (bank, at < 0 ? place.Name : text[Banks.Lead(text, at)..(at + place.Name.Length)]);
        }

        if (before.Contains("bank"))
        {
            return (0, place.Name);
        }

        var after = at >= 0 && oblast != 0 && place.Precision == PlacePrecision.Oblast ? ControlReading.Words(text[(at + place.Name.Length)..]).TakeWhile(w => !Parting.Contains(w)).Take(BankWords) : [];
        return index.Banks.Find("- " + string.Join(' ', after), oblast) is { } part ? (part, place.Name) : null;
    }

    /// <summary>True for a settlement that the baseline covers.</summary>
    public bool Settles(int geonameId) => index.Find(geonameId) >= 0;

    /// <summary>The history of a settlement from its own words; without states where they do not say who holds it and the places around must tell.</summary>
    /// <param name="geonameId">The settlement.</param>
    /// <param name="words">The words on a place, in order.</param>
    public ControlHistory Own(int geonameId, Func<int, ImmutableArray<ControlView>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var i = index.Find(geonameId);
        var views = All(i, geonameId, words);
        return views.Any(v => v.Direct && !v.Wide) ? Judged(i, new(views, null)) : new ControlHistory(index.Settlements[i], [], views);
    }

    /// <summary>The histories of settlements with states that were kept, by GeoNames id; of those alone that the baseline covers.</summary>
    /// <param name="states">The states, by settlement.</param>
    /// <param name="words">All words on settlements, raions and oblasts.</param>
    public IEnumerable<ControlHistory> Kept(IEnumerable<(int Place, ImmutableArray<ControlState> States)> states, IEnumerable<PlaceViews> words)
    {
        var (views, areas) = Spread(words);
        var around = new AreaWords(index, areas);
        return states.Select(s => (Settlement: index.Find(s.Place), s.States)).Where(s => s.Settlement >= 0)
            .Select(s => new ControlHistory(index.Settlements[s.Settlement], s.States, ControlView.Merged(views.GetValueOrDefault(s.Settlement, []), around.Around(s.Settlement))));
    }

    /// <summary>How many settlements the baseline covers.</summary>
    public int Count => signs.Length;

    private ImmutableArray<ControlView> All(int settlement, int geonameId, Func<int, ImmutableArray<ControlView>> words) =>
        index.Around(settlement).Aggregate(words(geonameId), (all, area) => ControlView.Merged(all, words(area)));

    /// <summary>The words on settlements, by index, and those on raions and oblasts, by GeoNames id.</summary>
    private (Dictionary<int, ImmutableArray<ControlView>> Settlements, Dictionary<int, ImmutableArray<ControlView>> Areas) Spread(IEnumerable<PlaceViews> words)
    {
        var (settlements, areas) = (new Dictionary<int, ImmutableArray<ControlView>>(), new Dictionary<int, ImmutableArray<ControlView>>());
        foreach (var (place, views) in words)
        {
            if (index.Find(place) is var settlement and >= 0)
            {
                settlements[settlement] = ControlView.Sorted(views);
            }
            else
            {
                areas[place] = ControlView.Sorted(views);
            }
        }

        return (settlements, areas);
    }

    /// <summary>By a settlement's own words alone.</summary>
    private ControlHistory Judged(int i, Told told, List<ControlView>? heard = null)
    {
        var views = told.Views;
        List<ControlJudge.Turn> turns = told.Around is null && views.Any(v => v.Direct && !v.Wide)
            ? judge.Judge(baseline.Day, index.Holders[i], heard is null ? views : ControlView.Sorted([.. views.Where(v => v.Wide || !v.Direct || v.Holder == "contested"), .. heard.Where(v => v.Direct)]))
            : [Start(i)];
        return History(i, turns, told);
    }

    private ControlHistory History(int i, sbyte[] held, float[] leans, Slices slices, Told told, List<ControlView> heard)
    {
        var turns = new List<ControlJudge.Turn> { Start(i) };
        for (var slice = 1; slice < held.Length; slice++)
        {
            if (held[slice] == held[slice - 1])
            {
                continue;
            }

            var holder = parties[held[slice] > 0 ? 0 : 1];
            var decisive = heard.LastOrDefault(v => v.Direct && v.Holder == holder && slices.Of(v.Day.DayNumber) == slice);
            turns.Add(new ControlJudge.Turn(decisive?.Day ?? DateOnly.FromDayNumber(slices.Day(slice)), holder, Math.Abs(leans[slice]), decisive));
        }

        return History(i, turns, told);
    }

    private ControlHistory History(int i, List<ControlJudge.Turn> turns, Told told)
    {
        var holder = index.Holders[i];
        var states = turns.Count == 1 && told.Around is { } around
            ? around.States(i, holder, views => ControlStates.Of(turns, views, holder, judge))
            : ControlStates.Of(turns, told.Views, holder, judge);
        return new ControlHistory(index.Settlements[i], states, told.Views);
    }

    private ControlJudge.Turn Start(int i) => new(baseline.Day, index.Holders[i], 0, null);

    private int Sign(string holder) => holder == parties[0] ? 1 : -1;

    /// <summary>What is told of a settlement.</summary>
    /// <param name="Views">All words, in order.</param>
    /// <param name="Around">Where they are of the areas around alone.</param>
    private readonly record struct Told(ImmutableArray<ControlView> Views, AreaWords? Around);
}
