using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Tests;

public sealed class NamesTests
{
    private static readonly Names Names = new(new Dictionary<string, string> { ["ua"] = "Ukraine", ["ru"] = "Russia", ["us"] = "the United States" }, _ => null, d => d.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("The Gazette on 2022-05-04: ru", "The Gazette says on 4 May 2022 that Russia holds it")]
    [InlineData("ua on 2022-05-04: it happened", "Ukraine’s own side says on 4 May 2022 that it happened")]
    [InlineData("the 4th Regiment, of that side, says: by ru", "the 4th Regiment, on Russia’s side, says that Russia did it")]
    [InlineData("no word to the contrary since 2022-05-04", "no word to the contrary since 4 May 2022")]
    public void Settled_WithIds_HasNamesAndDays(string kept, string told) => Names.Settled(kept).ShouldBe(told);

    [Fact]
    public void Disputed_LoneClaim_HasNames() => Names.Disputed("The Gazette alone says ua; the picture since 2022-05-04 is ru.").ShouldBe("The Gazette alone says that Ukraine holds it; as assessed since 4 May 2022, Russia holds it.");

    [Theory]
    [InlineData(DisputeKind.WhoHolds, "Brodiv", "held by ru", "Brodiv", "held by Russia")]
    [InlineData(DisputeKind.WhoHolds, "Brodiv", "held by contested", "Brodiv", "contested")]
    [InlineData(DisputeKind.ByWhom, "combat/shelling at Brodiv", "by ua", "shelling at Brodiv", "by Ukraine")]
    [InlineData(DisputeKind.When, "control/captured at Brodiv", "on 2022-05-04", "captured at Brodiv", "on 4 May 2022")]
    [InlineData(DisputeKind.HowMany, "strength/force-count soldier of ru: the 4th Brigade", "1", "soldiers, force count (Russia): the 4th Brigade", "1 soldier")]
    [InlineData(DisputeKind.HowMany, "strength/force-count btg of ru at Brodiv", "20-30", "battalion tactical groups, force count (Russia) in Brodiv", "20–30 battalion tactical groups")]
    public void Said_OfADispute_IsInWords(DisputeKind kind, string subject, string says, string about, string position)
    {
        var dispute = new Dispute("x", kind, subject, null, new DateOnly(2022, 5, 4), new DateOnly(2022, 5, 4), ImmutableArray<DisputePosition>.Empty, false, null, "");
        Names.Subject(dispute).ShouldBe(about);
        Names.Said(dispute, says).ShouldBe(position);
    }

    [Theory]
    [InlineData("Brodiv is assessed as held by ru since 2022-05-04", "Brodiv is assessed as held by Russia since 4 May 2022")]
    [InlineData("Brodiv is assessed as held by contested on 2022-05-04", "Brodiv is assessed as contested on 4 May 2022")]
    [InlineData("Brodiv was assessed as held by us already", "Brodiv was assessed as held by the United States already")]
    public void Checked_OfAJudgement_HasNamesAndDays(string kept, string told) => Names.Checked(kept).ShouldBe(told);

    [Theory]
    [InlineData("No claim says who holds it; what is told of the places around it speaks for ru.", "No claim says who holds it; what is told of the places around it speaks for Russia.")]
    [InlineData("ua says so on 2022-05-04 (took admission); support 2.0.", "Ukraine’s own side says so on 4 May 2022.")]
    public void Why_OfAHolder_HasNoIds(string kept, string told) => Names.Why(kept).ShouldBe(told);
}
