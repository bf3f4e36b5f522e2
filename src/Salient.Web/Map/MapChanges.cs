using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Map;

/// <summary>The changes of one day.</summary>
/// <param name="Day">Days since the map's first.</param>
/// <param name="States">Pairs: index of the point, its new state as a number; see <see cref="MapChanges"/>.</param>
public sealed record MapDay(int Day, ImmutableArray<int> States);

/// <summary>
/// Every change of the points' states, by day. A state is holder + 8 × status + 64 × confidence + 512 × contrary: indices in the lists below, confidence 1 best to 6
/// (0 where none is given), contrary 0 or 1 + the holder that a word of the last fortnight names against the one shown.
/// </summary>
/// <param name="Word">Whose word is shown: "assessed", "side:ID" or "source:NAME".</param>
/// <param name="First">The map's first day.</param>
/// <param name="Holders">Sides, "contested", and "" for no word.</param>
/// <param name="Statuses">How a holder is known.</param>
/// <param name="Days">Days with changes, in order.</param>
public sealed record MapChanges(string Word, DateOnly First, ImmutableArray<string> Holders, ImmutableArray<ControlStatus> Statuses, ImmutableArray<MapDay> Days)
{
    private const int Fortnight = 14;
    private const int StatusUnit = 8, ConfidenceUnit = 64, ContraryUnit = 512;

    /// <summary>The changes by the assessed view, or by a side's or a source's own word.</summary>
    public static MapChanges Of(Picture picture, MapPoints points, string word)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(points);
        ImmutableArray<string> holders = [.. picture.Control.SelectMany(h => h.States).Select(s => s.Holder).Append("contested").Append("").Distinct().Order(StringComparer.Ordinal)];
        var changes = picture.Control.Where(h => points.Index.ContainsKey(h.Place.GeonameId)).SelectMany(h =>
            (word == "assessed" ? Assessed(h, holders) : ByWord(h, holders, word)).Select(c => (Day: Math.Max(0, c.Day.DayNumber - picture.Start.DayNumber), Point: points.Index[h.Place.GeonameId], c.State)));
        return new MapChanges(word, picture.Start, holders, [.. Enum.GetValues<ControlStatus>()],
            [.. changes.GroupBy(c => c.Day).OrderBy(g => g.Key).Select(g => new MapDay(g.Key, [.. g.OrderBy(c => c.Point).SelectMany(c => (int[])[c.Point, c.State])]))]);
    }

    private static IEnumerable<(DateOnly Day, int State)> Assessed(ControlHistory history, ImmutableArray<string> holders)
    {
        var words = history.Views.Where(v => v is { Direct: true, Wide: false } && v.Holder != "contested").ToList();
        var days = words.SelectMany(v => (DateOnly[])[v.Day, v.Day.AddDays(Fortnight + 1)]).Concat(history.States.Select(s => s.From)).Distinct().Order();
        var last = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var (next, before) = (0, -1);
        foreach (var day in days)
        {
            for (; next < words.Count && words[next].Day <= day; next++)
            {
                last[words[next].Holder] = words[next].Day;
            }

            var state = history.On(day);
            var contrary = last.Where(l => l.Key != state.Holder && day.DayNumber - l.Value.DayNumber <= Fortnight).OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Key).FirstOrDefault();
            var number = Number(holders, state.Holder, state.Status, state.Confidence) + (contrary is null ? 0 : ContraryUnit * (1 + Math.Max(0, holders.IndexOf(contrary))));
            if (number != before)
            {
                yield return (day, number);
                before = number;
            }
        }
    }

    private static IEnumerable<(DateOnly Day, int State)> ByWord(ControlHistory history, ImmutableArray<string> holders, string word)
    {
        var before = "";
        foreach (var view in history.Views.Where(v => v is { Direct: true, Wide: false } && (word == "side:" + v.Side || word == "source:" + v.Origin)))
        {
            if (view.Holder != before)
            {
                yield return (view.Day, Number(holders, view.Holder, ControlStatus.Claimed, 0));
                before = view.Holder;
            }
        }
    }

    private static int Number(ImmutableArray<string> holders, string holder, ControlStatus status, int confidence) =>
        Math.Max(0, holders.IndexOf(holder)) + (StatusUnit * (int)status) + (ConfidenceUnit * confidence);
}
