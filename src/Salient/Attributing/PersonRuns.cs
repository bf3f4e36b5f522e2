using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds where persons' names stand in a sentence.</summary>
internal static class PersonRuns
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "gen", "gen.", "col", "col.", "lt", "lt.", "maj", "maj.", "capt", "capt.", "adm", "adm.", "sgt", "sgt.", "brig", "brig.", "sen", "sen.", "rep", "rep.", "rev", "rev.", "sir", "lord", "lady", "prof", "prof.",
        "president", "vice", "prime", "first", "deputy", "minister", "chancellor", "secretary", "spokesman", "spokesperson", "spokeswoman", "press", "governor", "mayor", "ambassador", "envoy", "general", "colonel", "major", "captain", "lieutenant", "admiral", "commander",
        "commander-in-chief", "chief", "head", "chairman", "chairwoman", "chair", "director", "adviser", "advisor", "senator", "representative", "king", "queen", "pope", "prince", "former", "then", "ex", "acting", "defense", "defence", "foreign", "interior", "finance", "energy",
        "state", "oblast", "region", "regional", "city", "administration", "military", "army", "navy", "air", "force", "forces", "ground", "council", "national", "security", "staff", "leader", "professor", "analyst", "editor-in-chief", "editor", "founder", "ceo", "under", "undersecretary",
        "dame", "baroness", "baron", "father", "sister", "bishop", "archbishop", "patriarch", "metropolitan", "cardinal", "rabbi", "imam", "judge", "sergeant", "private", "corporal", "brigadier", "congressman", "congresswoman", "lawmaker", "premier", "commissioner", "prosecutor", "ombudsman",
        "journalist", "correspondent", "reporter", "historian", "economist", "expert", "activist", "volunteer", "doctor", "minister-president", "speaker", "diplomat", "veteran", "retired", "senior", "junior", "high", "top", "principal", "personnel", "lt.gen", "gov", "gov.", "amb.", "pvt", "cpl",
    };

    // "On Thursday Kral said": the day is no part of the name behind it.
    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec" };

    // Words by which bodies, meetings and places end, capitals or not.
    private static readonly HashSet<string> Bodies = new(StringComparer.OrdinalIgnoreCase)
    {
        "conference", "summit", "forum", "council", "committee", "commission", "court", "ministry", "department", "agency", "office", "service", "services", "union", "party", "bank", "university", "institute", "centre", "center", "group", "foundation",
        "association", "organization", "organisation", "federation", "republic", "republics", "parliament", "senate", "congress", "assembly", "army", "navy", "force", "forces", "guard", "fleet", "brigade", "battalion", "regiment", "division", "corps", "command",
        "news", "times", "post", "journal", "herald", "tribune", "telegraph", "radio", "television", "tv", "press", "magazine", "street", "square", "airport", "station", "plant", "bridge", "river", "sea", "region", "oblast", "province", "district", "city",
        "war", "treaty", "agreement", "pact", "act", "law", "operation", "mission", "initiative", "platform", "programme", "program", "fund", "company", "corporation", "holding", "church", "museum", "school", "hospital", "house", "hall", "palace", "day", "week", "pictures", "images",
    };

    /// <summary>True for a word by which the name of a body, a meeting or a place ends: "Conference".</summary>
    public static bool Body(string word) => Bodies.Contains(word);

    /// <summary>True for a word that stands before names and belongs to none: "President".</summary>
    public static bool Title(string word) => Titles.Contains(word);

    /// <summary>The runs of names of a sentence, in order.</summary>
    /// <param name="s">The sentence.</param>
    /// <returns>First and last word of each, and whether the recogniser takes it for a person.</returns>
    public static IEnumerable<(int First, int Last, bool Sure)> In(Sentence s)
    {
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (At(s, t, s.Tokens.Length - 1) is { } run)
            {
                yield return (run.First, run.Last, Sure(s, run.First, run.Last));
                t = run.Last;
            }
        }
    }

    /// <summary>A run of names from <paramref name="t"/> on that ends as a person's name does: titles left off.</summary>
    public static (int First, int Last)? At(Sentence s, int t, int limit)
    {
        if (s.Tokens[t].Tag != Upos.PROPN && !(char.IsUpper(s.Tokens[t].Form[0]) && s.IsAny(t, "flat", "compound", "nmod") && s.Tokens[t].Tag is Upos.NOUN or Upos.ADJ))
        {
            return null;
        }

        var end = t;
        while (end + 1 <= limit && (s.Tokens[end + 1].Tag == Upos.PROPN || (s.Tokens[end + 1].Form == "." && s.Tokens[end].Span.Length <= 3) || (s.Tokens[end + 1].Form == "-" && end + 2 <= limit && s.Tokens[end + 2].Tag == Upos.PROPN)))
        {
            end++;
        }

        var first = t;
        for (var i = t; i <= end; i++)
        {
            if (Titles.Contains(s.Tokens[i].Form) || Days.Contains(s.Tokens[i].Form) || s.Tokens[i].Form.Length == 0 || !char.IsUpper(s.Tokens[i].Form[0]) && s.Tokens[i].Form is not ("." or "-"))
            {
                first = i + 1;
            }
        }

        return first <= end ? (first, end) : null;
    }

    /// <summary>Index of the first of the titles that stand before a name.</summary>
    public static int Front(Sentence s, int first)
    {
        while (first > 0 && Titles.Contains(s.Tokens[first - 1].Form) && char.IsUpper(s.Tokens[first - 1].Form[0]))
        {
            first--;
        }

        return first;
    }

    private static bool Sure(Sentence s, int first, int last)
    {
        foreach (var m in s.Referents)
        {
            if (m.Type == MentionType.Person && m.Form == MentionForm.Name && m.First <= last && m.End > last && m.End - last <= 2 && Only(s, m.First, first, single: first == last))
            {
                return first < last || last + 1 >= s.Tokens.Length || s.Tokens[last + 1].Tag is not (Upos.NOUN or Upos.PROPN);
            }
        }

        return false;
    }

    // "The head of the Alliance" names nobody, and neither does "the White House official".
    private static bool Only(Sentence s, int from, int to, bool single)
    {
        for (var t = from; t < to; t++)
        {
            if (s.Tokens[t].Tag == Upos.ADP || (single && !(s.Tokens[t].Tag is Upos.DET || Titles.Contains(s.Tokens[t].Form))))
            {
                return false;
            }
        }

        return true;
    }
}
