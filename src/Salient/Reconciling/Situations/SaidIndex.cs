using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>What the situation asks of every claim, asked once: its day, whose word it is, and which claims say the same. The situation of any days then reads numbers and no words.</summary>
internal sealed class SaidIndex
{
    private const int Never = int.MaxValue, Unknown = int.MinValue, None = -1;
    private const string Strength = "strength";
    private readonly ImmutableArray<RecordedClaim> claims;
    private readonly Voices voices;
    private readonly Row[] rows;
    private readonly Lazy<Dictionary<string, int>> numbers;

    /// <summary>Asks <paramref name="claims"/>, which are in order of publication.</summary>
    public SaidIndex(ImmutableArray<RecordedClaim> claims, SituationRules rules, Bodies bodies)
    {
        this.claims = claims;
        voices = new Voices(bodies);
        Wording = new Wording(rules);
        rows = new Row[claims.Length];
        numbers = new(() => claims.Select((c, i) => KeyValuePair.Create(c.Claim.Id, i)).ToDictionary(StringComparer.Ordinal));
        var (alike, worded) = (new Dictionary<Claim, int>(SaidAlike.Instance), new Dictionary<string, int>(StringComparer.Ordinal));
        var (reports, origins) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var kinds = rules.Sections.SelectMany(s => s.Kinds).Append(Strength).Distinct().Select((kind, i) => (kind, i)).ToDictionary(k => k.kind, k => k.i);
        for (var i = 0; i < rows.Length; i++)
        {
            var claim = claims[i];
            rows[i] = new Row(
                claim.AsOf?.DayNumber ?? Unknown, claim.Report.Date.Reference?.DayNumber ?? Never, Number(reports, claim.Report.Id),
                kinds.GetValueOrDefault(claim.Claim.Kind, None), Wording.Has(claim.Claim) ? Group(claim.Claim, alike, worded) : None, Number(origins, Voice(claim)));
        }

        Groups = alike.Count + worded.Count;
        Kinds = kinds;
        Advances = [.. claims.Where(c => c.Claim is { Kind: "movement", Act: "advanced", Quantity: not null })];
    }

    /// <summary>Day as of, day of publication, and the numbers of report, kind (-1 where no section tells of it), what is said (-1 where there are no words for it), and who says it.</summary>
    private readonly record struct Row(int Day, int Published, int Report, int Kind, int Group, int Origin);

    /// <summary>Puts them into words.</summary>
    public Wording Wording { get; }

    /// <summary>Kinds by name, as <see cref="Kind"/> numbers them.</summary>
    public IReadOnlyDictionary<string, int> Kinds { get; }

    /// <summary>Claims that some side advanced so and so far.</summary>
    public ImmutableArray<RecordedClaim> Advances { get; }

    /// <summary>The number of the claim with that id; -1 where none of these has it.</summary>
    public int Find(string id) => numbers.Value.GetValueOrDefault(id, None);

    /// <summary>A claim by its number.</summary>
    public RecordedClaim this[int i] => claims[i];

    /// <summary>Numbers of the claims as of the days from <paramref name="first"/> to <paramref name="last"/> that were published by then, in order of publication.</summary>
    public List<int> Told(DateOnly first, DateOnly last)
    {
        var told = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Day >= first.DayNumber && rows[i].Day <= last.DayNumber && rows[i].Published <= last.DayNumber)
            {
                told.Add(i);
            }
        }

        return told;
    }

    /// <summary>The number of a claim's kind; -1 where no section tells of it, or there are no words for it.</summary>
    public int Kind(int claim) => rows[claim].Group < 0 ? None : rows[claim].Kind;

    /// <summary>Those that tell how strong forces are.</summary>
    public IEnumerable<RecordedClaim> Strengths(List<int> told) => told.Where(i => rows[i].Kind == Kinds[Strength]).Select(i => claims[i]);

    /// <summary>The number of what it says: the same for claims that say the same.</summary>
    public int Group(int claim) => rows[claim].Group;

    /// <summary>How many reports make these claims.</summary>
    public int Reports(List<int> told) => told.Select(i => rows[i].Report).Distinct().Count();

    /// <summary>How many different things are said: <see cref="Group(int)"/> gives numbers from 1 to it.</summary>
    public int Groups { get; }

    /// <summary>The number of the day as of which a claim holds.</summary>
    public int Day(int claim) => rows[claim].Day;

    /// <summary>The number of the voice that says it.</summary>
    public int Origin(int claim) => rows[claim].Origin;

    /// <summary>The far end of the chain: who says it first.</summary>
    public string Voice(RecordedClaim claim) => voices.Origin(claim);

    // What is judged or declared says the same only where its words are the same.
    private int Group(Claim claim, Dictionary<Claim, int> alike, Dictionary<string, int> worded)
    {
        ref var number = ref claim.Kind is "assessment" or "politics" or "cohesion"
            ? ref CollectionsMarshal.GetValueRefOrAddDefault(worded, Wording.Of(claim)!, out var known)
            : ref CollectionsMarshal.GetValueRefOrAddDefault(alike, claim, out known);
        return known ? number : number = alike.Count + worded.Count;
    }

    private static int Number(Dictionary<string, int> names, string name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(names, name, out var known);
        return known ? number : number = names.Count;
    }
}
