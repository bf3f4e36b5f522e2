using Salient.Acquiring;
using Salient.Recording;

namespace Salient.Tests.Recording;

public sealed class RecoderTests
{
    [Fact]
    public void Recode_SameRules_FindsTheSameClaims()
    {
        using var folder = new TemporaryFolder();
        var pipeline = new Pipeline(Pipeline.DataFolder);
        using var ledger = Ledger.Write(folder.File("l.db"));
        new Adder(ledger, () => pipeline, "1", "rules").Add([new Acquired(Made.Capture("a", "Russian forces captured the town of Brodiv on Sunday."), null)], 1);
        var before = ledger.Claims().Select(c => c.Claim.Id).ToList();
        var result = new Recoder(ledger, pipeline, "2", "better").Recode(1);
        result.Failed.ShouldBeEmpty();
        ledger.Runs().Select(r => r.Current).ShouldBe([false, true]);
        ledger.Claims().Select(c => c.Claim.Id).ShouldBe(before);
        ledger.Compare(1, result.Run).ShouldAllBe(k => k.Gone == 0 && k.Fresh == 0);
    }
}
