using Salient.Web.Claims;

namespace Salient.Web.Tests;

public sealed class SlotMarksTests
{
    [Fact]
    public void Cut_SlotsOfTheClaim_AreMarkedAndTheTextIsWhole()
    {
        var row = ClaimRow.Of(new InventedLedger().Claims().First());
        const string Paragraph = "In Oak Hillside: Invented troops took Oak Hill & \"<b>Mill</b>\" on Monday, an officer said.";
        var stretches = SlotMarks.Cut(Paragraph, Paragraph.IndexOf("Invented", StringComparison.Ordinal), row);
        string.Concat(stretches.Select(s => s.Text)).ShouldBe(Paragraph);
        string.Concat(stretches.Where(s => s.Evidence).Select(s => s.Text)).ShouldBe(row.Evidence);
        stretches.Where(s => s.Slot is not null).Select(s => (s.Text, s.Slot)).ShouldBe([("Invented troops", "actor"), ("Oak Hill", "place"), ("an officer", "source"), ("said", "cue")]);
    }
}
