using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>How a settlement's assessed holder is known; terms as situation maps use them.</summary>
public enum ControlStatus
{
    /// <summary>Held since before the first report, or long enough that nobody disputes it.</summary>
    Held,

    /// <summary>Taken by an advance that more than the taker's own word speaks for.</summary>
    AssessedAdvance,

    /// <summary>Its taker says so, and nothing more speaks for it or against it.</summary>
    Claimed,

    /// <summary>Fought over, or the word of each side stands against the other's.</summary>
    Contested,

    /// <summary>Taken back by the side that held it at the start.</summary>
    Liberated,

    /// <summary>No claim names it: inferred from the places around it that have changed hands.</summary>
    Inferred,
}

/// <summary>One source's word on who holds a place.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Origin">Who says it: the far end of the chain, or the report's outlet.</param>
/// <param name="Side">The origin's side.</param>
/// <param name="Day">The day that the word is of.</param>
/// <param name="Holder">The side that holds the place by this word.</param>
/// <param name="Weight">What the policy gives it: how far it counts toward changing the assessed holder.</param>
/// <param name="Direct">True where it says who holds the place; false where that only follows from it (an attack on a place implies that the attacker does not hold it).</param>
/// <param name="Front">Kilometres toward its own rear at which the side that acts there stands by this word; null where it does not tell.</param>
/// <param name="Turns">True where it says that the place changed hands on its day.</param>
/// <param name="Wide">True where it speaks of a whole raion or oblast.</param>
/// <param name="Whole">True where that is all of its ground, without exception.</param>
/// <param name="Clears">True where the side that lost the place by it, or left it, is gone from the ground around as well.</param>
/// <param name="Rules">Ids of the policy's lines that gave holder and weight.</param>
public sealed record ControlView(string Claim, string Report, string Origin, string Side, DateOnly Day, string Holder, double Weight, bool Direct, double? Front, bool Turns, bool Wide, bool Whole, bool Clears, string Rules)
{
    /// <summary>By day, then weight, report, claim and holder; what only differs otherwise keeps its order.</summary>
    public static Comparer<ControlView> Order { get; } = Comparer<ControlView>.Create((a, b) =>
        a.Day != b.Day ? a.Day.CompareTo(b.Day)
        : a.Weight != b.Weight ? a.Weight.CompareTo(b.Weight)
        : string.CompareOrdinal(a.Report, b.Report) is var report and not 0 ? report
        : string.CompareOrdinal(a.Claim, b.Claim) is var claim and not 0 ? claim
        : string.CompareOrdinal(a.Holder, b.Holder));

    /// <summary><paramref name="views"/> in order, each once; those that are so already as they are.</summary>
    public static ImmutableArray<ControlView> Sorted(IEnumerable<ControlView> views)
    {
        ImmutableArray<ControlView> all = views is ImmutableArray<ControlView> array ? array : [.. views];
        for (var i = 1; i < all.Length; i++)
        {
            if (Order.Compare(all[i - 1], all[i]) > 0 || Last(all.AsSpan(0, i), all[i]))
            {
                return [.. all.Distinct().Order(Order)];
            }
        }

        return all;
    }

    /// <summary>Lists that are each in order as one, each word once; of words with one place in the order those of earlier lists come first.</summary>
    public static ImmutableArray<ControlView> Merged(ImmutableArray<ControlView> one, ImmutableArray<ControlView> other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return one.IsEmpty ? other : one;
        }

        var all = new ControlView[one.Length + other.Length];
        var count = 0;
        for (var (i, j) = (0, 0); i < one.Length || j < other.Length;)
        {
            var next = j == other.Length || (i < one.Length && Order.Compare(one[i], other[j]) <= 0) ? one[i++] : other[j++];
            if (!Last(all.AsSpan(0, count), next))
            {
                all[count++] = next;
            }
        }

        return count == all.Length ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(all) : [.. all.AsSpan(0, count)];
    }

    /// <summary>True where <paramref name="view"/> stands at the end of <paramref name="before"/> already, among those that have its place in the order.</summary>
    private static bool Last(ReadOnlySpan<ControlView> before, ControlView view)
    {
        for (var k = before.Length - 1; k >= 0 && before[k].Day == view.Day && Order.Compare(before[k], view) == 0; k--)
        {
            if (before[k] == view)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A stretch of days with one assessed holder.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null where it has not ended.</param>
/// <param name="Holder">A side's id, or "contested".</param>
/// <param name="Status">How it is known.</param>
/// <param name="Confidence">1 (confirmed by independent sources) to 6 (cannot be judged), after the NATO system's credibility.</param>
/// <param name="For">Ids of the claims that speak for it, strongest first.</param>
/// <param name="Against">Ids of the claims that speak against it, strongest first.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record ControlState(DateOnly From, DateOnly? Until, string Holder, ControlStatus Status, int Confidence, ImmutableArray<string> For, ImmutableArray<string> Against, string Reason);

/// <summary>Who held a settlement when.</summary>
/// <param name="Place">The settlement.</param>
/// <param name="States">In order, without gaps; the first from before the war.</param>
/// <param name="Views">Each source's word on it, by day.</param>
public sealed record ControlHistory(Place Place, ImmutableArray<ControlState> States, ImmutableArray<ControlView> Views)
{
    /// <summary>The state on <paramref name="day"/>; the first where the day lies before it.</summary>
    public ControlState On(DateOnly day)
    {
        var found = States[0];
        foreach (var state in States)
        {
            if (state.From > day)
            {
                break;
            }

            found = state;
        }

        return found;
    }
}

/// <summary>Who holds a settlement on a day, without the reasons.</summary>
/// <param name="Place">GeoNames id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Holder">A side's id, or "contested".</param>
/// <param name="Status">How it is known.</param>
/// <param name="Confidence">1 to 6.</param>
public sealed record SettlementHolder(int Place, string Name, double Lat, double Lon, string Holder, ControlStatus Status, int Confidence);
