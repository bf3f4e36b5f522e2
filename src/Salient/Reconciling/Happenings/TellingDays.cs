using Salient.Records;

namespace Salient.Reconciling.Happenings;

/// <summary>
/// Which day's happening a claim tells of. A claim that gives its day tells of that day. One that gives none is of its report's day, or of the day before where that day has
/// happenings and nothing shows that this is a new one. Needs the claims of the day and of its neighbours alone.
/// </summary>
/// <param name="claims">Claims of one kind of act at one place, by day number.</param>
/// <param name="origin">Who says a claim.</param>
internal sealed class TellingDays(ILookup<int, RecordedClaim> claims, Func<RecordedClaim, string> origin)
{
    /// <summary>The longest stretch that still counts as its last day.</summary>
    public const int LongestStretch = 3;

    /// <summary>The claims that tell of happenings on <paramref name="day"/>.</summary>
    public IEnumerable<RecordedClaim> Of(int day) => (Begins(day) ? claims[day] : []).Concat(Begins(day + 1) ? [] : claims[day + 1]);

    /// <summary>True where the claims of <paramref name="day"/> tell of that day: one of them gives it, the day before has none, or who spoke then speaks again.</summary>
    private bool Begins(int day)
    {
        if (!claims.Contains(day - 1) || claims[day].Any(Explicit))
        {
            return true;
        }

        var spoke = claims[day - 1].Select(origin).ToHashSet();
        return claims[day].Any(c => spoke.Contains(origin(c)));
    }

    /// <summary>True where the claim gives its day.</summary>
    private static bool Explicit(RecordedClaim claim) => claim.Claim.Time is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= LongestStretch;
}
