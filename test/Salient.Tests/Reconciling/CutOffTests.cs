using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

/// <summary>Ground that lies behind what was taken, and ground that is cut off. A square of hamlets, and many more in a row far to the west, where nothing happens.</summary>
public sealed class CutOffTests
{
    private const string Text = "Forces moved.";
    private const int Side = 13, Middle = (Side / 2 * Side) + (Side / 2);
    private static readonly Place[] Wide = Square(12), Narrow = Square(4);

    [Fact]
    public void Control_GroundInsideWhatWasTaken_IsAskedToo()
    {
        // What lies in the middle is more than 60 km from all that is named.
        var ring = Institute("a", 5, 1, [.. Enumerable.Range(0, Side * Side).Where(i => Edge(i) < 2).Select(i => Taken("a", Wide[i]))]);
        Holder(Wide, Front.Dense, Middle, 8, 20, ring, Institute("z", 9, 1)).ShouldBe("ru");
        var arc = Institute("a", 5, 1, [.. Enumerable.Range(0, Side * Side).Where(i => i % Side < 2).Select(i => Taken("a", Wide[i]))]);
        Holder(Wide, Front.Dense, Middle, 8, 20, arc, Institute("z", 9, 1)).ShouldBe("ua");
    }

    [Theory]
    [InlineData(6, 10, "ua")]
    [InlineData(7, 5, "ru")]
    public void Control_CutOffAndNotToldOf_IsTheOthers(int month, int day, string holder)
    {
        Holder(Narrow, Front.Dense, Middle, month, day, Siege()).ShouldBe(holder);
        Holder(Narrow, Without, Middle, month, day, Siege()).ShouldBe("ua");
    }

    [Fact]
    public void Control_BesiegedAndToldOf_StaysWhoseItIs() =>
        Holder(Narrow, Front.Dense, Middle, 7, 5, [.. Siege(), Institute("c", 6, 20, Held("c", Narrow[Middle])), Institute("d", 6, 21, Held("d", Narrow[Middle]))]).ShouldBe("ua");

    [Fact]
    public void Control_CountryThatIsAskedAsAWhole_IsNotCutOffFromItself()
    {
        // Without the farms all lies near what was taken in the middle, and nothing else is left to be joined to.
        var country = Narrow[..(Side * Side)].Append(Narrow[^1]).ToArray();
        (Report, Claim[]) Told(string id, int month, int day) => Institute(id, month, day, [.. Enumerable.Range(0, Side * Side).Where(i => Edge(i) > 3).Select(i => Taken(id, country[i]))]);
        (Report, Claim[])[] reports = [Told("a", 5, 1), Told("b", 5, 25), Told("c", 6, 15), Told("d", 7, 10), Institute("h", 5, 2, [.. Enumerable.Range(0, Side * Side).Where(i => Edge(i) < 2).Select(i => Held("h", country[i]))])];
        Holder(country, Without, 0, 7, 5, reports).ShouldBe("ua");
        Holder(country, Front.Dense, 0, 7, 5, reports).ShouldBe("ua");
        Holder(country, Front.Dense, Middle, 7, 5, reports).ShouldBe("ru");
    }

    [Fact]
    public void Control_CutOffWhereFewTellOfAnything_StaysWhoseItIs() => Holder(Narrow, Front.Data, Middle, 7, 5, Siege()).ShouldBe("ua");

    private static ReconcilingData Without => Front.Dense with { Policy = Front.Dense.Policy with { Inference = Front.Dense.Policy.Inference with { CutOff = 1000 } } };

    private static (Report, Claim[])[] Siege() =>
    [
        Institute("a", 5, 1, [.. Enumerable.Range(0, Side * Side).Where(i => i != Middle).Select(i => Taken("a", Narrow[i]))]),
        Institute("b", 5, 20, Held("b", Narrow[Middle])),
        Institute("e", 5, 21, Held("e", Narrow[Middle])),
        Institute("y", 6, 15, Taken("y", Narrow[0])),
        Institute("z", 7, 15, Taken("z", Narrow[0])),
    ];

    private static string Holder(Place[] places, ReconcilingData data, int settlement, int month, int day, params (Report, Claim[])[] reports) =>
        new Picture(new MemoryLedger(reports), data, () => places).Control.Single(h => h.Place.GeonameId == places[settlement].GeonameId).On(Front.Day(month, day)).Holder;

    private static int Edge(int i) => Math.Min(Math.Min(i / Side, Side - 1 - (i / Side)), Math.Min(i % Side, Side - 1 - (i % Side)));

    private static Place[] Square(double kilometres) =>
    [
        .. Enumerable.Range(0, Side * Side).Select(i => new Place(1000 + i, $"Hamlet{i}", 48 + (i / Side * kilometres / 111), 36 + (i % Side * kilometres / 74), PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", 100)),
        .. Enumerable.Range(0, 200).Select(i => new Place(2000 + i, $"Farm{i}", 50 + (i % 10 * 0.05), 25 + (i / 10 * 0.1), PlacePrecision.Settlement, "UA", "Forest Oblast", null, 100)),
        new(7, "Krai", 45, 34, PlacePrecision.Settlement, "UA", "Crimea", null, 900),
    ];

    private static Claim Taken(string report, Place place) => Of(report, place, "took", "captured", "ru");

    private static Claim Held(string report, Place place) => Of(report, place, "hold", "held", "ua");

    private static Claim Of(string report, Place place, string verb, string act, string side) =>
        Made.Claim(Made.Report(report, Text), $"Forces {verb} {place.Name}", "control", act, side, [], [Made.Place(place.Name, place.GeonameId, place.Lat, place.Lon)]);

    private static (Report, Claim[]) Institute(string id, int month, int day, params Claim[] claims) => (Made.Report(id, Text, Front.Day(month, day), institute: true, outlet: "The Institute"), claims);
}
