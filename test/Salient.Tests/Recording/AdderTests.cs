using Salient.Acquiring;
using Salient.Records;
using Salient.Recording;

namespace Salient.Tests.Recording;

public sealed class AdderTests : IDisposable
{
    private static readonly Lazy<Pipeline> Stages = new(() => new Pipeline(Pipeline.DataFolder));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Add_Twice_IsAddingOnceAndCodesNothing()
    {
        Acquired[] inputs = [Input("a", "Troops held Brodiv."), Input("b", "Shells fell on Brodiv.")];
        Add("l.db", inputs).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(2), r => r.Known.ShouldBe(0));
        using var ledger = Ledger.Write(folder.File("l.db"));
        var again = new Adder(ledger, () => throw new InvalidOperationException("nothing is new"), "1", "rules").Add(inputs, 2);
        again.Added.ShouldBe(0);
        again.Known.ShouldBe(2);
    }

    [Fact]
    public void Add_OneNameForTwoTexts_KeepsBoth()
    {
        Add("l.db", [Input("a", "Troops held Brodiv."), Input("a", "Troops left Brodiv.")]).Added.ShouldBe(2);
        using var ledger = Ledger.Read(folder.File("l.db"));
        ledger.Reports().Select(r => r.Id.Split('~')[0]).ShouldBe(["a", "a"]);
    }

    [Fact]
    public void Add_RefusedInput_LeavesTheOthers()
    {
        var problem = new Problem("SAL0111", "x", "What.", "Remedy.");
        var result = Add("l.db", [new Acquired(null, problem), Input("a", "Troops held Brodiv.")]);
        result.Added.ShouldBe(1);
        result.Refused.ShouldBe([problem]);
    }

    [Fact]
    public void Add_ReportInAnotherLanguage_IsCounted()
    {
        var result = Add("l.db", [Input("a", "Die Truppen haben die Brücke am Fluss zerstört, und die Stadt ist seit Montag ohne Wasser, sagte der Bürgermeister."), Input("b", "Troops held Brodiv.")]);
        (result.Added, result.Foreign).ShouldBe((2, 1));
    }

    [Fact]
    public void Add_BeforeTheBatchIsWritten_TellsOfWhatIsRead()
    {
        using var ledger = Ledger.Write(folder.File("l.db"));
        var told = new List<AddProgress>();
        new Adder(ledger, () => Stages.Value, "1", "rules").Add([Input("a", "Troops held Brodiv."), Input("b", "Shells fell on Brodiv.")], 1, told.Add);
        told.Select(p => p.Added).ShouldBe([1, 2]);
    }

    [Fact]
    public void Add_WithADateLater_DatesTheReport()
    {
        Add("l.db", [Input("a", "Troops held Brodiv.")]).Undated.Length.ShouldBe(1);
        var day = new DateOnly(2022, 5, 1);
        Add("l.db", [Input("a", "Troops held Brodiv.", day)]).Undated.ShouldBeEmpty();
        using var ledger = Ledger.Read(folder.File("l.db"));
        ledger.Reports().ShouldHaveSingleItem().Date.Day.ShouldBe(day);
    }

    [Fact]
    public void Add_ManyWorkers_WritesInTheOrderOfTheInputs()
    {
        var inputs = Enumerable.Range(0, 200).Select(i => Input($"r{i:000}", $"Troops held village {i}.")).ToArray();
        Add("one.db", inputs, workers: 1);
        Add("four.db", inputs, workers: 4);
        Names("four.db").ShouldBe(Names("one.db"));
    }

    private List<string> Names(string file)
    {
        using var ledger = Ledger.Read(folder.File(file));
        return [.. ledger.Reports().Select(r => r.Id)];
    }

    private AddResult Add(string file, IEnumerable<Acquired> inputs, int workers = 2)
    {
        using var ledger = Ledger.Write(folder.File(file));
        return new Adder(ledger, () => Stages.Value, "1", "rules").Add(inputs, workers);
    }

    private static Acquired Input(string name, string text, DateOnly? date = null) => new(Made.Capture(name, text, date), null);
}
