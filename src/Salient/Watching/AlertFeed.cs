using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Salient.Watching;

/// <summary>Keeps the last alerts as an Atom feed in a file.</summary>
internal static class AlertFeed
{
    private const int Most = 100;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Puts <paramref name="alerts"/> at the feed's head; those that are there already are not put again. The file is written whole or not at all.</summary>
    public static void Write(string path, IReadOnlyList<Alert> alerts)
    {
        var kept = Read(path);
        var there = kept.Select(e => e.Element(Atom + "id")?.Value).ToHashSet();
        var entries = alerts.Select(Entry).Where(e => !there.Contains(e.Element(Atom + "id")!.Value)).Reverse().Concat(kept).Take(Most).ToList();
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "title", "Salient: alerts"),
            new XElement(Atom + "id", "urn:salient:alerts"),
            new XElement(Atom + "author", new XElement(Atom + "name", "Salient")),
            new XElement(Atom + "updated", entries.Select(e => e.Element(Atom + "updated")?.Value).FirstOrDefault() ?? "1970-01-01T00:00:00Z"),
            entries);
        var fresh = path + ".new";
        using (var writer = XmlWriter.Create(fresh, new XmlWriterSettings { Indent = true, CheckCharacters = true }))
        {
            new XDocument(feed).Save(writer);
        }

        File.Move(fresh, path, overwrite: true);
    }

    private static List<XElement> Read(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return [.. XDocument.Load(reader).Root!.Elements(Atom + "entry")];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static XElement Entry(Alert alert) => new(
        Atom + "entry",
        new XElement(Atom + "title", Plain($"{alert.Rule}: {alert.Kind}{(alert.Places.IsDefaultOrEmpty ? "" : " at " + string.Join(", ", alert.Places))}")),
        new XElement(Atom + "id", $"urn:salient:alert:{alert.Id}"),
        new XElement(Atom + "updated", alert.At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        alert.Address is { } address && Uri.IsWellFormedUriString(address, UriKind.Absolute) ? new XElement(Atom + "link", new XAttribute("href", address)) : null,
        new XElement(Atom + "content", new XAttribute("type", "text"), Plain(alert.Text)));

    private static string Plain(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
