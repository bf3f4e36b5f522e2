using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What the claims of a ledger amount to, as it is kept; read by pages and verbs.</summary>
public interface IFindings
{
    /// <summary>The findings of one kind, in no order.</summary>
    IEnumerable<Finding> All(FindingPart part);

    /// <summary>False where words have come or gone since the settlements that no word tells of were worked out.</summary>
    bool Settled { get; }

    /// <summary>The states of settlements, by GeoNames id.</summary>
    IEnumerable<(int Place, ImmutableArray<ControlState> States)> AllStates();

    /// <summary>All words on who holds what, by place: settlements, raions, oblasts.</summary>
    IEnumerable<PlaceViews> AllViews();

    /// <summary>Groups of copies.</summary>
    IEnumerable<CopyGroup> Copies();

    /// <summary>Each source with the sum of its marks.</summary>
    IEnumerable<(SourceIdentity Who, SourceMark Marks)> Sources();
}

/// <summary>Where findings are kept and what they are made from. Belongs to one thread at a time, but for reading where <see cref="Shared"/>.</summary>
public interface IFindingStore : IFindings
{
    /// <summary>True where several threads may read at once.</summary>
    bool Shared { get; }

    /// <summary>Reports that have come, changed or gone since: their rows, ascending.</summary>
    IReadOnlyList<long> Due();

    /// <summary>The row of the report with that id; null where there is none.</summary>
    long? Row(string report);

    /// <summary>The findings of one kind with their keys, in no order.</summary>
    IEnumerable<KeyValuePair<FindingKey, Finding>> Keyed(FindingPart part);

    /// <summary>How many units other than a day's have the claim in a dispute.</summary>
    int Disputing(string claim);

    /// <summary>How reports show a source, in no order.</summary>
    IEnumerable<SourceIdentity> Identities(string source);

    /// <summary>A report's header; null where it is gone.</summary>
    ReportHeader? Header(long report);

    /// <summary>What of a report's text is coded; empty where it is gone.</summary>
    string Text(long report);

    /// <summary>A report's claims.</summary>
    IReadOnlyList<(long Row, RecordedClaim Claim)> ClaimsOf(long report);

    /// <summary>The reports that came from the same web address, itself included: versions of one page, the last one last. A report from elsewhere is alone.</summary>
    IReadOnlyList<long> Versions(long report);

    /// <summary>True where a report has a note by which its outlet says that it was corrected.</summary>
    bool Corrects(long report);

    /// <summary>The claim with that id, and its voice; null where it is gone.</summary>
    ToldClaim? Claim(string id);

    /// <summary>What a report has put in, or null.</summary>
    ReportEntry? Entry(long report);

    /// <summary>Puts in what a report says, in place of what it said before; null takes it out.</summary>
    void Put(long report, ReportEntry? entry);

    /// <summary>The claims of a unit from a day to a day, both inclusive, by day.</summary>
    IReadOnlyList<(int Day, ToldClaim Told)> Claims(FindingPart part, string name, int from = int.MinValue, int to = int.MaxValue);

    /// <summary>True where the unit has claims.</summary>
    bool Any(FindingPart part, string name);

    /// <summary>The words on a place, in no order.</summary>
    IEnumerable<ControlView> Views(int place);

    /// <summary>A unit's finding; null where there is none.</summary>
    Finding? Get(FindingKey key);

    /// <summary>Keeps a unit's finding in place of the one before.</summary>
    void Put(FindingKey key, Finding finding);

    /// <summary>The states of a settlement; empty where none are kept.</summary>
    ImmutableArray<ControlState> States(int place);

    /// <summary>Keeps a settlement's states.</summary>
    void PutStates(Place place, ImmutableArray<ControlState> states);

    /// <summary>True where a dispute of another unit than a day's has the claim in it.</summary>
    bool Disputed(string claim);

    /// <summary>False where words have come or gone since the settlements that no word tells of were worked out.</summary>
    new bool Settled { get; set; }

    /// <summary>What is kept of a report's text, or null.</summary>
    TextSketch? Sketch(long report);

    /// <summary>Keeps it; null takes it out.</summary>
    void Put(long report, TextSketch? sketch);

    /// <summary>Reports that share a band.</summary>
    IEnumerable<SketchedReport> Like(IEnumerable<long> bands);

    /// <summary>The group of a report, itself included; the report alone where it has no copies.</summary>
    IReadOnlyList<long> Group(long report);

    /// <summary>Puts a report into a group; null takes it out.</summary>
    void Put(long report, CopyLink? link);

    /// <summary>The original of a report, itself where it is none's copy.</summary>
    long Original(long report);
}
