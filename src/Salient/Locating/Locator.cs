using System.Collections.Immutable;
using Salient.Locating.Finding;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;
using Salient.Locating.Resolving;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Locating;

/// <summary>Finds place names and resolves them.</summary>
/// <remarks>Names are found in the text itself; sentences only help to tell persons and other bearers from places. Thread-safe.</remarks>
public sealed class Locator
{
    private readonly Gazetteer gazetteer;
    private readonly Lazy<HashSet<int>> ids;
    private readonly CueTable cues;
    private readonly Fronts fronts;
    private readonly NameFinder finder;
    private readonly SecondLook second;
    private readonly Resolver resolver;
    private readonly Judge judge;
    private readonly Governments governments;

    /// <summary>Loads the gazetteers of <paramref name="theatre"/> and of the world, and the rules beside them.</summary>
    /// <exception cref="ProblemException">SAL0301, SAL0303 to SAL0305: a file is damaged or wrong.</exception>
    public Locator(Theatre theatre)
    {
        ArgumentNullException.ThrowIfNull(theatre);
        var loading = Task.Run(() => GazetteerLoader.Load(theatre.Folder));
        var stretches = Task.Run(() => Fronts.Read(theatre.Folder));
        cues = CueTable.Load(Path.Combine(theatre.Folder, "..", "..", "rules", "en"));
        var block = new BlockList(theatre);
        var courses = Courses.Load(theatre.Folder);
        gazetteer = loading.GetAwaiter().GetResult();
        ids = new Lazy<HashSet<int>>(() => [.. Enumerable.Range(0, gazetteer.Places.Count).Select(gazetteer.Places.Id)]);
        fronts = new Fronts(stretches.GetAwaiter().GetResult(), gazetteer.Places);
        finder = new NameFinder(gazetteer, block);
        second = new SecondLook(gazetteer, fronts, finder.Variants);
        var own = Own(theatre);
        resolver = new Resolver(gazetteer, fronts, courses, own);
        judge = new Judge(gazetteer, fronts, new Shaper(gazetteer, fronts, courses, own), own);
        governments = new Governments(gazetteer);
    }

    /// <summary>Every place name of a report, by position, not overlapping.</summary>
    public ImmutableArray<Location> Locate(Report report, ImmutableArray<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = report.Text;
        var words = WordScanner.Scan(text, cues);
        var mentions = finder.Find(text, words);
        Persons.Remove(text, mentions, sentences);
        var paragraphs = Paragraphs(report, mentions);
        foreach (var mention in mentions)
        {
            Shifts.Read(text, words, mention);
            BesideWater(mention);
        }

        var period = fronts.Period(report.Date.Reference, whole: text.Contains("Ukrain", StringComparison.Ordinal));
        second.Take(text, words, mentions, period);
        resolver.Resolve(mentions, period, paragraphs, new Bearings(gazetteer, text, words, mentions));
        governments.Mark(text, words, mentions);
        return Unknowns.Add(text, words, Nouns.Add(text, words, judge.Weigh(text, words, mentions, period)));
    }

    /// <summary>The place that an assertion's argument means: the location at its span, else the report's location of like name.</summary>
    public ClaimPlace Place(PlaceArgument argument, ImmutableArray<Location> locations)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return Places.Pick(argument, locations) is { Place: { } place } at
            ? new ClaimPlace(argument.Name, argument.Role, place.GeonameId == 0 ? null : place.GeonameId, at.Lat, at.Lon, at.Precision, at.Confidence)
            : new ClaimPlace(argument.Name, argument.Role, null, null, null, PlacePrecision.None, 0);
    }

    /// <summary>The location that an argument of a claim means, with why it went there and what else it could be; null where the report names no such place.</summary>
    public static Location? Explain(PlaceArgument argument, ImmutableArray<Location> locations)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return Places.Pick(argument, locations);
    }

    /// <summary>True where the gazetteers hold the place with this GeoNames id.</summary>
    internal bool Holds(int geonameId) => ids.Value.Contains(geonameId);

    /// <summary>What has a left bank is a river, whatever town bears its name.</summary>
    private void BesideWater(NameMention mention)
    {
        if (mention.Shift is { Kind: ShiftKind.Bank } && mention.Candidates.Any(IsWater))
        {
            mention.Candidates = [.. mention.Candidates.Where(IsWater)];
        }

        bool IsWater(Candidate c) => gazetteer.Places.Kind(c.Place) == PlaceKind.Water;
    }

    /// <summary>Number of the paragraph that each mention stands in.</summary>
    private static int[] Paragraphs(Report report, List<NameMention> mentions)
    {
        var result = new int[mentions.Count];
        var at = 0;
        for (var i = 0; i < result.Length; i++)
        {
            while (at + 1 < report.Paragraphs.Length && report.Paragraphs[at + 1].Span.Start <= mentions[i].Span.Start)
            {
                at++;
            }

            result[i] = at;
        }

        return result;
    }

    /// <summary>The country that the theatre's war is fought in: the first of its sides that is a state's code.</summary>
    private static ushort Own(Theatre theatre)
    {
        var party = theatre.Sides.FirstOrDefault(s => s.Party && s.Id.Length == 2)?.Id ?? "--";
        return (ushort)((char.ToUpperInvariant(party[0]) << 8) | char.ToUpperInvariant(party[1]));
    }
}
