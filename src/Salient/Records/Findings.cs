using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What kind of unit a finding is worked out in; each is a pure function of its own claims.</summary>
public enum FindingPart
{
    /// <summary>What is told of one kind of act at one place on one day: happenings, and who is blamed.</summary>
    Told,

    /// <summary>One kind of act at one place, where it is denied: whether it happened.</summary>
    Denied,

    /// <summary>One place taken: when.</summary>
    Taken,

    /// <summary>Figures on one thing: series, and how many.</summary>
    Counted,

    /// <summary>One settlement: who holds it.</summary>
    Held,

    /// <summary>One report: what its claims allow to be reckoned.</summary>
    Reckoned,
}

/// <summary>Names a unit.</summary>
/// <param name="Part">What kind.</param>
/// <param name="Name">Which: an act and a place, a measure, a place.</param>
/// <param name="Day">Day number, where the unit is one day's; else 0.</param>
public readonly record struct FindingKey(FindingPart Part, string Name, int Day = 0);

/// <summary>What a unit says of one source; the source's record is the sum.</summary>
/// <param name="Source">The origin, folded.</param>
/// <param name="First">Happenings with other origins that it told of first.</param>
/// <param name="Corroborated">Happenings that an independent origin tells of too.</param>
/// <param name="Alone">Happenings that it alone tells of.</param>
/// <param name="Contradicted">Disputes in which it does not stand on the better founded side.</param>
/// <param name="AgainstInterest">Claims against its own side.</param>
/// <param name="Retracted">What it later took back.</param>
public sealed record SourceMark(string Source, int First, int Corroborated, int Alone, int Contradicted, int AgainstInterest, int Retracted);

/// <summary>A source as one report shows it.</summary>
/// <param name="Source">The origin, folded.</param>
/// <param name="Order">Sorts by publication: who the source is, its first report says.</param>
/// <param name="Name">As written.</param>
/// <param name="Side">Its side.</param>
/// <param name="Type">The codebook's source type.</param>
/// <param name="Claims">Claims of it in this report.</param>
public sealed record SourceIdentity(string Source, string Order, string Name, string Side, string Type, int Claims)
{
    /// <summary>Claims whose coding an analyst accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>Claims that an analyst corrected.</summary>
    public int Corrected { get; init; }

    /// <summary>Claims that an analyst rejected: they count here, and weigh in nothing.</summary>
    public int Rejected { get; init; }

    /// <summary>Claims that a later version of the report no longer makes.</summary>
    public int TakenBack { get; init; }
}

/// <summary>What a unit amounts to.</summary>
/// <param name="Happenings">What happened.</param>
/// <param name="Disputes">Claims that cannot all be true.</param>
/// <param name="Figures">Series.</param>
/// <param name="Derived">Figures that the claims allow.</param>
/// <param name="Marks">What it says of sources.</param>
public sealed record Finding(
    ImmutableArray<Happening> Happenings,
    ImmutableArray<Dispute> Disputes,
    ImmutableArray<FigureSeries> Figures,
    ImmutableArray<DerivedFigure> Derived,
    ImmutableArray<SourceMark> Marks)
{
    /// <summary>Nothing.</summary>
    public static Finding Nothing { get; } = new([], [], [], [], []);

    /// <summary>True where there is nothing to keep.</summary>
    public bool IsNothing => Happenings.IsEmpty && Disputes.IsEmpty && Figures.IsEmpty && Derived.IsEmpty && Marks.IsEmpty;
}

/// <summary>A claim's part in a unit.</summary>
/// <param name="Part">The unit's kind.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Day">Day number of the claim.</param>
/// <param name="Claim">The claim's row.</param>
public sealed record Fact(FindingPart Part, string Name, int Day, long Claim);

/// <summary>A report's words on one place.</summary>
/// <param name="Place">GeoNames id.</param>
/// <param name="Views">The words.</param>
public sealed record PlaceViews(int Place, ImmutableArray<ControlView> Views);

/// <summary>What a report has put into units; what must go out again when it is read anew or forgotten.</summary>
/// <param name="Voice">By which name it speaks itself: its outlet, or the original's where it is a copy.</param>
/// <param name="Facts">Its claims' parts in units.</param>
/// <param name="Views">Its words on who holds what.</param>
/// <param name="Sources">Its sources.</param>
public sealed record ReportEntry(string Voice, ImmutableArray<Fact> Facts, ImmutableArray<PlaceViews> Views, ImmutableArray<SourceIdentity> Sources)
{
    /// <summary>Its claims that a later version of it no longer makes.</summary>
    public ImmutableArray<ClaimRevision> Revised { get; init; } = [];
}

/// <summary>A claim with its row and the voice of its report.</summary>
/// <param name="Row">The claim's row.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Voice">By which name its report speaks itself.</param>
public readonly record struct ToldClaim(long Row, RecordedClaim Claim, string Voice);

/// <summary>What is kept of a report's text to find its copies.</summary>
/// <param name="Words">Words.</param>
/// <param name="Least">The least hashes of its runs of words; for a short text all of them, sorted.</param>
/// <param name="Numbers">Hashes of its numbers, sorted.</param>
/// <param name="Bands">Where to look for texts like it.</param>
public sealed record TextSketch(int Words, ImmutableArray<uint> Least, ImmutableArray<uint> Numbers, ImmutableArray<long> Bands);

/// <summary>A report among those that could be copies.</summary>
/// <param name="Row">The report's row.</param>
/// <param name="Header">The report.</param>
/// <param name="Sketch">What is kept of its text.</param>
public sealed record SketchedReport(long Row, ReportHeader Header, TextSketch Sketch);

/// <summary>A report in a group of copies.</summary>
/// <param name="Original">Row of the group's original.</param>
/// <param name="Likeness">How like the original, 0 to 1.</param>
public sealed record CopyLink(long Original, double Likeness);
