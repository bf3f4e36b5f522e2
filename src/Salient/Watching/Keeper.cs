using Salient.Records;

namespace Salient.Watching;

/// <summary>
/// Keeps what the claims amount to up to date while a watch runs: what an arrival touches at once; the settlements that no word tells of, which take as long for one
/// report as for many, so seldom that they take a tenth of the time at the most, and once more when the watch ends by itself.
/// </summary>
/// <param name="reconcile">Brings findings up to date; true for the settlements that no word tells of, too.</param>
/// <param name="clock">The host's clock.</param>
/// <param name="tell">Takes a line on what went wrong: the watch goes on, and tries again with the next arrival.</param>
internal sealed class Keeper(Action<bool> reconcile, TimeProvider clock, Action<string> tell)
{
    private const int Share = 10;
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(30);
    private DateTimeOffset free = DateTimeOffset.MinValue;
    private bool unsettled;

    /// <summary>When the settlements that no word tells of are to be worked out; null where nothing has come since.</summary>
    public DateTimeOffset? Due => unsettled ? free : null;

    /// <summary>Takes in what has arrived.</summary>
    public void Keep()
    {
        unsettled |= Try(settle: false);
        if (Due is { } due && clock.GetUtcNow() >= due)
        {
            Settle();
        }
    }

    /// <summary>Works out what waits.</summary>
    public void Settle()
    {
        if (!unsettled)
        {
            return;
        }

        var begun = clock.GetTimestamp();
        Try(settle: true);
        unsettled = false;
        var rest = clock.GetElapsedTime(begun) * Share;
        free = clock.GetUtcNow() + (rest > Soonest ? rest : Soonest);
    }

    private bool Try(bool settle)
    {
        try
        {
            reconcile(settle);
            return true;
        }
        catch (ProblemException e)
        {
            tell(e.Problem.ToString());
            return false;
        }
    }
}
