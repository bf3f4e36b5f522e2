using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds the content of a noun or an adjective that attributes: "the claim that X", "wary of X".</summary>
internal static class NounContent
{
    /// <summary>The content of noun <paramref name="n"/>, or null.</summary>
    public static Content? Of(Sentence s, int n, CueWord cue)
    {
        foreach (var c in s.Children(n))
        {
            if (c < n)
            {
                continue;
            }

            if (s.IsAny(c, "acl", "ccomp", "advcl") && (!s.Is(c, "acl:relcl") || s.HasChild(c, "mark", "that") || Filled(s, n, c)))
            {
                var use = s.Infinitive(c) ? cue.In("to") : s.HasChild(c, "mark", "that") || Filled(s, n, c) ? cue.In("that") : s.HasChild(c, "mark", "whether") ? cue.In("wh") : null;
                if (use is { } found)
                {
                    return new Content(s.Below(c), found, s.Infinitive(c) ? "to" : "that");
                }
            }

            if (s.IsAny(c, "nmod", "obl", "acl", "advcl") && s.Marker(c) is { } m && cue.Under(m) is { } under)
            {
                return Phrase(s, c, m, under);
            }
        }

        return null;
    }

    // "reports that guns hit the mill", taken for a relative clause though it has subject and object without "that".
    private static bool Filled(Sentence s, int n, int c)
    {
        if (!s.Is(c, "acl:relcl") || n + 1 >= s.Tokens.Length || s.Lower(n + 1) != "that" || s.Tokens[n + 1].Head != c || s.OwnSubject(c) <= n + 1)
        {
            return false;
        }

        foreach (var k in s.Children(c))
        {
            if (k > c && s.Is(k, "obj"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The content of adjective <paramref name="a"/>, or null.</summary>
    public static Content? OfAdjective(Sentence s, int a, CueWord cue)
    {
        foreach (var c in s.Children(a))
        {
            if (c < a)
            {
                continue;
            }

            if (s.IsAny(c, "ccomp", "advcl", "xcomp", "acl", "csubj"))
            {
                var use = s.Infinitive(c) ? cue.In("to") : s.Marker(c) is null or "that" ? cue.In("that") : s.Marker(c) is "whether" or "if" ? cue.In("wh") : null;
                if (use is { } found && (s.Infinitive(c) || s.OwnSubject(c) >= 0))
                {
                    return new Content(s.Below(c), found, s.Infinitive(c) ? "to" : "that");
                }
            }

            if (s.IsAny(c, "obl", "nmod", "advcl", "ccomp") && s.Marker(c) is { } m && cue.Under(m) is { } under)
            {
                return Phrase(s, c, m, under);
            }
        }

        return null;
    }

    /// <summary>Whose claim it is: "the ministry's claim", "claims by officials", "US claims"; -1 where nobody is named.</summary>
    public static int Holder(Sentence s, int n, Content content)
    {
        var compound = -1;
        foreach (var c in s.Children(n))
        {
            if (content.Marked[c])
            {
                continue;
            }

            if (s.Is(c, "nmod:poss") || (s.IsAny(c, "nmod", "obl") && s.Marker(c) is "by" or "from" or "of" or "among"))
            {
                return c;
            }

            if (s.IsAny(c, "compound", "amod") && s.Tokens[c].Tag is Upos.PROPN)
            {
                compound = c;
            }
        }

        return compound;
    }

    private static Content Phrase(Sentence s, int c, string marker, CueUse use)
    {
        var marked = s.Below(c);
        foreach (var k in s.Children(c))
        {
            if (k < c && s.IsAny(k, "case", "mark") && s.Lower(k) == marker)
            {
                marked[k] = false;
                return new Content(marked, use, "p:" + marker, k);
            }
        }

        return new Content(marked, use, "p:" + marker);
    }
}
