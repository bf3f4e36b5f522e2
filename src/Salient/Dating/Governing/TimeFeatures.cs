using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Dating.Governing;

/// <summary>What can be told of an assertion, and of a time that could be its own, in short names.</summary>
internal sealed class TimeFeatures(TimeRules rules, Report report, ImmutableArray<Sentence> sentences, ImmutableArray<TimeExpression> times)
{
    /// <summary>Begins what only reports coded by hand teach: how readily their coders take a time, beside those who marked the written ones.</summary>
    public const string Coded = "coded:";

    private static readonly string[] Openers = ["also", "meanwhile", "however", "but", "then", "later", "earlier", "he", "she", "it", "they", "we", "i", "this", "that", "these", "those", "another", "other", "and", "separately", "previously", "now", "today", "there", "in", "on", "at", "as", "the", "a", "according"];

    /// <summary>What can be told of <paramref name="assertion"/> having no time, then of each of <paramref name="candidates"/> being its own.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="candidates">Indices of times.</param>
    /// <param name="ruled">The time that rules alone would take, or null.</param>
    public List<Weighable> Of(Assertion assertion, List<int> candidates, TimeExpression? ruled)
    {
        var s = sentences[assertion.Sentence];
        var head = ClauseTree.Head(s, assertion.Evidence);
        var claim = Claim(assertion, s, head, candidates);
        var result = new List<Weighable>(candidates.Count + 1) { new(TimePlace.None, [.. claim, "ruled:" + (ruled is null ? "none" : "some"), Coded + (ruled is null ? "none" : "some"), Coded + (candidates.Exists(c => times[c].Sentence == assertion.Sentence) ? "here" : "back")]) };
        var row = new Lazy<ClauseRow>(() => new ClauseRow(new Row(report.Text, s.Span, rules), s, assertion));
        foreach (var candidate in candidates)
        {
            var t = times[candidate];
            var shown = new List<string> { "is" };
            if (t.Sentence == assertion.Sentence)
            {
                Beside(shown, assertion, s, head, row.Value, candidates, candidate);
            }
            else
            {
                Before(shown, assertion, s, head, candidates, candidate);
            }

            Alone(shown, t, candidates);
            Pair(shown, "off:", "tense:", ClauseTree.Tense(s, head));
            var by = ReferenceEquals(t, ruled) ? "ruled" : ruled is null ? "unruled" : "otherwise";
            shown.Add(by);
            shown.Add(Coded + by);
            shown.AddRange(claim);
            result.Add(new Weighable(Where(assertion, t), shown));
        }

        return result;
    }

    private static TimePlace Where(Assertion a, TimeExpression t) => (a.Sentence - t.Sentence) switch
    {
        0 => a.Evidence.Overlaps(t.Span) ? TimePlace.Own : t.Span.End <= a.Evidence.Start ? TimePlace.Left : TimePlace.Right,
        1 => TimePlace.Before,
        2 => TimePlace.Earlier,
        _ => TimePlace.Far,
    };

    private List<string> Claim(Assertion a, Sentence s, int head, List<int> candidates)
    {
        var inside = candidates.Count(i => a.Evidence.Contains(times[i].Span));
        var here = candidates.Count(i => times[i].Sentence == a.Sentence);
        var found = new List<string>
        {
            "k:" + a.Kind,
            "a:" + a.Kind + "/" + a.Act,
            "tense:" + ClauseTree.Tense(s, head),
            "rel:" + (head < 0 ? "?" : s.Tokens[head].Relation),
            "tag:" + (head < 0 ? "?" : s.Tokens[head].Tag),
            "own:" + Math.Min(inside, 2),
            "here:" + Math.Min(here, 3),
            "back:" + Math.Min(candidates.Count - here, 3),
            "role:" + report.Paragraphs[s.Paragraph].Role,
        };
        var first = s.Tokens.FirstOrDefault(t => t.Tag != Upos.PUNCT)?.Form.Lowered() ?? "";
        found.Add("opens:" + (Array.IndexOf(Openers, first) >= 0 ? first : "-"));
        if (head >= 0)
        {
            foreach (var c in s.Children(head))
            {
                if (s.Tokens[c].Tag == Upos.ADV && s.Lower(c) is "also" or "now" or "still" or "already" or "previously" or "then" or "later" or "recently" or "currently" or "however")
                {
                    found.Add("adv:" + s.Lower(c));
                }
            }

            if (s.OwnSubject(head) is >= 0 and var subject)
            {
                found.Add("subject:" + (s.Tokens[subject].Tag == Upos.PRON ? s.Lower(subject) : s.Tokens[subject].Tag.ToString()));
            }
        }

        return found;
    }

    // Two features that say more together.
    private static void Pair(List<string> found, string one, string other, string? value = null)
    {
        var a = found.Find(f => f.StartsWith(one, StringComparison.Ordinal));
        var b = value is null ? found.Find(f => f.StartsWith(other, StringComparison.Ordinal)) : other + value;
        if (a is not null && b is not null)
        {
            found.Add(a + "&" + b);
        }
    }

    // True where the first is a part of the second.
    private static bool Within(DateRange part, DateRange whole) =>
        part != whole && (whole.From is null || part.From >= whole.From) && (whole.To is null || part.To <= whole.To);

    private void Beside(List<string> found, Assertion a, Sentence s, int head, ClauseRow row, List<int> candidates, int candidate)
    {
        var t = times[candidate];
        var at = ClauseTree.Head(s, t.Framed);
        var up = at < 0 ? -1 : s.Tokens[at].Head;
        var verb = ClauseTree.Verb(s, up);
        var mine = ClauseTree.Verb(s, head);
        found.Add("path:" + ClauseTree.Path(s, mine, verb));
        found.Add("full:" + ClauseTree.Path(s, head, up));
        found.Add("noun:" + (verb != up));
        found.Add("verb:" + (verb < 0 ? "?" : Speaks(s, verb) ? "says" : s.Tokens[verb].Tag.ToString()) + (verb == mine ? "=" : ""));
        found.Add("under:" + (mine >= 0 && verb >= 0 && s.Under(mine, verb)) + (mine >= 0 && verb >= 0 && s.Under(verb, mine)));
        found.Add("their:" + ClauseTree.Tense(s, verb));
        found.Add("said:" + row.Said(t));
        found.Add("fronted:" + row.Fronted(t));
        found.Add("onward:" + (t.Span.End <= a.Evidence.Start && row.GovernsOnward(t)));
        found.Add("back:" + (t.Span.Start >= a.Evidence.End && row.GovernsBack(t)));
        found.Add("owns:" + row.Owns(t));
        found.Add("embedded:" + (a.Evidence.Contains(t.Span) && row.Embedded(t)));
        found.Add("hangs:" + (at < 0 ? "?" : s.Tokens[at].Relation));
        var (from, to) = t.Span.End <= a.Evidence.Start ? (t.Span.End, a.Evidence.Start) : t.Span.Start >= a.Evidence.End ? (a.Evidence.End, t.Framed.Start) : (a.Evidence.Start, t.Framed.Start);
        Between(found, s, from, to);
        Pair(found, "fronted:", "path:");
        Pair(found, "said:", "path:");
        Pair(found, "said:", "k:", a.Kind);
        Pair(found, "path:", "k:", a.Kind);
        Pair(found, "fronted:", "k:", a.Kind);
        var closer = candidates.Count(i => i != candidate && times[i].Sentence == a.Sentence && Distance(a, times[i]) < Distance(a, t));
        found.Add("closer:" + Math.Min(closer, 2));
    }

    private static void Between(List<string> found, Sentence s, int from, int to)
    {
        int words = 0, commas = 0, verbs = 0, quotes = 0, joins = 0;
        foreach (var t in s.Tokens)
        {
            if (t.Span.Start < from || t.Span.End > to)
            {
                continue;
            }

            words++;
            commas += t.Form is "," or ";" or ":" or "—" or "–" or "-" ? 1 : 0;
            quotes += t.Form is "\"" or "“" or "”" ? 1 : 0;
            verbs += t.Tag == Upos.VERB ? 1 : 0;
            joins += t.Tag == Upos.CCONJ ? 1 : 0;
        }

        found.Add("far:" + (words == 0 ? "0" : words <= 2 ? "2" : words <= 5 ? "5" : words <= 10 ? "10" : words <= 20 ? "20" : "more"));
        found.Add("commas:" + Math.Min(commas, 2));
        found.Add("verbs:" + Math.Min(verbs, 3));
        found.Add("quotes:" + Math.Min(quotes, 2));
        found.Add("joins:" + Math.Min(joins, 2));
    }

    private static int Distance(Assertion a, TimeExpression t) =>
        a.Evidence.Overlaps(t.Span) ? 0 : t.Span.End <= a.Evidence.Start ? a.Evidence.Start - t.Span.End : t.Span.Start - a.Evidence.End;

    private void Before(List<string> found, Assertion a, Sentence s, int head, List<int> candidates, int candidate)
    {
        var t = times[candidate];
        var other = sentences[t.Sentence];
        var at = ClauseTree.Head(other, t.Framed);
        var up = at < 0 ? -1 : other.Tokens[at].Head;
        var verb = ClauseTree.Verb(other, up);
        found.Add("paragraph:" + (other.Paragraph == s.Paragraph ? "same" : s.Paragraph - other.Paragraph == 1 ? "next" : "far"));
        found.Add("heading:" + report.Paragraphs[other.Paragraph].Role);
        found.Add("main:" + (verb >= 0 && other.Tokens[verb].Head < 0));
        found.Add("verb:" + (verb < 0 ? "?" : Speaks(other, verb) ? "says" : other.Tokens[verb].Tag.ToString()));
        found.Add("their:" + ClauseTree.Tense(other, verb));
        found.Add("tenses:" + ClauseTree.Tense(other, verb) + "/" + ClauseTree.Tense(s, head));
        found.Add("first:" + (t.Framed.Start - other.Span.Start < 6));
        found.Add("last:" + (other.Span.End - t.Span.End < 4));
        found.Add("hangs:" + (at < 0 ? "?" : other.Tokens[at].Relation));
        found.Add("path:" + (at < 0 ? "?" : ClauseTree.Path(other, up, Math.Max(0, other.Root))));
        found.Add("later:" + Math.Min(2, candidates.Count(i => times[i].Sentence < a.Sentence && times[i].Sentence >= t.Sentence && times[i].Span.Start > t.Span.Start)));
        found.Add("others:" + Math.Min(2, candidates.Count(i => times[i].Sentence == t.Sentence && i != candidate)));
        found.Add("shared:" + Shared(a, s, other));
        found.Add("short:" + (other.Tokens.Length < 10));
        Pair(found, "main:", "k:", a.Kind);
        Pair(found, "first:", "k:", a.Kind);
        Pair(found, "shared:", "k:", a.Kind);
        Pair(found, "later:", "others:");
        Pair(found, "main:", "paragraph:");
        found.Add("same verb:" + (verb >= 0 && head >= 0 && other.Lemma(verb) == s.Lemma(head)));
        found.Add("number:" + s.Tokens.Any(x => a.Evidence.Contains(x.Span) && x.Tag == Upos.NUM) + "/" + a.Kind);
        found.Add("bare:" + !candidates.Any(i => times[i].Sentence == a.Sentence));
    }

    // How many nouns and names of the clause the other sentence has as well.
    private static int Shared(Assertion a, Sentence s, Sentence other)
    {
        var words = other.Tokens.Where(t => t.Tag is Upos.NOUN or Upos.PROPN or Upos.VERB).Select(t => t.Lemma.Lowered()).ToHashSet(StringComparer.Ordinal);
        return Math.Min(3, s.Tokens.Count(t => a.Evidence.Contains(t.Span) && t.Tag is Upos.NOUN or Upos.PROPN or Upos.VERB && words.Contains(t.Lemma.Lowered())));
    }

    private void Alone(List<string> found, TimeExpression t, List<int> candidates)
    {
        var beside = candidates.Where(c => times[c].Sentence == t.Sentence).Select(c => times[c].Governs!).ToList();
        found.Add("holds:" + beside.Exists(d => Within(d, t.Governs!)) + beside.Exists(d => Within(t.Governs!, d)));
        found.Add("sense:" + t.Sense);
        found.Add("fine:" + t.Precision);
        found.Add("frame:" + (t.Frame ?? "-"));
        found.Add("rule:" + t.Rule);
        found.Add("opens with:" + Opening(t));
        if (report.Date.Reference is { } day)
        {
            var off = (t.Governs!.To ?? t.Governs.From)!.Value.DayNumber - day.DayNumber;
            found.Add("off:" + (off > 0 ? "ahead" : off == 0 ? "0" : off >= -1 ? "1" : off >= -7 ? "7" : off >= -31 ? "31" : off >= -366 ? "366" : "long"));
        }
    }

    private string Opening(TimeExpression t)
    {
        var before = sentences[t.Sentence].Tokens.LastOrDefault(x => x.Span.End <= t.Span.Start);
        return before is { Tag: Upos.ADP or Upos.SCONJ } ? before.Form.Lowered() : before is null ? "start" : before.Tag.ToString();
    }

    private bool Speaks(Sentence s, int verb) => rules.In(rules.Word(s.Tokens[verb].Form), WordSet.Reporting) || rules.In(rules.Word(s.Tokens[verb].Form), WordSet.ReportingNear);
}
