using System.Collections.Concurrent;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// The words on the raions, oblasts and banks that settlements lie in, put together once for all settlements that lie in the same ones, with what follows for a settlement that
/// nothing else is told of. Thread-safe.
/// </summary>
/// <param name="index">Which settlement lies where.</param>
/// <param name="areas">The words on areas, by number, each in order.</param>
internal sealed class AreaWords(SettlementIndex index, IReadOnlyDictionary<int, ImmutableArray<ControlView>> areas)
{
    private readonly ConcurrentDictionary<string, Shared> together = new(StringComparer.Ordinal);

    /// <summary>The words on the areas around a settlement.</summary>
    public ImmutableArray<ControlView> Around(int settlement) => Of(settlement).Words;

    /// <summary>The states of a settlement that <paramref name="holder"/> has held throughout and that has no words of its own: the same for all of them around which the same is told.</summary>
    public ImmutableArray<ControlState> States(int settlement, string holder, Func<ImmutableArray<ControlView>, ImmutableArray<ControlState>> make)
    {
        var shared = Of(settlement);
        return shared.States.GetOrAdd(holder, static (_, m) => m.make(m.shared.Words), (make, shared));
    }

    private Shared Of(int settlement)
    {
        var around = index.Around(settlement).Where(areas.ContainsKey).ToArray();
        return together.GetOrAdd(string.Join(' ', around), static (_, a) => new Shared(a.around.Aggregate(ImmutableArray<ControlView>.Empty, (all, area) => ControlView.Merged(all, a.areas[area]))), (around, areas));
    }

    private sealed record Shared(ImmutableArray<ControlView> Words)
    {
        public ConcurrentDictionary<string, ImmutableArray<ControlState>> States { get; } = new(StringComparer.Ordinal);
    }
}
