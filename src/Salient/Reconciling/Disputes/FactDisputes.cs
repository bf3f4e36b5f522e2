using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Disputes;

/// <summary>Did it happen, by whom, when: claims of one act at one place that deny, or name another actor or another day.</summary>
internal static class FactDisputes
{
    private const int Together = 3, Later = 30, DaysApart = 4;
    private static readonly HashSet<string> Denied = ["combat", "movement", "incident", "civilian-harm", "loss", "cohesion", "politics", "logistics"];
    private static readonly HashSet<string> Strikes = ["shelling", "missile-strike", "airstrike", "drone-strike", "explosion", "sabotage", "killed", "infrastructure"];

    /// <summary>The disputes among <paramref name="claims"/>.</summary>
    public static IEnumerable<Dispute> Of(IEnumerable<RecordedClaim> claims, IReadOnlyDictionary<string, string> originals)
    {
        var blocks = claims.Where(c => c.AsOf is not null && c.Claim.Factuality != Factuality.Uncommitted)
            .SelectMany(c => c.Claim.Places.Where(p => p.GeonameId is not null && p.Precision is PlacePrecision.Settlement or PlacePrecision.Point && p.Role is "at" or "near").Select(p => (Claim: c, Place: p)))
            .GroupBy(p => (p.Claim.Claim.Kind, p.Claim.Claim.Act, Id: p.Place.GeonameId!.Value));
        foreach (var block in blocks)
        {
            var (kind, act, id) = block.Key;
            var all = block.OrderBy(p => p.Claim.AsOf).ThenBy(p => p.Claim).ToList();
            var subject = $"{kind}/{act} at {all[0].Place.Name}";
            var list = all.Select(p => p.Claim).ToList();
            IEnumerable<Dispute?> found = [
                Denied.Contains(kind) ? DidIt(subject, id, list, originals) : null,
                Strikes.Contains(act) ? ByWhom(subject, id, list, originals) : null,
                kind == "control" && act is "captured" or "recaptured" ? When(subject, id, list, originals) : null];
            foreach (var dispute in found.OfType<Dispute>())
            {
                yield return dispute;
            }
        }
    }

    private static Dispute? DidIt(string subject, int place, List<RecordedClaim> claims, IReadOnlyDictionary<string, string> originals)
    {
        var no = claims.Where(c => Keys.Denied(c.Claim)).ToList();
        var yes = claims.Where(c => Keys.Said(c.Claim) && no.Any(n => Near(n, c, Together) && Keys.Origin(n, originals) != Keys.Origin(c, originals))).ToList();
        no = [.. no.Where(n => yes.Any(y => Near(n, y, Together)))];
        return yes.Count == 0 || no.Count == 0 ? null : Made(DisputeKind.DidItHappen, subject, place, [("it happened", yes), ("it did not", no)], "One says that it happened, another that it did not.", originals);
    }

    private static Dispute? ByWhom(string subject, int place, List<RecordedClaim> claims, IReadOnlyDictionary<string, string> originals)
    {
        var said = claims.Where(c => Keys.Said(c.Claim) && c.Claim.Actor is not null && c.Report.Date.Reference is not null).ToList();
        var blamed = said.Where(c => said.Any(o => o.Claim.Actor!.Side != c.Claim.Actor!.Side && o.AsOf == c.AsOf && Accuses(o) && Accuses(c) && Keys.Origin(o, originals) != Keys.Origin(c, originals))).ToList();
        return blamed.Count == 0
            ? null
            : Made(DisputeKind.ByWhom, subject, place, [.. blamed.GroupBy(c => c.Claim.Actor!.Side).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => ("by " + g.Key, g.ToList()))], "Each blames the other.", originals);
    }

    private static Dispute? When(string subject, int place, List<RecordedClaim> claims, IReadOnlyDictionary<string, string> originals)
    {
        var dated = claims.Where(c => Keys.Said(c.Claim) && c.Claim.Time is { From: { } from, To: { } to } && from == to).ToList();
        foreach (var side in dated.GroupBy(c => c.Claim.Actor?.Side))
        {
            var list = side.ToList();
            var (first, last) = (list[0].AsOf!.Value, list[^1].AsOf!.Value);
            var apart = last.DayNumber - first.DayNumber;
            if (apart is >= DaysApart and <= Later && Keys.Origin(list[0], originals) != Keys.Origin(list[^1], originals))
            {
                return Made(
                    DisputeKind.When, subject, place, [.. list.GroupBy(c => c.AsOf!.Value).OrderBy(g => g.Key).Select(g => ("on " + Phrasing.Day(g.Key), g.ToList()))], $"The days given lie {apart} days apart.", originals);
            }
        }

        return null;
    }

    private static bool Accuses(RecordedClaim c) => !c.Claim.Sources.IsEmpty && c.Claim.Sources[0].Side != c.Claim.Actor!.Side;

    private static bool Near(RecordedClaim a, RecordedClaim b, int days) => Math.Abs(a.AsOf!.Value.DayNumber - b.AsOf!.Value.DayNumber) <= days;

    private static Dispute Made(DisputeKind kind, string subject, int place, List<(string Says, List<RecordedClaim> Claims)> positions, string reason, IReadOnlyDictionary<string, string> originals)
    {
        var days = positions.SelectMany(p => p.Claims).Select(c => c.AsOf!.Value).ToList();
        return new Dispute(
            Keys.Id(kind.ToString(), subject, place.ToString(), Phrasing.Day(days.Min())), kind, subject, place, days.Min(), days.Max(),
            [.. positions.Select(p => new DisputePosition(
                p.Says, [.. p.Claims.Select(c => Keys.Origin(c, originals)).Distinct().Order(StringComparer.Ordinal)], [.. p.Claims.Order().Select(c => c.Claim.Id).Distinct()]))],
            false, null, reason);
    }
}
