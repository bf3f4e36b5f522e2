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
    private readonly WordList civilians = frames.List("civilians");

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
        var actor = Party(scene, frame.Actor);
        var target = Party(scene, frame.Target);
        if (target is null && frame.Opponent && actor is not null)
        {
            target = parties.Opponent(actor.Side);
        }
        else if (actor is null && frame.Opponent && target is not null)
        {
            actor = parties.Opponent(target.Side);
        }

        var counted = paths.First(s, t, clause, frame.Number);
        return counted >= 0 ? Counted(scene, actor, target, counted, out refused) : One(scene, actor, target, -1, first: true, out refused) is { } one ? [one] : [];
    }

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
        var items = new List<int> { counted };
        foreach (var c in s.Children(counted))
        {
            if (s.Is(c, "conj") && numbers.Find(s, c) is not null)
            {
                items.Add(c);
            }
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (One(scene, actor, target, items[i], i == 0, out var why) is { } one)
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

    private Candidate? One(Scene scene, Party? actor, Party? target, int counted, bool first, out string? refused)
    {
        var s = scene.Sentence;
        var frame = scene.Frame;
        var number = counted >= 0 ? numbers.Find(s, counted) : null;
        var noun = counted >= 0 ? numbers.Noun(s, numbers.Counted(s, counted)) : null;
        var inside = frame.Evidence == EvidenceRule.Phrase || scene.Construction == Construction.Bare ? evidence.Phrase(s, PhraseHead(scene)) : evidence.Clause(s, scene.Top, scene.Trigger);
        var placeArgument = paths.First(s, scene.Trigger, scene.Clause, frame.Place);
        var found = places.Find(scene.View, scene.Discourse, scene.Index, scene.Trigger, scene.Top, inside, placeArgument, frame.Kind);
        var (start, end) = evidence.Stretch(s, inside, scene.Trigger, scene.Top);
        if (!first)
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

        var item = paths.First(s, scene.Trigger, scene.Clause, frame.Item);
        var post = paths.First(s, scene.Trigger, scene.Clause, frame.Post);
        var itemName = item >= 0 ? PartyFinder.Name(scene.View.Report.Text, s, item) : null;
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
                number is null ? null : frame.Unit ?? noun?.Unit ?? s.Tokens[numbers.Counted(s, counted)].Lemma.ToLowerInvariant(),
                frame.Kind == "loss" ? frame.Category ?? noun?.Category ?? (first && counted < 0 ? CategoryOf(scene) : null) : null,
                frame.Kind == "combat" ? frame.Outcome : null,
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

    private Party? Party(Scene scene, ImmutableArray<string> slot)
    {
        foreach (var path in slot)
        {
            if (paths.Follow(scene.Sentence, scene.Trigger, scene.Clause, path) is >= 0 and var head)
            {
                if (parties.Find(scene.View, scene.Discourse, scene.Index, head) is { } party)
                {
                    return party;
                }

                if (civilians.Matches(scene.Sentence, head))
                {
                    return new Party(PartyFinder.Name(scene.View.Report.Text, scene.Sentence, head), "none");
                }
            }
        }

        return null;
    }

    private sealed record Scene(ReportView View, Discourse Discourse, int Index, int Trigger, int Clause, int Top, Frame Frame, Trigger Match, Construction Construction)
    {
        public Sentence Sentence => View.Sentences[Index];
    }
}
