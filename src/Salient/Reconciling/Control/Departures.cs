using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>What was said of the sides' leaving a place and the country around it, by day.</summary>
/// <param name="first">Of the first party: day number and strength, in order.</param>
/// <param name="second">Of the second party.</param>
internal sealed class Departures(ImmutableArray<(int Day, double Strength)> first, ImmutableArray<(int Day, double Strength)> second)
{
    /// <summary>Nobody left.</summary>
    public static readonly Departures None = new([], []);

    /// <summary>What is left on <paramref name="now"/> of a word of <paramref name="day"/> for a side (1 the first party, -1 the second): 1 for all of it, 0 for nothing.</summary>
    public double Kept(int side, int day, int now)
    {
        var said = side > 0 ? first : second;
        var sum = 0.0;
        for (var i = said.Length - 1; i >= 0 && said[i].Day > day; i--)
        {
            sum += said[i].Day <= now ? said[i].Strength : 0;
        }

        return sum > 0 ? Math.Exp(-sum) : 1;
    }
}

/// <summary>Finds what was said of the sides' leaving around a settlement.</summary>
internal sealed class DepartureIndex
{
    private readonly SettlementIndex index;
    private readonly List<(int Settlement, int Day, int Side, double Strength, double Around)> said = [];
    private readonly Dictionary<int, List<(int Day, int Side, double Strength)>> wide = [];

    /// <summary>Takes what <paramref name="views"/> say of leaving.</summary>
    /// <param name="index">Where settlements lie.</param>
    /// <param name="views">The words on each settlement.</param>
    /// <param name="sign">1 for the first party, -1 for the second.</param>
    /// <param name="release">Strength of a word of weight 1.</param>
    /// <param name="wider">How many times a word on a whole oblast counts here: that a side has left it is said of all of it.</param>
    public DepartureIndex(SettlementIndex index, IReadOnlyDictionary<int, ImmutableArray<ControlView>> views, Func<string, int> sign, double release, double wider)
    {
        this.index = index;
        foreach (var (settlement, words) in views.OrderBy(v => v.Key))
        {
            foreach (var word in words.Where(w => w.Around is not null))
            {
                var (day, left) = (word.Day.DayNumber, -sign(word.Holder));
                if (!word.Wide)
                {
                    said.Add((settlement, day, left, word.Weight * release, word.Around!.Value));
                    continue;
                }

                if (!wide.TryGetValue(settlement, out var list))
                {
                    wide[settlement] = list = [];
                }

                list.Add((day, left, word.Weight * wider * release));
            }
        }
    }

    /// <summary>What bears on a settlement: what was said of it, of its raion or oblast, and of places near it, the less the farther they are.</summary>
    public Departures At(int settlement)
    {
        var found = wide.GetValueOrDefault(settlement, []).ToList();
        foreach (var (place, day, side, strength, around) in said)
        {
            if (index.Kilometres(settlement, place) is var km && km < around)
            {
                found.Add((day, side, strength * (1 - (km / around))));
            }
        }

        return found.Count == 0 ? Departures.None : new Departures(Of(found, 1), Of(found, -1));
    }

    private static ImmutableArray<(int Day, double Strength)> Of(List<(int Day, int Side, double Strength)> found, int side) =>
        [.. found.Where(f => f.Side == side).Select(f => (f.Day, f.Strength)).OrderBy(f => f.Day).ThenBy(f => f.Strength)];
}
