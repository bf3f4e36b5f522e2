using System.Globalization;
using System.Xml.Linq;
using Salient.Locating;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>Tagging and resolution on news of the world: LGL, TR-News and GeoVirus in their XML.</summary>
/// <remarks>A name is found where spans share half of their union, located or not. A span that is one off the name it carries is set right. Right: the same id; near: within 161 km. Both over the names found whose id the gazetteer holds.</remarks>
internal static class GeoparsingMeasure
{
    private const double NearKm = 161;

    public static void Run(string path, TextWriter output)
    {
        var locator = new Locator(TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")));
        int gold = 0, made = 0, found = 0, known = 0, knownFound = 0, right = 0, near = 0, located = 0, locatedNear = 0, unlocated = 0;
        foreach (var article in XDocument.Load(path).Descendants("article"))
        {
            var text = article.Element("text")!.Value;
            var toponyms = article.Descendants("toponym").Concat(article.Descendants("location")).Select(e => Toponym.Read(e, text)).OfType<Toponym>().ToArray();
            var day = DateOnly.TryParseExact(((string?)article.Element("dltime") ?? "").Trim() is { Length: >= 10 } t ? t[..10] : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : (DateOnly?)null;
            var locations = locator.Locate(Report(text, day), []);
            made += locations.Length;
            gold += toponyms.Length;
            foreach (var toponym in toponyms)
            {
                var held = toponym.Id is { } id && locator.Holds(id);
                known += held ? 1 : 0;
                var hit = locations.FirstOrDefault(l => Shared(l.Span, toponym.Span) >= 0.5);
                if (hit is null)
                {
                    continue;
                }

                found++;
                if (hit.Place is null)
                {
                    unlocated++;
                    continue;
                }

                var close = toponym.Lat is { } lat && Kilometres(lat, toponym.Lon!.Value, hit.Lat!.Value, hit.Lon!.Value) <= NearKm;
                located += toponym.Lat is null ? 0 : 1;
                locatedNear += close ? 1 : 0;
                if (held)
                {
                    knownFound++;
                    right += hit.Place!.GeonameId == toponym.Id ? 1 : 0;
                    near += close || hit.Place.GeonameId == toponym.Id ? 1 : 0;
                }
            }
        }

        var precision = found / (double)Math.Max(1, made);
        var recall = found / (double)Math.Max(1, gold);
        output.WriteLine(FormattableString.Invariant($"toponyms {gold}  predicted {made}  P {precision:0.000}  R {recall:0.000}  F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):0.000}  of those found, unlocated {unlocated}"));
        output.WriteLine(FormattableString.Invariant($"id held {known}  of them found {knownFound}  right id {right / (double)Math.Max(1, knownFound):0.000}  within 161 km {near / (double)Math.Max(1, knownFound):0.000}  (of all held: {right / (double)Math.Max(1, known):0.000}, {near / (double)Math.Max(1, known):0.000})"));
        output.WriteLine(FormattableString.Invariant($"found with coordinates {located}  within 161 km {locatedNear / (double)Math.Max(1, located):0.000}"));
    }

    private static double Shared(TextSpan a, TextSpan b) =>
        Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) / (double)(Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));

    private static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        var a = Math.Pow(Math.Sin((lat2 - lat1) * Math.PI / 360), 2) + (Math.Cos(lat1 * Math.PI / 180) * Math.Cos(lat2 * Math.PI / 180) * Math.Pow(Math.Sin((lon2 - lon1) * Math.PI / 360), 2));
        return 12742 * Math.Asin(Math.Sqrt(Math.Min(1, a)));
    }

    private static Report Report(string text, DateOnly? day) =>
        new("x", text, null, new ReportDate(day, null, null, DateBasis.Given, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], "");

    private sealed record Toponym(TextSpan Span, int? Id, double? Lat, double? Lon)
    {
        public static Toponym? Read(XElement e, string text)
        {
            if (!int.TryParse((string?)e.Element("start"), out var start) || !int.TryParse((string?)e.Element("end"), out var end))
            {
                return null;
            }

            var name = ((string?)e.Element("name") ?? (string?)e.Element("phrase") ?? "").Trim();
            if (start > 0 && name.Length > 0 && string.CompareOrdinal(text, start, name, 0, name.Length) != 0 && string.CompareOrdinal(text, start - 1, name, 0, name.Length) == 0)
            {
                (start, end) = (start - 1, start - 1 + name.Length);
            }

            var tag = e.Element("gaztag") ?? e;
            var id = int.TryParse((string?)tag.Attribute("geonameid"), out var i) ? i : (int?)null;
            double? lat = double.TryParse((string?)tag.Element("lat"), CultureInfo.InvariantCulture, out var a) ? a : null;
            double? lon = double.TryParse((string?)tag.Element("lon"), CultureInfo.InvariantCulture, out var o) ? o : null;
            return new Toponym(new TextSpan(start, end), id, lon is null ? null : lat, lon);
        }
    }
}
