using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace Salient.Reading.Pages;

/// <summary>What a page's JSON-LD says of its article.</summary>
internal sealed class JsonLd
{
    private const int Deepest = 8;
    private const int Most = 400;
    private int seen;

    /// <summary>The article's headline.</summary>
    public string? Headline { get; private set; }

    /// <summary>When it was published, as written.</summary>
    public string? Published { get; private set; }

    /// <summary>Its author or authors.</summary>
    public string? Author { get; private set; }

    /// <summary>Its publisher.</summary>
    public string? Publisher { get; private set; }

    /// <summary>Its text.</summary>
    public string? Body { get; private set; }

    /// <summary>Reads the scripts; what is not JSON is passed over.</summary>
    public static JsonLd Read(ImmutableArray<string> scripts)
    {
        var found = new JsonLd();
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(script.Trim().TrimEnd(';'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
                found.Walk(json.RootElement, 0);
            }
            catch (JsonException)
            {
                // Broken metadata is common and harms nothing: the page's text stays.
            }
        }

        return found;
    }

    private void Walk(JsonElement element, int depth)
    {
        if (depth > Deepest || seen++ > Most)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(element))
            {
                Take(element);
            }

            foreach (var key in (string[])["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"])
            {
                if (element.TryGetProperty(key, out var inner))
                {
                    Walk(inner, depth + 1);
                }
            }
        }
    }

    private void Take(JsonElement article)
    {
        Headline ??= Text(article, "headline");
        Published ??= Text(article, "datePublished");
        Body ??= Text(article, "articleBody");
        Author ??= article.TryGetProperty("author", out var author) ? Names(author) : null;
        Publisher ??= article.TryGetProperty("publisher", out var publisher) ? Names(publisher) : null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return false;
        }

        var names = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.ToString()) : [type.ToString()];
        return names.Any(n => n.EndsWith("Article", StringComparison.Ordinal) || n.EndsWith("Posting", StringComparison.Ordinal) || n is "Report" or "Report");
    }

    private static string? Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Clean(element.GetString()),
        JsonValueKind.Object => Text(element, "name"),
        JsonValueKind.Array => string.Join(", ", element.EnumerateArray().Take(8).Select(Names).Where(n => !string.IsNullOrEmpty(n))) is { Length: > 0 } all ? all : null,
        _ => null,
    };

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? Clean(value.GetString()) : null;

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : WebUtility.HtmlDecode(value).Trim();
}
