using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>Says who the sources of one report are: name, type and side; pronouns and descriptions by what stands before them.</summary>
internal sealed partial class SourceResolver(Theatre theatre, NameIndex names, SourceNouns nouns, Report report, ImmutableArray<Sentence> sentences)
{
    internal static readonly HashSet<string> Local = new(StringComparer.Ordinal) { "local", "regional", "oblast", "city", "mayor", "governor", "mayors", "governors", "authorities", "municipal", "emergency", "village", "town" };

    // How many sentences open a report, in which somebody may be told of before he is named.
    private const int Opening = 3;

    private readonly List<Known> known = [];
    private readonly BodyIndex bodies = BodyIndex.Of(report, sentences, names, nouns);
    private readonly PersonIndex persons = PersonIndex.Of(report, sentences, names, nouns, theatre);

    /// <summary>The source of a draft, or null where it is the report's own voice or cannot be told.</summary>
    /// <param name="d">The draft.</param>
    /// <param name="outer">The source of the attribution that it stands in, or null.</param>
    public ClaimSource? Resolve(Draft d, ClaimSource? outer)
    {
        var cue = d.Cue.IsEmpty ? null : d.Cue[0].Of(report.Text);
        if (d.Construction == "unnamed")
        {
            return new ClaimSource("unnamed reports", "media", "none", true, cue);
        }

        if (d.Construction == "continued")
        {
            return Latest(d.Sentence, k => k.Type is not ("media" or "agency")) is { } last ? last with { Cue = cue } : null;
        }

        if (d.Construction == "source" && d.SourceToken >= 0 && Told.Manner(sentences[d.SourceSentence].Lower(d.SourceToken)))
        {
            return null;
        }

        if (d.SourceToken < 0 && d.CueToken >= 0 && d.Construction == "that" && sentences[d.Sentence].Tokens[d.CueToken].Tag == Upos.NOUN && Told.Rumour(sentences[d.Sentence].Lemma(d.CueToken)))
        {
            return new ClaimSource(cue ?? sentences[d.Sentence].Tokens[d.CueToken].Form, "media", "none", true, cue);
        }

        if (d.SourceToken < 0)
        {
            return d.Use.Class == CueClass.Speech && (d.Construction == "that" || (d.Construction == "to" && d.CueToken >= 0 && Told.Report(sentences[d.Sentence].Lemma(d.CueToken)))) && d.CueToken >= 0 && Told.Passive(sentences[d.Sentence], d.CueToken) && (Told.Report(sentences[d.Sentence].Lemma(d.CueToken)) || Speakers.Dummy(sentences[d.Sentence], d.CueToken)) && d.Use.Stance == CueStance.Asserts
                ? new ClaimSource("unnamed reports", "media", "none", true, cue) : null;
        }

        var s = sentences[d.SourceSentence];
        if (SourceEnds.Time(s, d.SourceToken) && s.Nominal(d.SourceToken - 2))
        {
            // "The minister on Tuesday pledged": the day hangs on the verb as its subject.
            d.SourceToken -= 2;
            d.Source = [Stretch.Between(s, PersonRuns.Front(s, Run(s, d.SourceToken)), d.SourceToken)];
        }

        if (s.Tokens[d.SourceToken].Tag is Upos.ADP or Upos.ADV or Upos.SCONJ or Upos.PUNCT)
        {
            return null;
        }

        if (d.SourceSentence == d.Sentence && d.CueToken >= 0 && Told.Happens(s.Lemma(d.CueToken)) && (s.Child(d.CueToken, "xcomp") >= 0 || s.Child(d.CueToken, "obj") >= 0))
        {
            // "As the town continues to grow, we …": who goes on with something does not speak.
            return null;
        }

        if (outer is not null && Words(s, d) is var (own, to) && own < to && s.Lower(own) is "our" or "my" && (nouns.Document(s.Lower(d.SourceToken)) || (d.Use.Class == CueClass.Evidence && nouns.Type(s.Lower(d.SourceToken)) is null)))
        {
            // "Our data show": who says so shows it.
            return outer;
        }

        var found = s.Tokens[d.SourceToken].Tag == Upos.PRON || s.Lower(d.SourceToken) is "who" or "which" or "that" ? Pronoun(s, d, outer) : Phrase(s, d) ?? Plain(s, d);
        if (found is { Type: "other" } && d.Use.Class is CueClass.Evidence or CueClass.Belief && nouns.Type(s.Lower(d.SourceToken)) is null && (s.Tokens[d.SourceToken].Tag == Upos.NOUN || (found.Anonymous && d.Use.Class == CueClass.Evidence)))
        {
            return null;
        }

        if (found is { Type: "other", Anonymous: true } && d.Use.Class == CueClass.Speech && d.Construction is not ("that" or "wh" or "quote" or "source" or "name" or "lead") && s.Tokens[d.SourceToken].Tag == Upos.NOUN && nouns.Type(s.Lower(d.SourceToken)) is null)
        {
            // "The aircraft released its bombs", "the guns answered": things do, they say nothing.
            return null;
        }

        if (found is null || (d.Construction == "name" && ((found.Type == "other" && !persons.IsPerson(found)) || (found.Anonymous && found.Type is "media" or "witness"))))
        {
            return null;
        }

        if (found.Type is "media" or "agency" or "think-tank" or "witness")
        {
            found = found with { Side = "none" };
        }

        if (found is { Side: "none", Anonymous: false, Type: "official" or "military" } && !persons.Former(found.Name))
        {
            // A soldier by name whose side no words tell is of none that others near by are of.
            var side = found.Type == "military" && persons.IsPerson(found) ? "none" : Nearest(d.SourceSentence);
            found = found with { Side = found.Type == "military" && !theatre.Sides.Any(x => x.Party && x.Id == side) ? "none" : side };
        }

        if (found is { Anonymous: true, Type: "official" or "military" or "occupation" or "analyst" } && d.SourceSentence <= Opening && s.Tokens[d.SourceToken].WordForm != WordForm.Plural && s.Tokens[d.SourceToken].Tag is Upos.NOUN or Upos.PROPN
            && persons.Ahead(s, d.SourceSentence, d.SourceToken, found, Words(s, d)) is { } named)
        {
            found = named;
        }

        found = Counting(s, d, found) with { Cue = cue };
        known.Add(new Known(found, s.Lemma(d.SourceToken), d.SourceSentence, s.Tokens[d.SourceToken].Span.Start, outer is not (null or { Type: "media" or "agency" })));
        return found;
    }

    /// <summary>A source that the report has named so far.</summary>
    /// <param name="Source">The source.</param>
    /// <param name="Noun">The lemma of its head.</param>
    /// <param name="Sentence">Where it was named.</param>
    /// <param name="At">Its head's offset.</param>
    /// <param name="Inside">True where it stood inside another's words.</param>
    private readonly record struct Known(ClaimSource Source, string Noun, int Sentence, int At, bool Inside);

    private ClaimSource? Latest(int sentence, Func<ClaimSource, bool> fits)
    {
        for (var i = known.Count - 1; i >= 0; i--)
        {
            if (known[i].Sentence <= sentence && sentence - known[i].Sentence <= 10 && fits(known[i].Source))
            {
                return known[i].Source;
            }
        }

        return null;
    }

    private ClaimSource? Phrase(Sentence s, Draft d)
    {
        var (first, last) = Words(s, d);
        return first > last ? null : Of(s, first, last, d.SourceToken, d.SourceSentence);
    }

    /// <summary>Whoever says a clause or a quotation is a source, though no list knows the word for it: "the bank said …".</summary>
    private ClaimSource? Plain(Sentence s, Draft d)
    {
        var (first, last) = Words(s, d);
        if (d.CueToken >= 0 && Told.Happens(sentences[d.Sentence].Lemma(d.CueToken)) && s.Tokens[d.SourceToken].Tag == Upos.NOUN)
        {
            // "Heavy fighting continues".
            return null;
        }

        var said = d.Use.Class == CueClass.Speech && (d.Construction is "that" or "quote" or "source" || (d.CueToken >= 0 && sentences[d.Sentence].Lemma(d.CueToken) == "say"));
        if (first > last || !(said || (d.Use.Class == CueClass.Belief && d.Construction == "that")) || !s.Nominal(d.SourceToken) || s.Tokens[d.SourceToken].Tag is Upos.PRON)
        {
            return null;
        }

        if (s.Tokens[d.SourceToken].Tag == Upos.NOUN && SourceEnds.Thing(s.Lower(d.SourceToken)))
        {
            return null;
        }

        if (first == last && SourceEnds.Handle(s.Tokens[first].Form))
        {
            return null;
        }

        var source = new ClaimSource(Text(s, first, SourceWords.Trimmed(s, first, last, d.SourceToken)), "other", "none", !SourceWords.Named(s, d.SourceToken, nouns), null);
        if (last == first + 1 && SourceWords.Person(s, first, nouns) && names.Find(report.Text, s, first, last).Count == 0)
        {
            source = source with { Anonymous = false };
            persons.Meet(s, d.SourceSentence, first, last, source);
        }

        return source;
    }

    private ClaimSource? Named(Sentence s, int noun)
    {
        var below = s.Below(noun);
        var (first, last) = (noun, noun);
        while (first > 0 && below[first - 1])
        {
            first--;
        }

        // "According to the institute, which says": what leads to the noun is no part of its name.
        while (first < noun && (s.Tokens[first].Tag == Upos.ADP || s.IsAny(first, "case", "fixed", "punct")))
        {
            first++;
        }

        while (last + 1 < below.Length && below[last + 1] && !s.IsAny(last + 1, "acl", "punct"))
        {
            last++;
        }

        return Of(s, first, last, noun, IndexOf(s));
    }

    private int IndexOf(Sentence s) => sentences.IndexOf(s);

    // The first word of the run of names that ends at a word.
    private static int Run(Sentence s, int last)
    {
        while (last > 0 && s.Tokens[last - 1].Tag == Upos.PROPN)
        {
            last--;
        }

        return last;
    }

    private static (int First, int Last) Words(Sentence s, Draft d)
    {
        var (first, last) = (int.MaxValue, -1);
        for (var i = 0; i < s.Tokens.Length; i++)
        {
            if (d.Source.Any(x => x.Overlaps(s.Tokens[i].Span)))
            {
                (first, last) = (Math.Min(first, i), i);
            }
        }

        return (first, last);
    }

    /// <summary>The source that words <paramref name="first"/> to <paramref name="last"/> name or describe.</summary>
    private ClaimSource? Of(Sentence s, int first, int last, int head, int sentence)
    {
        var hits = names.Find(report.Text, s, first, last);
        var end = SourceWords.Trimmed(s, first, last, head);
        if (persons.In(s, first, last, head, hits) is { } person)
        {
            return person;
        }

        if (nouns.Document(s.Lower(Math.Min(head, end))))
        {
            // "The resolution on Russian crimes": what it is about is no word of whose it is.
            end = SourceWords.Untitled(s, head, end);
            hits.RemoveAll(h => h.First > end && !SourceWords.Made(s, end + 1, h.First));
        }

        var side = hits.Find(h => h.Entry.Type == MentionType.Force) is { Entry: not null } force && ForceOwner.Of(s, hits, force, theatre).Entry is { } lord ? lord.Side : SourceWords.Side(hits);
        var noun = s.Lower(Math.Min(head, end));
        if (nouns.Document(noun) && hits.Count == 0 && sentence >= 0 && s.Lower(first) is "its" or "his" or "her" or "their")
        {
            // "According to its information": whose it is speaks.
            return s.Lower(first) is "his" or "her" ? Latest(sentence, persons.IsPerson) : Latest(sentence, k => !persons.IsPerson(k));
        }

        if (s.Tokens[Math.Min(head, end)].WordForm != WordForm.Plural && end - first < 7 && s.Lower(first) is not ("a" or "an") && nouns.Type(noun) is not ("government" or "media" or "agency" or "think-tank") && persons.Described(s, first, end, sentence < 0 ? IndexOf(s) : sentence, side is "none" ? null : side) is { } meant)
        {
            return meant;
        }

        var type = nouns.Type(noun);
        if (type is "agency" or "media" or "government" && hits.Find(h => h.Entry.Source is "media" or "agency" && (h.First == head + 1 || h.Last == head - 1)) is { Entry: { } outlet } called)
        {
            // "The Reuters agency", "the newspaper Le Monde".
            return new ClaimSource(Text(s, called.First, called.Last), outlet.Source!, "none", false, null);
        }

        var carrier = hits.FindLast(h => h.Entry.Type is MentionType.Organisation or MentionType.Force or MentionType.Place && h.First <= head && h.Last >= head);
        var name = Text(s, first, end);
        if (hits.Find(h => h.Entry.Type == MentionType.Post && h.Entry.Side != "none") is { Entry: { } post })
        {
            return new ClaimSource(name, "official", hits.Find(h => h.Entry.Type is MentionType.Nationality or MentionType.Place or MentionType.Organisation && h.Entry.Side != "none").Entry?.Side ?? post.Side, !SourceWords.Office(s, first, end, hits), null);
        }

        if (carrier.Entry is { } entry)
        {
            if (ForceOwner.Of(s, hits, carrier, theatre) is { Entry: { } of } owner)
            {
                return new ClaimSource(Text(s, Math.Min(owner.First, carrier.First), Math.Max(owner.Last, carrier.Last)), entry.Source ?? "other", of.Side, false, null);
            }

            return new ClaimSource(carrier.First <= first + 1 ? name : Text(s, carrier.First, Math.Max(carrier.Last, Math.Min(end, carrier.Last))), entry.Source ?? "other", entry.Side, Anonymous: entry.Source is "social" && noun.EndsWith('s'), null);
        }

        if (hits.Exists(h => h.Entry.Type == MentionType.Nationality && h.First <= head && h.Last >= head))
        {
            return new ClaimSource(name, s.Lower(first) == "the" ? "government" : "other", side ?? "none", s.Lower(first) != "the", null);
        }

        if (SourceWords.Occupation(s, first, end))
        {
            return new ClaimSource(name, "occupation", side ?? theatre.Sides.LastOrDefault(x => x.Party)?.Id ?? "none", true, null);
        }

        side ??= Regional(s, first, end, noun);
        if (side is null && Owned(s, first, end, noun, sentence) is { } owned)
        {
            return owned;
        }

        if (side is null && Referred(s, first, end, noun, sentence) is { } before)
        {
            return before;
        }

        if ((type is null || nouns.Document(noun)) && hits.Find(h => h.Entry.Type == MentionType.Organisation && h.Entry.Source is not null) is { Entry: { } maker } by)
        {
            return new ClaimSource(Text(s, by.First, by.Last), maker.Source!, maker.Side, false, null);
        }

        if (type is null && s.Tokens[head].Tag == Upos.NOUN && hits.Count == 0)
        {
            return s.Lower(first) == "the" && sentence >= 0 ? Latest(sentence, k => k.Type is "official" or "military" or "analyst" or "social" or "occupation" && !k.Anonymous) is { } person2 && SourceWords.Animate(noun) ? person2 : null : null;
        }

        type ??= hits.Exists(h => h.Entry.Type == MentionType.Post) ? "official" : "other";
        side ??= Default(s, first, end, type, sentence);
        side = type == "military" ? SourceWords.Sworn(theatre, s, first, end, hits, side) : side;
        if (nouns.Document(noun) && type is "government" && side is "none")
        {
            type = noun.StartsWith("report", StringComparison.Ordinal) ? "media" : "other";
        }

        var open = type is "government" or "think-tank" or "business" or "agency" or "military" && s.Lower(first) is not ("a" or "an" or "some" or "several" or "many") && !(type == "military" && s.Tokens[head].WordForm == WordForm.Plural && noun is not ("forces" or "troops"));
        return new ClaimSource(name, type, side, !(open || SourceWords.Office(s, first, end, hits) || SourceWords.Paper(noun, nouns) || (type == "other" && SourceWords.Named(s, head, nouns))), null);
    }

    /// <summary>"the official", "this report": the latest source that the noun fits; "the governor" is no unnamed official who was called otherwise.</summary>
    private ClaimSource? Referred(Sentence s, int first, int last, string noun, int sentence)
    {
        if (s.Lower(first) is not ("the" or "this" or "that" or "these" or "those"))
        {
            return null;
        }

        var called = nouns.Document(noun) || (nouns.Type(noun) is null && !PersonRuns.Title(noun)) ? null : persons.Called(s, first, last);
        for (var i = known.Count - 1; i >= 0 && sentence - known[i].Sentence <= 12; i--)
        {
            if (known[i].Noun == noun || known[i].Source.Name.Contains(noun, StringComparison.OrdinalIgnoreCase))
            {
                return called is { } later && later.At > known[i].At ? later.Source : known[i].Source;
            }
        }

        if (called is { } person)
        {
            // Of two who hold such an office the one who has been speaking is meant.
            return Latest(sentence, persons.IsPerson) is { } speaker && speaker.Name != person.Source.Name && persons.Holds(speaker, s, first, last) ? speaker : person.Source;
        }

        if (last == first + 1 && bodies.Called(noun, s.Tokens[first].Span.Start) is { } body)
        {
            return body;
        }

        var type = nouns.Type(noun);
        return type is null ? null
            : nouns.Document(noun) ? Latest(sentence, k => k.Type is "government" or "military" or "think-tank")
            : last == first + 1 && type is "official" or "analyst" or "social" && Latest(sentence, k => k.Type == type && (!k.Anonymous || noun is "official" or "analyst" or "expert" or "source")) is { } alike ? alike
            : SourceWords.Role(noun) ? Latest(sentence, k => k.Type == "other" && persons.IsPerson(k)) ?? (last == first + 1 && type == "analyst" ? persons.Unplaced(sentence) : null) : null;
    }

    private string Text(Sentence s, int first, int last)
    {
        while (first < last && s.Lower(first) is "to" or "the" or "a" or "an" or "but" or "and" or "," or "“" or "\"" or "even" or "this" or "that")
        {
            first++;
        }

        if (last > first && s.Tokens[last].Form is "'s" or "’s" or "'" or "’")
        {
            last--;
        }

        return Stretch.Between(s, first, SourceEnds.Untimed(s, first, Math.Max(first, last))).Of(report.Text);
    }
}
