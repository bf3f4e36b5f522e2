using System.Globalization;
using System.Text.RegularExpressions;
using Salient.Locating;
using Salient.Records;
using Salient.Tests.Locating;

namespace Salient.Tests.Specs;

public sealed partial class LocatingSpecs
{
    public static TheoryData<SpecCase> Cases() => SpecFile.Cases("locating");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Locate_SpecCase_PlacesEachName(SpecCase item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var left = LocatingFixture.Locator.Locate(LocatingFixture.Report(item.Text, item.Date), []).ToList();
        foreach (var line in item.Expect)
        {
            var m = Line().Match(line);
            m.Success.ShouldBeTrue($"'{line}' is no expectation");
            var location = left.FirstOrDefault(l => l.Name == m.Groups["name"].Value);
            if (m.Groups["what"].Value == "no place")
            {
                location.ShouldBeNull(line);
                continue;
            }

            location.ShouldNotBeNull($"{line}; found: {string.Join(", ", left.Select(l => l.Name))}");
            left.Remove(location);
            Check(m, line, location);
        }
    }

    private static void Check(Match m, string line, Location location)
    {
        if (m.Groups["what"].Value == "unlocated")
        {
            location.Place.ShouldBeNull($"{line}; {location.Reason}");
            location.Lat.ShouldBeNull(line);
            return;
        }

        location.Place.ShouldNotBeNull($"{line}; {location.Reason}");
        var place = location.Place;
        $"{place.Name} ({place.Oblast ?? place.Country})".ShouldBe(m.Groups["what"].Value, $"{line}; {location.Reason}");
        if (m.Groups["precision"].Success)
        {
            location.Precision.ToString().ToLowerInvariant().ShouldBe(m.Groups["precision"].Value, line);
        }

        if (m.Groups["lat"].Success)
        {
            var north = (location.Lat!.Value - double.Parse(m.Groups["lat"].Value, CultureInfo.InvariantCulture)) * 111;
            var east = (location.Lon!.Value - double.Parse(m.Groups["lon"].Value, CultureInfo.InvariantCulture)) * 73;
            Math.Sqrt((north * north) + (east * east)).ShouldBeLessThan(3, $"{line}; {location.Lat}, {location.Lon}");
        }
    }

    [GeneratedRegex(@"^(?<name>[^>]+?) -> (?<what>[^@;]+?)(?: @ (?<lat>[\d.]+), (?<lon>[\d.]+))?(?: ; (?<precision>\w+))?$", RegexOptions.None, 1000)]
    private static partial Regex Line();
}
