using System.Globalization;
using System.Xml;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Writes features as KML 2.2, elements in the order of its schema; what has no dot is a placemark without a point.</summary>
public static class KmlWriter
{
    /// <summary>KML's namespace.</summary>
    public const string Space = "http://www.opengis.net/kml/2.2";

    /// <summary>The document.</summary>
    public static void Write(ExportNote note, string title, IEnumerable<Feature> features, Stream output)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(features);
        using var xml = Xml.Open(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("kml", Space);
        xml.WriteStartElement("Document", Space);
        xml.Element("name", Space, title);
        xml.Element("description", Space, $"{note.Generator}. {ExportNote.Caveat} {ExportNote.Licence}");
        foreach (var feature in features)
        {
            Write(xml, feature);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Write(XmlWriter xml, Feature feature)
    {
        xml.WriteStartElement("Placemark", Space);
        xml.Element("name", Space, feature.Name);
        xml.Element("description", Space, feature.Says);
        if (feature.From is not null || feature.To is not null)
        {
            xml.WriteStartElement("TimeSpan", Space);
            Day(xml, "begin", feature.From);
            Day(xml, "end", feature.To);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("ExtendedData", Space);
        foreach (var (name, value) in feature.Values())
        {
            xml.WriteStartElement("Data", Space);
            xml.WriteAttributeString("name", name);
            xml.Element("value", Space, value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (feature.Dot is { } dot)
        {
            xml.WriteStartElement("Point", Space);
            xml.Element("coordinates", Space, string.Create(CultureInfo.InvariantCulture, $"{dot.Lon:0.#####},{dot.Lat:0.#####}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Day(XmlWriter xml, string name, DateOnly? day)
    {
        if (day is not null)
        {
            xml.Element(name, Space, Phrasing.Day(day));
        }
    }
}
