using FsCheck;
using FsCheck.Fluent;
using Salient.Records;
using Salient.Searching;
using Salient.Tests.House;
using Salient.Tests.Reconciling;
using Salient.Tests.Recording;

namespace Salient.Tests.Searching;

public sealed class QueryTests
{
    private const string Text = "Our men took Brodiv on Sunday. Some 40 tanks burned. The Órsha bridge was shelled, the mayor's office said.";
    private static readonly Report Report = Made.Report("r1", Text, Front.Day(10, 4), outlet: "The Gazette");
    private static readonly ClaimSource Staff = Made.Source("the General Staff", "military", "ua");

    private static readonly MemoryLedger Ledger = new((Report,
    [
        Made.Claim(Report, "Our men took Brodiv on Sunday", "control", "captured", "ru", [], [Made.Place("Brodiv", 1)], time: new DateRange(Front.Day(10, 2), Front.Day(10, 2))),
        Made.Claim(Report, "Some 40 tanks burned", "loss", "destroyed", "ru", [Staff], factuality: Factuality.Probable),
        Made.Claim(Report, "The Órsha bridge was shelled, the mayor's office said", "combat", "shelling", "ua", [], [Made.Place("Órsha", 9)]),
    ]));

    [Theory]
    [InlineData("tanks", "loss")]
    [InlineData("TANKS burned", "loss")]
    [InlineData("tank", "")]
    [InlineData("tank*", "loss")]
    [InlineData("\"took Brodiv\"", "control")]
    [InlineData("\"Brodiv took\"", "")]
    [InlineData("\"mayor's office\"", "combat")]
    [InlineData("mayor s", "combat")]
    [InlineData("orsha", "combat")]
    [InlineData("staff", "loss")]
    [InlineData("took OR tanks", "control loss")]
    [InlineData("took AND tanks", "")]
    [InlineData("NOT took", "loss combat")]
    [InlineData("NOT NOT took", "control")]
    [InlineData("took OR tanks AND burned", "control loss")]
    [InlineData("(took OR tanks) burned", "loss")]
    [InlineData("kind:loss", "loss")]
    [InlineData("KIND:Loss", "loss")]
    [InlineData("act:shelling OR kind:loss", "loss combat")]
    [InlineData("side:ru", "control loss")]
    [InlineData("by:ua", "loss")]
    [InlineData("source:\"general staff\"", "loss")]
    [InlineData("source:gazette", "control loss combat")]
    [InlineData("place:brodiv", "control")]
    [InlineData("place:9", "combat")]
    [InlineData("on:2022-10-02", "control")]
    [InlineData("on:2022-10-04", "loss combat")]
    [InlineData("on:2022-10", "control loss combat")]
    [InlineData("on:2021", "")]
    [InlineData("since:2022-10-03", "loss combat")]
    [InlineData("until:2022-10-03", "control")]
    [InlineData("sure:PR+", "loss")]
    [InlineData("report:r1 NOT kind:control NOT kind:loss", "combat")]
    [InlineData("review:none", "control loss combat")]
    [InlineData("review:any", "")]
    [InlineData("   ", "control loss combat")]
    [InlineData("android", "")]
    public void Find_Query_GivesThoseClaims(string query, string kinds)
    {
        new Searcher(new Filtering(Ledger)).Find(Query.Parse(query)).Select(c => c.Claim.Kind).ShouldBe(kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        Ledger.Claims().Where(c => Query.Parse(query)?.Matches(c) ?? true).Select(c => c.Claim.Kind).ShouldBe(kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Theory]
    [InlineData("\"open", "SAL0608", 1)]
    [InlineData("a (b", "SAL0608", 3)]
    [InlineData("a b)", "SAL0608", 4)]
    [InlineData("a AND", "SAL0608", 6)]
    [InlineData("OR a", "SAL0608", 1)]
    [InlineData("a OR OR b", "SAL0608", 6)]
    [InlineData("()", "SAL0608", 2)]
    [InlineData("a ***", "SAL0608", 3)]
    [InlineData("tanks kid:loss", "SAL0621", 7)]
    [InlineData("tanks on:yesterday", "SAL0622", 10)]
    [InlineData("kind:", "SAL0622", 6)]
    [InlineData("sure:maybe", "SAL0622", 6)]
    [InlineData(":loss", "SAL0608", 1)]
    public void Parse_WhatCannotBeRead_SaysWithACodeWhere(string query, string code, int position)
    {
        var thrown = Should.Throw<QueryException>(() => Query.Parse(query));
        (thrown.Problem.Code, thrown.Position).ShouldBe((code, position));
    }

    [Fact]
    public void Parse_AnyText_IsAQueryOrAProblemWithAPlace()
    {
        var pieces = Gen.Elements("a", "\"", "(", ")", " ", "OR", "AND", "NOT", "kind:", ":", "*", "loss", "on:2022", "é", "\u0000", "-", "2022-13");
        Prop.ForAll(Arb.From(Gen.ListOf(pieces)), list =>
        {
            var text = string.Concat(list);
            try
            {
                var query = Query.Parse(text);
                return Ledger.Claims().Count(c => query?.Matches(c) ?? true) >= 0;
            }
            catch (QueryException e)
            {
                return e.Position >= 1 && e.Position <= text.Length + 1;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parse_DeepOrLong_IsRefused()
    {
        Should.Throw<QueryException>(() => Query.Parse(new string('(', 500) + "a" + new string(')', 400)));
        Should.Throw<QueryException>(() => Query.Parse(new string('a', 5000)));
    }

    [Theory]
    [InlineData("ki", "kind:")]
    [InlineData("kind:lo", "kind:loss")]
    [InlineData("bridge source:gen", "")]
    [InlineData("bridge source:the", "bridge source:\"The Gazette\"")]
    [InlineData("source:\"the Gen", "source:\"the General Staff\"")]
    [InlineData("Bro", "place:Brodiv")]
    [InlineData("", "")]
    public void Suggest_WhatIsTyped_GoesOn(string typed, string first) =>
        (new Vocabulary([.. Ledger.Claims()]).Suggest(typed).FirstOrDefault() ?? "").ShouldBe(first);

    [Theory]
    [InlineData("kind:los", "No claim has kind:los; there are ")]
    [InlineData("tank (side:Ruritania OR kind:loss)", "No claim has side:Ruritania; there are ")]
    [InlineData("kind:loss android", null)]
    [InlineData("android", null)]
    public void Missing_WhatNoClaimHas_SaysWhatThereIs(string query, string? begin)
    {
        var missing = new Vocabulary([.. Ledger.Claims()]).Missing(query);
        (missing?[..Math.Min(missing.Length, begin?.Length ?? missing.Length)]).ShouldBe(begin);
    }

    [Fact]
    public void Operators_EachIsInTheDocument()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "search.md"));
        Operators.Names.ShouldAllBe(n => page.Contains($"| `{n}:` |"));
    }

    /// <summary>Has a full text that narrows as a ledger's does: by all words, whatever they are joined by.</summary>
    private sealed class Filtering(ILedgerReader inner) : ILedgerReader
    {
        public long Revision => 1;

        public System.Collections.Immutable.ImmutableArray<ReportHeader> Reports() => inner.Reports();

        public Report? Report(string id) => inner.Report(id);

        public IEnumerable<RecordedClaim> Claims() => inner.Claims();

        public System.Collections.Immutable.ImmutableArray<RecordedClaim> ClaimsOf(string report) => inner.ClaimsOf(report);

        public RecordedClaim? Claim(string id) => inner.Claim(id);

        public System.Collections.Immutable.ImmutableArray<RecordedClaim> Search(string query, int limit)
        {
            using var folder = new TemporaryFolder();
            using var ledger = Salient.Recording.Ledger.Write(folder.File("s.db"));
            using (var batch = ledger.Begin("1", "1"))
            {
                batch.Add("r1", Made.Capture("r1", Text), QueryTests.Report, [.. inner.Claims().Select(c => c.Claim)]);
                batch.Commit();
            }

            return ledger.Search(query, limit);
        }
    }
}
