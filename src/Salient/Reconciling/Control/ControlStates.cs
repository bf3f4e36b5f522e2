using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Dresses turns for readers: status, confidence, the claims for and against, and why.</summary>
internal static class ControlStates
{
    private const int MostClaims = 12;
    private const double Firm = 4, Fair = 2.5, Weak = 1.5;

    public static ImmutableArray<ControlState> Of(List<ControlJudge.Turn> turns, ImmutableArray<ControlView> views, string start, ControlJudge judge)
    {
        var states = ImmutableArray.CreateBuilder<ControlState>(turns.Count);
        var spans = turns.Select((t, i) => Within(views, t.From, i + 1 < turns.Count ? turns[i + 1].From.AddDays(-1) : null)).ToList();
        var supports = judge.Support(views, [.. turns.Select((t, i) => (t.Holder, spans[i].Count > 0 ? spans[i][^1].Day : t.From))]);
        for (var i = 0; i < turns.Count; i++)
        {
            var turn = turns[i];
            var until = i + 1 < turns.Count ? turns[i + 1].From.AddDays(-1) : (DateOnly?)null;
            var within = spans[i];
            var voices = Bearing(within, turn.Holder, own: true);
            var others = Bearing(within, turn.Holder, own: false);
            var inferred = i > 0 && turn.Decisive is null && !voices.Any(v => v.Direct && !v.Wide);
            var support = Math.Max(turn.Support, supports[i]);
            states.Add(new ControlState(
                turn.From,
                until,
                turn.Holder,
                Status(i, turn, start, inferred, voices, others),
                Confidence(i, inferred, support, voices),
                Ids(voices),
                Ids(others),
                Reason(i, turn, support, inferred)));
        }

        return states.ToImmutable();
    }

    /// <summary>
    /// The words for a holder, or for others. What is said of the area around and not of all of its ground ("occupied X Oblast") counts for him where nothing else does, and contradicts nobody.
    /// </summary>
    private static List<ControlView> Bearing(List<ControlView> views, string holder, bool own)
    {
        var said = views.Where(v => v.Holder == holder == own).ToList();
        var near = said.Where(v => !v.Wide || v.Whole).ToList();
        return near.Count > 0 || !own ? near : said;
    }

    /// <summary>The views of the days from <paramref name="from"/> to <paramref name="until"/>; they are sorted by day.</summary>
    private static List<ControlView> Within(ImmutableArray<ControlView> views, DateOnly from, DateOnly? until)
    {
        var start = ByDay.First(views.AsSpan(), from);
        var end = start;
        while (end < views.Length && (until is null || views[end].Day <= until))
        {
            end++;
        }

        return [.. views.AsSpan(start, end - start)];
    }

    private static ControlStatus Status(int i, ControlJudge.Turn turn, string start, bool inferred, List<ControlView> voices, List<ControlView> others)
    {
        if (turn.Holder == "contested")
        {
            return ControlStatus.Contested;
        }

        if (i == 0)
        {
            return others.Any(o => o.Direct) ? ControlStatus.Contested : ControlStatus.Held;
        }

        if (inferred)
        {
            return ControlStatus.Inferred;
        }

        if (voices.All(v => v.Side == turn.Holder))
        {
            return ControlStatus.Claimed;
        }

        return turn.Holder == start ? ControlStatus.Liberated : ControlStatus.AssessedAdvance;
    }

    private static int Confidence(int i, bool inferred, double support, List<ControlView> voices)
    {
        if (inferred || (i == 0 && voices.Count == 0))
        {
            return i == 0 ? 2 : 4;
        }

        var origins = voices.Select(v => v.Origin).Distinct().Count();
        return support switch
        {
            >= Firm when origins > 1 => 1,
            >= Fair => 2,
            >= Weak => 3,
            _ => 4,
        };
    }

    private static ImmutableArray<string> Ids(List<ControlView> views) =>
        [.. views.OrderByDescending(v => v.Weight).ThenBy(v => v.Claim, StringComparer.Ordinal).Select(v => v.Claim).Distinct().Take(MostClaims)];

    private static string Reason(int i, ControlJudge.Turn turn, double support, bool inferred) => (i, inferred, turn.Decisive) switch
    {
        (0, _, _) => "So it stood before the first report.",
        (_, true, _) => $"No claim says who holds it; what is told of the places around it speaks for {turn.Holder}.",
        (_, _, { } d) => FormattableString.Invariant($"{d.Origin} says so on {d.Day:yyyy-MM-dd} ({d.Rules}); support {support:0.0}."),
        _ => $"By the claims named and what is told of the places around it: both speak for {turn.Holder}.",
    };
}
