using System.Collections.Immutable;
using Salient.Reconciling.Control;
using Salient.Reconciling.Disputes;
using Salient.Reconciling.Figures;
using Salient.Reconciling.Happenings;
using Salient.Records;

namespace Salient.Reconciling.Reckoning;

/// <summary>Works out one unit from its own claims.</summary>
/// <param name="data">What reconciling goes by.</param>
/// <param name="figures">Makes series.</param>
/// <param name="control">Judges who holds what.</param>
internal sealed class UnitReckoner(ReconcilingData data, FigureReconciler figures, Lazy<ControlReconciler> control)
{
    private readonly HappeningReconciler happenings = new(data.Parties);
    private readonly FigureSubjects subjects = new(data.Bodies, data.Sides.FirstOrDefault(s => s.Home)?.Name);

    /// <summary>What <paramref name="key"/> amounts to by what <paramref name="store"/> holds.</summary>
    /// <param name="store">The claims, and what units amounted to before.</param>
    /// <param name="key">The unit.</param>
    /// <param name="days">Of what can be denied: the days that claims have come or gone of since it was worked out; null where that is not known.</param>
    public Finding Reckon(IFindingStore store, FindingKey key, IReadOnlyCollection<int>? days = null) => key.Part switch
    {
        FindingPart.Told => Told(store, key),
        FindingPart.Denied => Denied(store, key, days),
        FindingPart.Taken => Disputing(FactDisputes.When(Enterer.Place(key.Name), Read(store.Claims(key.Part, key.Name), out var voices), voices)),
        FindingPart.Counted => Counted(store, key.Name),
        _ => Finding.Nothing with { Derived = FigureReckoning.Reckon(store.Claims(key.Part, key.Name).Select(c => c.Told.Claim).Order()) },
    };

    /// <summary>What a settlement's own words amount to, and its history by them (without states where they do not tell).</summary>
    public (ControlHistory History, Finding Finding) Held(int place, Func<int, ImmutableArray<ControlView>> words)
    {
        var history = control.Value.Own(place, words);
        return (history, Held(history));
    }

    /// <summary>What a settlement's history by its own words amounts to: who says what of it does not hang on what is told of the places around.</summary>
    private static Finding Held(ControlHistory history)
    {
        var disputes = Disputing(history.States.IsEmpty ? [] : HolderDisputes.Of(history));
        return disputes with { Marks = SourceReconciler.Sum([.. SourceReconciler.Marks(history), .. disputes.Marks]) };
    }

    private Finding Told(IFindingStore store, FindingKey key)
    {
        var claims = Read(store.Claims(key.Part, key.Name, key.Day - 1, key.Day + 1), out var voices);
        var place = Enterer.Place(key.Name);
        var disputes = FactDisputes.ByWhom(place, DateOnly.FromDayNumber(key.Day), claims, voices).ToList();
        var blamed = disputes.SelectMany(d => d.Positions).SelectMany(p => p.Claims).ToHashSet();
        var found = happenings.Reconcile(place, key.Day, claims, voices, c => blamed.Contains(c) || store.Disputed(c)).ToList();
        var byId = claims.ToDictionary(c => c.Claim.Id);
        return new Finding([.. found], [.. disputes], [], [], SourceReconciler.Sum([.. found.SelectMany(h => happenings.Marks(h, byId, voices)), .. disputes.SelectMany(SourceReconciler.Marks)]));
    }

    private Finding Denied(IFindingStore store, FindingKey key, IReadOnlyCollection<int>? days)
    {
        var name = key.Name;
        var denied = Read(store.Claims(FindingPart.Denied, name), out var all);
        var before = days is null || store.Shared ? null : store.Get(key);
        return Disputing([.. FactDisputes.DidIt(Enterer.Place(name), denied, Said, all, before?.Disputes ?? [], before is null ? null : days)]);

        List<RecordedClaim> Said(int from, int to) => Read(store.Claims(FindingPart.Told, name, from, to), all);
    }

    private Finding Counted(IFindingStore store, string name)
    {
        var claims = Read(store.Claims(FindingPart.Counted, name), out var voices);
        var series = figures.Series(claims, voices);
        var byId = claims.ToDictionary(c => c.Claim.Id, c => c.Claim);
        return Disputing(FigureDisputes.Of(series, subjects, c => byId[c])) with { Figures = series };
    }

    private static Finding Disputing(IEnumerable<Dispute> disputes)
    {
        var list = disputes.ToList();
        return Finding.Nothing with { Disputes = [.. list], Marks = SourceReconciler.Sum(list.SelectMany(SourceReconciler.Marks)) };
    }

    private List<RecordedClaim> Read(IReadOnlyList<(int Day, ToldClaim Told)> told, out Voices voices) => Read(told, voices = new Voices(data.Bodies));

    private static List<RecordedClaim> Read(IReadOnlyList<(int Day, ToldClaim Told)> told, Voices voices)
    {
        foreach (var (_, claim) in told)
        {
            voices.Note(claim.Claim.Report.Id, claim.Voice);
        }

        return [.. told.Select(t => t.Told.Claim).Order()];
    }
}
