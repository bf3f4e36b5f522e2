using System.Buffers;
using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Scoring;

/// <summary>Decides by the learned model which clauses carry claims, of which kind and act; slots come from the frames that fired, else from the clause itself.</summary>
internal sealed class Chooser
{
    private readonly SenseClasses classes;
    private readonly Network model;
    private readonly Units units;
    private readonly ClauseSlots slots;
    private readonly Meaning meaning;
    private readonly ReportReader reader;
    private readonly SecondOpinion? second;
    private readonly PartyWeigher weigher;
    private readonly TollReader toll;
    private readonly TollOwner owners;
    private readonly WarOwner wars;
    private readonly Successions successions;
    private readonly Aims aims;

    public Chooser(FrameSet frames, Theatre theatre, SenseClasses classes, WordVectors vectors, Network model, Network? encoded = null)
    {
        meaning = new Meaning(vectors);
        reader = new ReportReader(model, vectors);
        second = encoded is null ? null : new SecondOpinion(model, encoded);
        this.classes = classes;
        this.model = model;
        units = new Units(classes);
        slots = new ClauseSlots(frames, theatre);
        weigher = new PartyWeigher(theatre);
        toll = new TollReader(frames);
        owners = new TollOwner(frames);
        wars = new WarOwner(theatre);
        successions = new Successions(frames);
        aims = new Aims(frames);
    }

    /// <summary>The claims of a report, by position.</summary>
    /// <param name="view">The report.</param>
    /// <param name="candidates">What frames found in it.</param>
    public ImmutableArray<Assertion> Choose(ReportView view, ImmutableArray<Candidate> candidates) =>
        [.. Weigh(view, candidates, explained: false).SelectMany(w => w.Chosen).OrderBy(a => a.Evidence).ThenBy(a => a.Trigger).ThenBy(a => a.Kind, StringComparer.Ordinal).ThenBy(a => a.Act, StringComparer.Ordinal)];

    /// <summary>Every unit that was considered, what came of it and why.</summary>
    /// <param name="view">The report.</param>
    /// <param name="candidates">What frames found in it.</param>
    /// <param name="explained">True keeps what <see cref="Explain"/> needs.</param>
    /// <param name="only">The sentence for which a second opinion is asked; null asks for all.</param>
    public ImmutableArray<Weighed> Weigh(ReportView view, ImmutableArray<Candidate> candidates, bool explained, int? only = null)
    {
        var context = new Context(view.Report, view.Sentences, view.Attributions, classes, meaning.Vectors);
        ImmutableArray<Unit> judged = [.. units.Build(context, [.. candidates.Select(c => c.Assertion)]).SelectMany(BareUnits.With)];
        var hidden = model.Weights.Hidden;
        var named = new FeatureList[judged.Length];
        var meant = ArrayPool<float>.Shared.Rent(judged.Length * meaning.Size);
        var said = ArrayPool<float>.Shared.Rent(judged.Length * hidden);
        var places = explained ? new float[judged.Length][][] : null;
        reader.Read(context, judged, said, places);
        for (var u = 0; u < judged.Length; u++)
        {
            Features.Add(context, judged[u], named[u] = new FeatureList(model.Table, explained));
            meaning.Fill(context, judged[u], meant.AsSpan(u * meaning.Size, meaning.Size));
        }

        var sums = model.Sum(named, meant.AsSpan(0, judged.Length * meaning.Size), model.Readers.Count == 0 ? [] : said.AsSpan(0, judged.Length * hidden));
        var kept = BareUnits.Kept(judged, sums, model);
        (judged, named, sums) = ([.. kept.Select(u => judged[u])], [.. kept.Select(u => named[u])], [.. kept.Select(u => sums[u])]);
        var other = second?.Weigh(context, judged, named, sums, explained, only);
        var chosen = successions.Complete(view, judged, aims.Settle(view, judged, toll.Settle(view, judged, Selector.Choose(judged, sums, model, model.Threshold)))).ToLookup(c => c.Unit);
        var scene = slots.Open(view);
        var result = ImmutableArray.CreateBuilder<Weighed>(judged.Length);
        for (var u = 0; u < judged.Length; u++)
        {
            var unit = judged[u];
            var reasons = explained ? new Reasons(named[u].Names, meant.AsSpan(kept[u] * meaning.Size, meaning.Size).ToArray(), said.AsSpan(kept[u] * hidden, hidden).ToArray(), places?[kept[u]] ?? []) { Second = other?[u] } : null;
            result.Add(new Weighed(unit, reasons, [.. chosen[u].Select(c => Make(scene, unit with { Clause = GroundKinds.Quoted(unit.Clause, c.Kind) }, c, view, sums[c.Unit]))]));
        }

        ArrayPool<float>.Shared.Return(meant);
        ArrayPool<float>.Shared.Return(said);
        return result.MoveToImmutable();
    }

    /// <summary>The features that spoke loudest for what was taken from a unit, or against all.</summary>
    public IEnumerable<(string Feature, double Weight)> Explain(Weighed weighed)
    {
        var output = weighed.Chosen.IsEmpty ? Network.None : weighed.Chosen[0].Kind;
        if (weighed.Reasons is not { } r)
        {
            return [];
        }

        var own = model.Explain(r.Features, r.Meaning, r.Said, r.Places, output);
        return second is null || r.Second is null ? own : second.Explain(own, r.Features, r.Second, output);
    }

    private Assertion Make(ClauseSlots.Scene scene, Unit unit, Choice choice, ReportView view, double[] sums)
    {
        // A judgement's or a speech act's slots hang on its act; what happened has the same parties whatever it is called.
        var strict = choice.Kind is "assessment" or "politics" or "cohesion" or "logistics";
        var same = unit.Found.Where(a => a.Kind == choice.Kind && (!strict || a.Act == choice.Act)).OrderByDescending(a => a.Act == choice.Act).ThenByDescending(a => a.Score).FirstOrDefault();
        var made = same is null ? scene.Fill(unit, choice, choice.Act == "dismissal" ? successions.Taken(view, unit) : null) : scene.Complete(same with { Act = choice.Act, Evidence = unit.Counted ? same.Evidence : unit.Clause.Evidence }, unit);
        var (acts, done) = (model.Leaning(sums, choice.Kind, Leanings.Actor), model.Leaning(sums, choice.Kind, Leanings.Target));
        var settled = owners.Settle(view, weigher.Weigh(view, made, unit, acts, done), unit.Clause, out var told);
        settled = wars.Settle(view, settled, unit.Clause, ref told);
        var voice = model.Leaning(sums, choice.Kind, Leanings.Voice);
        var speaker = model.Leaning(sums, choice.Kind, Leanings.Speaker);
        return settled with
        {
            Score = Math.Round(choice.Probability, 4),
            Leaning = new Leaning(model.Leaning(sums, choice.Kind, Leanings.Grade), voice.IsEmpty ? null : voice[1], weigher.Speakers(speaker)) { Actors = acts, Targets = done, Told = told },
        };
    }
}

/// <summary>A unit that was considered.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Reasons">What decided; null where no explanation is asked.</param>
/// <param name="Chosen">The claims taken from it.</param>
internal sealed record Weighed(Unit Unit, Reasons? Reasons, ImmutableArray<Assertion> Chosen);

/// <summary>What a decision about a unit was made from.</summary>
/// <param name="Features">What was seen of it.</param>
/// <param name="Meaning">What its words mean.</param>
/// <param name="Said">What the readers of sentences say of it.</param>
/// <param name="Places">What each reader makes of its places.</param>
internal sealed record Reasons(List<string> Features, float[] Meaning, float[] Said, float[][] Places)
{
    /// <summary>What the second opinion was made from; null where there is none.</summary>
    public EncodedReasons? Second { get; init; }
}
