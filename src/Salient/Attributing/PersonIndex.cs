using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>The persons that a report names, each with what it says of them where it brings them in.</summary>
internal sealed partial class PersonIndex
{
    private readonly Dictionary<string, (string Name, ClaimSource Source)> bySurname = new(StringComparer.Ordinal);
    private readonly List<(int Sentence, ClaimSource Source, int At, bool Subject)> order = [];
    // How far back, in units, a quotation's "he" reaches.
    private const int Near = 600;

    // Words of what somebody is before his name, and before a comma that his name follows.
    private const int Office = 8;
    private const int LongOffice = 12;

    // Words by which a name may go on.
    private const int Longer = 4;

    private readonly string text;
    private readonly NameIndex names;
    private readonly SourceNouns nouns;

    private readonly Theatre theatre;
    private readonly string? home;
    private readonly DateOnly? day;
    private readonly ImmutableArray<Quotation> quotations;
    private readonly PersonNotes notes;

    private PersonIndex(Report report, NameIndex names, SourceNouns nouns, Theatre theatre)
    {
        (text, this.names, this.nouns, this.theatre) = (report.Text, names, nouns, theatre);
        home = theatre.Sides.FirstOrDefault(x => x.Party)?.Id;
        day = report.Date.Reference;
        quotations = QuotationFinder.Find(report);
        notes = new PersonNotes(names, text);
    }

    /// <summary>Reads the persons off the sentences.</summary>
    /// <param name="report">The report.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="names">Names that the theatre knows.</param>
    /// <param name="nouns">Words for sources.</param>
    /// <param name="theatre">Whose offices and places they are.</param>
    public static PersonIndex Of(Report report, ImmutableArray<Sentence> sentences, NameIndex names, SourceNouns nouns, Theatre theatre)
    {
        var index = new PersonIndex(report, names, nouns, theatre);
        // Full names first: who is called by his surname in the headline is brought in by it further down.
        foreach (var whole in new[] { true, false })
        {
            for (var i = 0; i < sentences.Length; i++)
            {
                foreach (var (first, last, sure) in PersonRuns.In(sentences[i]))
                {
                    if (whole == (first < last && names.Entry(sentences[i].Tokens[last].Form) is null))
                    {
                        index.Add(sentences[i], i, first, last, sure);
                    }
                }
            }
        }

        index.order.Sort((x, y) => x.At.CompareTo(y.At));
        return index;
    }

    /// <summary>The person that a phrase names, or null.</summary>
    public ClaimSource? In(Sentence s, int first, int last, int head, List<NameHit> hits)
    {
        // "Zelensky's adviser Petro Honchar" is the adviser, and so is "the adviser to President Zelensky".
        var hit = hits.Find(h => h.Entry.Type == MentionType.Person && !(h.Last < last && s.Tokens[h.Last + 1].Form is "'s" or "’s") && !Served(s, head, h.First));
        ClaimSource? single = null;
        for (var t = first; t <= (hit.Entry is null ? last : hit.First - 1); t++)
        {
            if (PersonRuns.At(s, t, last) is { } run)
            {
                // "Petro Honchar, adviser to President Zelensky" is the adviser, too.
                if (bySurname.TryGetValue(s.Tokens[run.Last].Form, out var found) && !Served(s, head, run.First) && (hit.Entry is null || (run.First < run.Last && run.Last + 1 < s.Tokens.Length && s.Tokens[run.Last + 1].Form == ",")))
                {
                    if (run.First < run.Last || !found.Name.Contains(' ', StringComparison.Ordinal) && single is not null)
                    {
                        return found.Source;
                    }

                    single ??= found.Source;
                }

                t = run.Last;
            }
            else if (t == first && hit.Entry is null && char.IsUpper(s.Tokens[t].Form[0]) && s.Tokens[t].Tag == Upos.NOUN && bySurname.TryGetValue(s.Tokens[t].Form, out var taken))
            {
                // A surname that the tagger took for a common noun.
                single ??= taken.Source;
            }
        }

        if (hit.Entry is null)
        {
            return single;
        }

        var written = Stretch.Between(s, hit.First, hit.Last).Of(text);
        var surname = s.Tokens[hit.Last].Form;
        var name = hit.First == hit.Last && bySurname.TryGetValue(surname, out var full) ? full.Name : hit.First == hit.Last ? NameIndex.Full(hit.Entry, written) : written;
        return new ClaimSource(name, hit.Entry.Source ?? "other", hit.Entry.Side, false, null);
    }

    /// <summary>Takes up a person whom only his words bring in: "…, says Janina Kral".</summary>
    public void Meet(Sentence s, int sentence, int first, int last, ClaimSource source)
    {
        var at = s.Tokens[first].Span.Start;
        if (bySurname.TryAdd(s.Tokens[last].Form, (source.Name, source)))
        {
            order.Insert(order.FindLastIndex(p => p.At < at) + 1, (sentence, source, at, false));
            notes.Tell(s, first, last, source.Name);
        }
    }

    // The noun is one who serves the person behind it: "the adviser to President Zelensky".
    private bool Served(Sentence s, int head, int name)
    {
        if (head >= name || s.Tokens[head].Tag != Upos.NOUN || nouns.Type(s.Lower(head)) is null)
        {
            return false;
        }

        var t = PersonRuns.Front(s, name) - 1;
        return t > head && s.Lower(t) is "to" or "of" or "for";
    }

    /// <summary>The latest person named at or before a sentence, or null.</summary>
    public ClaimSource? Before(int sentence) => order.FindLast(p => p.Sentence <= sentence && sentence - p.Sentence <= 4).Source;

    /// <summary>The latest person named shortly before whom no side and no office is told of; or null.</summary>
    public ClaimSource? Unplaced(int sentence) => order.FindLast(p => p.Sentence <= sentence && sentence - p.Sentence <= 6 && p.Source is { Side: "none", Type: "other" or "analyst" }).Source;

    /// <summary>The person of the report whom the recogniser takes a pronoun for, or null.</summary>
    public ClaimSource? Meant(Sentence s, int token)
    {
        foreach (var m in s.Referents)
        {
            if (m.Form == MentionForm.Pronoun && m.Type == MentionType.Person && m.First <= token && token < m.End)
            {
                return bySurname.TryGetValue(m.Name[(m.Name.LastIndexOf(' ') + 1)..], out var found) ? found.Source : null;
            }
        }

        return null;
    }

    /// <summary>True for somebody who is said to have left what he was.</summary>
    public bool Former(string name) => notes.Fit(name, ["former"], []) || notes.Fit(name, ["retired"], []) || notes.Fit(name, ["ex"], []);

    /// <summary>True where the source is a person that the report names, or that its words describe as one.</summary>
    public bool IsPerson(ClaimSource source) =>
        order.Exists(p => p.Source.Name == source.Name) || (source.Type is "official" or "analyst" or "military" or "witness" or "occupation" or "social" && source.Anonymous && !source.Name.EndsWith('s'));

    /// <summary>The latest person who is a sentence's subject between two offsets, outside of the stretch from <paramref name="open"/> to <paramref name="close"/>; or null.</summary>
    public ClaimSource? SubjectBetween(int after, int before, int open, int close) =>
        order.FindLast(p => p.Subject && p.At > after && p.At < before && (p.At < open || p.At >= close)).Source;

    /// <summary>The side of the latest official named at or before a sentence, or null.</summary>
    public string? Side(int sentence) => order.FindLast(p => p.Sentence <= sentence && p.Source.Side != "none").Source?.Side;

    private void Add(Sentence s, int sentence, int first, int last, bool sure)
    {
        if (Within(s, first, last))
        {
            return;
        }

        var hits = names.Find(text, s, first, last);
        while (hits.Count > 0 && hits[0].First == first && hits[0].Last < last && hits[0].Entry.Type is not MentionType.Person)
        {
            // "Ukraine Emine Dzheppar": the tree knows no border between the country and the name behind it.
            first = hits[0].Last + 1;
            hits.RemoveAt(0);
        }

        var written = Stretch.Between(s, first, last).Of(text);
        var at = s.Tokens[first].Span.Start;
        var subject = !Quoted(at) && Enumerable.Range(first, last - first + 1).Any(t => s.IsAny(t, "nsubj") && s.Tokens[t].Relation is "nsubj" or "nsubj:pass" && s.Tokens[t].Head is >= 0 and var verb && s.Tokens[verb].Head < 0);
        var lexical = hits.Find(h => h.Entry.Type == MentionType.Person);
        if (lexical.Entry is { } entry)
        {
            var name = lexical.First == lexical.Last ? NameIndex.Full(entry, s.Tokens[lexical.First].Form) : Stretch.Between(s, lexical.First, lexical.Last).Of(text);
            var source = bySurname.TryGetValue(s.Tokens[lexical.Last].Form, out var old) ? old.Source : new ClaimSource(name, entry.Source ?? "other", entry.Side, false, null);
            bySurname.TryAdd(s.Tokens[lexical.Last].Form, (name, source));
            order.Add((sentence, source, at, subject));
            notes.Tell(s, lexical.First, lexical.Last, source.Name);
            return;
        }

        if (bySurname.TryGetValue(s.Tokens[last].Form, out var known))
        {
            order.Add((sentence, known.Source, at, subject));
            notes.Tell(s, first, last, known.Source.Name);
            return;
        }

        if (first < last && PersonRuns.Body(s.Tokens[last].Form))
        {
            return;
        }

        if (hits.Count > 0 || last - first > 3 || (last == first && !sure))
        {
            return;
        }

        var told = Described(s, first, last, out var type, out var side);
        if (!(told || sure))
        {
            return;
        }

        // "The Romanian host, Dorin Petcu" is Romanian; whoever else stands near by says nothing of him.
        side = told || (side != "none" && PersonNotes.Led(s, first, last)) ? side : "none";

        var person = new ClaimSource(written, type, side, false, null);
        bySurname[s.Tokens[last].Form] = (written, person);
        order.Add((sentence, person, at, subject));
        notes.Tell(s, first, last, person.Name);
    }

    /// <summary>The latest person whom a quotation names before an offset and who is not <paramref name="speaker"/>; or null.</summary>
    public ClaimSource? QuotedBefore(int at, string speaker) =>
        order.FindLast(p => p.At < at && at - p.At < Near && p.Source.Name != speaker && Quoted(p.At)).Source;

    /// <summary>True where an offset stands in a quotation.</summary>
    public bool Quoted(int at)
    {
        foreach (var q in quotations)
        {
            if (q.Span.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The index before a short form in brackets that ends just before <paramref name="from"/>: the name that it stands for is one phrase with what follows.</summary>
    private static int Shortened(Sentence s, int from) => from > 3 && s.Tokens[from - 1].Form == ")" && s.Tokens[from - 3].Form == "(" ? from - 3 : from;

    /// <summary>True for words that are the beginning of a longer name of what is no person: "Donetsk People" of "Donetsk People's Republic".</summary>
    private bool Within(Sentence s, int first, int last)
    {
        foreach (var h in names.Find(text, s, first, Math.Min(s.Tokens.Length - 1, last + Longer)))
        {
            if (h.First <= last && h.Last > last && h.Entry.Type != MentionType.Person)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands around a name says what its bearer is: "spokesman", ", a resident of the town,".</summary>
    private bool Described(Sentence s, int first, int last, out string type, out string side)
    {
        var from = PersonNotes.Led(s, first, last) ? PersonRuns.Front(s, first) - 1 : first;
        from = Shortened(s, from);
        var reach = from < first ? LongOffice : Office;
        while (from > 0 && first - from < reach && s.Tokens[from - 1].Tag is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.NUM or Upos.ADP or Upos.PART or Upos.SYM || (from > 0 && first - from < reach && s.Tokens[from - 1].Form is "-" or "'s" or "’s" or "installed" or "appointed" or "imposed" or "backed" or "led"))
        {
            from = Shortened(s, from - 1);
        }

        var to = last;
        if (to + 2 < s.Tokens.Length && s.Tokens[to + 1].Form == ",")
        {
            to = Math.Min(s.Tokens.Length - 1, to + 2);
            while (to + 1 < s.Tokens.Length && to - last < 14 && s.Tokens[to + 1].Form is not ("," or "." or ";") && s.Tokens[to].Tag is not Upos.VERB)
            {
                to++;
            }
        }

        to = to == last ? PersonNotes.Placed(s, last) : to;
        type = "other";
        side = "none";
        var (told, leads) = (false, false);
        for (var i = from; i <= to && i < s.Tokens.Length; i++)
        {
            if ((i < first || i > last) && (nouns.Type(s.Lower(i)) ?? PersonNotes.Learned(s, i)) is { } t && !nouns.Document(s.Lower(i)) && (!told || t is "occupation" || (leads && t is "analyst" or "think-tank"))
                && !(s.Lower(i) is "military" or "army" or "intelligence" && i + 1 < first && nouns.Type(s.Lower(i + 1)) is not null))
            {
                // A "military expert" is an expert, and so are a "chief analyst" and the "director of an institute".
                type = t == "government" ? "official" : t == "think-tank" && (leads || i > last) ? "analyst" : t;
                told = true;
                leads = s.Lower(i) is "chief" or "head" or "president" or "director" or "chairman" or "chairwoman" or "chair" or "leader" or "secretary";
            }
        }

        if (type is "official" or "military" && SourceWords.Former(s, from, Math.Min(to, s.Tokens.Length - 1)))
        {
            // Whoever has left office speaks for himself.
            type = "analyst";
        }

        if (SourceWords.Occupation(s, from, Math.Min(to, s.Tokens.Length - 1)))
        {
            (type, told) = ("occupation", true);
        }

        var named = names.Find(text, s, from, to);
        foreach (var h in named)
        {
            if (h.Entry.Side != "none" && type is not ("analyst" or "media" or "think-tank" or "witness"))
            {
                side = h.Entry.Side;
                break;
            }
        }

        if (type == "military")
        {
            side = SourceWords.Sworn(theatre, s, from, Math.Min(to, s.Tokens.Length - 1), named, side);
        }

        if (side == "none" && type is "official" or "military" && told)
        {
            side = SourceWords.Region(theatre, s, from, Math.Min(to, s.Tokens.Length - 1)) ?? side;
        }

        for (var i = from; home is not null && side == "none" && type is "official" or "military" && i <= to && i < s.Tokens.Length; i++)
        {
            side = SourceResolver.Local.Contains(s.Lower(i)) ? home : "none";
            if (side != "none")
            {
                break;
            }
        }

        var relation = s.Tokens[last].Relation;
        return told || (last > first && relation is "flat" && s.IsAny(first, "nsubj", "obl:agent") && first + 2 > last);
    }
}
