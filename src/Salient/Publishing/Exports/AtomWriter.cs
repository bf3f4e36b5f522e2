using System.Collections.Immutable;
using System.Xml;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>One entry of a feed.</summary>
/// <param name="Kind">What it is: claim, event, control, dispute.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">A title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Day">The day it is of.</param>
/// <param name="Path">Its page, without the site's address.</param>
public sealed record FeedEntry(string Kind, string Id, string Title, string Text, DateOnly Day, string Path);

/// <summary>Writes what changed as an Atom feed (RFC 4287): the latest first.</summary>
public static class AtomWriter
{
    /// <summary>Entries that a feed has at most.</summary>
    public const int Most = 200;

    /// <summary>Atom's namespace.</summary>
    public const string Space = "http://www.w3.org/2005/Atom";

    /// <summary>The feed of the latest of <paramref name="entries"/>.</summary>
    /// <param name="source">Note and site.</param>
    /// <param name="title">The feed's title, which gives its id too.</param>
    /// <param name="entries">In any order.</param>
    /// <param name="output">Where it is written.</param>
    public static void Write(ExportSource source, string title, IEnumerable<FeedEntry> entries, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        var latest = entries.OrderByDescending(e => e.Day).ThenBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal).Take(Most).ToImmutableArray();
        using var xml = Xml.Open(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Space);
        xml.Element("id", Space, "urn:uuid:" + NameIds.Of("feed", title));
        xml.Element("title", Space, title);
        xml.Element("updated", Space, Time(latest.IsEmpty ? DateOnly.MinValue : latest[0].Day));
        xml.WriteStartElement("author", Space);
        xml.Element("name", Space, "Salient");
        xml.WriteEndElement();
        xml.WriteStartElement("generator", Space);
        xml.WriteAttributeString("version", source.Note.Version);
        xml.WriteString("Salient");
        xml.WriteEndElement();
        xml.Element("rights", Space, $"{ExportNote.Caveat} {ExportNote.Licence}");
        foreach (var entry in latest)
        {
            Write(xml, source, entry);
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Write(XmlWriter xml, ExportSource source, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Space);
        xml.Element("id", Space, "urn:uuid:" + NameIds.Of(entry.Kind, entry.Id));
        xml.Element("title", Space, entry.Title);
        xml.Element("updated", Space, Time(entry.Day));
        if (source.Site is { } site)
        {
            xml.WriteStartElement("link", Space);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("href", site + entry.Path);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("category", Space);
        xml.WriteAttributeString("term", entry.Kind);
        xml.WriteEndElement();
        xml.WriteStartElement("content", Space);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Xml.Clean(entry.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Time(DateOnly day) => Phrasing.Day(day) + "T00:00:00Z";
}

/// <summary>Makes feed entries of claims, events and changes of control.</summary>
public static class FeedEntries
{
    /// <summary>An entry for each claim that has a day.</summary>
    public static IEnumerable<FeedEntry> OfClaims(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Latest(source.Claims().Where(c => c.AsOf is not null && c.Stands), c => c.AsOf!.Value, c => c.Claim.Id)
            .Select(c => new FeedEntry("claim", c.Claim.Id, Features.Title(c), $"“{c.Claim.Evidence.ReplaceLineEndings(" ")}” — {Phrasing.Chain(c)}", c.AsOf!.Value, "claims/" + c.Claim.Id));
    }

    /// <summary>An entry for each event.</summary>
    public static IEnumerable<FeedEntry> OfEvents(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Latest(source.Events(), e => e.To, e => e.Id).Select(e => new FeedEntry(
            "event", e.Id, Features.Title(e), $"{string.Join(", ", e.Origins)}; credibility {e.Credibility}: {e.Reason}", e.To, "events/" + e.Id));
    }

    /// <summary>An entry for each change of an assessed holder that a claim names.</summary>
    public static IEnumerable<FeedEntry> OfControl(ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Latest(source.Changes().Where(h => h.State.Status != ControlStatus.Inferred), h => h.State.From, Id).Select(h => new FeedEntry(
            "control", Id(h), $"{h.Place.Name}: {h.State.Holder} ({Cell.Of(h.State.Status)})",
            $"{h.State.Reason} Confidence {h.State.Confidence}. Claims: {string.Join(' ', h.State.For)}", h.State.From, "places/" + h.Place.GeonameId));
    }

    private static string Id(HeldPlace h) => $"{h.Place.GeonameId}-{Phrasing.Day(h.State.From)}-{h.State.Holder}";

    // No feed has more of one kind than this: the others are not put into words.
    private static IEnumerable<T> Latest<T>(IEnumerable<T> all, Func<T, DateOnly> day, Func<T, string> id)
    {
        var days = all.Select(x => (Item: x, Day: day(x))).ToList();
        var last = days.Count <= AtomWriter.Most ? DateOnly.MinValue : days.Select(d => d.Day).OrderDescending().ElementAt(AtomWriter.Most - 1);
        return days.Where(d => d.Day >= last).OrderByDescending(d => d.Day).ThenBy(d => id(d.Item), StringComparer.Ordinal).Take(AtomWriter.Most).Select(d => d.Item);
    }
}
