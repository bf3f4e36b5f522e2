using System.Text.Json;
using Salient.Records;
using Salient.Theatres;
using Salient.Web.Map.Ground;

namespace Salient.Web.Tests;

public sealed class GroundTests
{
    private static readonly (Place Place, string Holder)[] Settlements =
    [
        (Town(1, 48.0, 33.0, "West"), "ua"), (Town(2, 48.5, 33.1, "West"), "ua"), (Town(3, 48.0, 35.0, "East"), "ru"), (Town(4, 48.5, 35.1, "East"), "ru"), (Town(5, 48.2, 36.0, null), "ru"),
    ];

    [Fact]
    public void Make_WithoutOutlines_DissolvesCellsByOblastAndHolder()
    {
        var features = Features(new GroundMaker(null, null, null));
        features.Where(f => f.Layer == "oblast").Select(f => f.Name).ShouldBe(["East", "West"]);
        features.Where(f => f.Layer == "baseline").Select(f => f.Name).ShouldBe(["ru", "ua"]);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("north", true)]
    [InlineData("south", false)]
    public void Make_Border_DecidesWhatItEncloses(string? whose, bool encloses)
    {
        var features = Features(new GroundMaker(Square(), whose, Outlined));
        var border = features.Single(f => f.Layer == "border");
        border.South.ShouldBe(encloses ? 45 : 46, 0.01);
        features.ShouldNotContain(f => f.Layer == "border-disputed");
    }

    [Fact]
    public void Make_BothBorders_DashesWhatIsDisputed() =>
        Features(new GroundMaker(Square(), DisputedPart.Both, Outlined)).Single(f => f.Layer == "border-disputed").South.ShouldBe(45, 0.01);

    [Fact]
    public void Make_NothingDisputed_DrawsTheCountryAlone()
    {
        var features = Features(new GroundMaker(Square(), DisputedPart.Both, new Outline("Russia", new Box(30, 40, 40, 50))));
        features.Single(f => f.Layer == "border").South.ShouldBe(45, 0.01);
        features.Where(f => f.Layer == "neighbour").Select(f => f.Name).ShouldBe(["Ukraine"]);
        features.ShouldNotContain(f => f.Layer == "border-disputed");
    }

    [Fact]
    public void Load_NoSuchFile_IsNone() => CountryShapes.Load("no-such-file.json").ShouldBeNull();

    [Fact]
    public void Load_NoTopology_IsNone()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "{\"arcs\": 3}");
        CountryShapes.Load(path).ShouldBeNull();
    }

    private static readonly Outline Outlined = new("Ukraine", new Box(17, 41.5, 47, 57), new DisputedPart("the peninsula", "Russia", new Box(32.3, 44.2, 36.8, 46.4), "north", "south"));

    private static Place Town(int id, double lat, double lon, string? oblast) => new(id, $"Town {id}", lat, lon, PlacePrecision.Settlement, "UA", oblast, null, 1000);

    private static List<(string Layer, string? Name, double South)> Features(GroundMaker maker)
    {
        using var json = JsonDocument.Parse(maker.Make(Settlements));
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(f => (
            f.GetProperty("properties").GetProperty("layer").GetString()!,
            f.GetProperty("properties").GetProperty("name").GetString(),
            Numbers(f.GetProperty("geometry").GetProperty("coordinates")).Min(p => p.Lat)))];
    }

    private static IEnumerable<(double Lon, double Lat)> Numbers(JsonElement e) => e[0].ValueKind == JsonValueKind.Number
        ? [(e[0].GetDouble(), e[1].GetDouble())]
        : e.EnumerateArray().SelectMany(Numbers);

    /// <summary>An invented country of two squares that share a side: the northern counted to Ukraine, the southern, where Crimea is, to Russia.</summary>
    private static CountryShapes Square()
    {
        // The shared side is an arc of its own, as in any topology; coordinates are deltas in tenths of a degree from (33, 45).
        const string Json = """
            {"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[33,45]},
             "objects":{"countries":{"geometries":[
               {"type":"Polygon","properties":{"name":"Ukraine"},"arcs":[[0,1]]},
               {"type":"MultiPolygon","properties":{"name":"Russia"},"arcs":[[[-1,2]]]}]}},
             "arcs":[[[0,10],[20,0]],[[20,10],[0,30],[-20,0],[0,-30]],[[0,10],[0,-10],[20,0],[0,10]]]}
            """;
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Json);
        return CountryShapes.Load(path)!;
    }
}
