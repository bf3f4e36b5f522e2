using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Salient.Publishing.Exports;

namespace Salient.Tests.Publishing.Exports;

/// <summary>What draws on maps, read by strict readers.</summary>
public sealed class DrawnTests
{
    /// <summary>Elements of a placemark in the order that KML 2.2's schema wants them.</summary>
    private static readonly string[] Order = ["name", "visibility", "open", "address", "Snippet", "description", "TimeSpan", "styleUrl", "Region", "ExtendedData", "Point"];

    [Theory]
    [InlineData("claims")]
    [InlineData("events")]
    [InlineData("control")]
    public void GeoJson_ReadByAStrictReader_HasDotsForWhatIsKnownAlone(string what)
    {
        var options = new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory() } };
        var text = ExportedLedger.Text(what, "geojson");
        var features = JsonSerializer.Deserialize<FeatureCollection>(text, options)!;
        features.Count.ShouldBeGreaterThan(1);
        foreach (var feature in features)
        {
            if (feature.Geometry is not null)
            {
                feature.Geometry.ShouldBeOfType<Point>().Coordinate.ShouldSatisfyAllConditions(c => Math.Abs(c.X).ShouldBeLessThanOrEqualTo(180), c => Math.Abs(c.Y).ShouldBeLessThanOrEqualTo(90));
                (feature.Attributes.GetOptionalValue("precision") as string).ShouldNotBe("oblast");
            }
        }

        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("licence").GetString().ShouldBe(ExportNote.Licence);
        json.RootElement.GetProperty("generator").GetString()!.ShouldContain("9.8.7");
        if (what == "claims")
        {
            features.Count(f => f.Geometry is null).ShouldBe(3, "the oblast, the unlocated mill and the claim without a place");
        }
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("events")]
    [InlineData("control")]
    public void Kml_ReadByAStrictReader_IsInTheSchemasOrder(string what)
    {
        var document = Strict(ExportedLedger.Bytes(what, "kml"));
        XNamespace kml = KmlWriter.Space;
        document.Root!.Name.ShouldBe(kml + "kml");
        var inside = document.Root.Element(kml + "Document").ShouldNotBeNull();
        inside.Element(kml + "description")!.Value.ShouldContain(ExportNote.Licence);
        var marks = inside.Elements(kml + "Placemark").ToList();
        marks.Count.ShouldBeGreaterThan(what == "control" ? 0 : 1);
        foreach (var mark in marks)
        {
            var names = mark.Elements().Select(e => e.Name.LocalName).ToList();
            names.ShouldAllBe(n => Order.Contains(n));
            names.Select(n => Array.IndexOf(Order, n)).ShouldBeInOrder(SortDirection.Ascending);
            names.Distinct().Count().ShouldBe(names.Count);
            mark.Descendants(kml + "Data").ShouldAllBe(d => d.Attribute("name") != null && d.Elements().Single().Name == kml + "value");
            foreach (var point in mark.Elements(kml + "Point"))
            {
                var parts = point.Elements().Single().Value.Split(',').Select(double.Parse).ToArray();
                parts.Length.ShouldBe(2);
                Math.Abs(parts[0]).ShouldBeLessThanOrEqualTo(180);
                mark.ToString().ShouldNotContain("<value>oblast</value>");
            }
        }

        if (what == "claims")
        {
            marks.Count(m => m.Element(kml + "Point") is null).ShouldBe(3);
        }
    }

    /// <summary>Reads XML that a conforming reader would, without a document type.</summary>
    internal static XDocument Strict(byte[] bytes)
    {
        var settings = new XmlReaderSettings { CheckCharacters = true, ConformanceLevel = ConformanceLevel.Document, DtdProcessing = DtdProcessing.Prohibit };
        using var reader = XmlReader.Create(new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)), settings);
        return XDocument.Load(reader);
    }
}
