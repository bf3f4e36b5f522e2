using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Findings;
using Salient.Web.Hosting;

namespace Salient.Web.Home;

/// <summary>One thing that changed.</summary>
/// <param name="Text">In a sentence.</param>
/// <param name="Href">The page that says more, or null.</param>
/// <param name="Kind">The codebook's kind, for its colour; or null.</param>
/// <param name="Note">What must be known beside it, or null.</param>
/// <param name="Evidence">The words of reports that it rests on.</param>
public sealed record ChangeLine(string Text, string? Href, string? Kind, string? Note, ImmutableArray<Citation> Evidence);

/// <summary>Changes of one sort.</summary>
/// <param name="Id">control, words, events, figures, disputes.</param>
/// <param name="Title">For people.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">The weightiest, at most 40.</param>
/// <param name="All">The page that lists all, or null.</param>
public sealed record ChangeSection(string Id, string Title, int Count, ImmutableArray<ChangeLine> Lines, string? All);

/// <summary>What changed between two days.</summary>
/// <param name="On">The last day told of; null where no report has a day.</param>
/// <param name="Since">The day before the first: what changed after it.</param>
/// <param name="First">The first day that a report has.</param>
/// <param name="Last">The last.</param>
/// <param name="Reports">Reports of these days.</param>
/// <param name="Claims">Their claims.</param>
/// <param name="Coverage">Days and outlets with unusually few reports.</param>
/// <param name="Sections">By sort.</param>
public sealed record TodayModel(
    DateOnly? On, DateOnly? Since, DateOnly? First, DateOnly? Last, int Reports, int Claims, ImmutableArray<string> Coverage, ImmutableArray<ChangeSection> Sections);

/// <summary>/: what changed since yesterday, or between any two days.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapTwins<TodayModel, TodayPage>("/", "What changed after a day (since; the day before) up to another (on; the last that a report has).", Today);

    private static TodayModel Today(HttpContext context)
    {
        var snapshot = context.Snapshot();
        var days = snapshot.Part("report-days", Days);
        if (days.Length == 0)
        {
            return new TodayModel(null, null, null, null, 0, 0, [], []);
        }

        var on = context.Day("on") ?? days[^1].Day;
        var since = context.Day("since") is { } asked && asked < on ? asked : on.AddDays(-1);
        var told = days.Where(d => d.Day > since && d.Day <= on).ToList();
        var claims = snapshot.Part("claims-by-report", Parts.ClaimsByReport);
        var changes = new Changes(snapshot, since, on);
        return new TodayModel(
            on, since, days[0].Day, days[^1].Day, told.Count, told.Sum(d => claims.GetValueOrDefault(d.Report)),
            snapshot.Part("coverage", Coverage.Of).Notes(since.AddDays(1), on),
            [changes.Control(), changes.Words(), changes.Events(), changes.Figures(), changes.Disputes()]);
    }

    private static (DateOnly Day, string Report)[] Days(Snapshot snapshot) =>
        [.. snapshot.Part("headers", Headers.ById).Values.Where(r => r.Date.Reference is not null).Select(r => (r.Date.Reference!.Value, r.Id)).OrderBy(r => r.Value)];
}
