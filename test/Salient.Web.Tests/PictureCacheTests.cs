using System.Collections.Immutable;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

public sealed class PictureCacheTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Fact]
    public void Read_LedgerUnchanged_PicturesOnce()
    {
        var shelf = new Shelf();
        using var cache = new PictureCache(shelf.Open, shelf.Picture, Long);
        cache.Read(p => p.Claims.Length).ShouldBe(1);
        cache.Read(p => p.Start);
        shelf.Pictured.ShouldBe(1);
    }

    [Fact]
    public void Read_FirstPictureNotReady_SaysSoAtOnceAndShowsItLater()
    {
        var shelf = new Shelf { Hold = new ManualResetEventSlim() };
        using var cache = new PictureCache(shelf.Open, shelf.Picture, TimeSpan.FromMilliseconds(1));
        Should.Throw<NotYetException>(() => cache.Read(p => p.Start));
        shelf.Hold.Set();
        cache.CatchUp(Long);
        cache.Read(p => p.Claims.Length).ShouldBe(1);
    }

    [Fact]
    public void CatchUp_LedgerGrown_ShowsTheNewPicture()
    {
        var shelf = new Shelf();
        using var cache = new PictureCache(shelf.Open, shelf.Picture, Long);
        cache.Read(p => p.Start);
        shelf.Revision++;
        cache.CatchUp(Long);
        cache.Read(p => p.Start);
        shelf.Pictured.ShouldBe(2);
    }

    [Fact]
    public void Dispose_AfterRenewals_ClosesEveryLedger()
    {
        var shelf = new Shelf();
        var cache = new PictureCache(shelf.Open, shelf.Picture, Long);
        for (var i = 0; i < 3; i++)
        {
            cache.Read(p => p.Start);
            shelf.Revision++;
            cache.CatchUp(Long);
        }

        cache.Dispose();
        shelf.Opened.ShouldBe(4);
        shelf.Closed.ShouldBe(4);
    }

    /// <summary>Opens ledgers that say the same but for their revision, and counts.</summary>
    private sealed class Shelf
    {
        public long Revision { get; set; } = 1;

        public ManualResetEventSlim? Hold { get; init; }

        public int Opened { get; private set; }

        public int Closed { get; private set; }

        public int Pictured { get; private set; }

        public ILedgerReader Open()
        {
            Opened++;
            return new Copy(this);
        }

        public Reconciling.Picture Picture(ILedgerReader ledger)
        {
            Hold?.Wait();
            Pictured++;
            return InventedLedger.Picture(ledger);
        }

        private sealed class Copy(Shelf shelf) : ILedgerReader, IDisposable
        {
            private readonly InventedLedger ledger = new();

            public long Revision => shelf.Revision;

            public ImmutableArray<ReportHeader> Reports() => ledger.Reports();

            public Report? Report(string id) => ledger.Report(id);

            public IEnumerable<RecordedClaim> Claims() => ledger.Claims();

            public ImmutableArray<RecordedClaim> ClaimsOf(string report) => ledger.ClaimsOf(report);

            public RecordedClaim? Claim(string id) => ledger.Claim(id);

            public ImmutableArray<RecordedClaim> Search(string query, int limit) => ledger.Search(query, limit);

            public void Dispose() => shelf.Closed++;
        }
    }
}
