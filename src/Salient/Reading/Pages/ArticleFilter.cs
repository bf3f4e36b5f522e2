using Salient.Reading.Roles;
using Salient.Records;

namespace Salient.Reading.Pages;

/// <summary>Says of each block in the article's element what it is to the article; null where it is of the site.</summary>
internal sealed class ArticleFilter(PageNode article)
{
    private const double Whole = 0.5;

    /// <summary>The role of <paramref name="block"/>, or null where it is left out.</summary>
    public ParagraphRole? Role(PageBlock block)
    {
        var hint = Hints(block.Node);
        if ((hint & (NodeHint.Hidden | NodeHint.Apart)) != NodeHint.None)
        {
            return null;
        }

        if ((hint & NodeHint.Comments) != NodeHint.None)
        {
            return ParagraphRole.Comment;
        }

        if ((hint & NodeHint.Biography) != NodeHint.None)
        {
            return ParagraphRole.Biography;
        }

        if ((hint & NodeHint.Caption) != NodeHint.None)
        {
            return block.Text.Length > 1000 ? ParagraphRole.Body : ParagraphRole.Caption;
        }

        if ((hint & NodeHint.Junk) != NodeHint.None || Linked(block))
        {
            return null;
        }

        return block.IsHeading ? ParagraphRole.Heading : (hint & NodeHint.Quote) != NodeHint.None ? ParagraphRole.Quote : ParagraphRole.Body;
    }

    // Mostly links: a list of other stories, or tags. Notes are links as well, but numbered; a long sentence may be one link.
    private static bool Linked(PageBlock block)
    {
        if (EndnotePass.Number(block.Text) is not null)
        {
            return false;
        }

        var density = block.LinkDensity;
        return block.Tag == "p" ? density > 0.8 && block.Text.Length < 200 : density > 0.5;
    }

    // What the names from the block up to the article tell. An element with most of the article in it is no junk, whatever it is called.
    private NodeHint Hints(PageNode node)
    {
        var all = NodeHint.None;
        for (PageNode? n = node; n is not null && n != article; n = n.Parent)
        {
            if ((n.Hint & NodeHint.Embed) != NodeHint.None)
            {
                // A post set into the article is quoted, whatever the box around it is called.
                return NodeHint.Quote;
            }

            all |= n.Prose > article.Prose * Whole ? n.Hint & NodeHint.Quote : n.Hint;
        }

        return all;
    }
}
