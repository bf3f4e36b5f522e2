using Salient.Locating.Finding;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Locating.Resolving;

/// <summary>Where the report itself says how far and which way a place lies from another: "X (5 km south of Y)", "X and Z, both within 70 km of Y", "the X bridge near Y". Pure.</summary>
internal sealed class Bearings
{
    private const int MostWords = 10, Narrowest = 3, MostNouns = 2;
    private const double Beside = 3, Loose = 0.35, Least = 4, Within = 1.15, Farthest = 80, HalfAngle = 0.5, Near = 25;

    private static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "approximately", "roughly", "around", "some", "just", "only", "nearly", "almost", "over", "under", "less", "than", "more", "no", "within", "inside", "up", "to", "both", "all", "each", "two", "three", "four", "several", "which", "that", "is", "are",
        "lies", "lie", "located", "situated", "lying", "a", "an", "the", "village", "villages", "town", "towns", "settlement", "settlements", "city", "hamlet", "suburb", "suburbs", "directly", "immediately", "due", "far",
    };

    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase) { "both", "all", "each", "two", "three", "four", "several", "villages", "towns", "settlements", "suburbs", "are", "lie" };

    private readonly Gazetteer gazetteer;
    private readonly Dictionary<int, List<(int Other, bool Within)>> stated = [];

    /// <summary>Reads what is said of the mentions.</summary>
    public Bearings(Gazetteer gazetteer, string text, List<Word> words, List<NameMention> mentions)
    {
        this.gazetteer = gazetteer;
        for (var j = 1; j < mentions.Count; j++)
        {
            if (mentions[j].Shift is { Kind: ShiftKind.Away } shift)
            {
                Read(text, words, mentions, j, shift);
            }
            else if (IsNear(text, words, mentions[j - 1], mentions[j]))
            {
                Say(j - 1, (j, true));
            }
        }
    }

    /// <summary>How well a place fits what is said of mention <paramref name="i"/>: 0 where nothing of it fits or nothing is said, 1 where all does.</summary>
    public float Fit(int i, int place, List<NameMention> mentions)
    {
        if (!stated.TryGetValue(i, out var list))
        {
            return 0;
        }

        var sum = 0f;
        foreach (var (other, within) in list)
        {
            foreach (var o in mentions[other].Candidates)
            {
                sum += Fits(place, o.Place, mentions[other].Shift is { Kind: ShiftKind.Away } shift ? shift : null, within) ? o.Share : 0;
            }
        }

        return sum / list.Count;
    }

    private bool Fits(int place, int from, Shift? shift, bool within)
    {
        var km = gazetteer.Kilometres(place, from);
        if (shift is null)
        {
            return km <= Near;
        }

        var near = shift.Kilometres switch
        {
            null => km <= Farthest,
            { } said when within => km <= (said * Within) + Beside,
            { } said => Math.Abs(km - said) <= Math.Max(Least, said * Loose),
        };
        if (!near || km < Beside || (shift.North == 0 && shift.East == 0))
        {
            return near;
        }

        var (p, q) = (gazetteer.Places[from], gazetteer.Places[place]);
        var (north, east) = (q.Lat - p.Lat, (q.Lon - p.Lon) * Math.Cos(p.Lat * Math.PI / 180));
        return ((north * shift.North) + (east * shift.East)) / Math.Sqrt((north * north) + (east * east)) >= HalfAngle;
    }

    private void Read(string text, List<Word> words, List<NameMention> mentions, int j, Shift shift)
    {
        var i = j - 1;
        var first = mentions[i].End;
        if (shift.First < first || shift.First - first > MostWords || words[first].Gap is not (Gap.Comma or Gap.Other) || mentions[i].Sentence != mentions[j].Sentence)
        {
            return;
        }

        var (within, list) = (false, false);
        for (var w = first; w < shift.First; w++)
        {
            var word = words[w].In(text).ToString();
            if (!Between.Contains(word) || (w > first && words[w].Gap != Gap.Space))
            {
                return;
            }

            within |= word is "within" or "inside" or "under" or "less";
            list |= Lists.Contains(word);
        }

        Say(i, (j, within));
        for (var k = i - 1; list && k >= 0 && Listed(text, words, mentions[k], mentions[k + 1]); k--)
        {
            Say(k, (j, within));
        }
    }

    // What is called after a place: "the X road bridge".
    private static readonly HashSet<string> Built = new(StringComparer.Ordinal) { "road", "rail", "railway", "bridge", "bridges", "dam", "plant", "power", "hydroelectric", "nuclear", "station", "crossing", "airfield", "airport", "air", "base", "port", "reservoir", "forest", "island", "village", "settlement", "town", "mine", "farm", "checkpoint", "junction", "highway", "depot", "refinery" };

    /// <summary>True for "X near Y" and "the X road bridge near Y": nothing stands between the two but what X names.</summary>
    private static bool IsNear(string text, List<Word> words, NameMention one, NameMention next)
    {
        var near = next.First - 1;
        if (one.Sentence != next.Sentence || near < one.End || near - one.End > MostNouns || words[near].In(text) is not "near" || words[next.First].Gap != Gap.Space)
        {
            return false;
        }

        for (var w = one.End; w <= near; w++)
        {
            if (words[w].Gap != Gap.Space || (w < near && !Built.Contains(words[w].In(text).ToString())))
            {
                return false;
            }
        }

        return true;
    }

    private void Say(int mention, (int Other, bool Within) what)
    {
        if (!stated.TryGetValue(mention, out var list))
        {
            stated[mention] = list = [];
        }

        list.Add(what);
    }

    /// <summary>True for two names of one list.</summary>
    private static bool Listed(string text, List<Word> words, NameMention one, NameMention next) =>
        next.Sentence == one.Sentence && (next.First == one.End ? words[next.First].Gap == Gap.Comma
            : next.First - one.End < Narrowest && words[one.End].In(text) is "and" or "or");
}
