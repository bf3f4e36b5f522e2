using System.Collections.Immutable;
using System.Text;
using Salient.Records;

namespace Salient.Reading.Pages;

/// <summary>Lays an article's blocks one after the other, as the text of a report.</summary>
internal sealed class ArticleLayer
{
    private readonly StringBuilder text = new();
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    /// <summary>The report's text so far.</summary>
    public string Text => text.ToString();

    /// <summary>Its paragraphs.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>Addresses that a block links to, where it links to any.</summary>
    public Dictionary<Block, ImmutableArray<string>> Links { get; } = [];

    /// <summary>Lays the title.</summary>
    public void Title(string title) => Append(title).Settle(ParagraphRole.Heading);

    /// <summary>Lays the blocks of <paramref name="found"/> that stand in <paramref name="article"/>.</summary>
    /// <param name="found">All blocks of a page.</param>
    /// <param name="article">The element that holds the article.</param>
    /// <param name="title">The report's title, not to be laid twice; or null.</param>
    /// <param name="lead">A block outside the article that belongs to it, or null.</param>
    /// <param name="further">True for a further page of the article: what the pages before said is not said again.</param>
    public void Lay(List<PageBlock> found, PageNode article, string? title, PageBlock? lead, bool further = false)
    {
        var filter = new ArticleFilter(article);
        var teasers = new Teasers(found, article, title);
        foreach (var page in found)
        {
            if ((!page.Node.Within(article) && page != lead) || (page != lead && teasers.Announce(page)) || filter.Role(page) is not { } role
                || (title is not null && (page.IsHeading || Blocks.Count <= 1) && Forms.Alike(page.Text, title)) || (further && met.Contains(page.Text)))
            {
                continue;
            }

            met.Add(page.Text);
            var block = Append(page.Text);
            if (role is not ParagraphRole.Body)
            {
                block.Settle(role);
            }

            if (!page.Links.IsEmpty)
            {
                Links[block] = page.Links;
            }
        }
    }

    private Block Append(string words)
    {
        _ = text.Length > 0 ? text.Append("\n\n") : text;
        var block = new Block(words, new TextSpan(text.Length, text.Length + words.Length), true);
        text.Append(words);
        Blocks.Add(block);
        return block;
    }
}
