using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;

namespace Salient.Reading.Pages;

/// <summary>Goes over a parsed page once, without recursion, and cuts its text into blocks.</summary>
internal sealed class BlockCollector
{
    private static readonly FrozenSet<string> Inline = new[] { "span", "a", "time", "img", "data", "ruby", "rt", "rp", "input", "button", "output", "meter", "progress", "slot", "meta", "link", "g-emoji", "sup", "picture", "source", "amp-img", "embed" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Apart = new[] { "nav", "footer", "aside", "button", "form", "dialog", "menu" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly PageRules rules;
    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder text = new();
    private readonly ImmutableArray<string>.Builder links = ImmutableArray.CreateBuilder<string>();
    private readonly Stack<bool> blockwise = new();
    private readonly Dictionary<(string Tag, string Names), NodeHint> told = [];
    private PageNode current;
    private int linkLength;
    private int strongLength;
    private int solid;
    private int breaks;

    private BlockCollector(PageRules rules, PageNode root)
    {
        this.rules = rules;
        current = root;
    }

    /// <summary>The blocks under <paramref name="root"/>, in order.</summary>
    public static List<PageBlock> Collect(INode root, PageRules rules)
    {
        var collector = new BlockCollector(rules, new PageNode("body", null, NodeHint.None));
        collector.Walk(root);
        collector.Flush();
        return collector.blocks;
    }

    private void Walk(INode root)
    {
        var node = root.FirstChild;
        var linked = 0;
        var strong = 0;
        while (node is not null)
        {
            if (node is IText words)
            {
                Add(words.Data, linked > 0, strong > 0);
            }
            else if (node is IElement element && Enter(element))
            {
                linked += element.LocalName == "a" ? 1 : 0;
                strong += IsStrong(element) ? 1 : 0;
                if (node.FirstChild is { } child)
                {
                    node = child;
                    continue;
                }

                Leave(element, ref linked, ref strong);
            }

            while (node.NextSibling is null)
            {
                node = node.Parent!;
                if (node == root)
                {
                    return;
                }

                Leave((IElement)node, ref linked, ref strong);
            }

            node = node.NextSibling;
        }
    }

    private static bool IsStrong(IElement element) => element.HasAttribute("data-strong");

    private bool Enter(IElement element)
    {
        var tag = element.LocalName;
        if (tag == "br")
        {
            breaks++;
            if (breaks >= 2)
            {
                Flush();
            }
            else
            {
                Space();
            }

            return false;
        }

        if (tag == "a" && element.GetAttribute("href") is { Length: > 8 } href && href.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            links.Add(href);
        }

        var hint = Hints(element, tag);
        if (Inline.Contains(tag) && (hint & NodeHint.Caption) == NodeHint.None)
        {
            if ((hint & (NodeHint.Hidden | NodeHint.Apart)) != NodeHint.None || tag is "img" or "input" or "meta" or "link" or "button" or "source" or "embed")
            {
                return false;
            }

            blockwise.Push(false);
            return true;
        }

        Flush();
        current = new PageNode(tag, current, hint);
        blockwise.Push(true);
        return true;
    }

    private void Leave(IElement element, ref int linked, ref int strong)
    {
        linked -= element.LocalName == "a" ? 1 : 0;
        strong -= IsStrong(element) ? 1 : 0;
        if (blockwise.Pop())
        {
            Flush();
            current = current.Parent ?? current;
        }
    }

    private NodeHint Hints(IElement element, string tag)
    {
        var hint = Apart.Contains(tag) ? NodeHint.Apart : tag is "figcaption" or "caption" ? NodeHint.Caption : tag == "blockquote" ? NodeHint.Quote : NodeHint.None;
        if (element.GetAttribute("data-hidden") is { } how)
        {
            hint |= how == "aria" ? NodeHint.Junk : NodeHint.Hidden;
        }

        var names = Names(element);
        if (names.Length == 0)
        {
            return hint;
        }

        // A page names many elements alike: what names tell is worked out once.
        var key = (tag, names);
        if (!told.TryGetValue(key, out var more))
        {
            told[key] = more = Told(tag, names);
        }

        return hint | more;
    }

    private NodeHint Told(string tag, string names)
    {
        if (Inline.Contains(tag) && rules.Popups.In(names))
        {
            return NodeHint.Hidden;
        }

        var hint = rules.Leads.In(names) ? NodeHint.Lead : NodeHint.None;
        hint |= tag == "blockquote" && (names.Contains("twitter-", StringComparison.Ordinal) || names.Contains("instagram-media", StringComparison.Ordinal)) ? NodeHint.Embed : NodeHint.None;
        hint |= rules.Article.In(names) ? NodeHint.Article : NodeHint.None;
        hint |= rules.Comments.In(names) ? NodeHint.Comments : NodeHint.None;
        hint |= rules.Captions.In(names) ? NodeHint.Caption : NodeHint.None;
        hint |= rules.Biography.In(names) ? NodeHint.Biography : NodeHint.None;

        // Blogs name the whole post after its tags and categories.
        var post = tag is "article" or "main" or "tr" or "td" || names.Contains("hentry", StringComparison.Ordinal) || names.Contains("type-post", StringComparison.Ordinal);
        return hint | (!post && rules.Junk.In(names) ? NodeHint.Junk : NodeHint.None);
    }

    private static string Names(IElement element)
    {
        var all = new StringBuilder();
        foreach (var key in (string[])["class", "id", "itemprop", "property", "role", "data-testid", "data-component", "data-type", "data-module", "data-name"])
        {
            if (element.GetAttribute(key) is { Length: > 0 } value)
            {
                _ = all.Length > 0 ? all.Append(' ') : all;
                foreach (var c in value)
                {
                    _ = char.IsAsciiLetterUpper(c) && all.Length > 0 && char.IsAsciiLetterLower(all[^1]) && key != "itemprop" ? all.Append('-').Append(char.ToLowerInvariant(c)) : all.Append(char.ToLowerInvariant(c));
                }
            }
        }

        return all.ToString();
    }

    private void Add(string words, bool linked, bool strong)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c))
            {
                Space();
                continue;
            }

            if (c is '\u200B' or '\u00AD' or '\uFEFF')
            {
                continue;
            }

            text.Append(c);
            breaks = 0;
            solid++;
            linkLength += linked ? 1 : 0;
            strongLength += strong ? 1 : 0;
        }
    }

    private void Space()
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private void Flush()
    {
        breaks = 0;
        if (solid > 0)
        {
            var words = text.ToString().Trim();
            blocks.Add(new PageBlock(words, current, Math.Min(words.Length, linkLength * words.Length / Math.Max(1, solid)), strongLength == solid, links.ToImmutable()));
        }

        text.Clear();
        links.Clear();
        linkLength = strongLength = solid = 0;
    }
}
