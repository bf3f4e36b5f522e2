using Salient.Layers;

namespace Salient.Parsing.Networks;

/// <summary>The sizes of the network, and where each part lies among its numbers.</summary>
internal sealed class NetworkShape
{
    /// <summary>Rows that affixes and shapes share, 2^bits.</summary>
    public const int AffixBits = 13;

    /// <summary>Ways that a word may lie from its head: to the left or right, near or far.</summary>
    public const int Ways = 16;

    /// <param name="words">Words of the vocabulary.</param>
    /// <param name="tags">Tags.</param>
    /// <param name="relations">Relations.</param>
    /// <param name="root">The number of the root's relation.</param>
    /// <param name="sizes">Columns of the layers, how many layers, columns for arcs and for relations; columns are multiples of 16.</param>
    public NetworkShape(int words, int tags, int relations, int root, IReadOnlyList<int> sizes)
    {
        (Words, Tags, Relations, Root, Sizes) = (words, tags, relations, root, sizes);
        var (width, arcWidth, labelWidth) = (Width, ArcWidth, LabelWidth);
        RelationRow = (relations + Products.Columns - 1) / Products.Columns * Products.Columns;
        HeadWidth = (2 * arcWidth) + (2 * labelWidth);
        var at = 0;
        int Take(int size) => (at += size) - size;
        WordRows = Take((words + 1) * width);
        AffixRows = Take((1 << AffixBits) * width);
        TagRows = Take(tags * width);
        Dense = at;
        LayerStart = Take(Layers * LayerSize);
        HeadWeights = Take(width * HeadWidth);
        HeadBias = Take(HeadWidth);
        ArcWeights = Take(arcWidth * arcWidth);
        ArcBias = Take(arcWidth);
        RootHead = Take(arcWidth);
        WayBias = Take(tags * (Ways + 1));
        LabelWays = Take(Ways * labelWidth);
        LabelWeights = Take(labelWidth * RelationRow);
        LabelBias = Take(RelationRow);
        Size = at;
    }

    public int Words { get; }

    public int Tags { get; }

    public int Relations { get; }

    public int RelationRow { get; }

    /// <summary>The number of the root's relation.</summary>
    public int Root { get; }

    /// <summary>As given.</summary>
    public IReadOnlyList<int> Sizes { get; }

    public int Width => Sizes[0];

    public int Layers => Sizes[1];

    public int ArcWidth => Sizes[2];

    public int LabelWidth => Sizes[3];

    /// <summary>Of a word: as dependent and head for arcs, then for relations.</summary>
    public int HeadWidth { get; }

    public int WordRows { get; }

    public int AffixRows { get; }

    public int TagRows { get; }

    /// <summary>Where the rows that are looked up end.</summary>
    public int Dense { get; }

    /// <summary>Weights of one layer: three products, and four numbers a column.</summary>
    public int LayerSize => RecurrentLayers.Size(Width);

    public int LayerStart { get; }

    public int HeadWeights { get; }

    public int HeadBias { get; }

    public int ArcWeights { get; }

    public int ArcBias { get; }

    public int RootHead { get; }

    public int WayBias { get; }

    public int LabelWays { get; }

    public int LabelWeights { get; }

    public int LabelBias { get; }

    public int Size { get; }

    /// <summary>Where a layer's weights begin; its gates' four rows follow the product's.</summary>
    public int Layer(int index) => LayerStart + (index * LayerSize);

    /// <summary>How a head lies from its dependent.</summary>
    public static int Way(int dependent, int head)
    {
        var d = Math.Abs(head - dependent);
        var size = d <= 4 ? d - 1 : d <= 6 ? 4 : d <= 10 ? 5 : d <= 20 ? 6 : 7;
        return head < dependent ? size : size + 8;
    }
}
