namespace Salient.Reading.Pages;

/// <summary>Knows what stands in an article's element and announces other pages: blocks before the title, and boxes of a linked heading with a paragraph under it.</summary>
internal sealed class Teasers
{
    private const int Fewest = 2;
    private readonly HashSet<PageBlock> announcing = [];

    /// <summary>Looks through the blocks of <paramref name="found"/> that stand in <paramref name="article"/>.</summary>
    public Teasers(List<PageBlock> found, PageNode article, string? title)
    {
        var inside = found.Where(b => b.Node.Within(article)).ToList();
        Leave(inside, [.. inside.TakeWhile(b => b.Tag != "h1" || title is null || !Forms.Alike(b.Text, title))]);
        var boxed = inside.Where(b => !b.IsHeading && b.Node.Parent is { LinkedHeading: true, ProseBlocks: 1 } box && box != article).ToList();
        if (boxed.Select(b => b.Node.Parent).Distinct().Count() >= Fewest)
        {
            Leave(inside, boxed);
        }
    }

    /// <summary>True where <paramref name="block"/> announces another page.</summary>
    public bool Announce(PageBlock block) => announcing.Contains(block);

    // What would take most of the article away is no announcement.
    private void Leave(List<PageBlock> all, List<PageBlock> some)
    {
        if (some.Count < all.Count && some.Sum(Prose) * 2 < all.Sum(Prose))
        {
            announcing.UnionWith(some);
        }
    }

    private static int Prose(PageBlock block) => block is { IsHeading: false, LinkDensity: < 0.5 } ? block.Text.Length : 0;
}
