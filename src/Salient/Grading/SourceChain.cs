using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Grading;

/// <summary>Puts the attributions over an assertion in order: nearest the content first.</summary>
internal static class SourceChain
{
    private static readonly string[] SpeechActs = ["threat", "criticism", "declaration"];

    // How likely somebody's word a speech act must be for who acts in it to say so, and from where on it is another's, who tells of it.
    private const double Acts = 0.5;
    private const double Tells = 0.7;

    // How likely what happens must be somebody's word where he is heard only behind it; fighting and who holds what keep the weights that control was set on.
    private const double Behind = 0.6;

    private static readonly string[] Deeds = ["negotiation", "agreement", "sanction", "mobilisation"];
    private static readonly string[] Meeting = ["talk", "discuss", "call", "meet", "met ", "negotiat", "agree", "address", "consult", "visit", "list"];
    private static readonly string[] Announcing = ["announc", "said", "says", "confirm", "report", "according", "disclos", "reveal"];
    private static readonly string[] Sites = ["twitter", "facebook", "telegram", "instagram", "youtube", "x", "tiktok", "vk"];

    /// <summary>The attributions whose content holds the assertion, innermost first.</summary>
    public static List<Attribution> Over(ImmutableArray<Attribution> all, TextSpan trigger, TextSpan evidence, string kind, string act)
    {
        var result = new List<Attribution>();
        foreach (var a in all)
        {
            // "Germany pledged to send": who pledges gives, and is no source of it.
            if (kind == "logistics" && a.By is { Type: not "media" } && a.Stance != CueStance.Denies && !Announces(a) && a.Cue.Any(c => c.Overlaps(trigger) || (trigger.Start - c.End is >= 0 and <= 6)))
            {
                continue;
            }

            // "The presidents discussed the corridor": who meets does something, and is no source of it.
            if (Done(kind, act) && a.By?.Cue is { } cue && a.Cue.Any(evidence.Contains) && Meeting.Any(w => (cue + " ").Contains(w, StringComparison.OrdinalIgnoreCase)) && !Announces(a))
            {
                continue;
            }

            if (a.Class is CueClass.Intent || (a.Class == CueClass.Attitude && a.Stance != CueStance.Denies))
            {
                continue;
            }

            var holds = false;
            foreach (var c in a.Content)
            {
                holds |= c.Contains(trigger) || (c.Overlaps(evidence) && 2 * (Math.Min(c.End, evidence.End) - Math.Max(c.Start, evidence.Start)) > evidence.Length && c.Contains(evidence.Start));
            }

            // "X reported heavy fighting" as evidence: the cue stands inside, the content carries it.
            var within = !holds && (a.Class is CueClass.Speech or CueClass.Question || !a.Cue.Any(c => c.Overlaps(trigger))) && a.Content.Any(c => c.Overlaps(evidence)) && a.Cue.Any(c => evidence.Contains(c) && (c.Start <= trigger.Start || (c.Length == 1 && a.Source.Any(x => x.Contains(trigger))))) && !(kind == "politics" && a.Negated);
            // "They believe that it can hold": the judgement is in what they believe.
            var judged = kind == "assessment" && act != "intention" && a.Class == CueClass.Belief && a.By is not null && a.Cue.Any(c => c.Overlaps(trigger)) && a.Content.Any(c => c.Overlaps(evidence) && 2 * (Math.Min(c.End, evidence.End) - Math.Max(c.Start, evidence.Start)) > evidence.Length);
            if (within || judged || (holds && !a.Cue.Any(c => c.Overlaps(trigger))))
            {
                result.Add(a);
            }
        }

        result.Sort((x, y) => Length(x).CompareTo(Length(y)));
        return result;
    }

    /// <summary>True for what is done between states, not said: a meeting, an agreement, a sanction, a call-up.</summary>
    public static bool Done(string kind, string act) => kind == "politics" && Deeds.Contains(act);

    /// <summary>The speaker where the assertion is the speech act itself: "X accused Y of".</summary>
    /// <param name="modality">Knows the nouns for who speaks.</param>
    /// <param name="s">The assertion's sentence.</param>
    /// <param name="all">The report's attributions.</param>
    /// <param name="assertion">The assertion.</param>
    /// <param name="trigger">Where its trigger stands.</param>
    /// <param name="word">The trigger, where it speaks of speech and is neither denied nor a passive; else null.</param>
    /// <param name="reported">True where the assertion is itself somebody's content.</param>
    public static ClaimSource? Speaker(Modality modality, Sentence s, ImmutableArray<Attribution> all, Assertion assertion, TextSpan trigger, string? word, bool reported)
    {
        if (assertion.Kind != "politics" || !SpeechActs.Contains(assertion.Act))
        {
            return null;
        }

        var onward = Onward(s, assertion.Trigger);
        foreach (var a in all)
        {
            // "Went on to say that": the speech act hangs on the word that leads to it.
            if (a.By is not null && !a.Negated && a.Cue.Any(c => c.Overlaps(trigger) || (onward >= 0 && c.Overlaps(s.Tokens[onward].Span))))
            {
                return a.By;
            }
        }

        return word is not null && !reported && assertion.Actor is { Side: not "none" } actor ? SelfSource.Of(modality, s, actor, word) : null;
    }

    /// <summary>Who most likely speaks where no cue reaches: of a speech act its actor, else who spoke last in its paragraph, speaks next in it, or spoke last before it.</summary>
    /// <param name="modality">Knows the nouns for who speaks.</param>
    /// <param name="report">The report.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="attributions">Who says what in it.</param>
    /// <param name="assertion">The assertion.</param>
    /// <param name="quoted">True where it stands in quotation marks: who acts in it does not say it.</param>
    /// <param name="stands">True where its trigger is a verb by which its subject speaks or takes a stand.</param>
    /// <param name="said">How likely it is somebody's word.</param>
    /// <param name="earlier">True where it is who spoke last in an earlier paragraph.</param>
    public static ClaimSource? Likely(Modality modality, Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions, Assertion assertion, bool quoted, bool stands, double said, out bool earlier)
    {
        var s = sentences[assertion.Sentence];
        var own = !quoted && assertion.Clause >= 0 && assertion.Clause < s.Tokens.Length && !s.Is(assertion.Clause, "ccomp") && !s.Is(assertion.Clause, "acl");
        var paragraph = report.Paragraphs[s.Paragraph].Span;
        Attribution? before = null, after = null, last = null;
        foreach (var a in attributions)
        {
            // "Reportedly" says it of its own clause alone.
            if (a.By is null || a.Class != CueClass.Speech || a.Cue.IsEmpty || a.Source.IsEmpty)
            {
                continue;
            }

            var at = a.Cue[0].Start;
            if (!paragraph.Contains(a.Cue[0]))
            {
                last = at < paragraph.Start && (last is null || at > last.Cue[0].Start) ? a : last;
            }
            else if (at < assertion.Evidence.Start)
            {
                before = before is null || at > before.Cue[0].Start ? a : before;
            }
            else
            {
                after = after is null || at < after.Cue[0].Start ? a : after;
            }
        }

        // "…, he said. Russia rejects the plan": who takes a stand says so; else who speaks in the paragraph goes on.
        var self = own && !Ours(s, assertion.Trigger) && assertion.Actor is { Side: not "none" } actor && (stands || before?.By is not { Type: "official" or "analyst" or "witness" or "military" or "other" }) && assertion.Kind == "politics" && !Done(assertion.Kind, assertion.Act)
            ? SelfSource.Of(modality, s, actor, null) : null;
        earlier = false;
        if (self is not null && !stands)
        {
            if (said <= Acts)
            {
                return null;
            }

            // What so surely is somebody's word is told by who speaks around it.
            self = said < Tells || (before ?? after ?? last) is null ? self : null;
        }

        if (self is null && before is null && after is not null && !quoted && assertion.Kind is not ("assessment" or "control" or "combat") && said <= Behind)
        {
            return null;
        }

        earlier = self is null && before is null && after is null;
        return self ?? (before ?? after ?? (Ours(s, assertion.Trigger) && !quoted ? null : last))?.By;
    }

    /// <summary>A picture's credit as the source of what it shows.</summary>
    public static ClaimSource? Credit(Paragraph paragraph)
    {
        if (paragraph.Credit is not { Length: > 0 } credit)
        {
            return null;
        }

        var slash = credit.LastIndexOf('/');
        return slash > 0 && Sites.Contains(credit[(slash + 1)..].Trim().Lowered())
            ? new ClaimSource(credit[..slash].Trim(), "social", "none", false, null)
            : new ClaimSource(credit, slash > 0 ? "agency" : "media", "none", false, null);
    }

    // What "went on to" and "came out to" lead to; -1 for other words.
    private static int Onward(Sentence s, int t)
    {
        if (t < 0 || t >= s.Tokens.Length || s.Lemma(t) is not ("go" or "come"))
        {
            return -1;
        }

        foreach (var c in s.Children(t))
        {
            if (c > t && s.IsAny(c, "xcomp", "advcl") && s.Infinitive(c))
            {
                return c;
            }
        }

        return -1;
    }

    // "We condemn", in a paragraph in which nobody speaks: whoever writes.
    private static bool Ours(Sentence s, int t) => t >= 0 && t < s.Tokens.Length && s.OwnSubject(t) is >= 0 and var who && s.Lower(who) is "we" or "i";

    // Who announces speaks of it; who only pledges or sends gives.
    private static bool Announces(Attribution a) =>
        a.By?.Cue is { } cue && Announcing.Any(w => cue.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static int Length(Attribution a) => a.Content.Sum(c => c.Length);
}
