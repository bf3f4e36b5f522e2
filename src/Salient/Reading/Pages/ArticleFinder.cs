namespace Salient.Reading.Pages;

/// <summary>Finds the element that holds the article: the one whose blocks together speak most for it.</summary>
/// <remarks>Sentences count for an element, lists of links and short labels against it, so the best element holds all of the article and little else.</remarks>
internal static class ArticleFinder
{
    private const int Sentence = 25;
    private const double ArticleBonus = 1.5;
    private const double GoodPart = 0.4;
    private const double OfSite = -30;
    private const int Asked = 60;
    private const double Lonely = 0.5;
    private const int Long = 300;

    /// <summary>The article's element, or null where the page holds no sentence.</summary>
    /// <param name="blocks">All of the page's blocks.</param>
    /// <param name="ofSite">True for a text that is plainly the site's own.</param>
    public static PageNode? Find(IReadOnlyList<PageBlock> blocks, Predicate<string> ofSite)
    {
        var nodes = Measure(blocks);
        Acquit(nodes);
        foreach (var block in blocks)
        {
            var value = block.Text.Length > Asked && block.LinkDensity <= 0.5 && ofSite(block.Text) ? OfSite : Value(block);
            for (PageNode? n = block.Node; n is not null; n = n.Parent)
            {
                n.Score += value;
            }
        }

        // A paragraph alone is no article where others stand beside it: what else stands there may count for less than nothing (cards that are links as a whole).
        PageNode? best = null;
        var most = 0.0;
        foreach (var node in nodes)
        {
            var score = Weigh(node);
            if (score > most || (score == most && best is not null && node.Depth > best.Depth && score > 0))
            {
                best = node;
                most = score;
            }
        }

        return best is { Parent: { ProseBlocks: > 1 } around } && best.ProseBlocks == 0 && around.Prose > 2 * best.Prose ? around : best;
    }

    private static HashSet<PageNode> Measure(IReadOnlyList<PageBlock> blocks)
    {
        var nodes = new HashSet<PageNode>();
        foreach (var block in blocks)
        {
            var prose = block.LinkDensity < 0.3 && !block.IsHeading && (block.Text.Length > 80 || (block.Text.Length >= Sentence && Forms.EndsSentence(block.Text))) ? block.Text.Length : 0;
            if (prose > 0 && block.Node.Parent is { } around)
            {
                around.ProseBlocks++;
            }

            if (block is { IsHeading: true, LinkDensity: > 0.5, Node.Parent: { } announced })
            {
                announced.LinkedHeading = true;
            }

            for (PageNode? n = block.Node; n is not null; n = n.Parent)
            {
                nodes.Add(n);
                n.Length += block.Text.Length;
                n.LinkLength += block.LinkLength;
                n.Prose += prose;
            }
        }

        return nodes;
    }

    // An element with a good part of the page's sentences in it is no menu or banner, whatever it is called.
    private static void Acquit(HashSet<PageNode> nodes)
    {
        var all = nodes.Where(n => n.Parent is null).Sum(n => n.Prose);
        foreach (var node in nodes.Where(n => n.Prose > all * GoodPart))
        {
            node.Hint &= ~(NodeHint.Junk | NodeHint.Apart | NodeHint.Hidden | NodeHint.Caption | NodeHint.Biography);
        }
    }

    private static double Weigh(PageNode node)
    {
        var bonus = (node.Hint & NodeHint.Article) != NodeHint.None || node.Tag == "article" ? ArticleBonus : 1;
        return node.Score * bonus;
    }

    // What one block speaks for its ancestors, in characters.
    private static double Value(PageBlock block)
    {
        var length = block.Text.Length;
        var density = block.LinkDensity;
        if (Bad(block.Node))
        {
            return -10 - (length * 0.1);
        }

        if (block.IsHeading)
        {
            return density > 0.5 ? -40 : 0;
        }

        if (density > 0.5)
        {
            return -15 - Math.Min(60, length * 0.5);
        }

        if (block.Tag is "td" or "th" && length <= 80)
        {
            return 0;
        }

        return Weight(block) * Paragraph(block, length, density);
    }

    // A short paragraph alone in its element is as often the teaser of another story.
    private static double Weight(PageBlock block) => block.Node.Parent is { ProseBlocks: 1 } && block.Text.Length < Long ? Lonely : 1;

    private static double Paragraph(PageBlock block, int length, double density)
    {
        var sentence = length >= Sentence && Forms.EndsSentence(block.Text);
        if (block.Tag is "p" or "blockquote" or "pre" or "dd")
        {
            return sentence || length > 80 ? Math.Min(length, 800) * (1 - density) : length < Sentence ? -5 : 0;
        }

        if (block.Tag is "li")
        {
            return sentence && length > 40 ? Math.Min(length, 400) * 0.6 * (1 - density) : -5;
        }

        return length > 80 || (sentence && length > 50) ? Math.Min(length, 800) * 0.8 * (1 - density) : -10;
    }

    private static bool Bad(PageNode node)
    {
        for (PageNode? n = node; n is not null; n = n.Parent)
        {
            if ((n.Hint & (NodeHint.Hidden | NodeHint.Comments | NodeHint.Apart)) != NodeHint.None || ((n.Hint & NodeHint.Junk) != NodeHint.None && (n.Hint & NodeHint.Article) == NodeHint.None && n.Tag is not ("body" or "main" or "article")))
            {
                return true;
            }
        }

        return false;
    }
}
