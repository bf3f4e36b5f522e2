using System.Collections.Concurrent;

namespace Salient.Reconciling.Reckoning;

/// <summary>Works through keys on all cores, in an order that does not show.</summary>
internal static class SideBySide
{
    private const int Parts = 32;

    /// <summary>Each key with what is made of it, in order of the keys.</summary>
    /// <param name="many">False where one thread alone may make.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="make">Pure, but for what it reads.</param>
    public static IEnumerable<(TKey Key, T Made)> Each<TKey, T>(bool many, TKey[] keys, Func<TKey, T> make)
    {
        if (!many || keys.Length == 0)
        {
            return keys.Select(k => (k, make(k)));
        }

        var made = new T[keys.Length];
        Parallel.ForEach(Partitioner.Create(0, keys.Length, Math.Max(1, keys.Length / Parts)), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                made[i] = make(keys[i]);
            }
        });
        return keys.Zip(made);
    }
}
