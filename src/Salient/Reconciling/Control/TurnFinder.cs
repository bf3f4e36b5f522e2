using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// From how a settlement leans day by day to when it changed hands: the course that agrees best with all its days, where each change must be worth its price. A change on a
/// day of which a word says that the place changed hands costs less. Pure.
/// </summary>
/// <param name="policy">What a change costs.</param>
/// <param name="slices">The days.</param>
/// <param name="coverage">Where few tell of anything, so that little follows for places that nobody names.</param>
internal sealed class TurnFinder(Inference policy, Slices slices, Coverage coverage)
{
    /// <summary>Who holds it, slice by slice: 1 the first party, -1 the second.</summary>
    /// <param name="start">Who held it at the start.</param>
    /// <param name="leans">How it leans by slice: 1 to the first party, -1 to the second.</param>
    /// <param name="told">Slices and holders that words tell of.</param>
    /// <param name="people">Its inhabitants.</param>
    /// <param name="heard">The words on it.</param>
    public sbyte[] Find(int start, float[] leans, IReadOnlySet<(int Slice, int Holder)> told, int people, List<ControlView> heard)
    {
        var named = heard.Exists(v => v.Direct);
        var near = Near(told, start);
        var turned = new bool[leans.Length, 2];
        double[] best = start > 0 ? [0, double.NegativeInfinity] : [double.NegativeInfinity, 0];
        // Who has it on the first day is known.
        for (var t = 1; t < leans.Length; t++)
        {
            var days = (slices.Step + (t == leans.Length - 1 ? policy.Ahead : 0)) * (near[t] ? 1 : coverage.Certainty(t));
            double[] next = [0, 0];
            for (var side = 0; side < 2; side++)
            {
                var holder = side == 0 ? 1 : -1;
                var turning = best[1 - side] - Price(t, holder);
                turned[t, side] = turning > best[side];
                next[side] = Math.Max(turning, best[side]) + (holder * leans[t] * days);
            }

            best = next;
        }

        var holders = new sbyte[leans.Length];
        var now = best[0] >= best[1] ? 0 : 1;
        for (var t = leans.Length - 1; t >= 0; t--)
        {
            holders[t] = (sbyte)(now == 0 ? 1 : -1);
            now = turned[t, now] ? 1 - now : now;
        }

        return holders;

        double Price(int slice, int holder)
        {
            if (told.Contains((slice, holder)))
            {
                return people < policy.City ? policy.ToldChange : coverage.Certainty(slice) < 1 ? policy.QuietCityChange : policy.ToldCityChange;
            }

            // Somebody would have told of a larger place.
            return people >= (named ? policy.City : policy.Twice) ? policy.CityChange : policy.Change;
        }
    }

    /// <summary>The slices for which words that say who holds the place speak: after them as long as they fade, and before them, the longer where the holder of the start has it back.</summary>
    private bool[] Near(IReadOnlySet<(int Slice, int Holder)> told, int start)
    {
        var near = new bool[slices.Count];
        var after = (int)policy.Fading / slices.Step;
        foreach (var (slice, holder) in told)
        {
            var before = holder == start ? after : policy.Back / slices.Step;
            for (var t = Math.Max(0, slice - before); t <= Math.Min(near.Length - 1, slice + after); t++)
            {
                near[t] = true;
            }
        }

        return near;
    }

    /// <summary>Slices and holders of the words heard on a settlement that say who holds it.</summary>
    public HashSet<(int Slice, int Holder)> Told(IEnumerable<ControlView> heard, Func<string, int> sign, IReadOnlySet<(int Slice, int Holder)> around) =>
        [.. around, .. heard.Where(v => v.Direct).Select(v => (slices.Of(v.Day.DayNumber), sign(v.Holder)))];
}
