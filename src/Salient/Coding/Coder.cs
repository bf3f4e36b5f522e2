using System.Collections.Immutable;
using Salient.Coding.Arguments;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Coding.Parties;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding;

/// <summary>Finds propositions by frames: all that could be claims, then those that a scorer keeps.</summary>
public sealed class Coder
{
    // Longer "sentences" are tables and navigation; nothing in them is a clause.
    private const int LongestSentence = 250;
    private readonly FrameSet frames;
    private readonly Theatre theatre;
    private readonly ICandidateScorer scorer;
    private readonly CandidateMaker maker;
    private readonly TreeMender mender;
    private readonly PlaceBinder binder;
    private readonly StrikeOwner strikes;
    private readonly JudgedOwner judged;
    private readonly DrivenOwner driven;
    private readonly Chooser? chooser;
    private readonly SiteChooser? sites;
    private readonly PartyChooser? chosen;

    /// <summary>A coder for <paramref name="frames"/> in <paramref name="theatre"/>.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="theatre">The theatre in force.</param>
    /// <param name="scorer">Decides among candidates; null trusts the frames' priors.</param>
    public Coder(FrameSet frames, Theatre theatre, ICandidateScorer? scorer = null)
    {
        ArgumentNullException.ThrowIfNull(frames);
        this.frames = frames;
        this.theatre = theatre;
        this.scorer = scorer ?? new PriorScorer();
        maker = new CandidateMaker(frames, theatre);
        mender = new TreeMender(frames);
        binder = new PlaceBinder(frames);
        strikes = new StrikeOwner(frames, theatre);
        judged = new JudgedOwner(frames, theatre);
        driven = new DrivenOwner(frames, theatre);
    }

    private Coder(FrameSet frames, Theatre theatre, Chooser? chooser, SiteChooser? sites, PartyChooser? chosen)
        : this(frames, theatre)
    {
        this.chooser = chooser;
        this.sites = sites;
        this.chosen = chosen;
    }

    /// <summary>A coder of the frames, word classes and learned weights in <paramref name="data"/>; without weights it trusts the frames' priors.</summary>
    /// <exception cref="ProblemException">SAL0501 and following: a frame, list or class is wrong; SAL0543: the weights are.</exception>
    /// <param name="data">The data folder.</param>
    /// <param name="theatre">The theatre in force.</param>
    /// <param name="learned">False leaves the weights aside.</param>
    public static Coder Load(string data, Theatre theatre, bool learned = true)
    {
        var all = FrameLoader.Load(Path.Combine(data, "rules", "en", "frames"));
        var weights = Path.Combine(data, "models", "coder.net.br");
        var encoded = Path.Combine(data, "models", "coder.encoder.br");
        var places = Path.Combine(data, "models", "places.net.br");
        var parties = Path.Combine(data, "models", "parties.net.br");
        return new Coder(
            all,
            theatre,
            learned && File.Exists(weights)
            ? new Chooser(all, theatre, SenseClassLoader.Load(Path.Combine(data, "rules", "en", "classes.tsv")), WordVectorsFile.Load(Path.Combine(data, "models", "words.vectors.br")), NetworkFile.Load(weights), File.Exists(encoded) ? NetworkFile.Load(encoded) : null)
            : null,
            learned && File.Exists(places) ? new SiteChooser(all, NetworkFile.Load(places)) : null,
            learned && File.Exists(parties) ? new PartyChooser(theatre, NetworkFile.Load(parties)) : null);
    }

    /// <summary>The assertions of a report, by position.</summary>
    public ImmutableArray<Assertion> Code(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions)
    {
        var view = new ReportView(report, sentences, attributions);
        var candidates = Propose(view);
        if (chooser is not null)
        {
            return [.. chooser.Choose(view, candidates).Select(a => binder.Bind(view, a))];
        }

        var scores = scorer.Score(view, candidates);
        return [.. Selection.Select(candidates, scores, scorer.Threshold).Select(i => binder.Bind(view, candidates[i].Assertion with { Score = scores[i] }))];
    }

    /// <summary>The assertions with their places and parties, now that it is known where the report's names lie.</summary>
    /// <param name="view">The report.</param>
    /// <param name="locations">Its names, located.</param>
    /// <param name="assertions">What <see cref="Code"/> found in it.</param>
    public ImmutableArray<Assertion> Place(ReportView view, ImmutableArray<Location> locations, ImmutableArray<Assertion> assertions)
    {
        var carried = Carry(view, locations, assertions);
        var placed = sites is null ? carried : sites.Choose(view, locations, carried);
        return [.. (chosen is null ? placed : chosen.Choose(view, placed)).Select(a => driven.Settle(view, judged.Settle(view, strikes.Settle(view, locations, a))))];
    }

    /// <summary>The assertions with the places that rules give them.</summary>
    internal static ImmutableArray<Assertion> Carry(ReportView view, ImmutableArray<Location> locations, ImmutableArray<Assertion> assertions) =>
        [.. assertions.Select(a => a with { Places = PlaceCarrier.Of(a, view.Sentences, locations) })];

    /// <summary>Everything that a frame holds for, kept or not, by position: at most one a frame, word and figure.</summary>
    public ImmutableArray<Candidate> Propose(ReportView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Propose(view, null);
    }

    /// <summary>The sentences as all methods here want them: trees mended where a verb was read as a noun.</summary>
    public ImmutableArray<Sentence> Mend(ImmutableArray<Sentence> sentences) => [.. sentences.Select(mender.Mend)];

    /// <summary>What fired in a report, what was considered, and why it lost.</summary>
    /// <param name="report">The report.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="attributions">Who says what in it.</param>
    /// <param name="only">The sentence that is asked for, where one is: of others only the first network is heard.</param>
    public Explanation Explain(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions, int? only = null)
    {
        var view = new ReportView(report, sentences, attributions);
        var considered = ImmutableArray.CreateBuilder<Consideration>();
        var candidates = Propose(view, considered);
        if (chooser is not null)
        {
            considered.AddRange(Weighed(chooser, view, candidates, only));
            return new Explanation([.. considered.OrderBy(c => c.Sentence).ThenBy(c => c.Token).ThenByDescending(c => c.Kept)]);
        }

        var scores = scorer.Score(view, candidates);
        var kept = Selection.Select(candidates, scores, scorer.Threshold).ToHashSet();
        for (var i = 0; i < candidates.Length; i++)
        {
            var a = candidates[i].Assertion;
            var weights = string.Join(", ", scorer.Explain(view, candidates, i).Take(4).Select(w => $"{w.Feature} {w.Weight:+0.00;-0.00}"));
            var reason = kept.Contains(i) ? weights : scores[i] < scorer.Threshold ? $"scored below {scorer.Threshold:0.00}: {weights}" : "another claim of the kind has its clause";
            considered.Add(new Consideration(a.Sentence, a.Trigger, a.Rule, kept.Contains(i), scores[i], a.Evidence, reason));
        }

        return new Explanation([.. considered.OrderBy(c => c.Sentence).ThenBy(c => c.Token).ThenByDescending(c => c.Kept)]);
    }

    // One line a claim made; one for each clause of which none was made.
    private static IEnumerable<Consideration> Weighed(Chooser chooser, ReportView view, ImmutableArray<Candidate> candidates, int? only)
    {
        foreach (var w in chooser.Weigh(view, candidates, explained: true, only))
        {
            var weights = string.Join(", ", chooser.Explain(w).Take(6).Select(x => $"{x.Feature} {x.Weight:+0.00;-0.00}"));
            foreach (var a in w.Chosen)
            {
                yield return new Consideration(a.Sentence, a.Trigger, a.Rule, Kept: true, a.Score, a.Evidence, weights);
            }

            if (w.Chosen.IsEmpty)
            {
                yield return new Consideration(w.Unit.Sentence, w.Unit.Clause.Content, w.Unit.Found.IsEmpty ? "clause" : w.Unit.Found[0].Rule, Kept: false, 0, w.Unit.Clause.Evidence, $"for no claim: {weights}");
            }
        }
    }

    private ImmutableArray<Candidate> Propose(ReportView view, ImmutableArray<Consideration>.Builder? considered)
    {
        ArgumentNullException.ThrowIfNull(view);
        var discourse = new Discourse(view, frames, theatre);
        var result = ImmutableArray.CreateBuilder<Candidate>();
        for (var i = 0; i < view.Sentences.Length; i++)
        {
            var s = view.Sentences[i];
            var paragraph = view.Report.Paragraphs[s.Paragraph];
            if (!paragraph.Coded || s.Tokens.Length > LongestSentence)
            {
                continue;
            }

            for (var t = 0; t < s.Tokens.Length; t++)
            {
                Fire(view, discourse, i, t, paragraph.Role, result, considered);
            }
        }

        return result.ToImmutable();
    }

    private void Fire(ReportView view, Discourse discourse, int sentence, int t, ParagraphRole role, ImmutableArray<Candidate>.Builder result, ImmutableArray<Consideration>.Builder? considered)
    {
        var s = view.Sentences[sentence];
        var triggered = frames.At(s.Tokens[t]);
        if (triggered.Length == 0)
        {
            return;
        }

        var verbal = frames.VerbForm(s.Tokens[t]);
        foreach (var (frame, trigger) in triggered)
        {
            if (!TriggerMatcher.Matches(s, t, trigger, verbal || role == ParagraphRole.Heading))
            {
                if (trigger.Specificity == 0)
                {
                    considered?.Add(new Consideration(sentence, t, frame.Id, Kept: false, 0, default, $"it is no {trigger.Class.ToString().Lowered()} here"));
                }

                continue;
            }

            var made = maker.Make(view, discourse, sentence, t, frame, trigger, out var refused);
            result.AddRange(made);
            if (refused is not null)
            {
                considered?.Add(new Consideration(sentence, t, frame.Id, Kept: false, 0, default, refused));
            }
        }
    }
}
