using System.ServiceModel.Syndication;
using System.Xml;
using Salient.Publishing.Exports;

namespace Salient.Tests.Publishing.Exports;

public sealed class AtomTests
{
    [Theory]
    [InlineData("claims")]
    [InlineData("events")]
    [InlineData("control")]
    [InlineData("changes")]
    public void Feed_ReadByAFeedParser_HasWhatAtomWants(string what)
    {
        var source = ExportedLedger.Source with { Site = "http://127.0.0.1:5080/" };
        DrawnTests.Strict(ExportedLedger.Bytes(what, "atom", source));
        using var reader = XmlReader.Create(new MemoryStream(ExportedLedger.Bytes(what, "atom", source)));
        var feed = SyndicationFeed.Load(reader);
        feed.Id.ShouldStartWith("urn:uuid:");
        feed.Title.Text.ShouldNotBeEmpty();
        feed.Authors.ShouldNotBeEmpty();
        feed.Copyright.Text.ShouldContain(ExportNote.Licence);
        var items = feed.Items.ToList();
        items.ShouldNotBeEmpty();
        items.Select(i => i.Id).Distinct().Count().ShouldBe(items.Count);
        items.ShouldAllBe(i => i.Id.StartsWith("urn:uuid:") && i.Title.Text.Length > 0 && i.LastUpdatedTime.Year == 2022 && i.Links.Single().Uri.IsAbsoluteUri);
        items.Select(i => i.LastUpdatedTime).ShouldBeInOrder(SortDirection.Descending);
        feed.LastUpdatedTime.ShouldBe(items[0].LastUpdatedTime);
    }

    [Fact]
    public void Feed_OfManyEntries_KeepsTheLatest()
    {
        var entries = Enumerable.Range(0, 500).Select(i => new FeedEntry("claim", $"{i}", "t", "x", new DateOnly(2022, 3, 1).AddDays(i), "claims/x"));
        using var output = new MemoryStream();
        AtomWriter.Write(ExportedLedger.Source, "many", entries, output);
        using var reader = XmlReader.Create(new MemoryStream(output.ToArray()));
        var feed = SyndicationFeed.Load(reader);
        feed.Items.Count().ShouldBe(AtomWriter.Most);
        feed.LastUpdatedTime.Date.ShouldBe(new DateTime(2022, 3, 1).AddDays(499));
    }

    [Fact]
    public void Entries_OfManyClaims_AreTheLatestAlone()
    {
        var one = ExportedLedger.Source.Claims().First(c => c.AsOf is not null);
        var many = Enumerable.Range(0, 500).Select(i => one with { Claim = one.Claim with { Id = $"{i:x16}", Time = new Records.DateRange(null, new DateOnly(2022, 3, 1).AddDays(i / 2)) } }).ToList();
        var entries = FeedEntries.OfClaims(ExportedLedger.Source with { Claims = () => many }).ToList();
        entries.Count.ShouldBe(AtomWriter.Most);
        entries.Min(e => e.Day).ShouldBe(new DateOnly(2022, 3, 1).AddDays(150));
    }

    [Fact]
    public void Entries_LeadToPagesThatThereAre() => FeedEntries.OfEvents(ExportedLedger.Source).ShouldAllBe(e => e.Path.StartsWith("events/", StringComparison.Ordinal));

    [Fact]
    public void NameIds_FollowTheStandard() =>
        NameIds.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com").ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
}
