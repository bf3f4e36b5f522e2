using System.Collections.Immutable;
using Salient.Coding.Arguments;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding;

/// <summary>Makes a candidate of a frame that fires: its arguments, places, number and evidence, or why it does not hold.</summary>
internal sealed class CandidateMaker(FrameSet frames, Theatre theatre)
{
    private readonly PathFinder paths = new(frames);
    private readonly ConstructionReader constructions = new(frames);
    private readonly PartyFinder parties = new(frames, theatre);
    private readonly PlaceFinder places = new(frames);
    private readonly NumberFinder numbers = new(frames);
    private readonly EvidenceFinder evidence = new(frames);
    private readonly ClassTester classes = new(frames, new PartyFinder(frames, theatre));
    private readonly OutcomeReader outcomes = new(frames);
    private readonly FigureLister figures = new(new NumberFinder(frames));
    private readonly WordList civilians = frames.List("civilians");
    private readonly string home = theatre.Sides.FirstOrDefault(s => s.Home)?.Id ?? "none";

    /// <summary>The candidates of <paramref name="frame"/> at token <paramref name="t"/>: none with a reason, one, or one a figure of a list.</summary>
    public ImmutableArray<Candidate> Make(ReportView view, Discourse discourse, int sentence, int t, Frame frame, Trigger trigger, out string? refused)
    {
        var s = view.Sentences[sentence];
        var (construction, clause, top) = constructions.Read(s, t, trigger.Class);
        refused = Refused(s, t, clause, frame);
        if (refused is not null)
        {
            return [];
        }

        var scene = new Scene(view, discourse, sentence, t, clause, top, frame, trigger, construction);
        var (actor, target) = Parties(scene);
        var counted = paths.First(s, t, clause, frame.Number);
        return counted >= 0 || (frame.Evidence == EvidenceRule.Number && numbers.Multiple(s, t) is not null) ? Counted(scene, actor, target, counted, out refused) : One(scene, actor, target, null, out refused) is { } one ? [one] : [];
    }

    private (Party? Actor, Party? Target) Parties(Scene scene)
    {
        var frame = scene.Frame;
        var target = Party(scene, frame.Target);

        // Of what is lost, "the tanks" alone tells no side: then it is the other side's than that which destroyed them.
        var actor = frame.Kind == "loss" ? Party(scene, frame.Actor, told: true) ?? Other(target) ?? Party(scene, frame.Actor) ?? Destroyed(scene) : Party(scene, frame.Actor);
        if (actor is null && frame.Opponent && target is not null)
        {
            actor = parties.Opponent(target.Side);
        }

        // "Popasna holds": towns hold out for those whose ground it is.
        if (actor is null && home != "none" && frame is { Kind: "control", Act: "held" } && scene.Match.Class == TriggerClass.Verb && Town(scene.Sentence, scene.Sentence.Child(scene.Trigger, "nsubj")))
        {
            actor = new Party(theatre.Sides.First(s => s.Id == home).Name, home);
        }

        // Where the clause names nobody, the report still speaks of those it spoke of.
        if (actor is null && !frame.Actor.IsEmpty && frame.Kind != "civilian-harm" && (frame.Kind != "loss" || scene.Match.Class == TriggerClass.Noun))
        {
            actor = parties.Context(scene.View, scene.Discourse, scene.Index, scene.Trigger);
        }

        if (target is null && frame.Opponent && actor is not null)
        {
            target = parties.Opponent(actor.Side);
        }

        return (actor, target);
    }

    private static bool Town(Sentence s, int subject)
    {
        foreach (var m in s.Mentions)
        {
            if (subject >= m.First && subject < m.End && m.Type == MentionType.Place)
            {
                return m.Side is null or "none";
            }
        }

        return false;
    }

    private Party? Other(Party? party) => party is null ? null : parties.Opponent(party.Side);

    // Who destroys in a clause that names nobody is whom the report speaks of; what is destroyed is the other's.
    private Party? Destroyed(Scene scene) =>
        scene.Match.Class == TriggerClass.Verb ? Other(parties.Context(scene.View, scene.Discourse, scene.Index, scene.Trigger)) : null;

    private string? Refused(Sentence s, int t, int clause, Frame frame)
    {
        foreach (var test in frame.Tests)
        {
            var word = paths.Follow(s, t, clause, test.Path);
            var wrong = test.Mode switch
            {
                TestMode.Must => word < 0 || !classes.Any(s, word, test),
                TestMode.May => word >= 0 && !classes.Any(s, word, test),
                _ => word >= 0 && classes.Any(s, word, test),
            };
            if (wrong)
            {
                return word < 0 ? $"it has no {test.Path}" : $"its {test.Path} '{s.Tokens[word].Form}' is {(test.Mode == TestMode.Not ? "" : "not ")}of {string.Join(", ", test.Classes.Select(c => c.Name))}";
            }
        }

        return null;
    }

    // A list of figures is one claim a figure; the first carries the verb.
    private ImmutableArray<Candidate> Counted(Scene scene, Party? actor, Party? target, int counted, out string? refused)
    {
        var s = scene.Sentence;
        var result = ImmutableArray.CreateBuilder<Candidate>();
        refused = null;
        foreach (var item in Items(scene, counted))
        {
            if (One(scene, actor, target, item, out var why) is { } one)
            {
                result.Add(one);
            }
            else
            {
                refused ??= why;
            }
        }

        return result.ToImmutable();
    }

    private IEnumerable<Item> Items(Scene scene, int counted)
    {
        var s = scene.Sentence;
        if (scene.Frame.Evidence == EvidenceRule.Number && numbers.Multiple(s, scene.Trigger) is { } multiple)
        {
            return [new Item(counted, multiple, First: true, multiple.End)];
        }

        var listed = scene.Frame.Evidence == EvidenceRule.Number && counted > scene.Trigger ? figures.List(s, scene.Trigger, counted) : [];
        if (!listed.IsEmpty)
        {
            return listed.Select((f, i) => new Item(f.Noun, f.Number, i == 0, f.End));
        }

        var conjuncts = new List<Item> { new(counted, numbers.Find(s, counted) ?? numbers.Multiple(s, scene.Trigger), First: true, -1) };
        foreach (var c in s.Children(counted))
        {
            if (s.Is(c, "conj") && (numbers.Find(s, c) is not null || (scene.Frame.Kind == "loss" && conjuncts[0].Number is null && numbers.Noun(s, numbers.Counted(s, c)) is { Category: not null })))
            {
                conjuncts.Add(new Item(c, numbers.Find(s, c), First: false, -1));
            }
        }

        return conjuncts;
    }

    private Candidate? One(Scene scene, Party? actor, Party? target, Item? item, out string? refused)
    {
        var s = scene.Sentence;
        var frame = scene.Frame;
        var counted = item?.Noun ?? -1;
        var first = item?.First ?? true;
        var number = item is not null ? item.Number : frame.Number.IsEmpty ? null : numbers.Multiple(s, scene.Trigger);
        var noun = counted >= 0 ? numbers.Noun(s, numbers.Counted(s, counted)) : null;
        var inside = frame.Evidence == EvidenceRule.Phrase || scene.Construction == Construction.Bare ? evidence.Phrase(s, PhraseHead(scene)) : evidence.Clause(s, scene.Top, scene.Trigger);
        var placeArgument = paths.First(s, scene.Trigger, scene.Clause, frame.Place);
        var found = places.Find(scene.View, scene.Discourse, scene.Index, scene.Trigger, scene.Top, inside, placeArgument, frame.Kind);
        var (start, end) = evidence.Stretch(s, inside, scene.Trigger, scene.Top);
        if (item is { End: >= 0 })
        {
            (start, end) = first ? (Math.Min(start, scene.Trigger), item.End) : (item.Number!.Value.First, item.End);
        }
        else if (!first)
        {
            var alone = evidence.Phrase(s, counted);
            (start, end) = evidence.Stretch(s, alone, counted, counted);
        }
        else if (counted >= 0 && frame.Evidence == EvidenceRule.Number)
        {
            end = BeforeNextFigure(s, counted, start, end);
        }

        refused = Missing(frame, actor, target, found, number, scene, placeArgument);
        if (refused is not null)
        {
            return null;
        }

        var thing = paths.First(s, scene.Trigger, scene.Clause, frame.Item);
        var post = paths.First(s, scene.Trigger, scene.Clause, frame.Post);
        var itemName = thing >= 0 ? PartyFinder.Name(scene.View.Report.Text, s, thing) : null;
        var cohesion = frame.Kind == "cohesion";
        return new Candidate(
            new Assertion(
                frame.Kind,
                frame.Act,
                new TextSpan(s.Tokens[start].Span.Start, s.Tokens[end - 1].Span.End),
                scene.Index,
                scene.Trigger,
                scene.Clause,
                actor,
                target,
                found,
                number is { } n ? new TextSpan(s.Tokens[n.First].Span.Start, s.Tokens[n.End - 1].Span.End) : null,
                number is null ? null : noun?.Unit ?? frame.Unit ?? (counted < 0 ? "person" : s.Tokens[numbers.Counted(s, counted)].Lemma.Lowered()),
                frame.Kind == "loss" ? frame.Category ?? noun?.Category ?? (first && counted < 0 ? CategoryOf(scene) : null) : null,
                frame.Kind == "combat" ? (frame.Act == "repelled" ? frame.Outcome : outcomes.Read(s, start, end, scene.Clause) ?? frame.Outcome) : null,
                cohesion ? null : itemName,
                cohesion ? itemName : null,
                post >= 0 ? PartyFinder.Name(scene.View.Report.Text, s, post) : null,
                frame.Id,
                frame.Prior),
            frame,
            scene.Match,
            scene.Construction,
            scene.Top);
    }

    private string? CategoryOf(Scene scene)
    {
        var lost = paths.Follow(scene.Sentence, scene.Trigger, scene.Clause, "object");
        return lost < 0 ? null : numbers.Noun(scene.Sentence, lost)?.Category;
    }

    private static int PhraseHead(Scene scene) =>
        scene.Match.Class == TriggerClass.Adjective && scene.Sentence.Is(scene.Trigger, "amod") ? scene.Sentence.Tokens[scene.Trigger].Head : scene.Trigger;

    private static int BeforeNextFigure(Sentence s, int counted, int start, int end)
    {
        foreach (var c in s.Children(counted))
        {
            if (s.Is(c, "conj") && c > counted)
            {
                for (var i = counted + 1; i <= c && i < end; i++)
                {
                    if (i > start && s.Below(i, c))
                    {
                        return s.Tokens[i - 1].Tag is Upos.PUNCT or Upos.CCONJ && i - 1 > counted ? i - 1 : i;
                    }
                }
            }
        }

        return end;
    }

    private string? Missing(Frame frame, Party? actor, Party? target, ImmutableArray<PlaceArgument> found, (int, int)? number, Scene scene, int placeArgument)
    {
        if (frame.Needs.IsEmpty)
        {
            return null;
        }

        foreach (var need in frame.Needs)
        {
            var has = need switch
            {
                "actor" => actor is not null,
                "target" => target is not null,
                "place" => !found.IsEmpty || placeArgument >= 0,
                "number" => number is not null,
                _ => paths.First(scene.Sentence, scene.Trigger, scene.Clause, frame.Item) >= 0,
            };
            if (has)
            {
                return null;
            }
        }

        return $"it names no {string.Join(" and no ", frame.Needs)}";
    }

    private Party? Party(Scene scene, ImmutableArray<string> slot, bool told = false)
    {
        foreach (var path in slot)
        {
            if (paths.Follow(scene.Sentence, scene.Trigger, scene.Clause, path) is >= 0 and var head)
            {
                var harmed = scene.Frame.Kind == "civilian-harm" && slot == scene.Frame.Target && scene.Sentence.Tokens[head].Tag != Upos.PRON && parties.Side(scene.Sentence, head, 0) is null;
                if (harmed || civilians.Matches(scene.Sentence, head))
                {
                    return new Party(PartyFinder.Name(scene.View.Report.Text, scene.Sentence, head), Ground(scene.Sentence));
                }

                if (told && parties.Side(scene.Sentence, head, 0) is null)
                {
                    continue;
                }

                if (parties.Find(scene.View, scene.Discourse, scene.Index, head) is { } party)
                {
                    return party;
                }
            }
        }

        return null;
    }

    // Whose ground a sentence speaks of: that of a country that it is said to be in, else that on which the war is fought.
    private string Ground(Sentence s)
    {
        foreach (var m in s.Mentions)
        {
            if (m.Type == MentionType.Place && m.Side is { } side && side != "none" && s.Preposition(m.Head) is "in" or "inside" or "across" or "within")
            {
                return side;
            }
        }

        return home;
    }

    /// <summary>One figure: the noun, its number, whether the verb goes with it, and where it ends where that was read off the words.</summary>
    private sealed record Item(int Noun, (int First, int End)? Number, bool First, int End);

    private sealed record Scene(ReportView View, Discourse Discourse, int Index, int Trigger, int Clause, int Top, Frame Frame, Trigger Match, Construction Construction)
    {
        public Sentence Sentence => View.Sentences[Index];
    }
}
