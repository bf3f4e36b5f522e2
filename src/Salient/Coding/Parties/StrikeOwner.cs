using System.Collections.Immutable;
using Salient.Coding.Arguments;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;
using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Coding.Parties;

/// <summary>Tells who struck where the claim's own words name him, or where what was struck is a party's: its depot, its soldiers, its soil. Nobody strikes himself.</summary>
/// <remarks>What the words say outweighs what is likely: most strikes that are told of are the invader's, and a model learns that.</remarks>
internal sealed class StrikeOwner
{
    private const int Longest = 9;

    private static readonly string[] Strikes = ["airstrike", "missile-strike", "drone-strike", "shelling", "explosion", "assault", "counterattack"];
    private static readonly string[] Remote = ["airstrike", "missile-strike", "drone-strike", "shelling", "explosion"];
    private static readonly string[] Harms = ["killed", "wounded", "infrastructure"];
    private static readonly HashSet<string> Blows = new(StringComparer.Ordinal)
    {
        "attack", "strike", "raid", "explosion", "blast", "shelling", "bombing", "bombardment", "barrage", "assault", "counterattack", "offensive", "counteroffensive",
        "hit", "destroy", "rock", "bomb", "shell", "shelled", "blow", "explode", "damage", "target", "pound", "ravage",
    };

    private static readonly HashSet<string> Soil = new(StringComparer.Ordinal) { "soil", "territory", "land", "mainland", "installation", "facility", "refinery", "ship", "warship", "cruiser", "fleet", "plane", "bomber", "airport" };

    // Behind these "by" does not tell who struck: "the ground held by".
    private static readonly HashSet<string> Else = new(StringComparer.Ordinal)
    {
        "occupy", "control", "hold", "annex", "back", "lead", "install", "appoint", "supply", "donate", "make", "manufacture", "liberate", "retake", "recapture", "claim", "call", "use", "defend", "provide", "say", "report", "describe", "see", "follow", "accompany", "repel", "surround", "statement", "video", "post", "account", "visit", "resistance", "defence", "defense", "effort", "support",
    };

    private readonly PartyFinder parties;
    private readonly WordList objects;
    private readonly WordList forces;
    private readonly ImmutableArray<State> states;
    private readonly DisputedPart? part;
    private readonly string? home;

    /// <summary>Knows the words of <paramref name="frames"/> and the ground of <paramref name="theatre"/>.</summary>
    public StrikeOwner(FrameSet frames, Theatre theatre)
    {
        parties = new PartyFinder(frames, theatre);
        objects = frames.List("military-objects");
        forces = frames.List("forces");
        states = theatre.States.IsDefault ? [] : theatre.States;
        part = Outline.Load(theatre.Folder)?.Disputed;
        home = theatre.Sides.FirstOrDefault(s => s.Home)?.Id;
    }

    /// <summary>The claim with who struck and who was struck, where its words tell it.</summary>
    /// <param name="view">The report.</param>
    /// <param name="locations">Where its names lie.</param>
    /// <param name="claim">The claim.</param>
    public Assertion Settle(ReportView view, ImmutableArray<Location> locations, Assertion claim)
    {
        var strike = claim.Kind == "combat" && Array.IndexOf(Strikes, claim.Act) >= 0;
        var harm = claim.Kind == "civilian-harm";
        if (!strike && !harm)
        {
            return claim;
        }

        var s = view.Sentences[claim.Sentence];
        var (first, last) = (-1, -1);
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (claim.Evidence.Overlaps(s.Tokens[t].Span))
            {
                (first, last) = (first < 0 ? t : first, t);
            }
        }

        if (first < 0)
        {
            return claim;
        }

        if ((By(s, first, last) ?? Doer(s, claim, first, last) ?? (harm ? Blow(s, first, last) : null)) is { } by)
        {
            return By(claim, by);
        }

        var fit = strike || Array.IndexOf(Harms, claim.Act) >= 0;
        if (!fit || (Struck(s, first, last) ?? Ground(s, locations, claim, first, last)) is not { } struck)
        {
            return claim;
        }

        if (harm && claim.Target is { } victims && victims.Side != struck && parties.Belligerent(victims.Side))
        {
            // Who lives where the blow fell is of that side.
            claim = claim with { Target = victims with { Side = struck } };
        }

        return claim.Actor?.Side == struck && parties.Opponent(struck) is { } other
            ? claim with { Actor = other, Target = harm || claim.Target?.Side == struck ? claim.Target : parties.Opponent(other.Side) }
            : claim;
    }

    private Assertion By(Assertion claim, Party by) => claim.Actor?.Side == by.Side
        ? claim
        : claim with { Actor = by, Target = claim.Kind == "combat" && claim.Target?.Side == by.Side ? parties.Opponent(by.Side) : claim.Target };

    // "… by Ukrainian security forces".
    private Party? By(Sentence s, int first, int last)
    {
        for (var t = first + 1; t < last; t++)
        {
            if (s.Lower(t) != "by" || s.Tokens[t - 1].Tag is not (Upos.VERB or Upos.NOUN) || Else.Contains(s.Lemma(t - 1)))
            {
                continue;
            }

            var end = t + 1;
            while (end <= last && end - t < Longest && s.Tokens[end].Tag is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.PART or Upos.SYM)
            {
                end++;
            }

            return Named(s, t + 1, end);
        }

        return null;
    }

    // "… died in Ukrainian shelling": whose the blow is by the word before it.
    private Party? Blow(Sentence s, int first, int last)
    {
        Party? found = null;
        for (var t = first + 1; t <= last; t++)
        {
            if (s.Tokens[t].Tag != Upos.NOUN || !Blows.Contains(s.Lemma(t)))
            {
                continue;
            }

            foreach (var m in s.Mentions)
            {
                if (m.Side is { } side && parties.Belligerent(side) && m.End == t && m.First >= first && m.Type is MentionType.Nationality or MentionType.Force)
                {
                    if (found is not null && found.Side != side)
                    {
                        return null;
                    }

                    found = new Party(m.Name, side);
                }
            }
        }

        return found;
    }

    // "Ukraine strikes a bridge": the subject of the claim's own verb.
    private Party? Doer(Sentence s, Assertion claim, int first, int last)
    {
        var v = claim.Trigger;
        if (v < first || v > last || s.Tokens[v].Tag != Upos.VERB || s.Passive(v) || !Blows.Contains(s.Lemma(v)) || s.OwnSubject(v) is not (>= 0 and var subject) || subject < first || subject > v || Tree.Child(s, v, "obj") < 0)
        {
            return null;
        }

        foreach (var m in s.Mentions)
        {
            if (m.Side is { } side && parties.Belligerent(side) && ((m.Head == subject && m.Type is MentionType.Place or MentionType.Force or MentionType.Nationality) || (forces.Matches(s, subject) && s.Tokens[m.Head].Head == subject && m.First >= first && s.IsAny(m.Head, "amod", "compound", "nmod:poss"))))
            {
                return new Party(m.Name, side);
            }
        }

        return null;
    }

    // The side whose things or men are struck, by the words before them: "a Russian depot was hit", "a strike on Russian positions".
    private string? Struck(Sentence s, int first, int last)
    {
        for (var t = first; t <= last; t++)
        {
            if (s.Lemma(t) == "side" || !(objects.Matches(s, t) || forces.Matches(s, t) || Soil.Contains(s.Lemma(t))) || s.Tokens[t].Tag is not (Upos.NOUN or Upos.PROPN) || !Blown(s, t, first, last))
            {
                continue;
            }

            var from = t;
            while (from > first && t - from < Longest && s.Tokens[from - 1].Tag is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.PART)
            {
                from--;
            }

            if (Named(s, from, t + 1) is { } owner)
            {
                return owner.Side;
            }
        }

        return null;
    }

    // True for what a blow falls on: the subject of its passive, its object, or what stands behind "on", "at" or "against" it.
    private static bool Blown(Sentence s, int t, int first, int last)
    {
        var head = s.Tokens[t].Head;
        if (head < first || head > last || !Blows.Contains(s.Lemma(head)))
        {
            return false;
        }

        return s.Tokens[head].Tag == Upos.VERB
            ? (s.Is(t, "nsubj:pass") && s.Passive(head) && s.Agent(head) < 0) || (s.Is(t, "obj") && !s.Is(head, "acl"))
            : s.IsAny(t, "nmod", "obl") && s.Case(t) is "on" or "at" or "against";
    }

    // The side that held the ground before the war where what is told of is a blow from afar.
    private string? Ground(Sentence s, ImmutableArray<Location> locations, Assertion claim, int first, int last)
    {
        var v = Math.Clamp(claim.Trigger, first, last);
        if (s.Infinitive(v) || (s.OwnSubject(v) is >= 0 and var who && s.Tokens[who].Tag == Upos.PRON && !s.Passive(v)))
        {
            // "It opened fire": whoever that is.
            return null;
        }

        if (claim.Kind == "combat" ? Array.IndexOf(Remote, claim.Act) < 0 : !Enumerable.Range(first, last - first + 1).Any(t => Blows.Contains(s.Lemma(t))))
        {
            return null;
        }

        string? owner = null;
        foreach (var p in claim.Places)
        {
            if (p.Role is not ("at" or "near") || locations.FirstOrDefault(l => l.Span == p.Span)?.Place is not { } place || Owner(place) is not { } side || side == home || (owner is not null && owner != side))
            {
                return null;
            }

            owner = side;
        }

        return owner is not null && parties.Belligerent(owner) && !Enumerable.Range(first, last - first + 1).Any(t => s.Tokens[t].Form.Length == 4 && s.Tokens[t].Form.All(char.IsAsciiDigit)) ? owner : null;
    }

    private string? Owner(Place place) => part is not null && place.Oblast is { } oblast && (oblast.Contains(part.Name, StringComparison.Ordinal) || (oblast == place.Name && Inside(place)))
        ? part.Other
        : states.FirstOrDefault(x => x.Code.Equals(place.Country, StringComparison.OrdinalIgnoreCase))?.Side;

    private bool Inside(Place p) => p.Lon >= part!.Box.West && p.Lon <= part.Box.East && p.Lat >= part.Box.South && p.Lat <= part.Box.North;

    private Party? Named(Sentence s, int from, int end)
    {
        foreach (var m in s.Mentions)
        {
            if (m.First >= from && m.End <= end && m.Side is { } side && parties.Belligerent(side) && m.Type is MentionType.Force or MentionType.Nationality or MentionType.Organisation or MentionType.Person or MentionType.Place)
            {
                return new Party(m.Name, side);
            }
        }

        return null;
    }
}
