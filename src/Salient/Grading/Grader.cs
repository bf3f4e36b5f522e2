using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Grading;

/// <summary>Decides the source chain, the factuality and whether quoted.</summary>
public sealed class Grader(Modality modality)
{
    // How many times likelier another grade must be than the one that the cues give.
    private const double Trust = 10;

    // Likewise where words deny: they are plainer than hedges.
    private const double TrustDenial = 30;

    // How many times likelier the report's own word must be than somebody's to outweigh the cues.
    private const double TrustOwn = 4;

    // The same of what happens on the ground, which the policy of control weighs by who says it.
    private const double TrustOwnGround = 10;

    // How likely somebody's word must be where no cue shows it: more is somebody's than the scorer thinks.
    private const double Said = 0.4;

    // The same where nobody speaks in its own paragraph, but somebody before it.
    private const double SaidBefore = 0.5;

    // The same of what is done between states, which is seldom anybody's word.
    private const double SaidOfDeeds = 0.7;

    private static readonly string[] Utterances = ["declaration", "criticism", "threat"];
    private static readonly string[] Opinions = ["believe", "believes", "believed", "think", "thinks", "thought", "expect", "expects", "expected"];
    private static readonly string[] Exhibits = ["footage", "imagery", "image", "picture", "photo", "photograph", "video"];
    private static readonly string[] Media = ["media", "agency", "social"];
    private static readonly string[] Independent = ["media", "agency", "think-tank", "analyst", "social", "reader"];
    private readonly FactualityReader reader = new(modality);

    /// <summary>Grades one assertion.</summary>
    public Grade Grade(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions, Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(assertion);
        attributions = Letters.Find(report) is { IsEmpty: false } letters ? [.. attributions, .. letters] : attributions;
        var s = sentences[assertion.Sentence];
        var paragraph = report.Paragraphs[s.Paragraph];
        var trigger = assertion.Trigger >= 0 && assertion.Trigger < s.Tokens.Length ? s.Tokens[assertion.Trigger].Span : assertion.Evidence;
        var over = SourceChain.Over(attributions, trigger, assertion.Evidence, assertion.Kind, assertion.Act);
        var quoted = Quoted(report, assertion.Evidence);
        if (!quoted && Aside(s, assertion.Trigger, report.Institute) is >= 0 and var aside)
        {
            // The report's own remark on what it reports: ", which likely means …", ", a step that …".
            over.RemoveAll(a => a.Content.Any(c => c.Contains(aside)));
        }

        var sources = new List<ClaimSource>();
        // Who tells of a speech act in his own words says it; a medium passes on what was said.
        var told = over.Exists(a => a.By is { } by && a.Class == CueClass.Speech && Array.IndexOf(Media, by.Type) < 0);
        if (!told && SourceChain.Speaker(modality, s, attributions, assertion, trigger, Speaks(s, assertion.Trigger) ? trigger.Of(report.Text) : null, over.Count > 0) is { } speaker)
        {
            sources.Add(speaker);
        }

        var grade = reader.Read(s, assertion, over.Exists(a => !a.Cue.IsEmpty && (!quoted || Quoted(report, a.Cue[0].Cover(assertion.Evidence)))), t => Cue(over, s.Tokens[t].Span));
        var open = false;
        foreach (var a in over)
        {
            if (a.By is { } by && a.Class != CueClass.Appearance && !Thought(a, over) && !sources.Exists(x => x.Name == by.Name))
            {
                Stance(a, grade, sources.Count == 0, ref open);
                sources.Add(by);
                if (a.Through is { } outlet && !sources.Exists(x => x.Name == outlet.Name))
                {
                    sources.Add(outlet);
                }
            }
            else
            {
                Own(a, grade, sources.Count == 0);
            }
        }

        Voice(report, sentences, attributions, assertion, sources, quoted, assertion.Trigger >= 0 && assertion.Trigger < s.Tokens.Length && modality.Stands(s.Lemma(assertion.Trigger)));
        if (sources.Count == 0 && SourceChain.Credit(paragraph) is { } credit)
        {
            sources.Add(credit);
        }

        var read = open ? Factuality.Uncommitted : grade.Result();
        var meant = grade.Planned || (over is [var nearest, ..] && RulesOut(nearest)) ? read : Weigh(read, assertion.Leaning.Grades);
        if (Denies(meant) && !Denies(read) && modality.Denied(assertion.Act))
        {
            // Only what names such an act denies it, and that has been read.
            meant = read;
        }

        if (assertion.Kind == "politics" && assertion.Act == "threat" && meant is Factuality.Uncommitted && !s.Tokens[^1].Form.EndsWith('?'))
        {
            // Who threatens has done so, whatever it hangs on.
            meant = Factuality.Certain;
        }

        var actor = assertion.Actor;
        if (assertion.Kind == "politics" && Array.IndexOf(Utterances, assertion.Act) >= 0 && sources is [var who, ..])
        {
            if (who.Side == "none" && who.Anonymous && actor is { Side: not "none" } && Array.IndexOf(Independent, who.Type) < 0)
            {
                // Who declares or blames is of the side that does; somebody named may speak for himself.
                sources[0] = who with { Side = actor.Side };
            }
            else if (who.Side != "none" && assertion.Act != "threat")
            {
                // What is declared is declared by who says it.
                actor = new Party(who.Name, who.Side);
            }
        }
        else if (quoted && sources is [{ Side: not "none" } self, ..] && actor?.Side != self.Side && Ours(s, assertion))
        {
            // "Without shells we will lose the town": who says "we" is of those who do it.
            actor = new Party(self.Name, self.Side);
        }

        return new Grade([.. sources], meant, quoted, meant == read ? grade.Reason : grade.Reason.Length > 0 ? grade.Reason + ", the sentence as a whole" : "the sentence as a whole") { Actor = actor };
    }

    // "We" do it in his own words, and do it themselves; whom a speaker judges or strikes are others.
    private static bool Ours(Sentence s, Assertion a) =>
        a.Kind is "control" or "movement" or "strength" or "logistics" && a.Trigger >= 0 && a.Trigger < s.Tokens.Length && s.Tokens[a.Trigger].Tag == Upos.VERB && !s.Passive(a.Trigger)
        && s.OwnSubject(a.Trigger) is >= 0 and var subject && s.Lower(subject) == "we" && a.Evidence.Contains(s.Tokens[subject].Span);

    // Whose word it is by the cues stands unless the scorer, which reads the sentence as a whole, is much surer of the other.
    private void Voice(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions, Assertion assertion, List<ClaimSource> sources, bool quoted, bool stands)
    {
        if (assertion.Leaning.Said is not { } said)
        {
            return;
        }

        if (sources is [{ Cue: not (null or ":") }, ..] && 1 - said > (assertion.Kind is "control" or "movement" or "combat" ? TrustOwnGround : TrustOwn) * said)
        {
            sources.Clear();
        }
        else if (sources.Count == 0 && said > (SourceChain.Done(assertion.Kind, assertion.Act) && !quoted ? SaidOfDeeds : Said) && (quoted || !(Unnamed(sentences[assertion.Sentence], assertion) || Exhibited(sentences[assertion.Sentence], assertion.Trigger))) && SourceChain.Likely(modality, report, sentences, attributions, assertion, quoted, stands, said, out var earlier) is { } by && (!earlier || said > SaidBefore))
        {
            sources.Add(by);
        }
    }

    // "It has been condemned": nobody says who blames.
    private static bool Unnamed(Sentence s, Assertion a) =>
        a.Act == "criticism" && a.Trigger >= 0 && a.Trigger < s.Tokens.Length && s.Passive(a.Trigger) && s.Agent(a.Trigger) < 0;

    // "Footage shows …": what can be seen is nobody's word.
    private static bool Exhibited(Sentence s, int trigger)
    {
        for (var t = trigger >= 0 && trigger < s.Tokens.Length ? trigger : s.Root; t >= 0; t = s.Tokens[t].Head)
        {
            if (s.Child(t, "nsubj") is >= 0 and var shown && Array.IndexOf(Exhibits, s.Lemma(shown).Lowered()) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // What the cues say stands unless the scorer, which reads the sentence as a whole, is much surer of something else.
    private static Factuality Weigh(Factuality read, ImmutableArray<double> leaning)
    {
        if (leaning.IsEmpty)
        {
            return read;
        }

        // "Possibly not" is seldom written: what denies is as likely as the likeliest that does.
        var best = leaning.IndexOf(leaning.Max());
        var mine = Enumerable.Range(0, leaning.Length).Where(g => g == (int)read || (Denies(read) && Denies((Factuality)g))).Max(g => leaning[g]);
        return leaning[best] > (Denies(read) ? TrustDenial : Trust) * mine ? (Factuality)best : read;
    }

    private static bool Denies(Factuality grade) => grade is Factuality.CertainlyNot or Factuality.ProbablyNot or Factuality.PossiblyNot;

    // A verb of speech in the active, not denied: its subject has spoken.
    private bool Speaks(Sentence s, int t) =>
        t >= 0 && t < s.Tokens.Length && modality.Speaks(s.Lemma(t)) && !s.Passive(t) && s.Child(t, "advmod") is var no && (no < 0 || s.Lower(no) is not ("not" or "n't" or "n’t" or "never"));

    /// <summary>"we think that", said by the speaker of what it stands in: a hedge, no source of its own.</summary>
    private static bool Thought(Attribution a, List<Attribution> over) =>
        a.Class == CueClass.Belief && over.Exists(o => o != a && o.Class != CueClass.Belief && o.By?.Name == a.By?.Name && o.Content.Any(c => a.Cue.Any(k => c.Contains(k))));

    private static bool RulesOut(Attribution a) =>
        a.By?.Cue?.Split(' ') is { } words && ((Array.IndexOf(words, "out") >= 0 && words.Any(w => w.StartsWith("rul", StringComparison.OrdinalIgnoreCase))) || words.Any(w => w.StartsWith("exclud", StringComparison.OrdinalIgnoreCase)));

    /// <summary>What the nearest source's cue does: denies, leaves open.</summary>
    private static void Stance(Attribution a, ClauseGrade grade, bool nearest, ref bool open)
    {
        if (!nearest)
        {
            return;
        }

        if (a.Negated && a.Class == CueClass.Belief && a.By?.Cue is { } cue && cue.Split(' ').Any(w => Array.IndexOf(Opinions, w.Lowered()) >= 0))
        {
            // "Does not believe that it is over": believes that it is not, which its negator may have told already.
            grade.Apply(grade.Negated ? Effect.Probable : Effect.Unlikely, cue);
        }
        else if (RulesOut(a))
        {
            // "Ruled out that the town would fall"; in "did not rule it out" the negator is of the cue, and was read on the way up.
            if (a.Negated)
            {
                grade.Affirm();
            }

            grade.Apply(a.Negated ? Effect.Possible : Effect.Negated, "ruled out");
        }
        else if (a.Negated || a.Stance == CueStance.LeavesOpen)
        {
            open = true;
        }
        else if (a.Stance == CueStance.Denies)
        {
            grade.Apply(Effect.Negated, "denied");
        }
    }

    /// <summary>"we think that", "it appears that", "is expected to": the speaker's own hedge.</summary>
    private static void Own(Attribution a, ClauseGrade grade, bool nearest)
    {
        if (!nearest)
        {
            return;
        }

        if (a.Class is CueClass.Appearance || (a.Class is CueClass.Belief && !a.Negated))
        {
            grade.Apply(Effect.Probable, "belief");
        }
    }

    private static bool Cue(List<Attribution> over, TextSpan word) => over.Exists(a => a.By is not null && a.Cue.Any(c => c.Overlaps(word)));

    /// <summary>The last unit before ", which …", or ", a step that …", around word <paramref name="t"/>; -1 where it stands in no such clause.</summary>
    private static int Aside(Sentence s, int t, bool institute)
    {
        for (var steps = 0; t >= 0 && steps < 12; t = s.Tokens[t].Head, steps++)
        {
            var remark = s.Is(t, "acl:relcl") || (s.Is(t, "appos") && s.Tokens[t].Tag == Upos.NOUN);
            if (remark && Array.IndexOf(s.Below(t), true) is > 1 and var first)
            {
                while (first < t && s.Tokens[first].Tag == Upos.PUNCT)
                {
                    first++;
                }

                var opens = s.Is(t, "appos") ? s.Lower(first) is "a" or "an" : s.Lower(first) == "which" && (institute || s.IsAny(first, "nsubj", "nsubj:pass"));
                if (opens && s.Tokens[first - 1].Form is "," or "—" or "–" or "--")
                {
                    return s.Tokens[first - 2].Span.Start;
                }
            }
        }

        return -1;
    }

    private static bool Quoted(Report report, TextSpan evidence)
    {
        foreach (var q in QuotationFinder.Find(report))
        {
            if (q.Span.Start > evidence.Start)
            {
                return false;
            }

            if (!q.Dashed && q.Span.Contains(evidence))
            {
                return true;
            }
        }

        return false;
    }
}
