using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// From the words on named places to what pulls the ground there. That a place was taken tells who had it before; that it is attacked tells where the attacker stands: some
/// kilometres toward his rear. A side's own word on what it holds counts where another voice says the like within some days.
/// </summary>
/// <param name="policy">How words pull.</param>
/// <param name="index">Where settlements lie.</param>
/// <param name="slices">The days.</param>
/// <param name="coverage">Where few reports tell of anything.</param>
/// <param name="parties">The two sides.</param>
/// <param name="views">The words on settlements, by index.</param>
/// <param name="areas">The words on raions, oblasts and banks, by number.</param>
internal sealed class PullMaker(
    Inference policy, SettlementIndex index, Slices slices, Coverage coverage, ImmutableArray<string> parties, IReadOnlyDictionary<int, ImmutableArray<ControlView>> views, IReadOnlyDictionary<int, ImmutableArray<ControlView>> areas)
{
    private static readonly HashSet<(int, int)> None = [];
    private readonly SortedDictionary<int, List<ControlView>> heard = [];
    private readonly SortedDictionary<int, Pull> pulls = [];
    private readonly SortedDictionary<int, List<Tug>> attackers = [];
    private readonly SortedDictionary<int, ImmutableArray<ControlView>> standing = [];
    private readonly GroundClearer clearer = new(policy, index, slices, parties[0]);

    /// <summary>The pulls of all settlements that words tell of or that follow from them.</summary>
    public IReadOnlyDictionary<int, Pull> Make()
    {
        var hearer = new WordHearer(policy, index, slices, coverage, views);
        foreach (var settlement in views.Keys.Order())
        {
            heard[settlement] = hearer.Heard(settlement);
            clearer.Around(settlement, heard[settlement]);
        }

        clearer.Settle();

        foreach (var (area, said) in areas.OrderBy(a => a.Key))
        {
            standing[area] = clearer.Within(area, said, heard);
        }

        foreach (var (settlement, words) in heard)
        {
            var people = index.Settlements[settlement].Population;
            var city = people >= policy.City;
            Add(settlement, [.. Both(words.Where(w => w.Direct).ToList(), city)], policy.Fading, double.PositiveInfinity);
            Add(settlement, [.. Both(words.Where(w => !w.Direct).ToList(), city)], policy.Fading, people >= policy.Town ? double.PositiveInfinity : policy.Loose);
            foreach (var word in words.Where(w => w.Front is not null && !w.Direct && Sign(w) > 0))
            {
                Stands(settlement, word);
            }
        }

        foreach (var (settlement, words) in attackers)
        {
            Add(settlement, words, policy.Presence, policy.Standing);
        }

        var parts = new SortedDictionary<int, List<Tug>>();
        foreach (var (word, settlements) in clearer.Parts.Where(p => p.Word.Holder != "contested" && Within(p.Word)))
        {
            foreach (var settlement in settlements)
            {
                (parts.TryGetValue(settlement, out var list) ? list : parts[settlement] = []).Add(new(slices.Of(word.Day.DayNumber), Sign(word), word.Weight, Bearing.Onward));
            }
        }

        foreach (var (settlement, words) in parts)
        {
            Add(settlement, words, policy.Fading, policy.Whole);
        }

        return pulls;
    }

    /// <summary>The words on a settlement that pull it, in order; after <see cref="Make"/>.</summary>
    public List<ControlView> Heard(int settlement) => heard.GetValueOrDefault(settlement, []);

    /// <summary>Days of which words on all of the ground around a settlement tell that it falls to a side: 1 the first party, -1 the second.</summary>
    public IReadOnlySet<(int Slice, int Holder)> Told(int settlement) => clearer.Settlements.TryGetValue(settlement, out var days) ? days.Told : None;

    /// <summary>The pulls of raions, oblasts and banks, by number, each with how strong it is at the most, after <see cref="Make"/>: words tell of the days after them, for nobody knows how much of an area was held before.</summary>
    public IReadOnlyDictionary<int, ImmutableArray<(Pull Pull, double Most)>> Areas() =>
        standing.ToDictionary(a => a.Key, a => ImmutableArray.Create((Area(a.Value, whole: false), policy.Wide), (Area(a.Value, whole: true), policy.Whole)));

    private Pull Area(ImmutableArray<ControlView> said, bool whole)
    {
        var pull = new Pull(slices, coverage);
        pull.Add(said.Where(v => v.Holder != "contested" && v.Whole == whole && Within(v)).Select(v => new Tug(slices.Of(v.Day.DayNumber), Sign(v), v.Weight, Bearing.Onward)), policy.Fading);
        return pull;
    }

    // Who leaves a city may have stood around it: of a city, that it is lost or left tells nothing of the days before.
    private IEnumerable<Tug> Both(List<ControlView> said, bool city)
    {
        for (var i = 0; i < said.Count; i++)
        {
            var word = said[i];
            var (slice, sign) = (slices.Of(word.Day.DayNumber), Sign(word));
            yield return new(slice, sign, Weight(word), Bearing.Onward);
            var (before, other) = word.Turns ? (slices.Of(FirstTold(said, i).DayNumber - policy.Turning), -sign) : (slice - 1, sign);
            if (before >= 0 && !(word.Turns && city))
            {
                yield return new(before, other, Weight(word) * (word.Turns ? 1 : slices.Kept(policy.Fading)), word.Turns ? Bearing.Before : Bearing.Back);
            }
        }
    }

    /// <summary>The day on which the turn that a word tells of was first told: told again weeks later, it tells who had the place before then, not until now.</summary>
    private DateOnly FirstTold(List<ControlView> said, int at)
    {
        var (word, first) = (said[at], said[at].Day);
        for (var i = at - 1; i >= 0 && said[i].Holder == word.Holder && first.DayNumber - said[i].Day.DayNumber <= policy.Alone; i--)
        {
            first = said[i].Turns ? said[i].Day : first;
        }

        return first;
    }

    private void Add(int settlement, List<Tug> words, double fading, double most)
    {
        if (words.Count > 0)
        {
            if (!pulls.TryGetValue(settlement, out var found))
            {
                pulls[settlement] = found = new Pull(slices, coverage);
            }

            found.Add(words, fading, clearer.Settlements.GetValueOrDefault(settlement), most);
        }
    }

    private void Stands(int settlement, ControlView word)
    {
        if (index.Toward(settlement, word.Front!.Value) is var there and >= 0)
        {
            if (!attackers.TryGetValue(there, out var list))
            {
                attackers[there] = list = [];
            }

            var (slice, weight) = (slices.Of(word.Day.DayNumber), Weight(word));
            list.Add(new(slice, -1, weight, Bearing.Onward));
            if (slice > 0)
            {
                list.Add(new(slice - 1, -1, weight * slices.Kept(policy.Presence), Bearing.Back));
            }
        }
    }

    private double Weight(ControlView word) => word.Weight * policy.Strength * (!word.Direct && Sign(word) > 0 ? policy.Defended : 1);

    private bool Within(ControlView word) => slices.Of(word.Day.DayNumber) is var slice && slice >= 0 && slice < slices.Count;

    private int Sign(ControlView word) => word.Holder == parties[0] ? 1 : -1;
}
