namespace Salient.Parsing;

/// <summary>Addresses of pages, mail and accounts: one word each.</summary>
internal static class Addresses
{
    private static readonly string[] Endings = ["com", "org", "net", "gov", "edu", "mil", "info", "int", "uk", "ua", "ru", "us", "eu", "pl", "de", "fr", "me", "tv", "io"];

    /// <summary>Whether a chunk is one.</summary>
    public static bool Is(ReadOnlySpan<char> chunk)
    {
        if (chunk.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return chunk.Length > 7;
        }

        if (chunk.Length < 4 || chunk.Length > 2000)
        {
            return false;
        }

        if (chunk[0] is '@' or '#')
        {
            return char.IsLetter(chunk[1]) || chunk[1] == '_';
        }

        var at = chunk.IndexOf('@');
        if (at > 0)
        {
            return char.IsLetterOrDigit(chunk[at - 1]) && chunk[at..].Contains('.');
        }

        return HasDomain(chunk);
    }

    /// <summary>Where the address ends: marks that close the sentence around it are not its own.</summary>
    public static int End(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && text[stop] is not ('"' or '<' or '>' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '|') && !(text[stop] == ')' && !text.AsSpan(start, stop - start).Contains('(')))
        {
            stop++;
        }

        while (stop > start + 1 && text[stop - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '\u2019' or '*')
        {
            stop--;
        }

        return Math.Max(stop, start + 1);
    }

    private static bool HasDomain(ReadOnlySpan<char> chunk)
    {
        var slash = chunk.IndexOf('/');
        var host = (slash > 0 ? chunk[..slash] : chunk).TrimEnd(".,;:!?)\"'\u201D\u2019");
        var dot = host.LastIndexOf('.');
        if (dot < 2 || host.ContainsAny("(,\"\u201C\u2014"))
        {
            return false;
        }

        var last = host[(dot + 1)..];
        foreach (var c in host)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        foreach (var ending in Endings)
        {
            if (last.SequenceEqual(ending))
            {
                return !last.SequenceEqual("us") && !last.SequenceEqual("me") && !last.SequenceEqual("de") || slash > 0;
            }
        }

        return false;
    }
}
