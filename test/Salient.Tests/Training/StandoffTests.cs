using System.Text.Json.Nodes;
using Salient.Training.Measuring.Codings;

namespace Salient.Tests.Training;

/// <summary>Coded claims without the words of their reports.</summary>
public sealed class StandoffTests
{
    private const string Text = "The staff said that gunners left Brodiv. Later the staff said that gunners left Ostrivka.";

    [Fact]
    public void Pack_Claim_HoldsNoWordOfTheTextAndComesBack()
    {
        var claim = Claim("gunners left Ostrivka", "Ostrivka");
        var packed = Standoff.Pack(claim, Text, 0)!;
        packed.ToJsonString().ShouldNotContain("Ostrivka");
        packed.ToJsonString().ShouldNotContain("staff");
        JsonNode.DeepEquals(Standoff.Unpack(packed, Text), claim).ShouldBeTrue(packed.ToJsonString());
    }

    [Fact]
    public void Pack_NameNearestToTheEvidence_IsTheOneThatIsMeant() =>
        ((int)Standoff.Pack(Claim("gunners left Ostrivka", "Ostrivka"), Text, 0)!["sources"]![0]!["name"]![0]!).ShouldBe(Text.LastIndexOf("staff", StringComparison.Ordinal));

    [Fact]
    public void Pack_EvidenceNotInTheText_IsNone() => Standoff.Pack(Claim("gunners left Lypky", "Lypky"), Text, 0).ShouldBeNull();

    private static JsonObject Claim(string evidence, string place) => JsonNode.Parse(
        $$"""
        {"report":"a","kind":"movement","act":"withdrew","evidence":"{{evidence}}","sources":[{"name":"staff","type":"military","side":"ua","anonymous":false,"cue":"said"}],
        "factuality":"CT+","actor":{"name":"gunners","side":"ru"},"target":null,"places":[{"name":"{{place}}","role":"from"}],"time":null,"quantity":{"min":2,"max":null,"approx":true,"basis":"about","unit":"btg"},"quoted":false}
        """)!.AsObject();
}
