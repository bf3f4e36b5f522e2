using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Salient.Coding.Scoring;

/// <summary>The features of one unit: their rows where a table knows them, their names where they are asked for.</summary>
/// <param name="table">The rows of known features; null where only names are wanted.</param>
/// <param name="named">True keeps names, for training and for explaining.</param>
internal sealed class FeatureList(FeatureTable? table, bool named)
{
    private readonly List<int> rows = new(96);

    /// <summary>Rows of the features that the table knows, in the order in which they were added.</summary>
    public ReadOnlySpan<int> Rows => CollectionsMarshal.AsSpan(rows);

    /// <summary>All names, in the order in which they were added; empty where none are kept.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Where names are put together; null where none are kept.</summary>
    internal StringBuilder? Text { get; } = named ? new StringBuilder() : null;

    /// <summary>The list of the features called <paramref name="names"/>, without their names.</summary>
    public static FeatureList Of(FeatureTable table, IEnumerable<string> names)
    {
        var list = new FeatureList(table, named: false);
        foreach (var name in names)
        {
            list.Add(name);
        }

        return list;
    }

    /// <summary>The same features by the rows of another table.</summary>
    /// <param name="others">For each row of this one's table the other's; -1 where it has none.</param>
    public FeatureList By(int[] others)
    {
        var list = new FeatureList(null, named: false);
        foreach (var row in rows)
        {
            if (others[row] >= 0)
            {
                list.rows.Add(others[row]);
            }
        }

        return list;
    }

    /// <summary>Adds a feature.</summary>
    public void Add(string name) => Add(FeatureTable.Key(FeatureTable.Start, name), named ? name : null, again: true);

    /// <summary>Adds a feature.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref FeatureName name) => Add(name.Key, Text?.ToString(), again: true);

    /// <summary>Adds a feature unless it is there.</summary>
    public void AddOnce([InterpolatedStringHandlerArgument("")] ref FeatureName name) => Add(name.Key, Text?.ToString(), again: false);

    private void Add(ulong key, string? name, bool again)
    {
        if (table?.Find(key) is >= 0 and var row && (again || !rows.Contains(row)))
        {
            rows.Add(row);
        }

        if (name is not null && (again || !Names.Contains(name)))
        {
            Names.Add(name);
        }
    }
}
