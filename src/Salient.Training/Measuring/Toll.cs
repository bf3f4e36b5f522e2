using Salient.Measuring;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>The least number of fighters killed and captured that a press release tells: the greatest of its sentences' counts, and what is told as additional to it.</summary>
internal sealed class Toll(NumberRules rules)
{
    private static readonly HashSet<string> Killing = ["killed", "killing", "kills", "died", "dead", "deaths"];

    private static readonly HashSet<string> Capturing = ["detained", "detaining", "detains", "captured", "capturing", "captures", "capture", "arrested", "arresting", "arrests", "apprehended", "apprehending", "custody", "arrest", "detention"];

    private static readonly HashSet<string> Persons =
    [
        "insurgent", "militant", "individual", "suspect", "man", "leader", "facilitator", "commander", "member", "associate", "fighter", "detainee", "person", "bomber", "operative", "combatant", "terrorist", "male", "expert", "supplier", "trafficker", "official", "governor", "attacker", "emplacer", "gunman", "specialist", "coordinator", "financier", "deputy", "occupant", "trainer", "criminal", "smuggler", "kidnapper", "dealer", "advisor", "adviser", "personnel",
    ];

    private static readonly HashSet<string> Stops = ["during", "while", "after", "who", "which", "that", "when", "as", "where", "using", "wounding", "wounded", "injuring", "injured", "seized", "responsible", "for", "because", "before", "until", "based", "if"];

    // Who is named by what he did is another than the plain insurgents or suspects told of beside him.
    private static readonly HashSet<string> Plain = ["insurgent", "militant", "individual", "suspect", "man", "associate", "fighter", "detainee", "person", "male", "criminal"];

    private static readonly HashSet<string> More = ["also", "additional", "another", "other", "more"];

    // What a sentence counts over several operations yields to what is told of one.
    private static readonly HashSet<string> Wide = ["operations", "separate"];

    private readonly NumberReader reader = new(rules);

    public (int Killed, int Captured) Read(string text)
    {
        Tally killed = default, captured = default;
        foreach (var sentence in PlainSentences.Split(text))
        {
            var words = sentence.Span.Of(text);
            if (words.Contains(" since ", StringComparison.Ordinal) || words.Contains("past month", StringComparison.Ordinal))
            {
                // A tally over a longer time.
                continue;
            }

            var row = new NumberRow(text, sentence.Span);
            var (a, b) = (Count(row, Killing), Count(row, Capturing));
            killed = Add(killed, a, row);
            captured = Add(captured, b, row);
        }

        return (killed.New, captured.New);
    }

    private static Tally Add(Tally total, Tally told, NumberRow row)
    {
        if (told.New + told.Known == 0)
        {
            return total;
        }

        var all = told with { New = told.New + told.Known, Known = 0, Rank = Over(row) ? TollRank.Wide : told.Rank };
        if (total.New == 0)
        {
            return all;
        }

        if (told.New == 0)
        {
            return total;
        }

        if (told.Known == 0 && ((!total.Generic && told.Generic) || Further(row)))
        {
            return new Tally(total.New + told.New, 0, total.Generic || told.Generic, total.Rank);
        }

        if (!total.Generic && told.Generic && all.New > total.New)
        {
            // "The leader and several of his men", who was told alone before.
            return all;
        }

        return all.Rank > total.Rank ? all : all.Rank < total.Rank ? total : all with { New = Math.Max(total.New, all.New), Generic = total.Generic || all.Generic };
    }

    // Counted besides those of sentences before; "the man and two additional suspects" are additional to him.
    private static bool Further(NumberRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (More.Contains(row.Form(i)) && !row.Is(i - 1, "and") && !row.Is(i - 2, "and") && !(row.Is(i, "more") && row.Is(i + 1, "than")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Over(NumberRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (Wide.Contains(row.Form(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the verbs of a sentence count.</summary>
    private Tally Count(NumberRow row, HashSet<string> verbs)
    {
        Tally total = default;
        for (var i = 0; i < row.Count; i++)
        {
            if (!verbs.Contains(row.Form(i)) || Noun(row, i))
            {
                continue;
            }

            var passive = row.Form(i - 1) is "was" or "were" or "been" or "being" || row.Form(i - 2) is "was" or "were" or "been" || row.Form(i) is "died" or "custody" or "dead" or "deaths";
            total = total.With(passive ? Window(row, Back(row, i), i) : Window(row, i + 1, Ahead(row, i + 1)));
            if (passive && row.Is(i + 1, "along"))
            {
                total = total.With(Window(row, i + 1, Ahead(row, i + 1)));
            }
        }

        return total;
    }

    // "His arrest", "to capture", "the detained leader": nobody is counted by these.
    private static bool Noun(NumberRow row, int i) =>
        (row.Form(i) is "arrest" or "capture" or "detention" or "custody" && row.Form(i - 1) is "to" or "his" or "their")
        || (row.Form(i) is "detained" or "captured" or "arrested" && (row.Form(i - 1) is "the" or "now" or "a" || row.IsDash(i - 1)))
        || (row.Form(i) == "deaths" && row.Form(i - 1) is "the" or "civilian" or "of");

    private static int Back(NumberRow row, int verb)
    {
        var i = verb;
        while (i > 0 && verb - i < 26 && !(row.Form(i - 1) is ";" or "." or "who" or "when" or "that" || Killing.Contains(row.Form(i - 1)) || Capturing.Contains(row.Form(i - 1))))
        {
            i--;
        }

        while (i < verb && row.Form(i) is "and" or ",")
        {
            i++;
        }

        return i;
    }

    private static int Ahead(NumberRow row, int from)
    {
        var i = from;
        while (i < row.Count && i - from < 26 && !Stops.Contains(row.Form(i)) && !Killing.Contains(row.Form(i)) && !Capturing.Contains(row.Form(i)) && !(row.Form(i) is ";" or "."))
        {
            i++;
        }

        return i;
    }

    private Tally Window(NumberRow row, int from, int to)
    {
        if (to <= from)
        {
            return default;
        }

        var numbers = reader.Find(row).Where(n => !Counting.Calendar(row, n)).ToList();
        if (row.Form(from) is "him" or "her" or "them" or "both" or "all")
        {
            return new Tally(0, row.Form(from) is "him" or "her" ? 1 : 2, true, TollRank.Loose);
        }

        if (Bare(row, numbers, from, to) is { } bare)
        {
            return bare;
        }

        Tally total = default;
        var taken = from;
        for (var i = from; i < to; i++)
        {
            var one = Persons.Contains(row.Form(i));
            var noun = Plurals.Undo(row.Form(i));
            if (!one && !Persons.Contains(noun))
            {
                continue;
            }

            // "Insurgents, including a leader": he is one of them.
            if (total.New > 0 && Among(row, taken, i))
            {
                taken = i + 1;
                continue;
            }

            total = total.With(Phrase(row, numbers, taken, i, one, Plain.Contains(one ? row.Form(i) : noun)));
            taken = i + 1;
            while (taken < to && row.Form(taken) is not ("and" or "," or "with" or "including"))
            {
                taken++;
            }

            i = taken;
        }

        return total;
    }

    private static bool Among(NumberRow row, int from, int noun)
    {
        for (var i = from; i < noun; i++)
        {
            if (row.Form(i) is "including")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What one noun phrase counts: its number; one for "a leader", two at the least for "suspected insurgents".</summary>
    private static Tally Phrase(NumberRow row, List<FoundNumber> numbers, int from, int noun, bool one, bool plain)
    {
        if (numbers.LastOrDefault(n => n.Number >= from && n.End <= noun && noun - n.End <= 6 && n.Phrase.Sort is NumberSort.Count or NumberSort.Loose or NumberSort.Vague) is { } number)
        {
            var least = (int)((number.Phrase.Min ?? number.Phrase.Max ?? 0) + (number.Phrase.Basis == "at-least" && number.Phrase.Sort == NumberSort.Count && row.Form(number.First) is "more" or "over" ? 1 : 0));
            var rank = number.Phrase.Sort == NumberSort.Count ? TollRank.Exact : TollRank.Loose;
            return row.Is(number.First - 1, "the") ? new Tally(0, least, plain, rank) : new Tally(least, 0, plain, rank);
        }

        for (var i = from; i + 1 < noun; i++)
        {
            if (row.Is(i, "number") && row.Is(i + 1, "of"))
            {
                return new Tally(3, 0, plain, TollRank.Loose);
            }
        }

        return Opens(row, from, noun) switch
        {
            true => new Tally(0, one ? 1 : 2, plain, one ? TollRank.Exact : TollRank.Loose),
            false => new Tally(one ? 1 : 2, 0, plain, one ? TollRank.Exact : TollRank.Loose),
            _ => default,
        };
    }

    /// <summary>"Killing one and wounding two", "several of them", "nine others", "two of the men": a number without a noun of its own.</summary>
    private static Tally? Bare(NumberRow row, List<FoundNumber> numbers, int from, int to)
    {
        var number = numbers.Find(n => n.First == from && n.End <= to && n.Phrase.Sort is NumberSort.Count or NumberSort.Loose or NumberSort.Vague);
        return number is not null && (number.End == to || row.Form(number.End) is "of" or "others" or "and" or "," or "were" or "was")
            ? new Tally((int)(number.Phrase.Min ?? number.Phrase.Max ?? 0), 0, true, number.Phrase.Sort == NumberSort.Count ? TollRank.Exact : TollRank.Loose)
            : null;
    }

    /// <summary>True where the noun phrase is definite, false where not, null where its head is another noun.</summary>
    private static bool? Opens(NumberRow row, int from, int noun)
    {
        for (var i = noun - 1; i >= from && noun - i <= 7; i--)
        {
            if (row.Form(i) is "the" or "this" or "that" or "his" or "these" or "targeted")
            {
                return true;
            }

            if (row.Form(i) is "a" or "an" or "another")
            {
                return false;
            }

            if (row.Is(i, "of") && row.IsUpper(i + 1))
            {
                continue;
            }

            if (row.Form(i) is "of" or "by" or "in" or "to" or "against" or "with")
            {
                return null;
            }
        }

        return false;
    }

    /// <summary>How much a count says: what is counted over several operations, what is said loosely ("several", "insurgents"), what is counted.</summary>
    private enum TollRank
    {
        Wide,
        Loose,
        Exact,
    }

    /// <summary>Persons counted: new ones, ones told before, whether a plain noun told them, and how exactly.</summary>
    private readonly record struct Tally(int New, int Known, bool Generic, TollRank Rank)
    {
        public Tally With(Tally more) => New + Known == 0 ? more : more.New + more.Known == 0 ? this : new(New + more.New, Known + more.Known, Generic || (more.Generic && more.New > 0), Rank < more.Rank ? Rank : more.Rank);
    }
}
