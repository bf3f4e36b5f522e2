using System.Collections.Immutable;

namespace Salient.Reading.Pages;

/// <summary>A stretch of a page's text that is set as one block.</summary>
/// <param name="Text">Its words, white space folded.</param>
/// <param name="Node">The element that sets it.</param>
/// <param name="LinkLength">UTF-16 units in links.</param>
/// <param name="Strong">True where all of it is set bold.</param>
/// <param name="Links">Addresses that it links to.</param>
internal sealed record PageBlock(string Text, PageNode Node, int LinkLength, bool Strong, ImmutableArray<string> Links)
{
    /// <summary>Share of its text in links, 0 to 1.</summary>
    public double LinkDensity => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;

    /// <summary>The tag of the block's element.</summary>
    public string Tag => Node.Tag;

    /// <summary>True for h1 to h6.</summary>
    public bool IsHeading => Tag.Length == 2 && Tag[0] == 'h' && char.IsAsciiDigit(Tag[1]);
}
