using System.Collections.Immutable;
using Salient.Records;
using Salient.Web.Findings;
using Salient.Web.Hosting;

namespace Salient.Web.Claims;

/// <summary>A claim with all that stands with it and against it.</summary>
internal static class ClaimSet
{
    private const int Most = 20;

    /// <summary>The model of the claim's page, or null where no run made such a claim.</summary>
    public static ClaimModel? Of(Snapshot snapshot, ILedgerReader ledger, string id)
    {
        var current = ledger.Claim(id);
        if ((current ?? ledger.Former(id)) is not { } found)
        {
            return null;
        }

        var claims = snapshot.Part("claims-by-id", Parts.ClaimsById);
        var happening = snapshot.Part("events-by-claim", EventIndex.ByClaim).GetValueOrDefault(id);
        var disputes = snapshot.Part("disputes-by-claim", EventIndex.Disputes)[id].ToImmutableArray();
        var against = disputes.SelectMany(d => d.Positions.Where(p => !p.Claims.Contains(id))).SelectMany(p => p.Claims).Distinct();
        var (paragraph, start, span) = Paragraph(ledger.Report(found.Claim.Report), found.Claim);
        return new ClaimModel(
            ClaimRow.Of(found),
            current is null,
            paragraph,
            start,
            happening,
            Rows(happening?.Claims.Where(c => c != id) ?? []),
            Rows(against),
            disputes,
            [.. Assessed(snapshot, found)],
            [.. ledger.ClaimsOf(found.Report.Id).Where(c => c.Claim.Id != id && span.Contains(c.Claim.Span)).Select(ClaimRow.Of)]);

        ImmutableArray<ClaimRow> Rows(IEnumerable<string> ids) => [.. ids.Where(claims.ContainsKey).Take(Most).Select(c => ClaimRow.Of(claims[c]))];
    }

    private static (string Paragraph, int Start, TextSpan Span) Paragraph(Report? report, Claim claim)
    {
        if (report is null || claim.Span.End > report.Text.Length || claim.Span.Of(report.Text) != claim.Evidence)
        {
            return (claim.Evidence, 0, new TextSpan(0, 0));
        }

        var span = report.Paragraphs.Select(p => p.Span).FirstOrDefault(s => s.Contains(claim.Span), claim.Span);
        return (span.Of(report.Text), claim.Span.Start - span.Start, span);
    }

    private static IEnumerable<ClaimAssessment> Assessed(Snapshot snapshot, RecordedClaim found)
    {
        if (found.Claim.Kind is not ("control" or "movement" or "combat") || found.AsOf is not { } day)
        {
            yield break;
        }

        var control = snapshot.Part("control-by-id", EventIndex.Control);
        foreach (var place in found.Claim.Places.Where(p => p.Precision == PlacePrecision.Settlement && p.GeonameId is not null).DistinctBy(p => p.GeonameId))
        {
            if (control.TryGetValue(place.GeonameId!.Value, out var history))
            {
                var state = history.On(day);
                bool? follows = state.For.Contains(found.Claim.Id) ? true : state.Against.Contains(found.Claim.Id) ? false : null;
                yield return new ClaimAssessment(history.Place.GeonameId, history.Place.Name, day, state.Holder, state.Status, state.Confidence, follows);
            }
        }
    }
}
