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
/// <param name="parties">The two sides.</param>
internal sealed class PullMaker(Inference policy, SettlementIndex index, Slices slices, ImmutableArray<string> parties)
{
    private readonly SortedDictionary<int, Pull> pulls = [];
    private readonly SortedDictionary<int, List<(int, int, double, bool)>> standing = [];

    /// <summary>The pulls of all settlements that <paramref name="views"/> tell of or that follow from them.</summary>
    public IReadOnlyDictionary<int, Pull> Make(IReadOnlyDictionary<int, ImmutableArray<ControlView>> views)
    {
        foreach (var (settlement, said) in views.OrderBy(v => v.Key))
        {
            var words = said.Where(v => !v.Wide && v.Holder != "contested" && Within(v)).ToList();
            Own(settlement, Heard(words));
            foreach (var word in words.Where(w => w.Front is not null && !w.Direct && Sign(w) > 0))
            {
                Stands(settlement, word);
            }
        }

        foreach (var (settlement, words) in standing)
        {
            At(settlement).Add(words, policy.Presence);
        }

        return pulls;
    }

    /// <summary>The pulls of raions and oblasts, by GeoNames id, each with how strong it is at the most: words tell of the days after them, for nobody knows how much of an area was held before.</summary>
    public IReadOnlyDictionary<int, ImmutableArray<(Pull Pull, double Most)>> Areas(IReadOnlyDictionary<int, ImmutableArray<ControlView>> views) =>
        views.ToDictionary(a => a.Key, a => ImmutableArray.Create((Area(a.Value, whole: false), policy.Wide), (Area(a.Value, whole: true), policy.Whole)));

    private Pull Area(ImmutableArray<ControlView> said, bool whole)
    {
        var pull = new Pull(slices);
        pull.Add(said.Where(v => v.Holder != "contested" && v.Whole == whole && Within(v)).Select(v => (slices.Of(v.Day.DayNumber), Sign(v), v.Weight, true)), policy.Fading);
        return pull;
    }

    private IEnumerable<(int, int, double, bool)> Both(IEnumerable<ControlView> said)
    {
        foreach (var word in said)
        {
            var (slice, sign) = (slices.Of(word.Day.DayNumber), Sign(word));
            yield return (slice, sign, Weight(word), true);
            var (before, other) = word.Turns ? (slices.Of(word.Day.DayNumber - policy.Turning), -sign) : (slice - 1, sign);
            if (before >= 0)
            {
                yield return (before, other, Weight(word) * (word.Turns ? 1 : slices.Kept(policy.Fading)), false);
            }
        }
    }

    /// <summary>True where <paramref name="word"/> stands alone: no other voice says the like within some days, and it is a side's own on its ground, or against what others said before.</summary>
    private bool Alone(ControlView word, List<ControlView> said) =>
        word.Direct && (word.Side == word.Holder || word.Weight < policy.Sure)
        && !said.Any(o => o.Holder == word.Holder && o.Origin != word.Origin && o.Side != o.Holder && Math.Abs(o.Day.DayNumber - word.Day.DayNumber) <= policy.Alone)
        && (word.Side == word.Holder || said.Any(o => o.Direct && o.Holder != word.Holder && o.Day < word.Day && o.Origin != word.Origin));

    /// <summary>The words on a settlement that pull it: those that say who holds it, less what stands alone.</summary>
    public List<ControlView> Heard(IEnumerable<ControlView> said)
    {
        var words = said.Where(v => !v.Wide && v.Holder != "contested" && Within(v)).ToList();
        return [.. words.Where(w => !Alone(w, words))];
    }

    private void Own(int settlement, List<ControlView> heard)
    {
        var words = Both(heard).ToList();
        if (words.Count > 0)
        {
            At(settlement).Add(words, policy.Fading);
        }
    }

    private void Stands(int settlement, ControlView word)
    {
        if (index.Toward(settlement, word.Front!.Value) is var there and >= 0)
        {
            if (!standing.TryGetValue(there, out var list))
            {
                standing[there] = list = [];
            }

            var (slice, weight) = (slices.Of(word.Day.DayNumber), Weight(word));
            list.Add((slice, -1, weight, true));
            if (slice > 0)
            {
                list.Add((slice - 1, -1, weight * slices.Kept(policy.Presence), false));
            }
        }
    }

    private Pull At(int settlement) => pulls.TryGetValue(settlement, out var found) ? found : pulls[settlement] = new Pull(slices);

    private double Weight(ControlView word) => word.Weight * policy.Strength * (!word.Direct && Sign(word) > 0 ? policy.Defended : 1);

    private bool Within(ControlView word) => slices.Of(word.Day.DayNumber) is var slice && slice >= 0 && slice < slices.Count;

    private int Sign(ControlView word) => word.Holder == parties[0] ? 1 : -1;
}
