using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>What a report says of the persons that it names, word by word: offices, and the states that these are of.</summary>
internal sealed class PersonNotes(NameIndex names, string text)
{
    private const int LongestPlace = 9;
    private readonly Dictionary<string, HashSet<string>> about = new(StringComparer.Ordinal);

    /// <summary>True where all of <paramref name="words"/> were said of <paramref name="name"/>, and of no other states than <paramref name="states"/>, where there are any.</summary>
    public bool Fit(string name, List<string> words, List<string> states)
    {
        if (!about.TryGetValue(name, out var known) || !words.TrueForAll(known.Contains))
        {
            return false;
        }

        return states.Count == 0 || states.Exists(known.Contains) || !known.Any(w => w.StartsWith("state:", StringComparison.Ordinal));
    }

    /// <summary>The end of the phrase behind a name that says where its bearer works: "Ann Moss of the Halden Centre"; else the name's.</summary>
    public static int Placed(Sentence s, int last)
    {
        var to = last + 1;
        if (to >= s.Tokens.Length || s.Lower(to) is not ("of" or "from" or "at" or "with"))
        {
            return last;
        }

        while (to + 1 < s.Tokens.Length && to - last < LongestPlace && s.Tokens[to + 1].Tag is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.PART || (to + 1 < s.Tokens.Length && s.Lower(to + 1) is "of" or "for" or "and" or "on"))
        {
            to++;
        }

        return to;
    }

    /// <summary>What works at a university is a scholar; null for other words.</summary>
    public static string? Learned(Sentence s, int t) => s.Tokens[t].Form is "University" or "College" or "Foundation" or "Academy" or "Polytechnic" or "Observatory" ? "analyst" : null;

    /// <summary>True where anything was said of <paramref name="name"/> beside it.</summary>
    public bool Any(string name) => about.TryGetValue(name, out var known) && known.Count > 0;

    /// <summary>The words of a phrase that describe somebody, and the states that it names.</summary>
    public (List<string> Words, List<string> States) Read(Sentence s, int first, int last)
    {
        var (words, states) = (new List<string>(), new List<string>());
        for (var t = first; t <= last; t++)
        {
            if (s.Tokens[t].Tag is not (Upos.NOUN or Upos.PROPN or Upos.ADJ))
            {
                continue;
            }

            if (State(s, t) is { } state)
            {
                states.Add(state);
            }
            else if (names.Find(text, s, t, t) is not [{ Entry.Type: MentionType.Nationality or MentionType.Place }])
            {
                words.AddRange(Alike(s, t));
            }
        }

        return (words, states);
    }

    /// <summary>Remembers the words that stand before a name or in an apposition behind it.</summary>
    public void Tell(Sentence s, int first, int last, string name)
    {
        var known = about.TryGetValue(name, out var old) ? old : about[name] = new HashSet<string>(StringComparer.Ordinal);
        var t = PersonRuns.Front(s, first) - 1;
        for (var i = t + 1; i < first; i++)
        {
            Add(s, i, known);
        }

        if (t > 0 && s.Tokens[t].Form == "," && Led(s, first, last))
        {
            t--;
        }

        for (var from = t; t >= 0 && from - t <= 8 && Inside(s, t); t--)
        {
            Add(s, t, known);
        }

        for (t = last + 2; last + 1 < s.Tokens.Length && s.Tokens[last + 1].Form == "," && t < s.Tokens.Length && t - last <= 9 && Inside(s, t); t++)
        {
            Add(s, t, known);
        }
    }

    /// <summary>True for a name behind a comma that ends what is said of it: "said the head of delegation, Ariane Bauer."</summary>
    public static bool Led(Sentence s, int first, int last)
    {
        var front = PersonRuns.Front(s, first);
        return front > 1 && s.Tokens[front - 1].Form == "," && s.Tokens[front - 2].Tag is Upos.NOUN or Upos.PROPN
            && (s.Is(first, "appos") || s.Is(last, "appos") || last + 1 >= s.Tokens.Length || (s.Tokens[last + 1].Tag == Upos.PUNCT && s.Tokens[last + 1].Form is not "-"));
    }

    private static bool Inside(Sentence s, int t) => s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.PART || (s.Tokens[t].Tag == Upos.ADP && s.Lower(t) is "of" or "for" or "in" or "at" or "on" or "to" or "from" or "and");

    private void Add(Sentence s, int t, HashSet<string> known)
    {
        known.UnionWith(Alike(s, t));
        if (State(s, t) is { } state)
        {
            known.Add(state);
        }
    }

    private string? State(Sentence s, int t)
    {
        foreach (var hit in names.Find(text, s, t, t))
        {
            var dash = hit.Entry.Id.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0 && hit.Entry.Id[..dash] is "state" or "nation" or "seat" && hit.Entry.Type is MentionType.Place or MentionType.Nationality)
            {
                return "state:" + hit.Entry.Id[(dash + 1)..];
            }
        }

        return null;
    }

    /// <summary>The words of an office as <see cref="Read"/> gives those of a phrase.</summary>
    public static HashSet<string> Office(string phrase)
    {
        var words = phrase.Split(' ');
        return [.. words.SelectMany((w, i) => w is "of" or "for" or "the" or "and" ? [] : Alike(words, i))];
    }

    private static string[] Alike(Sentence s, int t)
    {
        var from = Math.Max(0, t - 2);
        var words = new string[Math.Min(s.Tokens.Length, t + 3) - from];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = s.Lower(from + i);
        }

        return Alike(words, t - from);
    }

    // One word for what is called by several: "leader" is as good as the office.
    private static string[] Alike(string[] words, int i) => words[i] switch
    {
        "leader" or "dictator" or "strongman" => ["president"],
        "head" when Next(words, i, 1) == "of" && Next(words, i, 2) == "state" => ["president"],
        "state" when Next(words, i, -1) == "of" && Next(words, i, -2) == "head" => [],
        "head" when Next(words, i, 1) == "of" && Next(words, i, 2) == "government" => ["prime", "minister"],
        "government" when Next(words, i, -1) == "of" && Next(words, i, -2) == "head" => [],
        "defence" => ["defense"],
        "premier" => ["prime", "minister"],
        "spokesperson" or "spokeswoman" => ["spokesman"],
        "advisor" => ["adviser"],
        "chief" or "boss" => ["head"],
        "diplomat" when Next(words, i, -1) == "top" => ["foreign"],
        "top" when Next(words, i, 1) == "diplomat" => [],
        var word => [word],
    };

    private static string Next(string[] words, int i, int by) => i + by >= 0 && i + by < words.Length ? words[i + by] : "";
}
