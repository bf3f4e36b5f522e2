using System.Collections.Immutable;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Settles the places of an assertion once its evidence is known: what its own words name outweighs what stands around them.</summary>
internal sealed class PlaceBinder(FrameSet frames)
{
    private const int Most = 12;
    private readonly WordList ground = frames.List("ground");
    private readonly WordList transparent = frames.List("transparent-places");
    private readonly WordList held = frames.List("held-by-troops");
    private readonly WordList wars = frames.List("wars");
    private readonly WordList compass = frames.List("compass");
    private readonly PlaceRoles roles = new(frames);

    /// <summary>The assertion with its places settled.</summary>
    public Assertion Bind(ReportView view, Assertion a)
    {
        var s = view.Sentences[a.Sentence];
        var kept = a.Places.Where(p => Holds(s, a, p)).ToList();
        foreach (var m in s.Mentions)
        {
            if (m.Type == MentionType.Place && a.Evidence.Contains(m.Span) && !kept.Any(p => p.Span.Overlaps(m.Span)) && (Listed(s, m, kept) ?? Told(s, a, m, kept)) is { } role)
            {
                kept.Add(new PlaceArgument(m.Span, PartyFinder.Spaces(m.Span.Of(view.Report.Text)), role));
            }
        }

        kept.RemoveAll(p => kept.Any(o => Holds(s, o, p)));

        // What has a name says more than "the towns", "the line".
        if (kept.Any(p => Name(s, p) is { } m && a.Evidence.Overlaps(m.Span)))
        {
            kept.RemoveAll(p => !p.Span.IsEmpty && Name(s, p) is null);
        }

        return kept.SequenceEqual(a.Places) ? a : a with { Places = [.. kept.OrderBy(p => p.Span.Start).Take(Most)] };
    }

    // Outside the evidence a country or a noun is another clause's; troops' positions, "red lines", the last word of a name are no places.
    private bool Holds(Sentence s, Assertion a, PlaceArgument p)
    {
        if (p.Span.IsEmpty)
        {
            return true;
        }

        if (Name(s, p) is { } name)
        {
            return name.Side is null or "none" || (a.Evidence.Overlaps(p.Span) && Ground(s, a, name));
        }

        var root = Root(s, p.Span);
        if (!a.Evidence.Overlaps(p.Span) || root < 0 || p.Name.AsSpan().IndexOfAny("“”\"") >= 0)
        {
            return false;
        }

        return s.Tokens[root].Tag == Upos.PROPN
            ? !ground.Matches(s, root) && a.Kind is not ("politics" or "logistics" or "cohesion")
            : !held.Matches(s, root);
    }

    // A state is a place where something goes on in it or in a part of it; "the war in Ukraine" says when, "an ally of Russia" who.
    private bool Ground(Sentence s, Assertion a, Mention name)
    {
        var t = name.Head;
        var head = s.Tokens[t].Head;
        if (head >= 0 && wars.Matches(s, head) && s.Tokens[head].Relation is not ("nsubj" or "root"))
        {
            return false;
        }

        if (a.Kind is not ("assessment" or "loss" or "cohesion"))
        {
            return true;
        }

        return s.Preposition(t) switch
        {
            "in" or "inside" or "within" or "across" or "throughout" or "from" or "into" or "toward" or "towards" or "near" or "around" => true,
            null => a.Act == "intention",
            "of" => a.Act == "intention" || (head >= 0 && (ground.Matches(s, head) || transparent.Matches(s, head) || compass.Matches(s, head))),
            _ => false,
        };
    }

    // "Halivka, Brod Oblast", "Halivka in northern Brod Oblast": the finer one says it all.
    private static bool Holds(Sentence s, PlaceArgument finer, PlaceArgument wider)
    {
        if (finer == wider || Name(s, finer) is not { } a || Name(s, wider) is not { } b || a.End >= b.First || b.First - a.End > 3)
        {
            return false;
        }

        for (var t = a.End; t < b.First; t++)
        {
            if (s.Tokens[t].Form is not ("," or "in" or "the" or "of" or "northern" or "southern" or "eastern" or "western" or "occupied"))
            {
                return false;
            }
        }

        return s.Tokens[a.End].Form is "in" or "of" || (s.Tokens[a.End].Form == "," && !Enumerated(s, a.First, b.End));
    }

    // A comma alone lists nothing: another comma or an "and" goes with it.
    private static bool Enumerated(Sentence s, int first, int end) =>
        (end + 1 < s.Tokens.Length && s.Tokens[end].Form is "," or "and" or "or" && Mentions(s, end + 1)) || (first > 1 && s.Tokens[first - 1].Form is "," or "and" && Mentions(s, first - 2));

    private static bool Mentions(Sentence s, int t)
    {
        foreach (var m in s.Mentions)
        {
            if (m.Type == MentionType.Place && t >= m.First && t < m.End)
            {
                return true;
            }
        }

        return false;
    }

    // "in Halivka, Dubove and Brod": of a list all count where one does.
    private static string? Listed(Sentence s, Mention m, List<PlaceArgument> kept)
    {
        foreach (var p in kept)
        {
            if (Name(s, p) is { } other && Joined(s, other.First < m.First ? other : m, other.First < m.First ? m : other))
            {
                return p.Role;
            }
        }

        return null;
    }

    private static bool Joined(Sentence s, Mention a, Mention b)
    {
        var and = false;
        for (var t = a.End; t < b.First; t++)
        {
            if (s.Tokens[t].Form is not ("," or "and" or "or" or "&"))
            {
                return false;
            }

            and |= s.Tokens[t].Form != ",";
        }

        return a.End < b.First && (and || Enumerated(s, a.First, b.End));
    }

    // Where no place with a name is bound yet, one that a preposition of place brings in.
    private string? Told(Sentence s, Assertion a, Mention m, List<PlaceArgument> kept)
    {
        var t = m.Head;
        for (var steps = 0; steps < 3 && s.Is(t, "compound") && s.Tokens[t].Head is >= 0 and var head && (ground.Matches(s, head) || transparent.Matches(s, head)); steps++)
        {
            t = head;
        }

        if (s.Is(t, "compound") || s.Is(t, "amod") || s.Is(t, "nmod:poss"))
        {
            return null;
        }

        var preposition = s.Preposition(t);
        var sided = m.Side is not null and not "none";
        if (kept.Any(p => p.Span.IsEmpty || Name(s, p) is not null))
        {
            // Where from and where to stand beside where.
            return a.Kind == "movement" && !sided && preposition is "from" or "to" or "into" or "toward" or "towards" ? roles.Of(s, t, a.Kind) : null;
        }

        // What states say and do to each other, and what a noun alone has to do with a state, is not about the whole of it.
        if (sided && (a.Kind == "politics" || (a.Kind == "assessment" && s.Is(t, "nmod"))))
        {
            return null;
        }

        var here = preposition is "in" or "inside" or "within" or "across" or "throughout" or "near" or "around" or "outside" or "at";
        return here || (!sided && (preposition is "from" or "to" or "into" or "toward" or "towards" or "on" or "over" or "through" || (preposition is null && s.Is(t, "obj")))) ? roles.Of(s, t, a.Kind) : null;
    }

    private static Mention? Name(Sentence s, PlaceArgument p)
    {
        foreach (var m in s.Mentions)
        {
            if (m.Type == MentionType.Place && m.Span.Overlaps(p.Span))
            {
                return m;
            }
        }

        return null;
    }

    private static int Root(Sentence s, TextSpan span)
    {
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (span.Contains(s.Tokens[t].Span) && (s.Tokens[t].Head < 0 || !span.Contains(s.Tokens[s.Tokens[t].Head].Span)))
            {
                return t;
            }
        }

        return -1;
    }
}
