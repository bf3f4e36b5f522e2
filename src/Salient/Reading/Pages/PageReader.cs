using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Salient.Reading.Dates;
using Salient.Reading.Roles;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reading.Pages;

/// <summary>Reads an HTML page: finds the article in it, and the roles of its paragraphs.</summary>
internal sealed class PageReader(Theatre theatre, ReadingRules rules)
{
    private const int LeadReach = 12;
    private const int MostPages = 50;
    private readonly ImmutableArray<IRolePass> passes = RolePasses.ForPages(rules);
    private readonly ReportDater dater = new(theatre.Start, theatre.Milestones);
    private readonly LanguageGuesser languages = new(rules);
    private readonly ImmutableArray<PhraseRule> site = [.. rules.Phrases.Where(r => r.Role == ParagraphRole.Boilerplate)];
    private readonly OriginForm origin = new(rules);

    /// <summary>The report on <paramref name="page"/>, or null where it holds no article.</summary>
    public Report? Read(Capture capture, string page)
    {
        var parts = page.Split(Capture.PageMark, MostPages);
        var markup = MarkupFilter.Cut(parts[0]);
        using var document = Parse(markup);
        var metadata = PageMetadata.Read(document, markup.Data);
        if (document.Body is not { } body)
        {
            return null;
        }

        var found = BlockCollector.Collect(body, rules.Pages);
        if (ArticleFinder.Find(found, OfSite) is not { } article)
        {
            return null;
        }

        var title = Title(found, metadata);
        var layer = new ArticleLayer();
        if (title is not null)
        {
            layer.Title(title);
        }

        layer.Lay(found, article, title, Lead(found, article));
        foreach (var part in parts.Skip(1))
        {
            Further(part, title, layer);
        }

        var (text, blocks, links) = (layer.Text, layer.Blocks, layer.Links);
        foreach (var pass in passes)
        {
            pass.Mark(blocks);
        }

        if (!blocks.Any(b => b.Role is ParagraphRole.Body or ParagraphRole.Quote))
        {
            return null;
        }

        var date = dater.Settle(new DateEvidence(capture.Date, metadata.Date, FileNameDate.Find(capture.Name)), blocks);
        var outlet = capture.Outlet ?? metadata.Site ?? origin.Outlet(blocks) ?? origin.InstituteName(title, null, blocks);
        var (notes, markers) = EndnoteTies.Tie(blocks, links);
        return new Report(
            capture.Name,
            text,
            title,
            date,
            outlet,
            metadata.Author ?? blocks.Take(8).Select(b => BylinePass.Author(b.Text)).FirstOrDefault(a => a is not null),
            languages.Guess(string.Join('\n', blocks.Where(b => b.Role is ParagraphRole.Body or ParagraphRole.Quote).Select(b => b.Text))),
            origin.CopyOf(blocks),
            origin.Institute(title, outlet, blocks),
            [.. blocks.Select(b => b.ToParagraph())],
            capture.Hash) { Endnotes = notes, Markers = markers };
    }

    private static IHtmlDocument Parse(Markup markup) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false }).ParseDocument(markup.Html);

    // A further page of an article that the site cuts into several.
    private void Further(string page, string? title, ArticleLayer layer)
    {
        using var document = Parse(MarkupFilter.Cut(page));
        if (document.Body is { } body && BlockCollector.Collect(body, rules.Pages) is var found && ArticleFinder.Find(found, OfSite) is { } article)
        {
            layer.Lay(found, article, title, null, further: true);
        }
    }

    private bool OfSite(string text)
    {
        var plain = PhraseRule.Plain(text);
        return plain.Length < 1200 && site.Any(r => r.Matches(plain));
    }

    // The heading that the window's title or the metadata repeats; the metadata of some sites names the site alone.
    private static string? Title(List<PageBlock> found, PageMetadata metadata)
    {
        var headings = found.Where(b => b.Tag is "h1" or "h2" && b.Text.Length is > 8 and < 300).ToList();
        var repeated = headings.FirstOrDefault(h => Repeats(metadata.Title, h.Text)) ?? headings.FirstOrDefault(h => Repeats(metadata.Window, h.Text) && h.Text != metadata.Site);
        return repeated?.Text ?? (metadata.Title == metadata.Site ? headings.FirstOrDefault(h => h.Tag == "h1")?.Text : null) ?? metadata.Title ?? headings.FirstOrDefault()?.Text;
    }

    // The summary that some sites set between title and text, outside the text's element.
    private static PageBlock? Lead(List<PageBlock> found, PageNode article)
    {
        var first = found.FindIndex(b => b.Node.Within(article));
        for (var i = first - 1; i >= 0 && i >= first - LeadReach; i--)
        {
            if (found[i] is { LinkDensity: < 0.2, Text.Length: > 60, IsHeading: false } block && IsLead(block.Node))
            {
                return block;
            }
        }

        return null;
    }

    private static bool IsLead(PageNode node) => (node.Hint & NodeHint.Lead) != NodeHint.None || (node.Parent is { } p && (p.Hint & NodeHint.Lead) != NodeHint.None);

    private static bool Repeats(string? title, string heading) =>
        title is not null && (Forms.Alike(heading, title) || (heading.Length * 3 > title.Length && title.Contains(heading, StringComparison.OrdinalIgnoreCase)));
}
