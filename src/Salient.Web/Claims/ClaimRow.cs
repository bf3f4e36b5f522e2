using System.Collections.Immutable;
using Salient.Publishing;
using Salient.Records;

namespace Salient.Web.Claims;

/// <summary>A source as pages show it.</summary>
/// <param name="Name">As the report names it.</param>
/// <param name="Type">The codebook's source type.</param>
/// <param name="Side">The theatre's side.</param>
/// <param name="Anonymous">True where no name is given.</param>
/// <param name="Cue">The words that attribute.</param>
public sealed record SourceRow(string Name, string Type, string Side, bool Anonymous, string? Cue);

/// <summary>What analysts have said of a claim, as pages show it.</summary>
/// <param name="Is">rejected, added, corrected, accepted or noted.</param>
/// <param name="By">Who said so last.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Corrected">Slots that were changed.</param>
public sealed record ReviewedRow(string Is, string By, DateTimeOffset At, string? Note, ImmutableArray<string> Corrected);

/// <summary>What became of a claim in a later version of its report, or with the report.</summary>
/// <param name="Fate">changed, vanished, corrected or retracted.</param>
/// <param name="Report">The later version's id; null where the report was withdrawn.</param>
/// <param name="Successor">The claim that stands in its place, or null.</param>
/// <param name="Day">The day on which the report was withdrawn; null where it was not, or that is not known.</param>
public sealed record RevisedRow(string Fate, string? Report, string? Successor, string? Day = null);

/// <summary>A claim as pages and their twins show it.</summary>
/// <param name="Id">The claim's id; its page is /claims/{id}.</param>
/// <param name="Report">The report's id; its page is /reports/{id}.</param>
/// <param name="Title">What the report is called: its title, else its first words.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">ISO date, or null where not known.</param>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Act">The kind's act.</param>
/// <param name="Evidence">The words of the report.</param>
/// <param name="Factuality">FactBank's code.</param>
/// <param name="Sources">The chain, nearest first; empty for the report's own voice.</param>
/// <param name="Actor">Who.</param>
/// <param name="Target">Whom.</param>
/// <param name="Places">Where.</param>
/// <param name="Time">When, where the text gives it.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Quoted">True where it stands in quotation marks.</param>
/// <param name="Details">Further slots that are filled, by name.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Review">What analysts have said of it, or null.</param>
/// <param name="Revision">That a later version of its report no longer makes it, or that it was withdrawn; or null.</param>
/// <param name="Earliest">The earliest day on which the report can have been published, where the day is not known; or null.</param>
public sealed record ClaimRow(
    string Id,
    string Report,
    string Title,
    string? Outlet,
    DateOnly? Published,
    string Kind,
    string Act,
    string Evidence,
    string Factuality,
    ImmutableArray<SourceRow> Sources,
    Party? Actor,
    Party? Target,
    ImmutableArray<ClaimPlace> Places,
    DateRange? Time,
    Quantity? Quantity,
    bool Quoted,
    ImmutableArray<KeyValuePair<string, string>> Details,
    string Rule,
    ReviewedRow? Review = null,
    RevisedRow? Revision = null,
    DateOnly? Earliest = null)
{
    /// <summary>The row of a recorded claim.</summary>
    public static ClaimRow Of(RecordedClaim recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var (claim, report) = recorded;
        (string Name, string? Value)[] details =
        [
            ("outcome", claim.Outcome), ("category", claim.Category), ("item", claim.Item), ("person", claim.Person), ("post", claim.Post),
        ];
        return new ClaimRow(
            claim.Id,
            claim.Report,
            Phrasing.Titled(report),
            report.Outlet,
            report.Date.Day,
            claim.Kind,
            claim.Act,
            claim.Evidence,
            ClaimJson.Code(claim.Factuality),
            [.. claim.Sources.Select(s => new SourceRow(s.Name, s.Type, s.Side, s.Anonymous, s.Cue))],
            claim.Actor,
            claim.Target,
            claim.Places,
            claim.Time,
            claim.Quantity,
            claim.Quoted,
            [.. details.Where(d => d.Value is not null).Select(d => KeyValuePair.Create(d.Name, d.Value!))],
            claim.Rule,
            recorded.Review is { } r ? new ReviewedRow(r.Word, r.Last.By, r.Last.At, r.Last.Note, r.Corrected) : null,
            recorded.Revision is { } v ? new RevisedRow(v.Fate.ToString().ToLowerInvariant(), v.Later, v.Successor, v.Later is null ? report.Retracted?.Day : null) : null,
            report.Date.Day is null ? report.Date.Reference : null);
    }
}
