namespace Salient.Reading.Pages;

/// <summary>What an element of a page is to its article, by its names and kind.</summary>
[Flags]
internal enum NodeHint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its names say that it holds the article.</summary>
    Article = 1,

    /// <summary>Its names say that it is of the site.</summary>
    Junk = 2,

    /// <summary>It holds readers' comments.</summary>
    Comments = 4,

    /// <summary>It is a picture's caption.</summary>
    Caption = 8,

    /// <summary>It tells of the author.</summary>
    Biography = 16,

    /// <summary>It is not shown.</summary>
    Hidden = 32,

    /// <summary>A quotation set as a block.</summary>
    Quote = 64,

    /// <summary>The summary between title and text.</summary>
    Lead = 256,

    /// <summary>A post set into the article.</summary>
    Embed = 512,

    /// <summary>A kind of element that holds no article: nav, footer, form, aside.</summary>
    Apart = 128,
}

/// <summary>An element of a page, cut down to what finding the article needs.</summary>
internal sealed class PageNode(string tag, PageNode? parent, NodeHint hint)
{
    /// <summary>Its tag, lower case.</summary>
    public string Tag => tag;

    /// <summary>The element around it, or null for the root.</summary>
    public PageNode? Parent => parent;

    /// <summary>What its names tell.</summary>
    public NodeHint Hint { get; set; } = hint;

    /// <summary>Depth under the root.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Sum of what its blocks speak for being the article.</summary>
    public double Score { get; set; }

    /// <summary>UTF-16 units of the text in it.</summary>
    public int Length { get; set; }

    /// <summary>Of these, in blocks that read as sentences.</summary>
    public int Prose { get; set; }

    /// <summary>Blocks of sentences right under it.</summary>
    public int ProseBlocks { get; set; }

    /// <summary>True where a heading right under it is a link: it announces another page.</summary>
    public bool LinkedHeading { get; set; }

    /// <summary>UTF-16 units in links.</summary>
    public int LinkLength { get; set; }

    /// <summary>True where <paramref name="other"/> is this node or stands around it.</summary>
    public bool Within(PageNode other)
    {
        for (PageNode? n = this; n is not null; n = n.Parent)
        {
            if (n == other)
            {
                return true;
            }
        }

        return false;
    }
}
