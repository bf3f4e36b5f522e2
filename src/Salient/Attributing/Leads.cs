using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds who says what a report opens with, where the sentence behind names him: "The mill will reopen. The mayor said this on Monday."</summary>
internal sealed class Leads(CueLexicon cues, Stretch stretch)
{
    // How many sentences a report's opening may have before the one that names who says it.
    private const int Longest = 4;

    private static readonly HashSet<string> Statements = new(StringComparer.Ordinal) { "statement", "announcement", "comment", "post", "remark", "message", "information", "report", "assessment", "forecast" };
    private static readonly HashSet<string> Such = new(StringComparer.Ordinal) { "relevant", "corresponding", "respective", "such", "this", "that" };

    /// <summary>The draft of the opening, or null where no sentence behind it says whose it is.</summary>
    /// <param name="sentences">The report's sentences.</param>
    /// <param name="drafts">What is found so far: sentences that are somebody's already stay his alone.</param>
    public Draft? Find(ImmutableArray<Sentence> sentences, List<Draft> drafts)
    {
        for (var i = 1; i < sentences.Length && i <= Longest; i++)
        {
            var s = sentences[i];
            for (var v = 0; v < s.Tokens.Length; v++)
            {
                if (s.Tokens[v].Tag == Upos.VERB && Teller(s, v) is >= 0 and var who)
                {
                    return Make(sentences, i, v, who, drafts);
                }
            }

            if (s.Tokens.Length > 5 && s.Lower(0) is "that" or "this" && s.Tokens[1].Tag == Upos.AUX && s.Lower(2) == "according" && s.Lower(3) == "to" && Surface.Head(s, 4, s.Tokens.Length - 1) is >= 0 and var named)
            {
                return Make(sentences, i, 2, named, drafts);
            }
        }

        return null;
    }

    // The head of who says "this", by a verb; -1 where the verb has no such object.
    private int Teller(Sentence s, int v)
    {
        var speech = cues.Verb(s.Lemma(v))?.In("that") is { Class: CueClass.Speech } || s.Lemma(v) is "publish" or "voice";
        if (speech && v + 1 < s.Tokens.Length && s.Lower(v + 1) is "this" or "so" && (v + 2 == s.Tokens.Length || s.Tokens[v + 2].Tag is Upos.ADP or Upos.PUNCT or Upos.ADV or Upos.PROPN))
        {
            return Speakers.Of(s, v);
        }

        if (speech && v + 2 < s.Tokens.Length && s.Lower(v + 1) == "about" && s.Lower(v + 2) is "this" or "it")
        {
            return Speakers.Of(s, v);
        }

        var subject = s.OwnSubject(v);
        if (s.Passive(v) && subject >= 0 && ((speech && s.Lower(subject) is "this" or "that") || (s.Lemma(v) is "make" or "publish" or "post" or "issue" && Statement(s, subject))))
        {
            return s.Agent(v) is >= 0 and var agent ? agent : Document(s, v);
        }

        return s.Lemma(v) is "make" or "publish" or "post" or "issue" && s.Child(v, "obj") is >= 0 and var o && Statement(s, o) ? Speakers.Of(s, v) : -1;
    }

    // "this was stated in the ministry's bulletin": what it stands in speaks.
    private static int Document(Sentence s, int v)
    {
        foreach (var c in s.Children(v))
        {
            if (c > v && s.Is(c, "obl") && s.Marker(c) is "in" && s.Tokens[c].Tag == Upos.NOUN)
            {
                return c;
            }
        }

        return -1;
    }

    private static bool Statement(Sentence s, int n)
    {
        if (!Statements.Contains(s.Lemma(n)))
        {
            return false;
        }

        foreach (var c in s.Children(n))
        {
            if (c < n && Such.Contains(s.Lower(c)))
            {
                return true;
            }
        }

        return s.HasChild(n, "det", "the") && n + 1 < s.Tokens.Length && s.Tokens[n + 1].Tag is not (Upos.SCONJ or Upos.PRON) && s.Lower(n + 1) is not ("of" or "that" or "about");
    }

    private Draft? Make(ImmutableArray<Sentence> sentences, int at, int verb, int who, List<Draft> drafts)
    {
        var s = sentences[at];
        var content = new List<TextSpan>();
        for (var i = at - 1; i >= 0; i--)
        {
            var span = sentences[i].Span;
            if (!drafts.Exists(d => d.Use.Class is CueClass.Speech or CueClass.Question && d.SourceToken >= 0 && d.Construction is "that" or "wh" or "quote" or "source" or "name" && 3 * d.Content.Sum(c => Math.Max(0, Math.Min(c.End, span.End) - Math.Max(c.Start, span.Start))) > span.Length))
            {
                content.Add(span);
            }
        }

        if (content.Count == 0)
        {
            return null;
        }

        var marked = new bool[s.Tokens.Length];
        var spans = SourceSpans.Of(s, who, verb, marked, stretch, out var named);
        return new Draft
        {
            Sentence = at,
            CueToken = verb,
            SourceSentence = at,
            SourceToken = who,
            Source = spans,
            Cue = [CueSpans.Of(s, verb, named)],
            Content = [.. content.Order()],
            Use = new CueUse(CueClass.Speech, CueStance.Asserts),
            Construction = "lead",
        };
    }
}
