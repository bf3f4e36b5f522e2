namespace Salient.Reading.Pages;

/// <summary>
/// Knows what stands in an article's element and announces other pages: blocks before the title, boxes of a linked heading with a paragraph under it, and lists of links with
/// one paragraph each, however long.
/// </summary>
internal sealed class Teasers
{
    private const int Fewest = 2;
    private const int FewestInList = 3;
    private const int LongestLink = 200;
    private const int LongestTeaser = 500;
    private const int Aside = 40;
    private const int Reach = 8;
    private const int ArticleParagraphs = 2;
    private const int ArticleLength = 150;
    private readonly HashSet<PageBlock> announcing = [];

    /// <summary>Looks through the blocks of <paramref name="found"/> that stand in <paramref name="article"/>.</summary>
    public Teasers(List<PageBlock> found, PageNode article, string? title)
    {
        var inside = found.Where(b => b.Node.Within(article)).ToList();
        Leave(inside, List(inside), evenMost: true);
        Leave(inside, [.. inside.TakeWhile(b => b.Tag != "h1" || title is null || !Forms.Alike(b.Text, title))]);
        var boxed = inside.Where(b => !b.IsHeading && b.Node.Parent is { LinkedHeading: true, ProseBlocks: 1 } box && box != article).ToList();
        if (boxed.Select(b => b.Node.Parent).Distinct().Count() >= Fewest)
        {
            Leave(inside, boxed);
        }
    }

    /// <summary>True where <paramref name="block"/> announces another page.</summary>
    public bool Announce(PageBlock block) => announcing.Contains(block);

    // What would take most of the article away is no announcement, unless it has a list's form and an article is left.
    private void Leave(List<PageBlock> all, List<PageBlock> some, bool evenMost = false)
    {
        some = [.. some.Where(b => !announcing.Contains(b))];
        var taken = some.ToHashSet();
        var rest = all.Where(b => !announcing.Contains(b) && !taken.Contains(b)).ToList();
        if (some.Count < all.Count && (some.Sum(Prose) < rest.Sum(Prose) || (evenMost && rest.Count(b => Prose(b) > Aside) >= ArticleParagraphs && rest.Sum(Prose) >= ArticleLength)))
        {
            announcing.UnionWith(some);
        }
    }

    // A link and one paragraph, again and again; short lines between them ("Read more", a day) belong to them.
    private static List<PageBlock> List(List<PageBlock> inside)
    {
        var all = new List<PageBlock>();
        var run = new List<PageBlock>();
        var pairs = 0;
        for (var i = 0; i < inside.Count; i++)
        {
            if (IsLink(inside[i]) && After(inside, i) is { } end)
            {
                run.AddRange(inside[i..end]);
                (pairs, i) = (pairs + 1, end - 1);
                continue;
            }

            // "Continue reading", before the next.
            if (pairs > 0 && IsLink(inside[i]) && inside[i].Text.Length <= Aside && i + 1 < inside.Count && IsLink(inside[i + 1]))
            {
                run.Add(inside[i]);
                continue;
            }

            Close();
        }

        Close();
        return all;

        void Close()
        {
            all.AddRange(pairs >= FewestInList ? run : []);
            run.Clear();
            pairs = 0;
        }
    }

    // Where the announcement that begins with the link at i ends; null where more than one paragraph, or none, follows before the next link.
    private static int? After(List<PageBlock> inside, int i)
    {
        var paragraphs = 0;
        var at = i + 1;
        for (; at < inside.Count && !(paragraphs > 0 && (IsLink(inside[at]) || inside[at].IsHeading)); at++)
        {
            var block = inside[at];
            if (at - i > Reach || block.IsHeading || (block.Text.Length > Aside && (IsLink(block) || ++paragraphs > 1 || block.Text.Length > LongestTeaser)))
            {
                return null;
            }
        }

        return paragraphs == 1 ? at : null;
    }

    // A note ("[9] https://…") and an address written out are sources, and announce nothing.
    private static bool IsLink(PageBlock block) => block.LinkDensity > 0.8 && block.Text.Length is > 10 and <= LongestLink && block.Text[0] != '[' && !block.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static int Prose(PageBlock block) => block is { IsHeading: false, LinkDensity: < 0.5 } ? block.Text.Length : 0;
}
