using System.Collections.Immutable;
using Salient.Publishing.Exports;
using Salient.Reconciling;
using Salient.Records;
using Salient.Theatres;
using Salient.Web.Review;

namespace Salient.Web.Tests;

/// <summary>A ledger in memory: one invented report whose title and words are as hostile as a page's can be.</summary>
/// <param name="figure">Adds a claim that gives a figure.</param>
/// <param name="fate">What became of the first claim, or null where it stands.</param>
/// <param name="alone">The report has no outlet, and its claims are said in its own voice.</param>
/// <param name="town">A place of the report's words instead of Oak Hill, of as many letters.</param>
/// <param name="foe">The id of the side that takes the place.</param>
/// <param name="home">The id of the side that says so.</param>
/// <param name="titled">False where the report has no title.</param>
/// <param name="speaker">Who says so, instead of an officer.</param>
/// <param name="more">Claims beside it.</param>
internal sealed class InventedLedger(bool figure = false, ClaimFate? fate = null, bool alone = false, string town = InventedLedger.Hill, string foe = "ru", string home = "ua", bool titled = true, string? speaker = null, ImmutableArray<RecordedClaim> more = default) : ILedgerReader
{
    public const string ReportId = "oak-hill";

    public const string ClaimId = "00000000000000aa";

    /// <summary>A claim that only an earlier run made.</summary>
    public const string FormerId = "00000000000000ff";

    public const int PlaceId = 1;

    /// <summary>The place of the claims.</summary>
    public const string Hill = "Oak Hill";

    private const string Words = "Invented troops took Oak Hill & \"<b>Mill</b>\" on Monday, <script>alert(1)</script> an officer said.";

    private static readonly string Text = Words + "\n\nReader 1: nonsense.";

    private static readonly TextSpan Evidence = new(0, Words.IndexOf(" on Monday", StringComparison.Ordinal));

    private static readonly ReportHeader Header = new(
        ReportId,
        "<img src=x onerror=alert(1)> \"Oak Hill\" falls",
        new ReportDate(new DateOnly(2022, 5, 10), null, null, DateBasis.Dateline, "10 May 2022"),
        "The Invented Post",
        null,
        "en",
        null,
        false,
        new string('a', 64),
        "oak-hill.txt");

    /// <summary>The claim as it stands.</summary>
    public static readonly RecordedClaim Only = new(
        new Claim(
            ClaimId, ReportId, "control", "captured", Evidence, Evidence.Of(Text),
            [new ClaimSource("an officer", "official", "ua", Anonymous: true, "said")],
            Factuality.Certain,
            new Party("Invented troops", "ru"),
            null,
            [new ClaimPlace("Oak Hill", "at", 1, 48.5, 37.9, PlacePrecision.Settlement, 0.9)],
            new DateRange(new DateOnly(2022, 5, 9), new DateOnly(2022, 5, 9)),
            null, Quoted: false, null, null, null, null, null, "control.capture", ParagraphRole.Body),
        Header);

    private static readonly RecordedClaim Lost = Only with
    {
        Claim = Only.Claim with
        {
            Id = "00000000000000bb", Kind = "loss", Act = "destroyed", Span = new TextSpan(Words.IndexOf("an officer", StringComparison.Ordinal), Words.Length), Evidence = "an officer said.",
            Quantity = new Quantity(12, 12, "tank", false, "exact"), Category = "tank", Places = [],
        },
    };

    /// <summary>Pictures a ledger by the theatre's own policy, in a gazetteer of one place.</summary>
    public static Picture Picture(ILedgerReader ledger)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        var rules = ReconcilingData.Load(TheatreLoader.Load(Path.Combine(data, "theatres", "ukraine")), Path.Combine(data, "rules", "en"));
        return new Picture(ledger, rules, () => [OakHill]);
    }

    /// <summary>The place that the claims name.</summary>
    public static Place OakHill { get; } = new(PlaceId, "Oak Hill", 48.5, 37.9, PlacePrecision.Settlement, "UA", "Donetsk", null, 4000);

    /// <summary>Exports as the program makes them; writes nothing.</summary>
    public static Desk Desk { get; } = new(Exports, _ => throw new ProblemException(new Problem("SAL0602", "memory", "The ledger is read-only.", "Use a file.")));

    /// <summary>What exports read of a ledger and its picture.</summary>
    public static ExportSource Exports(ILedgerReader ledger, Picture picture)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        return new ExportSource(
            new ExportNote("9.8.7"), ExportCodes.Load(Path.Combine(data, "rules"), Path.Combine(data, "theatres", "ukraine")), ledger.Claims, ledger.Report,
            () => picture.Happenings, () => picture.Control, () => picture.Figures, _ => null)
        {
            Reviews = ledger.Reviews,
        };
    }

    public long Revision => 1;

    /// <summary>What the outlet says of its withdrawal.</summary>
    public const string Why = "<b>wrong</b> from the start";

    private ReportHeader Headed => !titled ? Header with { Title = null, Outlet = null, Opening = Report(ReportId)!.Opening } : alone ? Header with { Outlet = null } : fate == ClaimFate.Retracted ? Header with { Retracted = new Retraction("https://invented.example/atom", "2022-05-12T10:00:00Z", "2022-05-11T09:00:00Z", Why) } : Header;

    private RecordedClaim First => fate is { } gone ? Sided(Only) with { Report = Headed, Revision = new ClaimRevision(ClaimId, gone, ReportId, null) } : Sided(Only);

    private RecordedClaim Sided(RecordedClaim claim) => claim with
    {
        Claim = claim.Claim with
        {
            Actor = claim.Claim.Actor! with { Side = foe }, Sources = alone ? [] : [.. claim.Claim.Sources.Select(s => s with { Side = home, Name = speaker ?? s.Name })],
            Evidence = claim.Claim.Evidence.Replace(Hill, town, StringComparison.Ordinal), Places = [.. claim.Claim.Places.Select(p => p with { Name = p.Name.Replace(Hill, town, StringComparison.Ordinal) })],
        },
        Report = alone ? Headed : Header,
    };

    public ImmutableArray<ReportHeader> Reports() => [Headed, .. Claims().Select(c => c.Report).Where(r => r.Id != ReportId).DistinctBy(r => r.Id)];

    public Report? Report(string id) => id == ReportId
        ? new Report(
            ReportId, Text.Replace(Hill, town, StringComparison.Ordinal), Header.Title, Header.Date, alone ? null : Header.Outlet, null, "en", null, false,
            [new Paragraph(new TextSpan(0, Words.Length), ParagraphRole.Body), new Paragraph(new TextSpan(Words.Length + 2, Text.Length), ParagraphRole.Comment)],
            Header.CaptureHash)
        : null;

    public IEnumerable<RecordedClaim> Claims() => ((IEnumerable<RecordedClaim>)[First, .. figure ? [Sided(Lost)] : Array.Empty<RecordedClaim>(), .. more.IsDefault ? [] : more]).GroupBy(c => c.Claim.Report).SelectMany(r => r);

    public ImmutableArray<RecordedClaim> ClaimsOf(string report) => [.. Claims().Where(c => c.Claim.Report == report)];

    public RecordedClaim? Claim(string id) => Claims().FirstOrDefault(c => c.Claim.Id == id);

    public RecordedClaim? Former(string id) => id == FormerId ? Only with { Claim = Only.Claim with { Id = id } } : null;

    public ImmutableArray<RecordedClaim> Search(string query, int limit) => query.StartsWith('"')
        ? throw new ProblemException(new Problem("SAL0608", query, "The search cannot be read.", "Mend it."))
        : query == "oak" ? [First] : [];
}
