using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Salient.Reading.Pages;

/// <summary>Goes over a page once before it is parsed and leaves out what no article stands in: scripts, styles, comments, drawings, most attributes.</summary>
/// <remarks>
/// It makes parsing several times faster, and it makes it safe: a parser's work on one tag can grow with the depth of the tags that are open and
/// with the count of formatting tags that were never closed. Depth is bounded here, and formatting tags become spans.
/// </remarks>
internal sealed class MarkupFilter
{
    private const int Deepest = 120;
    private const int LongestValue = 600;
    private const int LongestAddress = 2000;
    private const int MostData = 24;
    private const int LongestData = 400_000;

    private static readonly FrozenSet<string> Dropped = new[] { "script", "style", "svg", "template", "iframe", "object", "canvas", "math", "textarea", "select", "noscript", "audio", "video", "map", "applet", "noframes", "xmp", "plaintext", "frameset", "datalist" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Formatting = new[] { "b", "strong", "i", "em", "u", "s", "font", "big", "small", "code", "tt", "strike", "nobr", "mark", "cite", "abbr", "sub", "ins", "del", "kbd", "var", "samp", "dfn", "q", "acronym", "center", "bdi", "bdo", "wbr", "label" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Void = new[] { "br", "hr", "img", "meta", "link", "input", "area", "base", "col", "embed", "source", "track", "param", "wbr" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Kept = new[] { "id", "class", "itemprop", "property", "content", "name", "href", "datetime", "role", "rel", "lang", "alt", "title", "data-testid", "data-component", "data-type", "data-role", "data-module", "data-name", "itemtype", "http-equiv", "src", "about" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // A parser closes these by itself; a page that never closes its paragraphs is not deep.
    private static readonly FrozenSet<string> SelfClosing = new[] { "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "html", "head", "body" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly string page;
    private readonly StringBuilder html;
    private readonly ImmutableArray<string>.Builder data = ImmutableArray.CreateBuilder<string>();
    private readonly HashSet<string> unclosed = new(StringComparer.OrdinalIgnoreCase);
    private int depth;
    private int over;

    private MarkupFilter(string page)
    {
        this.page = page;
        html = new StringBuilder(page.Length / 2);
    }

    /// <summary>Cuts <paramref name="page"/> down; in time linear in its length.</summary>
    public static Markup Cut(string page)
    {
        var filter = new MarkupFilter(page);
        filter.Run();
        return new Markup(filter.html.ToString(), filter.data.ToImmutable());
    }

    private void Run()
    {
        for (var at = 0; at < page.Length;)
        {
            var open = page.IndexOf('<', at);
            if (open < 0)
            {
                html.Append(page, at, page.Length - at);
                return;
            }

            html.Append(page, at, open - at);
            at = Next(open);
        }
    }

    // Handles what begins at '<' and gives where to go on.
    private int Next(int open)
    {
        var after = open + 1 < page.Length ? page[open + 1] : ' ';
        if (after is '!' or '?')
        {
            return Declaration(open);
        }

        var closing = after == '/';
        var from = open + (closing ? 2 : 1);
        var end = from;
        while (end < page.Length && (char.IsAsciiLetterOrDigit(page[end]) || page[end] is '-' or ':'))
        {
            end++;
        }

        if (end == from || !char.IsAsciiLetter(page[from]))
        {
            html.Append("&lt;");
            return open + 1;
        }

        var name = page[from..Math.Min(end, from + 24)];
        return closing ? Close(name, end) : Open(name, open, end);
    }

    private int Declaration(int open)
    {
        if (string.CompareOrdinal(page, open, "<!--", 0, 4) == 0)
        {
            var end = Find("-->", open + 4);
            return end < 0 ? page.Length : end + 3;
        }

        var close = page.IndexOf('>', open);
        return close < 0 ? page.Length : close + 1;
    }

    private int Close(string name, int at)
    {
        var close = page.IndexOf('>', at);
        var next = close < 0 ? page.Length : close + 1;
        if (Dropped.Contains(name) || Void.Contains(name))
        {
            return next;
        }

        if (!SelfClosing.Contains(name))
        {
            if (over > 0)
            {
                over--;
                return next;
            }

            depth = Math.Max(0, depth - Weight(name));
        }

        html.Append("</").Append(Formatting.Contains(name) ? "span" : name).Append('>');
        return next;
    }

    private int Open(string name, int open, int at)
    {
        var tag = new TagReader(page, at);
        if (Dropped.Contains(name))
        {
            while (tag.Next())
            {
            }

            return Skip(name, open, tag.End, tag.SelfClosed);
        }

        var counts = !Void.Contains(name) && !SelfClosing.Contains(name);
        if (depth >= Deepest && counts)
        {
            while (tag.Next())
            {
            }

            // White space stands for what the tag parted.
            html.Append(' ');
            over += tag.SelfClosed ? 0 : 1;
            return tag.End;
        }

        var formatting = Formatting.Contains(name);
        html.Append('<').Append(formatting ? "span" : name);
        if (formatting && name is "b" or "strong" or "B" or "STRONG")
        {
            html.Append(" data-strong=1");
        }

        Attributes(ref tag);
        html.Append('>');
        depth += counts ? Weight(name) : 0;
        return tag.End;
    }

    // A table brings its body, row and cell along.
    private static int Weight(string name) => name.Equals("table", StringComparison.OrdinalIgnoreCase) ? 4 : 1;

    private void Attributes(ref TagReader tag)
    {
        while (tag.Next())
        {
            var name = tag.Name;
            if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
            {
                var hides = tag.Value.Contains("display:none", StringComparison.OrdinalIgnoreCase) || tag.Value.Contains("display: none", StringComparison.OrdinalIgnoreCase) || tag.Value.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
                html.Append(hides ? " data-hidden=style" : "");
            }
            else if (name.Equals("hidden", StringComparison.OrdinalIgnoreCase) || (name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase) && tag.Value.Equals("true", StringComparison.OrdinalIgnoreCase)))
            {
                html.Append(" data-hidden=").Append(name.Length == 6 ? "yes" : "aria");
            }
            else if (name.Length < 16 && Kept.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            {
                var most = name is "href" or "content" or "src" ? LongestAddress : LongestValue;
                html.Append(' ').Append(name).Append("=\"");
                Value(tag.Value[..Math.Min(tag.Value.Length, most)]);
                html.Append('"');
            }
        }
    }

    private void Value(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            _ = c switch { '"' => html.Append("&quot;"), '<' => html.Append("&lt;"), _ => html.Append(c) };
        }
    }

    // Past the end of an element whose content is left out.
    private int Skip(string name, int open, int start, bool selfClosed)
    {
        if (selfClosed && name is "svg" or "math")
        {
            return start;
        }

        var end = unclosed.Contains(name) ? -1 : Find("</" + name, start);
        if (end < 0)
        {
            // Never closed: a browser would swallow the rest; what follows may still be the article.
            unclosed.Add(name);
            return start;
        }

        if (name.Equals("script", StringComparison.OrdinalIgnoreCase) && data.Count < MostData && end - start < LongestData && page.AsSpan(open, start - open).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            data.Add(page[start..end]);
        }

        var close = page.IndexOf('>', end);
        return close < 0 ? page.Length : close + 1;
    }

    private int Find(string what, int from) => page.IndexOf(what, Math.Min(from, page.Length), StringComparison.OrdinalIgnoreCase);
}
