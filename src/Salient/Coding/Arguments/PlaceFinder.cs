using System.Collections.Immutable;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Finds the places that a clause is about, each at its most specific, with the role that its preposition gives.</summary>
internal sealed class PlaceFinder(FrameSet frames)
{
    private readonly WordList ground = frames.List("ground");
    private readonly WordList transparent = frames.List("transparent-places");
    private readonly WordList compass = frames.List("compass");
    private readonly WordList weak = frames.List("weak-places");
    private readonly PlaceRoles roles = new(frames);

    /// <summary>The places among the words of the clause, and the clause's antecedent ("where", "which", "it") where it has none of its own.</summary>
    /// <param name="view">The report.</param>
    /// <param name="discourse">What it has spoken of before.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="trigger">The trigger's token.</param>
    /// <param name="top">The clause's highest token.</param>
    /// <param name="inside">The clause's tokens.</param>
    /// <param name="argument">The token that the frame takes for its place, or -1.</param>
    /// <param name="kind">The kind of claim: "on" and "to" mean another role in movement.</param>
    public ImmutableArray<PlaceArgument> Find(ReportView view, Discourse discourse, int sentence, int trigger, int top, bool[] inside, int argument, string kind)
    {
        var s = view.Sentences[sentence];
        var found = ImmutableArray.CreateBuilder<PlaceArgument>();
        var heads = new List<int>();
        if (argument >= 0 && s.Tokens[argument].Tag == Upos.PROPN && !Placed(s, argument) && Unclaimed(s, argument))
        {
            heads.Add(argument);
        }

        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if ((inside[t] || t == argument) && Placed(s, t) && (t == argument || Stands(s, t, top) || Judged(s, t, kind)) && (Named(s, t) is not null || Particular(s, t, kind)))
            {
                heads.Add(t);
            }
        }

        foreach (var t in heads)
        {
            if (IsParty(s, t, kind))
            {
                continue;
            }

            if (Again(view, discourse, sentence, t) is { } again)
            {
                found.Add(again with { Role = roles.Of(s, t, kind) });
                continue;
            }

            // "a city that …" right after a name: the name is meant.
            if (Renamed(s, t) is { } name)
            {
                found.Add(new PlaceArgument(name.Span, name.Name, roles.Of(s, t, kind)));
                continue;
            }

            // The finer one speaks for both: "Kreminna, in Luhansk"; "the outskirts of the city".
            if (!(Named(s, t) is null && Indefinite(s, t)) && !heads.Any(o => o != t && Finer(s, o, t, argument)))
            {
                found.Add(Make(view.Report.Text, s, t, kind));
            }
        }

        if (found.Count == 0 && Carried(view, discourse, sentence, trigger, top, argument) is { } carried)
        {
            found.Add(carried);
        }

        if (found.Count == 0)
        {
            Any(view, s, inside, kind, found);
        }

        return Distinct(found);
    }

    // "Brod's importance", "Brod has been fortified": a judgement of a place is about that place.
    private static bool Judged(Sentence s, int t, string kind) =>
        kind == "assessment" && (s.Is(t, "nsubj") || s.Is(t, "nmod:poss")) && Named(s, t) is { Side: null or "none" } m && m.Head == t;

    // In what states say, give and agree, a state is a party and not a place; so is what they speak of without a name.
    private bool IsParty(Sentence s, int t, string kind) =>
        kind is "politics" or "logistics" && (Named(s, t) is { } m ? m.Side is not null and not "none" && !Directed(s, t) : kind == "politics");

    // "the town": the one spoken of last.
    private static PlaceArgument? Again(ReportView view, Discourse discourse, int sentence, int t)
    {
        var s = view.Sentences[sentence];
        return Named(s, t) is null && s.Tokens[t].WordForm != WordForm.Plural && s.Lemma(t) is "town" or "village" or "settlement"
            && s.Child(t, "nmod") < 0 && s.Child(t, "amod") < 0 && s.Child(t, "compound") < 0 && s.Child(t, "appos") < 0 && s.Child(t, "nmod:poss") < 0
            && s.Child(t, "det") is >= 0 and var d && s.Tokens[d].Form.Lowered() is "the" or "this" or "that"
            && discourse.PlaceBefore(sentence, t) is { } m
            ? new PlaceArgument(default, m.Name, "at")
            : null;
    }

    // Where no place stands as an argument, a town or region that the clause names is what it is about, unless it only modifies a party.
    private void Any(ReportView view, Sentence s, bool[] inside, string kind, ImmutableArray<PlaceArgument>.Builder found)
    {
        if (kind is "politics" or "logistics" or "strength")
        {
            return;
        }

        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (inside[t] && Named(s, t) is { Side: null or "none" } m && m.Head == t && !s.Is(t, "compound") && !s.Is(t, "amod"))
            {
                found.Add(Make(view.Report.Text, s, t, kind));
            }
        }
    }

    private PlaceArgument? Carried(ReportView view, Discourse discourse, int sentence, int trigger, int top, int argument)
    {
        var s = view.Sentences[sentence];

        // A relative clause says something of the place that it hangs on.
        for (var t = top; t >= 0; t = s.Tokens[t].Head)
        {
            if (s.Is(t, "acl") && s.Tokens[t].Head is >= 0 and var noun && (Placed(s, noun) || PlaceInside(s, noun) >= 0))
            {
                if (Renamed(s, noun) is { } called)
                {
                    return new PlaceArgument(called.Span, called.Name, "at");
                }

                var place = Placed(s, noun) && Named(s, noun) is not null ? noun : PlaceInside(s, noun) is >= 0 and var inner ? inner : noun;
                return Make(view.Report.Text, s, place, "") with { Role = "at" };
            }
        }

        var pronoun = argument >= 0 && s.Tokens[argument].Tag == Upos.PRON ? argument : Adverb(s, trigger, top);
        if (pronoun >= 0 && discourse.PlaceBefore(sentence, pronoun) is { } m)
        {
            return new PlaceArgument(default, m.Name, s.Preposition(pronoun) is null ? "at" : roles.Of(s, pronoun, ""));
        }

        return null;
    }

    // A proper noun that nothing else claims, where the frame wants a place, is one.
    private static bool Unclaimed(Sentence s, int t)
    {
        foreach (var m in s.Mentions)
        {
            if (t >= m.First && t < m.End)
            {
                return false;
            }
        }

        return true;
    }

    private static int Adverb(Sentence s, int trigger, int top)
    {
        foreach (var clause in (ReadOnlySpan<int>)[trigger, top])
        {
            foreach (var c in s.Children(clause))
            {
                if ((s.Is(c, "advmod") && s.Lemma(c).Lowered() is "there" or "here")
                    || ((s.Is(c, "obl") || s.Is(c, "nmod")) && s.Tokens[c].Form.Lowered() is "it" && s.Preposition(c) is "around" or "near" or "in" or "into" or "from" or "over" or "to" or "on" or "inside"))
                {
                    return c;
                }
            }
        }

        return -1;
    }

    private int PlaceInside(Sentence s, int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if ((s.Is(c, "appos") || s.Is(c, "nmod") || s.Is(c, "compound")) && Named(s, c) is not null)
            {
                return c;
            }
        }

        // "Kherson, the only capital that …": the noun is itself an apposition to the name.
        return s.Is(noun, "appos") && Placed(s, s.Tokens[noun].Head) ? s.Tokens[noun].Head : -1;
    }

    private bool Placed(Sentence s, int t) => Named(s, t) is { } m ? m.Head == t || m.First == t : s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN && (ground.Matches(s, t) || compass.Matches(s, t));

    private static Mention? Named(Sentence s, int t) => ClassTester.Mentioned(s, t, MentionType.Place);

    // A name counts where it is an argument of the clause, not where it only modifies a party ("Kyiv's troops", "the Moscow statement") or acts.
    private bool Stands(Sentence s, int t, int top)
    {
        if (Named(s, t) is { } m && m.Head != t)
        {
            return false;
        }

        var token = s.Tokens[t];
        if (Named(s, t) is { Side: not null and not "none" } && (s.Preposition(t) == "by" || (t + 1 < s.Tokens.Length && s.Tokens[t + 1].Form is "'s" or "’s")))
        {
            return false;
        }

        if (s.Is(t, "nsubj:pass") || s.Is(t, "obl") || s.Is(t, "obj") || token.Head < 0)
        {
            return true;
        }

        if (s.Is(t, "nmod:poss") || s.Is(t, "amod") || s.Is(t, "nsubj") || s.Is(t, "flat"))
        {
            return false;
        }

        if (s.Is(t, "compound"))
        {
            return token.Head >= 0 && OfNamed(s, token.Head) < 0 && (ground.Matches(s, token.Head) || transparent.Matches(s, token.Head)) && Stands(s, token.Head, top);
        }

        return s.Is(t, "nmod") ? s.Preposition(t) is not (null or "by") && !OfParty(s, t) : s.Is(t, "conj") || s.Is(t, "appos") ? Stands(s, token.Head, top) || Placed(s, token.Head) : true;
    }

    private static int OfNamed(Sentence s, int t)
    {
        foreach (var c in s.Children(t))
        {
            if (s.Is(c, "nmod") && s.Preposition(c) == "of" && Named(s, c) is not null)
            {
                return c;
            }
        }

        return -1;
    }

    // "the President of Ukraine", "forces of Russia"
    private bool OfParty(Sentence s, int t) =>
        s.Preposition(t) == "of" && s.Tokens[t].Head is >= 0 and var head && !ground.Matches(s, head) && !transparent.Matches(s, head) && !compass.Matches(s, head) && s.Is(head, "nsubj")
        && ClassTester.Mentioned(s, head, MentionType.Place) is null && s.Tokens[head].Tag is Upos.NOUN or Upos.PROPN && Named(s, t) is { Side: not null };

    private bool Finer(Sentence s, int other, int t, int argument)
    {
        var head = s.Tokens[t].Head;

        // Below the other: "the village of Halivka in the north" keeps the village.
        if (s.Below(t, other))
        {
            return !(s.Below(t, other) && (transparent.Matches(s, other) || compass.Matches(s, other)) && Named(s, other) is null) && !s.Is(t, "conj");
        }

        // "the second city, Brod": the name it is given.
        if (Named(s, t) is null && s.Tokens[other].Head == t && s.Is(other, "appos") && Named(s, other) is not null)
        {
            return true;
        }

        // Above the other: "the area of Halivka" gives way to Halivka.
        if (s.Below(other, t) && !s.Is(other, "conj") && Named(s, t) is null)
        {
            return transparent.Matches(s, t) || compass.Matches(s, t);
        }

        // A country gives way to anything finer that has a name; "northern Ukraine" is no country.
        return Named(s, t) is { Side: not null and not "none" } && t != argument && head >= 0 && Named(s, other) is { Side: null or "none" } && !Directed(s, t);
    }

    private bool Directed(Sentence s, int t)
    {
        foreach (var c in s.Children(t))
        {
            if (s.Is(c, "amod") && compass.Matches(s, c))
            {
                return true;
            }
        }

        return false;
    }

    // A common noun is a place of the claim where it means a certain one: "the city", "its ports", "key cities"; not "a town", "42 towns", "ground".
    private bool Particular(Sentence s, int t, string kind)
    {
        if (s.Child(t, "nummod") >= 0 || weak.Matches(s, t) && !(compass.Matches(s, t) && s.Child(t, "det") >= 0) && s.Child(t, "nmod") < 0)
        {
            return false;
        }

        if (kind is "loss" or "civilian-harm" or "strength" && s.Preposition(t) is null)
        {
            return false;
        }

        return s.Child(t, "det") >= 0 || s.Child(t, "nmod:poss") >= 0 || s.Tokens[t].WordForm == WordForm.Plural || s.Child(t, "nmod") >= 0 || s.Child(t, "compound") >= 0;
    }

    private static bool Indefinite(Sentence s, int t) => s.Child(t, "det") is >= 0 and var d && s.Tokens[d].Form.Lowered() is "a" or "an" or "no" or "any";

    private static Mention? Renamed(Sentence s, int t)
    {
        var first = s.Child(t, "det");
        var before = first - 1;
        if (Named(s, t) is not null || before < 1 || s.Tokens[before].Form is not ("," or "—" or "–" or "(" or "--"))
        {
            return null;
        }

        return Named(s, before - 1);
    }

    private PlaceArgument Make(string text, Sentence s, int t, string kind)
    {
        var name = Named(s, t);
        var span = name is null ? PlacePhrase.Of(s, t) : PlacePhrase.Bare(text, PlacePhrase.Directed(s, name.Span, name.First, compass));
        return new PlaceArgument(span, PartyFinder.Spaces(span.Of(text)), roles.Of(s, t, kind));
    }

    private static ImmutableArray<PlaceArgument> Distinct(ImmutableArray<PlaceArgument>.Builder found)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. found.Where(p => seen.Add(p.Name)).Take(12)];
    }
}
