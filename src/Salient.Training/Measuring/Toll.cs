using Salient.Measuring;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>The least number of fighters killed and captured that a press release tells: the greatest of its sentences' counts, and what is told as additional to it.</summary>
internal sealed class Toll(NumberRules rules)
{
    private static readonly HashSet<string> Killing = ["killed", "killing", "kills", "died", "dead"];

    private static readonly HashSet<string> Capturing = ["detained", "detaining", "detains", "captured", "capturing", "captures", "arrested", "arresting", "arrests", "apprehended", "apprehending", "custody", "arrest", "detention"];

    private static readonly HashSet<string> Persons =
    [
        "insurgent", "militant", "individual", "suspect", "man", "leader", "facilitator", "commander", "member", "associate", "fighter", "detainee", "person", "bomber", "operative", "combatant", "terrorist", "male", "expert", "supplier", "trafficker", "official", "governor", "attacker", "emplacer", "gunman", "specialist", "coordinator", "financier", "deputy", "occupant", "trainer", "criminal", "smuggler",
    ];

    private static readonly HashSet<string> Stops = ["during", "while", "after", "who", "which", "that", "when", "as", "where", "using", "wounding", "seized", "responsible", "for", "because", "before", "until", "based", "if"];

    private static readonly HashSet<string> More = ["also", "additional", "another", "other", "second", "separate", "later"];

    private readonly NumberReader reader = new(rules);

    public (int Killed, int Captured) Read(string text)
    {
        int killed = 0, captured = 0;
        foreach (var sentence in PlainSentences.Split(text))
        {
            var row = new NumberRow(text, sentence.Span);
            if (sentence.Span.Of(text).Contains(" since ", StringComparison.Ordinal))
            {
                // A tally over a longer time.
                continue;
            }

            killed = Add(killed, Count(row, Killing), row);
            captured = Add(captured, Count(row, Capturing), row);
        }

        return (killed, captured);
    }

    private static int Add(int total, (int Count, bool Definite) told, NumberRow row)
    {
        if (told.Count == 0 || (told.Definite && total > 0))
        {
            return total;
        }

        for (var i = 0; i < row.Count; i++)
        {
            if (More.Contains(row.Form(i)) && total > 0)
            {
                return total + told.Count;
            }
        }

        return Math.Max(total, told.Count);
    }

    /// <summary>What the verbs of a sentence count; definite where only someone told before is meant.</summary>
    private (int Count, bool Definite) Count(NumberRow row, HashSet<string> verbs)
    {
        var total = 0;
        var definite = true;
        for (var i = 0; i < row.Count; i++)
        {
            if (!verbs.Contains(row.Form(i)))
            {
                continue;
            }

            var passive = row.Form(i - 1) is "was" or "were" or "been" or "being" || row.Form(i - 2) is "was" or "were" or "been" || row.Form(i) is "died" or "custody" or "dead";
            var (from, to) = passive ? (Back(row, i), i) : (i + 1, Ahead(row, i + 1));
            var (count, known) = Window(row, from, to);
            total += count;
            definite &= known;
        }

        return (total, definite);
    }

    private static int Back(NumberRow row, int verb)
    {
        var i = verb - 1;
        while (i > 0 && verb - i < 26 && !(row.Form(i) is ";" or "." or "who" or "when" or "that"))
        {
            i--;
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

    private (int Count, bool Definite) Window(NumberRow row, int from, int to)
    {
        if (to <= from)
        {
            return (0, true);
        }

        var numbers = reader.Find(row).Where(n => !Counting.Calendar(row, n)).ToList();
        if (Bare(row, numbers, from, to) is { } bare)
        {
            return (bare, false);
        }

        var (total, definite, taken) = (0, true, from);
        for (var i = from; i < to; i++)
        {
            var form = row.Form(i);
            var one = Persons.Contains(form);
            if (!one && !Persons.Contains(Plurals.Undo(form)) && form != "suspects")
            {
                continue;
            }

            var number = numbers.LastOrDefault(n => n.Number >= taken && n.End <= i && i - n.End <= 6 && n.Phrase.Sort is NumberSort.Count or NumberSort.Loose or NumberSort.Vague);
            if (number is not null)
            {
                total += (int)((number.Phrase.Min ?? number.Phrase.Max ?? 0) + (number.Phrase.Basis == "at-least" && number.Phrase.Sort == NumberSort.Count && row.Form(number.First) is "more" or "over" ? 1 : 0));
                definite &= row.Is(number.First - 1, "the");
            }
            else if (Opens(row, taken, i) is { } known)
            {
                // "A leader" is one; "suspected insurgents" are two at the least.
                total += one ? 1 : 2;
                definite &= known;
            }

            taken = i + 1;
            while (taken < to && row.Form(taken) is not ("and" or "," or "with" or "including"))
            {
                taken++;
            }

            i = taken;
        }

        return (total, definite);
    }

    /// <summary>"Killing one and wounding two", "several of them", "nine others", "two of the men": a number without a noun of its own.</summary>
    private static int? Bare(NumberRow row, List<FoundNumber> numbers, int from, int to)
    {
        var number = numbers.Find(n => n.First == from && n.End <= to && n.Phrase.Sort is NumberSort.Count or NumberSort.Loose or NumberSort.Vague);
        if (number is null)
        {
            return row.Form(from) is "him" or "her" ? 1 : row.Form(from) is "them" ? 2 : null;
        }

        var next = row.Form(number.End);
        return number.End == to || next is "of" or "others" or "and" or "," ? (int)(number.Phrase.Min ?? number.Phrase.Max ?? 0) : null;
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

            if (row.Form(i) is "of" or "by" or "in" or "to" or "against" or "with")
            {
                return null;
            }
        }

        return false;
    }
}
