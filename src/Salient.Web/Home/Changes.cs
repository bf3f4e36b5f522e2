using System.Collections.Immutable;
using Salient.Records;
using Salient.Web.Findings;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Home;

/// <summary>What changed after one day and up to another.</summary>
/// <param name="snapshot">The picture.</param>
/// <param name="since">The day before the first told of.</param>
/// <param name="on">The last.</param>
internal sealed class Changes(Snapshot snapshot, DateOnly since, DateOnly on)
{
    private const int Most = 40;
    private readonly Evidence evidence = new(snapshot);
    private readonly Naming naming = Naming.Of(snapshot);

    private string Span => $"since={since.AddDays(1):yyyy-MM-dd}&on={on:yyyy-MM-dd}";

    /// <summary>Settlements whose assessed holder changed; inferred ones counted by oblast.</summary>
    public ChangeSection Control()
    {
        var changes = snapshot.Part("control-told", ToldControl).Where(c => In(c.State.From) || In(c.Told)).ToList();
        var named = changes.Where(c => c.State.Status != ControlStatus.Inferred).ToList();
        var lines = named.Take(Most).Select(c =>
        {
            var before = c.History.On(c.State.From.AddDays(-1));
            return new ChangeLine(
                $"{c.History.Place.Name}{(c.History.Place.Oblast is { } oblast ? $" ({oblast})" : "")}: {naming.Side(before.Holder)} → {naming.Side(c.State.Holder)} on {Wording.Of(c.State.From)}, {Wording.Of(c.State.Status)}, {Wording.Grade(c.State.Confidence)} ({c.State.Confidence} of 6)",
                $"/places/{c.History.Place.GeonameId}?on={c.State.From:yyyy-MM-dd}",
                null,
                c.State.Against.Any(a => !(evidence.Day(a) > on)) ? "claims speak against it" : null,
                evidence.Of(evidence.Told(c.State.For.Concat(c.State.Against), on)));
        }).ToList();
        lines.AddRange(changes.Where(c => c.State.Status == ControlStatus.Inferred).GroupBy(c => c.State.Holder).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ChangeLine($"{Phrasing.Count(g.Count(), "more settlement")} inferred to have come under {naming.Side(g.Key)}: {Oblasts(g.Select(c => c.History.Place))}", null, null, "no claim names them", [])));
        return new ChangeSection("control", "Changed hands, as assessed", named.Count, [.. lines], $"/map?on={on:yyyy-MM-dd}");
    }

    /// <summary>Words on who holds a settlement that the assessment does not follow.</summary>
    public ChangeSection Words()
    {
        var contrary = snapshot.Part("contrary-words", Contrary).Where(w => In(w.View.Day) || In(w.Told))
            .GroupBy(w => (w.History.Place.GeonameId, w.View.Holder)).OrderByDescending(g => g.Select(w => w.View.Origin).Distinct().Count()).ThenByDescending(g => g.Max(w => w.View.Day)).ThenBy(g => g.Key.GeonameId).ToList();
        var lines = contrary.Take(Most).Select(g =>
        {
            var (history, view, _) = g.First();
            return new ChangeLine(
                $"{history.Place.Name}: {(view.Holder == "contested" ? "contested" : $"held by {naming.Side(view.Holder)}")}, says {naming.Origins(g.Select(w => w.View.Origin))}; assessed as {naming.Side(history.On(view.Day).Holder)}",
                $"/places/{history.Place.GeonameId}?on={view.Day:yyyy-MM-dd}",
                null,
                null,
                evidence.Of(g.Select(w => w.View.Claim)));
        });
        return new ChangeSection("words", "Claimed, but not assessed so", contrary.Count, [.. lines], null);
    }

    /// <summary>What happened.</summary>
    public ChangeSection Events()
    {
        var events = snapshot.Part("events-told", ToldEvents).Where(e => e.Event.Kind != "control" && (In(e.Event.To) || In(e.Told))).Select(e => e.Event).ToList();
        var lines = events.Take(Most)
            .Select(h => new ChangeLine($"{naming.Of(h)} · {naming.Origins(h.Origins)} · {Wording.Grade(h.Credibility)} ({h.Credibility} of 6)", $"/events/{h.Id}", h.Kind, null, evidence.Of(h.Claims)));
        return new ChangeSection("events", "Events", events.Count, [.. lines], $"/events?{Span}");
    }

    /// <summary>Figures given, with the claimant's figure before.</summary>
    public ChangeSection Figures()
    {
        var points = snapshot.Part("figures-told", ToldFigures).Where(p => In(p.Point.Day) || In(p.Told)).ToList();
        var lines = points.Take(Most).Select(p => new ChangeLine(
            $"{FigureWords.Said(naming, p.Series, p.Point)} · {naming.Origin(p.Series.Claimant)}{Difference(p.Series, p.Point, p.Before)}",
            FigureWords.Href(p.Series),
            p.Series.Measure.Split('/')[0],
            p.Point.Note,
            evidence.Of(p.Point.Claims)));
        return new ChangeSection("figures", "Figures", points.Count, [.. lines], "/figures");
    }

    /// <summary>Disputes that opened or went on.</summary>
    public ChangeSection Disputes()
    {
        var disputes = snapshot.Read(p => p.Disputes).Where(d => d.To > since && d.From <= on).OrderByDescending(d => d.From > since).ThenByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        var lines = disputes.Take(Most).Select(d => new ChangeLine(
            $"{DisputeWords.Subject(naming, d)}: {DisputeWords.Against(naming, d)}",
            $"/disputes/{d.Id}",
            null,
            string.Join("; ", (string?[])[d.From > since ? "new" : null, d.Lone ? "a lone claim against the established picture" : null, DisputeWords.State(naming, d)]).TrimStart(';', ' ').Replace("; ;", ";", StringComparison.Ordinal),
            evidence.Of(d.Positions.SelectMany(p => p.Claims.Take(2)))));
        return new ChangeSection("disputes", "Disputes", disputes.Count, [.. lines], "/disputes");
    }

    /// <summary>Every word that the assessment of its day does not follow, with the day that it was told on.</summary>
    public static List<(ControlHistory History, ControlView View, DateOnly? Told)> Contrary(Snapshot snapshot)
    {
        var told = new Evidence(snapshot);
        return snapshot.Read(p => p.Control.SelectMany(h => h.Views.Where(v => v is { Direct: true, Wide: false } && h.On(v.Day).Holder != v.Holder).Select(v => (h, v, told.Day(v.Claim)))).ToList());
    }

    /// <summary>Every change of an assessed holder, latest first, with the day that it was first told on.</summary>
    public static List<(ControlHistory History, ControlState State, DateOnly? Told)> ToldControl(Snapshot snapshot)
    {
        var told = new Evidence(snapshot);
        return [.. snapshot.Read(p => p.Changes(DateOnly.MinValue, DateOnly.MaxValue)).Select(c => (c.History, c.State, c.State.For.Select(told.Day).Where(d => d >= c.State.From).Min()))];
    }

    /// <summary>Figures with the one before in their series, marked ones first, with the day that each was first told on.</summary>
    public static List<(FigureSeries Series, FigurePoint Point, FigurePoint? Before, DateOnly? Told)> ToldFigures(Snapshot snapshot)
    {
        var told = new Evidence(snapshot);
        return
        [
            .. snapshot.Read(p => p.Figures).SelectMany(s => s.Points.Select((p, i) => (Series: s, Point: p, Before: i == 0 ? null : s.Points[i - 1], Told: told.Day(p.Claims[0]))))
                .OrderByDescending(p => p.Point.Mark != FigureMark.None).ThenByDescending(p => p.Series.Points.Length).ThenByDescending(p => p.Point.Day).ThenBy(p => p.Series.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Happenings, those of most origins first, with the day that each was first told on.</summary>
    public static List<(Happening Event, DateOnly? Told)> ToldEvents(Snapshot snapshot)
    {
        var told = new Evidence(snapshot);
        return [.. snapshot.Part("events-latest", EventIndex.Latest).OrderByDescending(h => h.Origins.Length).ThenByDescending(h => h.To).ThenBy(h => h.Id, StringComparer.Ordinal).Select(h => (h, h.Claims.Select(told.Day).Min()))];
    }

    /// <summary>What happened on an earlier day is new when it is first told.</summary>
    private bool In(DateOnly? day) => day > since && day <= on;

    private static string Oblasts(IEnumerable<Place> places) =>
        string.Join(", ", places.GroupBy(p => p.Oblast ?? "no oblast").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));

    private static string Difference(FigureSeries series, FigurePoint point, FigurePoint? before) =>
        before is null || series.Basis != FigureBasis.Cumulative ? "" : $" ({point.Middle - before.Middle:+#,0.##;−#,0.##;±0} since {Wording.Of(before.Day)})";
}
