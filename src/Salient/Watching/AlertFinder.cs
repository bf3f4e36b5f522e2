using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Salient.Recording;
using Salient.Records;

namespace Salient.Watching;

/// <summary>Finds what rules wait for: in the claims of reports that came in since the last time, and in disputes that were not known then.</summary>
/// <param name="rules">The rules.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="disputes">Works out the ledger's disputes; called only where a rule asks for them.</param>
/// <param name="clock">The host's clock.</param>
internal sealed class AlertFinder(ImmutableArray<AlertRule> rules, Ledger ledger, Func<ImmutableArray<Dispute>> disputes, TimeProvider clock)
{
    private const int Longest = 600;

    /// <summary>The alerts that are due; <paramref name="state"/> then says up to where the ledger was looked through. The first call raises none: it only notes where the ledger stands.</summary>
    public IReadOnlyList<Undelivered> Find(WatchState state)
    {
        var found = new List<Undelivered>();
        var last = ledger.LastArrival;
        var known = state.Disputes;
        if (rules.Any(r => r.Disputes) && (known is null || state.Alerted != last))
        {
            var all = disputes();
            state.Disputes = [.. all.Select(d => d.Id)];
            found.AddRange(known is null ? [] : all.Where(d => d.Settled is null && !known.Contains(d.Id)).SelectMany(Raise));
        }

        if (state.Alerted is { } from && rules.Any(r => !r.Disputes))
        {
            found.AddRange(ledger.ArrivedAfter(from).SelectMany(r => ledger.ClaimsOf(r)).SelectMany(Raise));
        }

        state.Alerted = last;
        return found;
    }

    private IEnumerable<Undelivered> Raise(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        foreach (var rule in rules.Where(r => !r.Disputes && Holds(r, claim)))
        {
            var alert = new Alert(
                Id(rule, claim.Id), rule.Name, clock.GetUtcNow(), $"{claim.Kind}/{claim.Act}", Cut(claim.Evidence), [.. claim.Places.Select(p => p.Name)], claim.Report, recorded.Report.Origin, [claim.Id]);
            foreach (var to in rule.To)
            {
                yield return new Undelivered(alert, to);
            }
        }
    }

    private IEnumerable<Undelivered> Raise(Dispute dispute)
    {
        foreach (var rule in rules.Where(r => r.Disputes && Holds(r, dispute)))
        {
            var alert = new Alert(
                Id(rule, dispute.Id), rule.Name, clock.GetUtcNow(), $"dispute/{dispute.Kind}", Cut($"{dispute.Subject}: {string.Join(" | ", dispute.Positions.Select(p => p.Says))}"), [], null, null, [.. dispute.Positions.SelectMany(p => p.Claims).Take(20)]);
            foreach (var to in rule.To)
            {
                yield return new Undelivered(alert, to);
            }
        }
    }

    private static bool Holds(AlertRule rule, Claim claim) =>
        (rule.Kind is null || rule.Kind == claim.Kind)
        && (rule.Act is null || rule.Act == claim.Act)
        && (rule.Side is null || claim.Actor?.Side == rule.Side || claim.Target?.Side == rule.Side)
        && (rule.AtLeast is not { } least || (claim.Quantity is { } q && (q.Max ?? q.Min) >= least))
        && (rule.GeonameId is null || claim.Places.Any(p => p.GeonameId == rule.GeonameId))
        && (rule.Place is null || claim.Places.Any(p => Alike(p.Name, rule.Place)));

    private static bool Holds(AlertRule rule, Dispute dispute) =>
        (rule.Kind is null || rule.Kind.Replace("-", "", StringComparison.Ordinal).Equals(dispute.Kind.ToString(), StringComparison.OrdinalIgnoreCase))
        && (rule.GeonameId is null || dispute.Place == rule.GeonameId)
        && (rule.Place is null || Alike(dispute.Subject, rule.Place));

    private static bool Alike(string a, string b) => string.Equals(Letters(a), Letters(b), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter));

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "…";

    private static string Id(AlertRule rule, string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule.Name}\n{what}")).AsSpan(0, 8));
}
