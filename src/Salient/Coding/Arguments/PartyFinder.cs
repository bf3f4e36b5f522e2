using System.Collections.Frozen;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Arguments;

/// <summary>Says whose side a phrase is on, and how it is called.</summary>
internal sealed class PartyFinder(FrameSet frames, Theatre theatre)
{
    private readonly WordList forces = frames.List("forces");
    private readonly WordList enemies = frames.List("enemy-words");
    private readonly string[] belligerents = [.. theatre.Sides.Where(s => s.Party).Select(s => s.Id)];
    private readonly FrozenDictionary<string, string> roles = SideRole.Of(theatre.Sides);
    private readonly WordList invaders = frames.List("invader-words");

    /// <summary>The other belligerent; null where there are not exactly two.</summary>
    public Party? Opponent(string side) =>
        belligerents.Length == 2 && Array.IndexOf(belligerents, side) is >= 0 and var i
            ? new Party(theatre.Sides.First(s => s.Id == belligerents[1 - i]).Name, belligerents[1 - i])
            : null;

    public bool Belligerent(string side) => Array.IndexOf(belligerents, side) >= 0;

    /// <summary>The party that the phrase headed by <paramref name="t"/> names, or null.</summary>
    public Party? Find(ReportView view, Discourse discourse, int sentence, int t)
    {
        var s = view.Sentences[sentence];
        if (s.Tokens[t].Tag is Upos.PRON || s.Lemma(t) is "one" or "other" or "both" or "latter" or "former")
        {
            return Pronoun(view, discourse, sentence, t);
        }

        if (Side(s, t, 0) is { } side)
        {
            return new Party(Name(view.Report.Text, s, t), side);
        }

        if (s.Child(t, "nmod:poss") is >= 0 and var owner && s.Tokens[owner].Tag is Upos.PRON or Upos.DET && Pronoun(view, discourse, sentence, owner) is { } whose)
        {
            return whose with { Name = Name(view.Report.Text, s, t) };
        }

        if ((invaders.Matches(s, t) ? Foe : enemies.Matches(s, t) ? Enemy(discourse, s.Tokens[t].Span) ?? Foe : null) is { } enemy)
        {
            return new Party(Name(view.Report.Text, s, t), enemy);
        }

        return forces.Matches(s, t) && discourse.Before(sentence, t, person: false, force: true) is { } last
            ? new Party(Name(view.Report.Text, s, t), last.Side)
            : null;
    }

    /// <summary>The belligerent that the clause at <paramref name="t"/> most likely speaks of where its own words name none: the last one before it, in its sentence or the one before.</summary>
    public Party? Context(ReportView view, Discourse discourse, int sentence, int t) =>
        discourse.Before(sentence, t, person: false, force: true) is { } last && last.Sentence >= sentence - 3 ? Named(view, last) : null;

    /// <summary>The side that the words of a phrase themselves tell, or null.</summary>
    public string? Side(Sentence s, int t, int depth)
    {
        if (Mentioned(s, t) is { } own)
        {
            return own;
        }

        if (depth > 3)
        {
            return null;
        }

        foreach (var c in s.Children(t))
        {
            if ((s.Is(c, "nmod:poss") || s.Is(c, "amod") || s.Is(c, "compound") || s.Is(c, "flat") || s.Is(c, "nmod:unmarked")) && Side(s, c, depth + 1) is { } side)
            {
                return side;
            }
        }

        foreach (var c in s.Children(t))
        {
            if ((s.Is(c, "nmod") && s.Preposition(c) is "of" or "from" or "by" or null) || s.Is(c, "appos") || s.Is(c, "conj"))
            {
                if (Side(s, c, depth + 1) is { } side)
                {
                    return side;
                }
            }
        }

        return null;
    }

    /// <summary>The words of a phrase, without relative clauses, appositions and what else trails.</summary>
    public static string Name(string text, Sentence s, int t)
    {
        int first = t, last = t;
        Widen(s, t, ref first, ref last, 0);
        while (first < t && s.Tokens[first].Tag is Upos.PUNCT or Upos.ADP)
        {
            first++;
        }

        return Spaces(new TextSpan(s.Tokens[first].Span.Start, s.Tokens[last].Span.End).Of(text));
    }

    internal static string Spaces(string text) => text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Widen(Sentence s, int t, ref int first, ref int last, int depth)
    {
        foreach (var c in s.Children(t))
        {
            var keep = s.Is(c, "det") || s.Is(c, "amod") || s.Is(c, "compound") || s.Is(c, "nmod:poss") || s.Is(c, "nummod") || s.Is(c, "flat") || s.Is(c, "case") || s.Is(c, "fixed")
                || (s.Is(c, "nmod") && s.Preposition(c) == "of");
            if (keep && depth < 6 && !(s.Is(c, "case") && c > t && depth == 0))
            {
                first = Math.Min(first, c);
                last = Math.Max(last, c);
                Widen(s, c, ref first, ref last, depth + 1);
            }
        }
    }

    private static string? Mentioned(Sentence s, int t)
    {
        foreach (var m in s.Mentions)
        {
            if (t >= m.First && t < m.End && m.Side is { } side && side != "none" && m.Type is not (MentionType.Weapon or MentionType.Time or MentionType.Number))
            {
                return side;
            }
        }

        return null;
    }

    // Who came onto the other's ground; "the enemy" where nobody is heard to speak.
    private string? Foe => belligerents.FirstOrDefault(b => roles[b] == SideRole.Foe);

    private string? Enemy(Discourse discourse, TextSpan at) =>
        discourse.Speaker(at) is { } speaker && Opponent(speaker.Side) is { } other ? other.Side : null;

    private static Party? Pronoun(ReportView view, Discourse discourse, int sentence, int t)
    {
        var s = view.Sentences[sentence];
        switch (s.Tokens[t].Form.Lowered())
        {
            case "we" or "us" or "our" or "ours" or "i" or "my" or "me":
                return discourse.Speaker(s.Tokens[t].Span) is { } by && by.Side != "none" ? new Party(s.Tokens[t].Form, by.Side) : null;
            case "he" or "she" or "him" or "his" or "her":
                return Named(view, discourse.Before(sentence, t, person: true, force: false, other: discourse.Speaker(s.Tokens[t].Span)?.Name));
            case "they" or "them" or "their" or "theirs" or "these" or "those" or "some" or "others" or "one" or "other" or "both" or "latter" or "former":
                return Named(view, discourse.Before(sentence, t, person: false, force: true, s.Is(t, "nsubj")) ?? discourse.Before(sentence, t, person: false, force: false));
            case "it" or "its" or "this":
                return Named(view, discourse.Before(sentence, t, person: false, force: false));
            case "which" or "who" or "that" or "whom" when DeepSyntax.Antecedent(s, t) is var noun && noun != t && s.Tokens[noun].Tag is not Upos.PRON:
                return null;
            default:
                return null;
        }
    }

    private static Party? Named(ReportView view, PartyMention? m) =>
        m is null ? null : new Party(Name(view.Report.Text, view.Sentences[m.Sentence], m.Head), m.Side);
}
