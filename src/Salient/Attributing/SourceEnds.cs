using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>What stands at the edge of a source's words and is no part of its name: days, clauses, titles without a name.</summary>
internal static class SourceEnds
{
    private static readonly HashSet<string> Times = new(StringComparer.OrdinalIgnoreCase)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "weekend", "week", "month", "year", "morning", "afternoon", "evening", "night", "yesterday", "today",
    };

    // Where and by what means somebody speaks.
    private static readonly HashSet<string> Means = new(StringComparer.OrdinalIgnoreCase)
    {
        "telegram", "facebook", "twitter", "instagram", "youtube", "vkontakte", "tiktok", "post", "statement", "update", "interview", "briefing", "message", "address", "bulletin", "tweet", "broadcast", "livestream", "telethon",
    };

    private const int MostMeans = 4;

    // Endings of what cannot speak, and nouns that have them and can.
    private static readonly string[] Abstract = ["ion", "ions", "ness", "ity", "ities", "ance", "ence", "ment", "ments", "ism", "ure", "ures"];
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "union", "unions", "association", "associations", "corporation", "corporations", "federation", "federations", "institution", "institutions", "coalition", "coalitions", "congregation", "legion", "battalion", "municipality", "municipalities", "university", "alliance", "conference", "judiciary", "community", "communities", "majority", "minority", "opposition", "detachment", "establishment", "legislature", "publication", "publications", "station", "stations", "population",
    };

    /// <summary>The last word of a name without the time or the means that follow it: "the ministry on Monday", "the mayor in a post".</summary>
    public static int Untimed(Sentence s, int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            if (s.Lower(i) is "on" or "in" or "over" or "during" or "late" or "early" or "last" or "this" && (Times.Contains(s.Tokens[i + 1].Form) || (i + 2 <= last && Times.Contains(s.Tokens[i + 2].Form) && s.Tokens[i + 1].Tag is Upos.DET or Upos.ADJ or Upos.ADV)))
            {
                return i - 1;
            }

            if (s.Lower(i) is "on" or "in" or "via" or "at" or "through" or "during" && By(s, i + 1, last))
            {
                return i - 1;
            }
        }

        return last;
    }

    private static bool By(Sentence s, int from, int last)
    {
        for (var i = from; i <= last && i < from + MostMeans; i++)
        {
            if (Means.Contains(s.Tokens[i].Form))
            {
                return true;
            }

            if (s.Tokens[i].Tag is not (Upos.DET or Upos.ADJ or Upos.PRON or Upos.ADV or Upos.NUM or Upos.PROPN or Upos.NOUN or Upos.PART))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True for the name of a day, which a tree may take for who speaks: "the minister on Tuesday pledged".</summary>
    public static bool Time(Sentence s, int t) => Times.Contains(s.Tokens[t].Form) && char.IsUpper(s.Tokens[t].Form[0]) && t > 1 && s.Lower(t - 1) == "on";

    /// <summary>True for a common noun that names what cannot speak: "concessions", "pressure".</summary>
    public static bool Thing(string noun) => !Bodies.Contains(noun) && Array.Exists(Abstract, e => noun.Length > e.Length + 2 && noun.EndsWith(e, StringComparison.Ordinal));

    /// <summary>True for what a name has before or behind it and is none: "Mr", "Sr.".</summary>
    public static bool Handle(string form) => form is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Sr" or "Sr." or "Jr" or "Jr." or "Dr" or "Dr.";
}
