using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds the attributions whose cue is a phrase or an adverb: "according to X", "per X", "reportedly".</summary>
internal sealed class PhraseCues(CueLexicon cues, Stretch stretch)
{
    private const int MostName = 6;
    private static readonly HashSet<string> Views = new(StringComparer.Ordinal) { "opinion", "view", "words", "word", "estimation", "assessment", "judgment", "judgement", "telling", "eye", "eyes" };
    private static readonly HashSet<string> Stands = new(StringComparer.Ordinal) { "perspective", "viewpoint", "standpoint" };
    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal) { "account", "count", "estimate", "reckoning", "calculation" };
    private static readonly CueUse Said = new(CueClass.Speech, CueStance.Asserts);

    /// <summary>The drafts of <paramref name="s"/>.</summary>
    public IEnumerable<Draft> Find(Sentence s, int index)
    {
        if (Named(s, index) is { } named)
        {
            yield return named;
        }

        if (Continued(s, index) is { } continued)
        {
            yield return continued;
        }

        for (var t = 0; t < s.Tokens.Length; t++)
        {
            var draft = Phrase(s, index, t) ?? Owned(s, index, t) ?? Adverb(s, index, t);
            if (draft is not null)
            {
                yield return draft;
            }
        }
    }

    private Draft? Phrase(Sentence s, int index, int t)
    {
        foreach (var (words, cue) in cues.Phrases(s.Lower(t)))
        {
            if (!Matches(s, t, words) || cue.In("source") is not { } use)
            {
                continue;
            }

            var source = Nominal(s, t, t + words.Length);
            if (source < 0)
            {
                return null;
            }

            var phrase = s.Below(source);
            var pause = t <= 2 ? Pause(s, source, phrase) : -1;
            for (var i = pause; i >= 0 && i < phrase.Length; i++)
            {
                phrase[i] = false;
            }

            for (var i = t; i < t + words.Length; i++)
            {
                phrase[i] = true;
            }

            var marked = Content(s, t, source, phrase);
            for (var i = pause + 1; pause >= 0 && Array.IndexOf(marked, true) < 0 && i < marked.Length; i++)
            {
                marked[i] = true;
            }

            var named = (bool[])phrase.Clone();
            for (var i = 0; i < t + words.Length; i++)
            {
                named[i] = false;
            }

            return new Draft
            {
                Sentence = index,
                CueToken = t,
                SourceSentence = index,
                SourceToken = source,
                Source = Run(stretch.Of(s, named, clause: false), s.Tokens[source].Span),
                Cue = [Stretch.Between(s, t, t + words.Length - 1)],
                Content = stretch.Of(s, marked, clause: true),
                Use = use,
                Construction = "source",
            };
        }

        return null;
    }

    /// <summary>"As noted, the bridge …": whoever spoke last says it.</summary>
    private Draft? Continued(Sentence s, int index)
    {
        var v = s.Tokens.Length > 4 && s.Lower(0) == "as" ? s.Tokens[1].Tag == Upos.AUX || s.Lower(1) == "also" ? 2 : 1 : -1;
        if (v < 0 || s.Tokens[v + 1].Form != "," || s.Tokens[v].WordForm is not (WordForm.PastParticiple or WordForm.Past) || cues.Verb(s.Lemma(v))?.In("that") is not { Class: CueClass.Speech })
        {
            return null;
        }

        var marked = new bool[s.Tokens.Length];
        for (var t = v + 2; t < s.Tokens.Length; t++)
        {
            marked[t] = s.Tokens[t].Form is not ".";
        }

        return new Draft { Sentence = index, CueToken = v, Cue = [Stretch.Between(s, 0, v)], Content = stretch.Of(s, marked, clause: true), Use = Said, Construction = "continued" };
    }

    /// <summary>"In her opinion, …", "…, by the mayor's account, …": whose view the phrase names says it.</summary>
    private Draft? Owned(Sentence s, int index, int t)
    {
        var views = s.Lower(t) switch { "in" => Views, "by" => Counts, "from" => Stands, _ => null };
        if (views is null || s.Tokens[t].Tag != Upos.ADP || t + 2 >= s.Tokens.Length)
        {
            return null;
        }

        var noun = -1;
        for (var i = t + 2; i < s.Tokens.Length && i <= t + MostName && s.Tokens[i].Tag is not (Upos.PUNCT or Upos.VERB or Upos.ADP); i++)
        {
            if (views.Contains(s.Lemma(i)))
            {
                noun = i;
                break;
            }
        }

        var whose = noun < 0 ? -1 : s.Child(noun, "nmod:poss");
        if (whose < 0 || whose <= t || (t > 0 && s.Tokens[t - 1].Form is not ("," or "—" or "–" or "-" or "but" or "But" or "And" or "and")) || (noun + 1 < s.Tokens.Length && s.Tokens[noun + 1].Form is not ("," or "." or "—" or "–") && t > 0))
        {
            return null;
        }

        var phrase = new bool[s.Tokens.Length];
        Array.Fill(phrase, true, t, noun + 1 - t);
        var marked = new bool[s.Tokens.Length];
        for (var i = 0; i < marked.Length; i++)
        {
            marked[i] = !phrase[i] && s.Tokens[i].Form is not ".";
        }

        for (var i = 0; i < t; i++)
        {
            marked[i] &= !Reach.Link(s.Lower(i)) && s.Tokens[i].Tag != Upos.PUNCT;
        }

        return new Draft
        {
            Sentence = index,
            CueToken = noun,
            SourceSentence = index,
            SourceToken = whose,
            Source = [s.Tokens[whose].Tag == Upos.PRON ? s.Tokens[whose].Span : Stretch.Between(s, t + 1, whose)],
            Cue = [Stretch.Between(s, t, t).Cover(s.Tokens[noun].Span)],
            Content = stretch.Of(s, marked, clause: true),
            Use = Said,
            Construction = "source",
        };
    }

    /// <summary>The comma behind which the sentence proper begins, where the tree hangs it on the source: "According to an official, Russia has …"; -1 where it does not.</summary>
    private static int Pause(Sentence s, int source, bool[] phrase)
    {
        for (var i = source + 1; i < phrase.Length; i++)
        {
            if (s.Tokens[i].Form != "," || !phrase[i])
            {
                continue;
            }

            for (var v = i + 1; v < phrase.Length; v++)
            {
                if (phrase[v] && (s.Tokens[v].Tag is Upos.VERB || s.Child(v, "cop") >= 0) && s.OwnSubject(v) > i && !s.Is(v, "acl"))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>"Lavrov: we do not want war", as headlines have it: a short name before a colon, a clause behind it.</summary>
    private Draft? Named(Sentence s, int index)
    {
        var colon = 1;
        while (colon < s.Tokens.Length && s.Tokens[colon].Form != ":")
        {
            colon++;
        }

        if (colon + 3 >= s.Tokens.Length || Surface.Titled(s, colon) is not (> 0 and var end))
        {
            return null;
        }

        var head = -1;
        for (var t = 0; t < end; t++)
        {
            if (s.Tokens[t].Tag is not (Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.ADP) || char.IsDigit(s.Tokens[t].Form[0]))
            {
                return null;
            }

            head = s.Tokens[t].Tag is Upos.PROPN || (s.Tokens[t].Tag is Upos.NOUN && char.IsUpper(s.Tokens[t].Form[0])) ? t : head;
        }

        if (head >= 0 && Topic(s, colon, head))
        {
            return null;
        }

        var marked = new bool[s.Tokens.Length];
        var verb = false;
        for (var t = colon + 1; t < s.Tokens.Length; t++)
        {
            marked[t] = s.Tokens[t].Form is not ("." or "\"" or "“" or "”");
            verb |= s.Tokens[t].Tag is Upos.VERB or Upos.AUX;
        }

        return head < 0 || !verb || s.Tokens[colon + 1].Form is "\"" or "“" ? null : new Draft
        {
            Sentence = index,
            CueToken = colon,
            SourceSentence = index,
            SourceToken = head,
            Source = [Stretch.Between(s, 0, end - 1)],
            Cue = [s.Tokens[colon].Span],
            Content = stretch.Of(s, marked, clause: true),
            Use = Said,
            Construction = "name",
        };
    }

    /// <summary>"Belarus: The army has begun a drill, the ministry said": what no person's name says before the colon is what the sentence is about where somebody else says it.</summary>
    private bool Topic(Sentence s, int colon, int head)
    {
        if (s.Mentions.Any(m => m.Type == MentionType.Person && m.First <= head && head < m.End))
        {
            return false;
        }

        for (var v = colon + 2; v < s.Tokens.Length; v++)
        {
            if (s.Lower(v) == "to" && s.Lower(v - 1) == "according")
            {
                return true;
            }

            if (s.Tokens[v].Tag == Upos.VERB && cues.Verb(s.Lemma(v))?.In("that") is { Class: CueClass.Speech } && Trailing.Of(s, v, _ => true) is { First: var first } && first > colon)
            {
                return true;
            }
        }

        return false;
    }

    private Draft? Adverb(Sentence s, int index, int t)
    {
        if (s.Tokens[t].Tag != Upos.ADV || cues.Adverb(s.Lower(t)) is not { } cue || cue.In("unnamed") is not { } use || s.Tokens[t].Head < 0)
        {
            return null;
        }

        var head = s.Tokens[t].Head;
        var marked = s.Below(head);
        marked[t] = false;
        return new Draft
        {
            Sentence = index,
            CueToken = t,
            Cue = [s.Tokens[t].Span],
            Content = stretch.Of(s, marked, clause: true),
            Use = use,
            Construction = "unnamed",
        };
    }

    private static bool Matches(Sentence s, int t, string[] words)
    {
        if (t + words.Length >= s.Tokens.Length || (words.Length == 1 && (s.Tokens[t].Tag != Upos.ADP || s.Tokens[t + 1].Tag is Upos.NOUN or Upos.NUM)))
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (s.Lower(t + i) != words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The noun that the phrase leads in: the head that the first words hang on, or the first noun after them.</summary>
    private static int Nominal(Sentence s, int first, int after)
    {
        for (var t = first; t < after; t++)
        {
            for (var (h, steps) = (s.Tokens[t].Head, 0); h >= 0 && steps < 3; h = s.Tokens[h].Head, steps++)
            {
                if (h >= after && s.Nominal(h))
                {
                    return h;
                }
            }
        }

        for (var t = after; t < s.Tokens.Length && t < after + 12; t++)
        {
            if (s.Nominal(t) && !s.IsAny(t, "compound", "flat", "nmod:poss", "nummod", "amod", "det"))
            {
                return t;
            }
        }

        return -1;
    }

    /// <summary>The whole sentence but for the phrase where commas or its ends set the phrase off, else the clause that it hangs on.</summary>
    private static bool[] Content(Sentence s, int first, int source, bool[] phrase)
    {
        var root = s.Root;
        var top = root;
        var open = first == 0 || s.Tokens[first - 1].Tag == Upos.PUNCT || first <= 2;
        if (!open)
        {
            top = s.Tokens[source].Head;
            while (top >= 0 && top != root && !(s.Tokens[top].Tag is Upos.VERB || s.OwnSubject(top) >= 0))
            {
                top = s.Tokens[top].Head;
            }
        }

        var marked = top >= 0 && !phrase[top] ? s.Below(top, phrase) : s.Below(root);
        for (var i = 0; i < marked.Length; i++)
        {
            marked[i] &= !phrase[i];
        }

        // "…, according to X, making it …": what follows in a participle or a phrase of its own is the report's.
        var after = Array.FindLastIndex(phrase, p => p) + 1;
        if (first > 2 && after + 1 < marked.Length && s.Tokens[after].Form == "," && (s.Tokens[after + 1].WordForm == WordForm.Gerund || s.Lower(after + 1) is "despite" or "which" or "although" or "though"))
        {
            for (var i = after; i < marked.Length; i++)
            {
                marked[i] = false;
            }
        }

        // "But according to X, …" and "Meanwhile, …, according to X": what links the sentence to the one before stays outside.
        for (var i = 0; i < marked.Length && i < 2; i++)
        {
            if (s.Is(i, "cc"))
            {
                marked[i] = false;
            }
        }

        return marked;
    }

    private static System.Collections.Immutable.ImmutableArray<TextSpan> Run(System.Collections.Immutable.ImmutableArray<TextSpan> spans, TextSpan head)
    {
        foreach (var span in spans)
        {
            if (span.Contains(head))
            {
                return [span];
            }
        }

        return spans;
    }
}
