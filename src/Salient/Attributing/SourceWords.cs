using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>What the words of a source tell of themselves: where they end, whose side they name, whether they are a person's.</summary>
internal static class SourceWords
{
    /// <summary>True where the words say that an occupier put the person or body there.</summary>
    public static bool Occupation(Sentence s, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (s.Lower(i) is "occupation" or "installed" or "proclaimed" || s.Lower(i).EndsWith("-installed", StringComparison.Ordinal) || s.Lower(i).EndsWith("-appointed", StringComparison.Ordinal) || s.Lower(i).EndsWith("-imposed", StringComparison.Ordinal)
                || (s.Lower(i) is "appointed" or "imposed" && i > first && s.Tokens[i - 1].Form == "-"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the words say that somebody has left what he was: "former", "retired", "ex-".</summary>
    public static bool Former(Sentence s, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (s.Lower(i) is "former" or "formerly" or "retired" or "ret" or "ex" or "onetime" || s.Lower(i).StartsWith("ex-", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word for a person, by its ending, where the list of source nouns does not have it.</summary>
    public static bool Animate(string noun) => noun.EndsWith("lord", StringComparison.Ordinal) || noun.EndsWith("man", StringComparison.Ordinal) || noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal) || noun.EndsWith("ist", StringComparison.Ordinal);

    /// <summary>The first side that names tell; "none" where they name a body without one; null where they name none.</summary>
    public static string? Side(List<NameHit> hits)
    {
        foreach (var h in hits)
        {
            if (h.Entry.Side != "none")
            {
                return h.Entry.Side;
            }
        }

        return hits.Exists(h => h.Entry.Type is MentionType.Organisation) ? "none" : null;
    }

    /// <summary>The last word of the phrase without relative clauses, appositions and what follows a comma.</summary>
    public static int Trimmed(Sentence s, int first, int last, int head)
    {
        for (var i = Math.Max(first, head) + 1; i <= last; i++)
        {
            if (s.Tokens[i].Form is "," or "(" or "—" or "–" || s.IsAny(i, "acl") || s.Lower(i) is "who" or "which")
            {
                return i - 1;
            }
        }

        return last;
    }
}
