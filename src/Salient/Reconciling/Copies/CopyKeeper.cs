using Salient.Reconciling.Reckoning;
using Salient.Records;

namespace Salient.Reconciling.Copies;

/// <summary>Keeps groups of copies up to date: reports that are one text, by whatever chain of likeness; the original is the one published first, ties by hash.</summary>
internal static class CopyKeeper
{
    private const int Chunk = 256;

    /// <summary>Takes in reports that came, changed or went; gives back the others whose original is another now.</summary>
    public static IReadOnlyCollection<long> Update(IFindingStore store, IReadOnlyList<long> due)
    {
        var open = new SortedSet<long>(due);
        foreach (var report in due)
        {
            open.UnionWith(store.Group(report));
        }

        foreach (var chunk in due.Chunk(Chunk))
        {
            (long Report, string Text)[] texts = [.. chunk.Select(r => (r, store.Header(r) is null ? "" : store.Text(r)))];
            foreach (var (text, sketch) in SideBySide.Each(many: true, texts, t => CopyJudge.Sketch(t.Text)))
            {
                store.Put(text.Report, sketch);
            }
        }

        var before = open.ToDictionary(r => r, store.Original);
        var join = new Joining();
        foreach (var (report, alike) in open.Where(r => store.Header(r) is not null).Chunk(Chunk).SelectMany(c => SideBySide.Each(store.Shared, c, r => Alike(store, r))))
        {
            join.Add(report);
            foreach (var like in alike)
            {
                // A group that nothing was taken from still holds together.
                foreach (var member in open.Contains(like) ? [like] : store.Group(like))
                {
                    before.TryAdd(member, store.Original(member));
                    join.Join(report, member);
                }
            }
        }

        foreach (var gone in open.Where(r => store.Header(r) is null))
        {
            store.Put(gone, (CopyLink?)null);
        }

        var changed = new List<long>();
        var came = due.ToHashSet();
        foreach (var group in join.Groups())
        {
            var original = group.Count == 1 ? group[0] : group.MinBy(r => Order(store.Header(r)!), StringComparer.Ordinal);
            changed.AddRange(group.Where(r => before[r] != original || (r != original && came.Contains(original))));
            foreach (var report in group)
            {
                store.Put(report, group.Count == 1 ? null : new CopyLink(original, Likeness(store, report, original)));
            }
        }

        return changed;
    }

    private static string Order(ReportHeader h) => $"{Phrasing.Day(h.Date.Reference ?? DateOnly.MaxValue)}|{h.CaptureHash}|{h.Id}";

    private static double Likeness(IFindingStore store, long report, long original) =>
        store.Sketch(report) is { } a && store.Sketch(original) is { } b ? CopyJudge.Likeness(a, b) : 1;

    private static List<long> Alike(IFindingStore store, long report) =>
        store.Sketch(report) is not { } sketch || store.Header(report) is not { } header
            ? []
            : [.. store.Like(sketch.Bands).Where(o => o.Row != report && CopyJudge.Alike(header, sketch, o.Header, o.Sketch)).Select(o => o.Row)];

    /// <summary>Sets that grow together.</summary>
    private sealed class Joining
    {
        private readonly Dictionary<long, long> parents = [];

        public void Add(long x) => parents.TryAdd(x, x);

        public void Join(long a, long b)
        {
            Add(a);
            Add(b);
            var (x, y) = (Root(a), Root(b));
            parents[Math.Max(x, y)] = Math.Min(x, y);
        }

        public IEnumerable<List<long>> Groups() => parents.Keys.Order().GroupBy(Root).Select(g => g.ToList());

        private long Root(long x)
        {
            while (parents[x] != x)
            {
                x = parents[x] = parents[parents[x]];
            }

            return x;
        }
    }
}
