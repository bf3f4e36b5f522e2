namespace Salient.Acquiring;

/// <summary>Keeps reports of the same file name in different folders apart: the second is named with its folder.</summary>
internal sealed class NameKeeper
{
    // Lines of a stream bring their own ids, and there may be millions of them: beyond this many nothing more is remembered.
    private const int Most = 200_000;
    private readonly Dictionary<string, string> taken = new(StringComparer.Ordinal);

    /// <summary>The name under which the capture from <paramref name="origin"/> goes.</summary>
    public string Keep(string name, string origin)
    {
        if (taken.TryAdd(name, origin) || taken[name] == origin)
        {
            if (taken.Count > Most)
            {
                taken.Clear();
            }

            return name;
        }

        var folder = Path.GetFileName(Path.GetDirectoryName(origin)) is { Length: > 0 } last ? last : "again";
        var other = $"{folder}/{name}";
        for (var n = 2; !taken.TryAdd(other, origin) && taken[other] != origin; n++)
        {
            other = $"{folder}/{name}~{n}";
        }

        return other;
    }
}
