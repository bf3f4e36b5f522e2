using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Salient.Reading.Pages;

/// <summary>Reads the posts of a live page from its JSON-LD: <c>liveBlogUpdate</c> of a <c>LiveBlogPosting</c>.</summary>
internal static class JsonPosts
{
    private const int Deepest = 6;
    private const int Most = 2000;

    /// <summary>The posts that have a text and a time, in the page's order.</summary>
    public static List<PostSplitter.LivePost> Read(ImmutableArray<string> scripts)
    {
        var posts = new List<PostSplitter.LivePost>();
        foreach (var script in scripts.Where(s => s.Contains("liveBlogUpdate", StringComparison.Ordinal)))
        {
            try
            {
                using var json = JsonDocument.Parse(script.Trim().TrimEnd(';'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
                Walk(json.RootElement, posts, 0);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Broken metadata harms nothing: the posts are looked for in the page.
            }
        }

        return posts;
    }

    private static void Walk(JsonElement element, List<PostSplitter.LivePost> posts, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Take(Most))
            {
                Walk(item, posts, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("liveBlogUpdate", out var updates))
            {
                foreach (var update in updates.ValueKind == JsonValueKind.Array ? updates.EnumerateArray().Take(Most) : [])
                {
                    Take(update, posts);
                }
            }
            else if (element.TryGetProperty("@graph", out var graph))
            {
                Walk(graph, posts, depth + 1);
            }
        }
    }

    private static void Take(JsonElement update, List<PostSplitter.LivePost> posts)
    {
        if (update.ValueKind != JsonValueKind.Object || Text(update, "articleBody") is not { Length: > 0 } body || Text(update, "datePublished") is not { Length: >= 10 and < 40 } stamp || PageMetadata.Day(stamp) is null)
        {
            return;
        }

        var address = Text(update, "@id") ?? Text(update, "url");
        var id = address is null ? null : address[(address.LastIndexOfAny(['#', '/', '=']) + 1)..];
        var html = new StringBuilder();
        foreach (var line in body.Contains('<', StringComparison.Ordinal) ? [] : body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>");
        }

        posts.Add(new PostSplitter.LivePost(id, stamp, Text(update, "headline"), html.Length > 0 ? html.ToString() : body));
    }

    private static string? Text(JsonElement element, string key) => element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
