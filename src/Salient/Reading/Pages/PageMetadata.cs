using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Salient.Reading.Dates;

namespace Salient.Reading.Pages;

/// <summary>What a page says of itself beside its text.</summary>
/// <param name="Title">Its title, or null.</param>
/// <param name="Window">The browser window's title, or null: the article's title and often the site's name.</param>
/// <param name="Date">The day it was published, with the field that told it and the moment where one is told; or null.</param>
/// <param name="Site">The site's name, or null.</param>
/// <param name="Author">Its author, or null.</param>
/// <param name="Language">The language it declares, ISO 639-1, or null.</param>
/// <param name="Body">The article's text as its JSON-LD has it, or null.</param>
internal sealed record PageMetadata(string? Title, string? Window, (DateOnly Day, string Field)? Date, string? Site, string? Author, string? Language, string? Body)
{
    private static readonly string[] DateFields = ["article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date.published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "dc:date", "dc:created", "article.published", "originalpublicationdate", "cxenseparse:recs:publishtime", "date", "bt:pubdate", "article_date_original", "rnews:datepublished"];

    /// <summary>Reads the metadata of <paramref name="document"/>.</summary>
    public static PageMetadata Read(IDocument document, ImmutableArray<string> data)
    {
        var fields = Fields(document);
        var linked = JsonLd.Read(data);
        var title = linked.Headline ?? First(fields, "og:title", "twitter:title", "dc.title", "dc:title", "parsely-title") ?? Trimmed(document.Title);
        return new PageMetadata(
            Text(title),
            Text(document.Title),
            Dated(fields, linked, document),
            Text(First(fields, "og:site_name", "application-name", "publisher", "dc.publisher") ?? linked.Publisher ?? AfterBar(document.Title)),
            Text(linked.Author ?? Person(First(fields, "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"))),
            Declared(document),
            linked.Body);
    }

    private static Dictionary<string, string> Fields(IDocument document)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in document.QuerySelectorAll("meta[content], [property][content], [itemprop][content], time[itemprop]"))
        {
            var value = element.GetAttribute("content") ?? element.GetAttribute("datetime");
            foreach (var key in (string[])["property", "name", "itemprop", "http-equiv"])
            {
                foreach (var name in (element.GetAttribute(key) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!string.IsNullOrWhiteSpace(value))
                    {
                        fields.TryAdd(name, value);
                    }
                }
            }
        }

        return fields;
    }

    private static (DateOnly Day, string Field)? Dated(Dictionary<string, string> fields, JsonLd linked, IDocument document)
    {
        if (Day(linked.Published) is { } published)
        {
            return (published, Told("datePublished", linked.Published));
        }

        foreach (var field in DateFields)
        {
            if (fields.TryGetValue(field, out var value) && Day(value) is { } day)
            {
                return (day, Told(field, value));
            }
        }

        foreach (var time in document.QuerySelectorAll("time[datetime]").Take(8))
        {
            if (!InAside(time) && Day(time.GetAttribute("datetime")) is { } day)
            {
                return (day, Told("time", time.GetAttribute("datetime")));
            }
        }

        return null;
    }

    // The field, and the moment where it tells one.
    private static string Told(string field, string? value) =>
        value is { Length: > 15 and < 40 } && value[10] is 'T' or ' ' && value[13] == ':' ? $"{field} {value.Trim()}" : field;

    // The day as the page's own zone has it.
    internal static DateOnly? Day(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 60)
        {
            return null;
        }

        var text = value.Trim();
        if (text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || text.Length >= 8 && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Sane(day);
        }

        return WrittenDate.Find(text)?.Date is { } written ? Sane(written) : null;
    }

    private static DateOnly? Sane(DateOnly day) => day.Year is > 1990 and < 2100 ? day : null;

    private static bool InAside(IElement element)
    {
        for (var e = element.ParentElement; e is not null; e = e.ParentElement)
        {
            if (e.LocalName is "aside" or "nav" or "footer")
            {
                return true;
            }
        }

        return false;
    }

    private static string? First(Dictionary<string, string> fields, params string[] keys) =>
        keys.Select(k => fields.GetValueOrDefault(k)).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));

    private static string? Person(string? name) => name is null || name.Contains("://", StringComparison.Ordinal) ? null : name;

    private static string? Trimmed(string? title)
    {
        var bar = title?.LastIndexOf(" | ", StringComparison.Ordinal) ?? -1;
        bar = bar < 0 ? title?.LastIndexOf(" - ", StringComparison.Ordinal) ?? -1 : bar;
        return bar > 20 ? title![..bar] : title;
    }

    private static string? AfterBar(string? title)
    {
        var bar = title?.LastIndexOf(" | ", StringComparison.Ordinal) ?? -1;
        return bar > 0 && title!.Length - bar is > 4 and < 60 ? title[(bar + 3)..] : null;
    }

    private static string? Text(string? value)
    {
        var text = value is null ? "" : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length is 0 or > 400 ? null : text;
    }

    private static string? Declared(IDocument document)
    {
        var declared = document.DocumentElement?.GetAttribute("lang");
        return declared is { Length: >= 2 } ? declared[..2].ToLowerInvariant() : null;
    }
}
