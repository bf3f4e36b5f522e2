using System.Globalization;
using System.Text;
using System.Text.Json;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>
/// Takes JSON lines: <c>{"id", "date", "text"}</c>, a report a line; `html` in place of `text` for a page. Also taken: `title` (set over the text, unless it stands there),
/// `outlet`, and `url` (where the report is said to come from).
/// </summary>
internal sealed class JsonLinesSource(AcquireOptions options)
{
    /// <summary>The reports of <paramref name="stream"/>; a bad line is a problem, and the next follows.</summary>
    public IEnumerable<Acquired> Acquire(Stream stream, string name, string origin)
    {
        foreach (var line in BoundedLines.Read(stream, options.LargestReport))
        {
            var where = $"{origin}:{line.Number.ToString(CultureInfo.InvariantCulture)}";
            if (line.TooLong)
            {
                yield return Acquired.Failed("SAL0114", where, $"The line is larger than {options.LargestReport / (1024 * 1024)} MB.", "Split it: a line is one report.");
            }
            else if (Take(line, name, where) is { } acquired)
            {
                yield return acquired;
            }
        }
    }

    private static Acquired? Take(BoundedLine line, string name, string where)
    {
        var bytes = line.Number == 1 && line.Bytes.Span.StartsWith("\uFEFF"u8) ? line.Bytes[3..] : line.Bytes;
        if (bytes.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Take(json.RootElement, $"{name}-{line.Number}", where) : Wrong(where, "The line is no JSON object.");
        }
        catch (JsonException e)
        {
            return Wrong(where, $"The line is no JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            return Wrong(where, "A text of the line is not valid Unicode.");
        }
    }

    private static Acquired Take(JsonElement root, string fallback, string where)
    {
        var text = Text(root, "text") ?? Text(root, "html");
        if (text is null)
        {
            return Wrong(where, "The line has no \"text\".");
        }

        if (text.Length == 0)
        {
            return Acquired.Failed("SAL0201", where, "The report's text is empty.", "Fetch it again.");
        }

        DateOnly? date = null;
        if (Text(root, "date") is { Length: > 0 } written)
        {
            if (Days.Parse(written) is not { } day)
            {
                return Wrong(where, $"\"{written}\" is no date.");
            }

            date = day;
        }

        var address = Text(root, "url") is { } url && WebSource.IsAddress(url) && Uri.TryCreate(url, UriKind.Absolute, out var at) ? at : null;
        var id = Text(root, "id") is { Length: > 0 } given ? given : address is null ? fallback : WebContent.Slug(address);
        var page = Text(root, "text") is null;
        var whole = page ? text : Titled.Text(Text(root, "title"), text) is { Length: > 0 } titled ? titled : text;
        return new Acquired(
            new Capture(id, address?.AbsoluteUri ?? where, Encoding.UTF8.GetBytes(whole), page ? MediaKind.Html : MediaKind.Text, "utf-8", date)
            {
                Numbered = root.TryGetProperty("id", out var name) && name.ValueKind == JsonValueKind.Number,
                Outlet = Text(root, "outlet") is { Length: > 0 } outlet ? outlet : null,
            },
            null);
    }

    private static string? Text(JsonElement root, string key) => root.TryGetProperty(key, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;

    private static Acquired Wrong(string where, string what) =>
        Acquired.Failed("SAL0119", where, what, "A line wants the form {\"id\": …, \"date\": \"2022-05-02\", \"text\": …}.");
}
