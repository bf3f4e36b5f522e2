using Salient.Coding.Scoring;
using Salient.Records;
using Salient.Training.Coding;

namespace Salient.Tests.Training;

public sealed class SlotLinesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("salient-slots-");
    private readonly string path;

    public SlotLinesTests() => path = Path.Combine(folder.FullName, "marks.slots");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Fill_MarkWithLine_HasItsSlots()
    {
        File.WriteAllText(path, "a-report\t2\tua the governor\tru\ton Monday\tKamianka\na-report\t3\t-\t-\t-\t-\n");
        var lines = SlotLines.Load(path);
        var said = lines.Fill("a-report", Claim(2));
        said.Voice.ShouldBe(Leanings.Said);
        said.Speaker.ShouldBe("ua");
        said.Actor.ShouldBe("ru");
        var own = lines.Fill("a-report", Claim(3));
        own.Voice.ShouldBe(Leanings.Own);
        own.Speaker.ShouldBeNull();
        own.Actor.ShouldBe("");
        own.Target.ShouldBeNull();
    }

    [Theory]
    [InlineData("ua", "ua")]
    [InlineData("-", "")]
    public void Fill_LineWithSideActedOn_HasItsTarget(string marked, string target)
    {
        File.WriteAllText(path, $"a-report\t2\t-\tru\t-\tKamianka\t{marked}\n");
        SlotLines.Load(path).Fill("a-report", Claim(2)).Target.ShouldBe(target);
    }

    [Fact]
    public void Fill_LineWithoutMarkedSource_LeavesTheVoiceOpen()
    {
        File.WriteAllText(path, "a-report\t2\t?\tru\t-\tKamianka\n");
        var filled = SlotLines.Load(path).Fill("a-report", Claim(2));
        filled.Voice.ShouldBeNull();
        filled.Speaker.ShouldBeNull();
        filled.Actor.ShouldBe("ru");
    }

    [Fact]
    public void Fill_MarkWithoutLine_StaysAsItIs() => SlotLines.Load(path).Fill("a-report", Claim(1)).ShouldBe(Claim(1));

    [Theory]
    [InlineData("a-report\t2\tua the governor")]
    [InlineData("a-report\ttwo\t-\t-\t-\t-")]
    [InlineData("a-report\t2\t-\t-\t-\t-\tua\tru")]
    public void Load_WrongLine_IsRefusedWithItsPlace(string line)
    {
        File.WriteAllText(path, "\n" + line);
        var problem = Should.Throw<ProblemException>(() => SlotLines.Load(path)).Problem;
        problem.Code.ShouldBe("SAL0547");
        problem.Where.ShouldEndWith(":2");
    }

    private static GoldClaim Claim(int mark) => new("combat/shelling", new TextSpan(0, 5), Mark: mark);
}
