using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds the attributions whose cue is a verb, a noun or an adjective of one sentence.</summary>
internal sealed class SentenceCues(CueLexicon cues, SourceNouns nouns, Stretch stretch, QuoteLinker quotes)
{
    /// <summary>Verbs that only lend a noun its subject: "expressed concern", "made the claim".</summary>
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "make", "express", "voice", "issue", "have", "raise", "release", "give", "offer", "hold", "share", "show", "take", "deliver", "publish", "repeat", "reiterate", "put", "draw", "renew", "face",
        "announce", "escalate", "harbor", "harbour", "retain", "maintain", "reject", "deny", "refute", "dismiss", "confirm", "amplify", "promote", "spread", "push", "declare", "state", "pursue", "abandon", "keep",
    };

    /// <summary>The drafts of <paramref name="s"/>, in the order of their cues.</summary>
    public IEnumerable<Draft> Find(Sentence s, int index)
    {
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            var draft = s.Tokens[t].Tag switch
            {
                Upos.VERB or Upos.AUX => Verb(s, index, t) ?? (s.Passive(t) ? Felt(s, index, t) : null),
                Upos.NOUN => Noun(s, index, t) ?? Misread(s, index, t),
                Upos.ADJ => Adjective(s, index, t) ?? (s.Tokens[t].WordForm == WordForm.PastParticiple ? Verb(s, index, t) : null),
                _ => null,
            };
            if (draft is not null)
            {
                yield return draft;
            }
        }
    }

    /// <summary>The attribution that verb <paramref name="v"/> makes with its content, or null.</summary>
    public Draft? Verb(Sentence s, int index, int v)
    {
        if (Relays.Put(s, v) is { } figure && Speakers.Of(s, v) is >= 0 and var counts && !figure.Marked[counts])
        {
            return Make(s, index, v, counts, figure);
        }

        if (cues.Verb(s.Lemma(v)) is not { } cue || s.IsAny(v, "amod", "compound", "case", "mark", "aux", "cop") || Relays.Within(s, v))
        {
            return null;
        }

        var by = VerbContent.Of(s, v, cue, cues);
        if (quotes.At(index, v) is null && Behind(s, index, v, cue, by) is { } trailing)
        {
            return trailing;
        }

        if (by is not { } content)
        {
            return cue.In("quote") is { Class: CueClass.Speech } said && quotes.At(index, v) is null && Told.Behind(s, v) is { } told ? ToldBehind(s, index, v, said, told) : null;
        }

        if (quotes.At(index, v) is { } direct)
        {
            quotes.Widen(direct, stretch.Of(s, content.Marked, content.Clause), content);
            return null;
        }

        if (content.Use.Class == CueClass.Evidence && s.Tokens[v].WordForm == WordForm.Gerund && s.Is(v, "advcl") && s.OwnSubject(v) < 0)
        {
            // "They fled, signaling that …": what happened shows it, not they.
            return null;
        }

        if (s.Child(v, "aux") is >= 0 and var aux && !Negated(s, v) && s.Lower(aux) is "should" or "must" or "would" or "could" or "will" or "may" or "might" && content.Use.Class is CueClass.Evidence or CueClass.Speech && !First(s, v))
        {
            // "They should demonstrate that …", "London would publish …": nothing is shown or said yet.
            return null;
        }

        if (content.Use.Class == CueClass.Belief && !Negated(s, v) && Wished(s, v))
        {
            return null;
        }

        var source = Told.Short(s, v) ? -1 : quotes.Speaker(s, index, v);
        if (content.Use.Class == CueClass.Speech && Told.Behind(s, v) is { } behind && (source < behind.First || source > behind.Last))
        {
            return ToldBehind(s, index, v, content.Use, behind);
        }

        var dummy = Speakers.Dummy(s, v);
        if (source >= 0 && content.Marked[source] && !Relative(s, source))
        {
            source = -1;
        }

        if (source < 0 && !dummy && content is { Use.Class: CueClass.Speech or CueClass.Belief, Construction: "that" } && !Told.Passive(s, v) && Opening(s, v) is { } opening && !content.Marked.AsSpan(opening.First, v - opening.First).Contains(true))
        {
            var head = Surface.Head(s, opening.First, opening.Last);
            return head < 0 ? null : Named(Make(s, index, v, head, content), s, opening);
        }

        if (source < 0 && !dummy && !Told.Passive(s, v) && content.Use.Class != CueClass.Appearance)
        {
            return null;
        }

        if (source < 0 && Told.Passive(s, v) && content.Construction is "obj" or "to" && content.Use.Class is not (CueClass.Speech or CueClass.Attitude or CueClass.Belief or CueClass.Question))
        {
            return null;
        }

        if (content.Use.Class == CueClass.Appearance)
        {
            source = -1;
        }

        return Make(s, index, v, source, content);
    }

    /// <summary>"…, the institute reports.": a verb that was read as a noun.</summary>
    private Draft? Misread(Sentence s, int index, int n) =>
        s.Tokens[n].WordForm == WordForm.Plural && s.Tokens[n].Form is { Length: > 3 } form && form[^1] == 's' && cues.Verb(form[..^1]) is { } cue ? Behind(s, index, n, cue, null) : null;

    /// <summary>The attribution whose speaker stands behind what he says, where the tree shows none of it as the verb's content.</summary>
    private Draft? Behind(Sentence s, int index, int v, CueWord cue, Content? shown)
    {
        if ((cue.In("quote") ?? cue.In("that")) is not { } said || Trailing.Of(s, v, w => nouns.Type(w) is not null && !nouns.Document(w)) is not { } led || (shown is not null && shown.Marked.AsSpan(0, Math.Min(v, led.First)).Contains(true) && !Swallowed(s, v, shown, led)))
        {
            return null;
        }

        var head = Surface.Head(s, led.First, led.Last) is >= 0 and var noun ? noun : nouns.Type(s.Lower(led.Last)) is null ? -1 : led.Last;
        Reach.Onward(s, v, Math.Max(v, led.Last), led.Content, cues);
        return head < 0 ? null : Named(Make(s, index, v, head, new Content(led.Content, said, "that")), s, (led.First, led.Last));
    }

    /// <summary>"The road is shut, Ann Moss of the institute said": the tree takes the speaker for a part of what is said, or what is said for the speaker.</summary>
    private static bool Swallowed(Sentence s, int v, Content shown, (bool[] Content, int First, int Last) led) =>
        led.Last < v && s.Tokens[v].WordForm is WordForm.Past or WordForm.Present && !Speakers.Dummy(s, v) && (s.OwnSubject(v) is var subject && subject < 0 ? shown.Marked[led.Last] : subject < led.First - 1);

    /// <summary>"08.15 The head of the harbour says …": the phrase before a verb that has no subject by the tree, where the sentence or what a time or a bullet opens begins with it.</summary>
    private static (int First, int Last)? Opening(Sentence s, int v)
    {
        if (s.Tokens[v].Tag is not Upos.VERB || s.Tokens[v].WordForm is not (WordForm.Past or WordForm.Present or WordForm.Base) || Surface.Left(s, v, new bool[s.Tokens.Length]) is not { } phrase)
        {
            return null;
        }

        var first = phrase.First;
        while (first < phrase.Last && s.Tokens[first].Tag is Upos.NUM or Upos.PUNCT or Upos.SYM)
        {
            first++;
        }

        return !Enumerable.Range(0, first).All(t => s.Tokens[t].Tag is Upos.NUM or Upos.PUNCT or Upos.SYM or Upos.X) || Enumerable.Range(first, phrase.Last + 1 - first).Any(t => s.Tokens[t].Tag is Upos.VERB or Upos.SCONJ)
            || !Enumerable.Range(first, phrase.Last + 1 - first).Any(s.Nominal) ? null : (first, phrase.Last);
    }

    private Draft? ToldBehind(Sentence s, int index, int v, CueUse use, (int First, int Last) behind)
    {
        var head = Surface.Head(s, behind.First, behind.Last);
        return head < 0 ? null : Named(Make(s, index, v, head, new Content([.. Enumerable.Range(0, s.Tokens.Length).Select(t => t < behind.First - 1)], use, "that")), s, behind);
    }

    private static Draft Named(Draft made, Sentence s, (int First, int Last) phrase)
    {
        made.Source = [Stretch.Between(s, phrase.First, phrase.Last)];
        return made;
    }

    private Draft? Noun(Sentence s, int index, int n)
    {
        if (cues.Noun(s.Lemma(n)) is not { } cue || s.IsAny(n, "compound") || NounContent.Of(s, n, cue) is not { } content)
        {
            return null;
        }

        var source = NounContent.Holder(s, n, content);
        var verb = -1;
        if (source < 0 && s.Is(n, "obj") && s.Tokens[n].Head is >= 0 and var head && Light.Contains(s.Lemma(head)))
        {
            source = Speakers.Of(s, head);
            verb = head;
            if (cues.Verb(s.Lemma(head))?.In("obj") is { } denied && (denied.Stance == CueStance.Denies || s.Lemma(head) is "dismiss" or "reject"))
            {
                // "denied reports that …": what the reports say is what is denied.
                content = content with { Use = new CueUse(CueClass.Speech, CueStance.Denies) };
            }
        }

        if (source < 0 && content.Construction != "that")
        {
            return null;
        }

        return Make(s, index, n, source, content, verb);
    }

    private Draft? Adjective(Sentence s, int index, int a)
    {
        if (cues.Adjective(s.Lemma(a)) is not { } cue || (s.Child(a, "cop") < 0 && !s.IsAny(a, "xcomp", "acl", "advcl", "conj", "appos", "parataxis") && s.Tokens[a].Head >= 0))
        {
            return null;
        }

        return Held(s, index, a, cue, s.OwnSubject(a) is >= 0 and var own ? own : Speakers.Of(s, a));
    }

    /// <summary>"is convinced that X", read as a passive.</summary>
    private Draft? Felt(Sentence s, int index, int v) => cues.Adjective(s.Lower(v)) is { } cue ? Held(s, index, v, cue, s.OwnSubject(v)) : null;

    private Draft? Held(Sentence s, int index, int a, CueWord cue, int source) =>
        source >= 0 && !Wished(s, a) && NounContent.OfAdjective(s, a, cue) is { } content && !content.Marked[source] ? Make(s, index, a, source, content) : null;

    private Draft Make(Sentence s, int index, int cue, int source, Content content, int verb = -1)
    {
        var taken = (bool[])content.Marked.Clone();
        var sourceSpans = ImmutableArray<TextSpan>.Empty;
        if (source >= 0)
        {
            sourceSpans = SourceSpans.Of(s, source, cue, content.Marked, stretch, out var marked);
            for (var i = 0; i < taken.Length; i++)
            {
                taken[i] |= marked[i];
            }
        }

        var spans = stretch.Of(s, content.Marked, content.Clause);
        var cueSpan = CueSpans.Of(s, cue, taken, content.Preposition);
        if (verb >= 0 && verb < cue)
        {
            cueSpan = CueSpans.Of(s, verb, taken).Cover(cueSpan);
        }

        return new Draft
        {
            Sentence = index,
            CueToken = cue,
            SourceSentence = source >= 0 ? index : -1,
            SourceToken = source,
            Source = sourceSpans,
            Cue = [cueSpan],
            Content = spans,
            Use = content.Use,
            Construction = content.Construction,
            Negated = Negated(s, cue) || (verb >= 0 && Negated(s, verb)),
        };
    }

    private static bool Negated(Sentence s, int v)
    {
        foreach (var c in s.Children(v))
        {
            if (s.Lower(c) is "not" or "n't" or "n’t" or "never" or "nor" or "no" or "neither" && s.IsAny(c, "advmod", "det", "cc", "neg"))
            {
                return true;
            }
        }

        return s.Is(v, "xcomp") && s.Tokens[v].Head is >= 0 and var h && (s.Lemma(h) is "decline" or "refuse" or "fail" || Negated(s, h));
    }

    private static bool First(Sentence s, int v) => s.OwnSubject(v) is >= 0 and var who && s.Lower(who) is "i" or "we";

    /// <summary>"They can be sure that we stand by them", "she should know that …": what somebody is wished to think he does not say.</summary>
    private static bool Wished(Sentence s, int v) => s.Child(v, "aux") is >= 0 and var aux && s.Lower(aux) is "can" or "may" or "should" or "must" && !First(s, v);

    private static bool Relative(Sentence s, int t) => s.Lower(t) is "who" or "which" or "that";
}
