using System.Collections.Immutable;
using Salient.Coding.Arguments;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Coding.Clauses;
using Salient.Theatres;

namespace Salient.Coding.Scoring;

/// <summary>Fills the slots of claims that no frame filled, from the clause's own subject, object and places.</summary>
internal sealed class ClauseSlots(FrameSet frames, Theatre theatre)
{
    private static readonly string[] Towards = ["criticism", "threat", "sanction", "negotiation", "agreement", "aid-delivered", "aid-pledged", "aid-requested"];
    private static readonly string[] Suffering = ["face", "suffer", "receive", "get", "endure", "sustain", "undergo", "withstand", "see"];

    private readonly PartyFinder parties = new(frames, theatre);
    private readonly PlaceFinder places = new(frames);
    private readonly OutcomeReader outcomes = new(frames);
    private readonly Things things = new(frames);

    /// <summary>Makes ready for one report.</summary>
    public Scene Open(ReportView view) => new(this, view, new Discourse(view, frames, theatre));

    /// <summary>The slots of one report's claims.</summary>
    internal sealed class Scene(ClauseSlots owner, ReportView view, Discourse discourse)
    {
        /// <summary>A claim made of a clause that no frame of the kind fired on.</summary>
        /// <param name="unit">The clause.</param>
        /// <param name="choice">What it carries.</param>
        /// <param name="person">Whom it appoints or dismisses, where that is known.</param>
        public Assertion Fill(Unit unit, Choice choice, string? person = null)
        {
            var c = unit.Clause;
            var s = view.Sentences[unit.Sentence];
            var target = Party(unit.Sentence, c.Object);
            var actor = choice.Kind == "loss" ? Loser(unit, target) : Actor(unit, choice.Kind, choice.Act);
            return Settle(
                new Assertion(
                    choice.Kind,
                    choice.Act,
                    c.Evidence,
                    unit.Sentence,
                    c.Content,
                    c.Content,
                    actor ?? (choice.Kind == "assessment" ? target : null),
                    actor is null || target?.Side == actor.Side ? null : target,
                    Places(unit, choice.Kind),
                    null,
                    null,
                    null,
                    null,
                    null,
                    person,
                    null,
                    $"clause.{choice.Kind}.{choice.Act}",
                    choice.Probability),
                unit);
        }

        // The first side besides the actor's that the words name: "accused the West", "sent tanks to Ukraine".
        private Party? Another(Unit unit, Party? actor) =>
            NamedParties.First(view.Sentences[unit.Sentence], unit.Clause, side => side != "none" && side != actor?.Side);

        // A loss is about the side that lost: the object's, else the enemy of who did it; "died" and "lost" have it as their subject.
        private Party? Loser(Unit unit, Party? target)
        {
            var c = unit.Clause;
            var s = view.Sentences[unit.Sentence];
            if (target is not null && target.Side != "none" && s.Lemma(c.Content) != "lose")
            {
                return target;
            }

            return c.Object >= 0 && c.Object != c.Subject && s.Lemma(c.Content) is not ("lose" or "suffer" or "sustain") && Party(unit.Sentence, c.Agent) is { } by ? owner.parties.Opponent(by.Side) : Actor(unit, "loss");
        }

        // An attack is on the other belligerent unless the words say otherwise, and they may say how it ended.
        private Assertion Settle(Assertion a, Unit unit) => a.Kind switch
        {
            "combat" => a with
            {
                Target = a.Target ?? (a.Actor is null ? null : owner.parties.Opponent(a.Actor.Side)),
                Outcome = a.Outcome ?? owner.outcomes.Read(view.Sentences[unit.Sentence], unit.Clause.First, unit.Clause.End, unit.Clause.Content),
            },
            "loss" => a with { Category = owner.things.Category(view.Sentences[unit.Sentence], unit, a) },
            "politics" when Towards.Contains(a.Act) || (a.Act == "declaration" && a.Actor is not null) => a with { Target = a.Target ?? Another(unit, a.Actor) },
            "assessment" when a.Actor is not null => a with { Target = a.Target ?? Another(unit, a.Actor) },
            "logistics" => a with { Target = a.Target ?? (Towards.Contains(a.Act) ? Another(unit, a.Actor) : null), Item = owner.things.Item(view.Report.Text, view.Sentences[unit.Sentence], unit, a) },
            "cohesion" => a with { Person = owner.things.Person(a.Person) },
            _ => a,
        };

        /// <summary>A frame's claim with what the frame left open.</summary>
        public Assertion Complete(Assertion found, Unit unit) =>
            Settle(found with { Actor = (found.Kind == "politics" && found.Trigger != unit.Clause.Content ? Speaker(unit, found.Act) : null) ?? (Does(found.Kind) && Leading(unit) is { } leading && leading.Side != found.Actor?.Side ? leading : found.Actor ?? Actor(unit, found.Kind, found.Act)) }, unit);

        // What is said is a declaration, threat or criticism of who says it, unless the clause is itself somebody's saying.
        private Party? Speaker(Unit unit, string act)
        {
            var word = view.Sentences[unit.Sentence].Tokens[unit.Clause.Content].Span;
            return act is "declaration" or "threat" or "criticism" && !view.Attributions.Any(a => a.By is not null && a.Cue.Any(c => c.Overlaps(word))) && discourse.Speaker(unit.Clause.Evidence) is { } by
                ? new Party(by.Name, by.Side) : null;
        }

        // In what is done, the one that the clause begins with does it; losses and harm are about the one that suffers.
        private static bool Does(string kind) => kind is "movement" or "combat" or "politics" or "control" or "logistics" or "assessment";

        // A side right before the clause's own verb: "The West imposes", "the Russian army quickly withdraws"; whatever the tree makes of it.
        private Party? Leading(Unit unit)
        {
            var c = unit.Clause;
            var s = view.Sentences[unit.Sentence];
            if (c.Passive || s.Tokens[c.Head].Tag != Upos.VERB || s.Tokens[c.Head].WordForm is WordForm.PastParticiple && s.Child(c.Head, "aux") < 0 || Suffering.Contains(s.Lemma(c.Head)))
            {
                return null;
            }

            foreach (var m in s.Mentions)
            {
                if (m.First >= c.First && m.First <= c.First + 1 && m.End <= c.Head && m.Side is { } side && side != "none" && Between(s, m.End, c.Head))
                {
                    return new Party(m.Name, side);
                }
            }

            return null;
        }

        private static bool Between(Sentence s, int from, int to)
        {
            for (var t = from; t < to; t++)
            {
                if (s.Tokens[t].Tag is not (Upos.AUX or Upos.ADV or Upos.PART) && s.Lemma(t) is not ("force" or "troops" or "troop" or "army" or "soldier" or "military" or "unit" or "government"))
                {
                    return false;
                }
            }

            return true;
        }

        // Whom a claim is about: its subject; in politics the speaker where the words are reported speech.
        private Party? Actor(Unit unit, string kind, string act = "")
        {
            var c = unit.Clause;
            if (kind == "politics" && Speaker(unit, act) is { } by)
            {
                return by;
            }

            if (Does(kind) && Leading(unit) is { } leading)
            {
                return leading;
            }

            // Who judges is no party to what is judged: "I would not call it successful".
            var judge = kind is "assessment" or "cohesion" && c.Subject >= 0 && view.Sentences[unit.Sentence].Lemma(c.Subject).Lowered() is "i" or "we";
            var own = judge ? null : Party(unit.Sentence, c.Agent) ?? Party(unit.Sentence, c.Subject);
            if (own is not null)
            {
                return own;
            }

            // What hangs on a clause without a subject of its own is done by whom the sentence is about.
            var above = c.Type is ClauseType.Purpose or ClauseType.Adverbial or ClauseType.Participle or ClauseType.Infinitive ? Above(unit) : null;
            return above ?? Another(unit, null) ?? Before(unit, kind);
        }

        private Party? Above(Unit unit)
        {
            var s = view.Sentences[unit.Sentence];
            return s.Root >= 0 && s.Root != unit.Clause.Head ? Party(unit.Sentence, s.Child(s.Root, "nsubj")) : null;
        }

        // The force last spoken of, for what is said of forces without naming them.
        private Party? Before(Unit unit, string kind) =>
            kind is "assessment" or "cohesion" or "movement" or "combat" && discourse.Before(unit.Sentence, unit.Clause.Content, person: false, force: true) is { } m
                ? new Party(PartyFinder.Name(view.Report.Text, view.Sentences[m.Sentence], m.Head), m.Side)
                : null;

        private Party? Party(int sentence, int token) => token < 0 ? null : owner.parties.Find(view, discourse, sentence, token);

        private ImmutableArray<PlaceArgument> Places(Unit unit, string kind)
        {
            var inside = new bool[view.Sentences[unit.Sentence].Tokens.Length];
            for (var t = unit.Clause.First; t < unit.Clause.End; t++)
            {
                inside[t] = true;
            }

            return owner.places.Find(view, discourse, unit.Sentence, unit.Clause.Content, unit.Clause.Head, inside, -1, kind);
        }
    }
}
