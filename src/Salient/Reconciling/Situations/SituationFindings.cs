using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Sections on what the claims amount to: places that changed hands, disputes, figures reckoned.</summary>
internal sealed class SituationFindings(SituationRules rules, Func<string, RecordedClaim?> claim)
{
    private const int MostSentences = 20, MostCitations = 4;
    private readonly Wording wording = new(rules);

    /// <summary>Places whose assessed holder changed; inferred ones are counted, not listed.</summary>
    public SituationSection Changes(ImmutableArray<(ControlHistory History, ControlState State)> changes)
    {
        var named = changes.Where(c => c.State.Status != ControlStatus.Inferred).ToList();
        var sentences = named.Take(MostSentences).Select(c => new SituationSentence(
            $"{c.History.Place.Name} is assessed as held by {wording.Side(c.State.Holder)} since {Phrasing.Day(c.State.From)} ({Status(c.State.Status)}, confidence {c.State.Confidence}).",
            c.State.Against.IsEmpty ? null : "claims speak against it",
            Cite(c.State.For.Concat(c.State.Against)))).ToList();
        foreach (var side in changes.Where(c => c.State.Status == ControlStatus.Inferred).GroupBy(c => c.State.Holder).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            sentences.Add(new SituationSentence(
                $"{side.Count()} more settlement(s) are inferred to have come under {wording.Side(side.Key)}.", "inferred from the named places around them; no claim names them", []));
        }

        return new SituationSection("changes", "What changed hands, as assessed", [.. sentences], Math.Max(0, named.Count - MostSentences));
    }

    /// <summary>Disputes, those that stand alone against the picture first.</summary>
    public SituationSection Disputes(IReadOnlyList<Dispute> disputes)
    {
        var sentences = disputes.OrderByDescending(d => d.Lone).ThenBy(d => d.Settled is not null).ThenByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal).Take(MostSentences)
            .Select(d => new SituationSentence(
                $"{d.Subject}: {string.Join("; ", d.Positions.Select(p => $"{p.Says} by {string.Join(", ", p.Origins.Take(3))}"))}.",
                (d.Lone ? "a lone claim against the established picture; " : "") + (d.Settled is { } s ? $"settled: {s}" : "open"),
                Cite(d.Positions.SelectMany(p => p.Claims.Take(2)))));
        return new SituationSection("disputes", "What sources disagree on", [.. sentences], Math.Max(0, disputes.Count - MostSentences));
    }

    /// <summary>Figures that claims allow to be reckoned.</summary>
    public SituationSection Derived(IEnumerable<DerivedFigure> figures) => new(
        "derived",
        "Reckoned from the claims",
        [.. figures.Take(MostSentences).Select(f => new SituationSentence(
            $"{wording.Side(f.Side)}: {Phrasing.Number(f.Min)}-{Phrasing.Number(f.Max)} {f.What} ({f.Reckoning}).", "derived; no report says so", Cite(f.Claims)))],
        0);

    private ImmutableArray<Citation> Cite(IEnumerable<string> ids) =>
        [.. ids.Distinct().Take(MostCitations).Select(claim).OfType<RecordedClaim>().Select(SituationWriter.Cite)];

    private static string Status(ControlStatus status) => status switch
    {
        ControlStatus.AssessedAdvance => "assessed advance",
        _ => status.ToString().ToLowerInvariant(),
    };
}
