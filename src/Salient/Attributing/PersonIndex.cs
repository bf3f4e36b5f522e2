using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>The persons that a report names, each with what it says of them where it brings them in.</summary>
internal sealed class PersonIndex
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "gen", "gen.", "col", "col.", "lt", "lt.", "maj", "maj.", "capt", "capt.", "adm", "adm.", "sgt", "sgt.", "brig", "brig.", "sen", "sen.", "rep", "rep.", "rev", "rev.", "sir", "lord", "lady", "prof", "prof.",
        "president", "vice", "prime", "first", "deputy", "minister", "chancellor", "secretary", "spokesman", "spokesperson", "spokeswoman", "press", "governor", "mayor", "ambassador", "envoy", "general", "colonel", "major", "captain", "lieutenant", "admiral", "commander",
        "commander-in-chief", "chief", "head", "chairman", "chairwoman", "chair", "director", "adviser", "advisor", "senator", "representative", "king", "queen", "pope", "prince", "former", "then", "ex", "acting", "defense", "defence", "foreign", "interior", "finance", "energy",
        "state", "oblast", "region", "regional", "city", "administration", "military", "army", "navy", "air", "force", "forces", "ground", "council", "national", "security", "staff", "leader", "professor", "analyst", "editor-in-chief", "editor", "founder", "ceo", "under", "undersecretary",
    };

    private readonly Dictionary<string, (string Name, ClaimSource Source)> bySurname = new(StringComparer.Ordinal);
    private readonly List<(int Sentence, ClaimSource Source, int At, bool Subject)> order = [];
    private readonly Dictionary<string, HashSet<string>> descriptions = new(StringComparer.Ordinal);
    private readonly string text;
    private readonly NameIndex names;
    private readonly SourceNouns nouns;

    private readonly Theatre theatre;
    private readonly string? home;
    private readonly DateOnly? day;
    private readonly ImmutableArray<Quotation> quotations;

    private PersonIndex(Report report, NameIndex names, SourceNouns nouns, Theatre theatre)
    {
        (text, this.names, this.nouns, this.theatre) = (report.Text, names, nouns, theatre);
        home = theatre.Sides.FirstOrDefault(x => x.Party)?.Id;
        day = report.Date.Reference;
        quotations = QuotationFinder.Find(report);
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
        for (var i = 0; i < sentences.Length; i++)
        {
            var s = sentences[i];
            for (var t = 0; t < s.Tokens.Length; t++)
            {
                if (Run(s, t, s.Tokens.Length - 1) is { } run)
                {
                    index.Add(s, i, run.First, run.Last);
                    t = run.End;
                }
            }
        }

        return index;
    }

    /// <summary>The person that a phrase names, or null.</summary>
    public ClaimSource? In(Sentence s, int first, int last, List<NameHit> hits)
    {
        foreach (var h in hits)
        {
            // "Zelensky's adviser Petro Honchar" is the adviser.
            if (h.Entry.Type == MentionType.Person && !(h.Last < last && s.Tokens[h.Last + 1].Form is "'s" or "’s"))
            {
                var written = Stretch.Between(s, h.First, h.Last).Of(text);
                var surname = s.Tokens[h.Last].Form;
                var name = h.First == h.Last && bySurname.TryGetValue(surname, out var full) ? full.Name : h.First == h.Last ? h.Entry.Name : written;
                return new ClaimSource(name, h.Entry.Source ?? "other", h.Entry.Side, false, null);
            }
        }

        for (var t = first; t <= last; t++)
        {
            if (Run(s, t, last) is { } run)
            {
                if (bySurname.TryGetValue(s.Tokens[run.Last].Form, out var found))
                {
                    return found.Source;
                }

                t = run.End;
            }
        }

        return null;
    }

    /// <summary>The latest person named at or before a sentence, or null.</summary>
    public ClaimSource? Before(int sentence) => order.FindLast(p => p.Sentence <= sentence && sentence - p.Sentence <= 4).Source;

    /// <summary>The person whom a phrase without a name means by words that the report had beside the name: "the MI6 chief".</summary>
    /// <param name="s">The phrase's sentence.</param>
    /// <param name="first">Its first word.</param>
    /// <param name="last">Its last word.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="side">The side that the phrase names, or null.</param>
    public ClaimSource? Described(Sentence s, int first, int last, int sentence, string? side)
    {
        var words = new List<string>();
        for (var t = first; t <= last; t++)
        {
            if (s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ && names.Find(text, s, t, t) is not [{ Entry.Type: MentionType.Nationality or MentionType.Place }])
            {
                words.Add(Office(s.Lower(t)));
            }
        }

        if (words.Count == 0 || (words.Count == 1 && (side is null || !Titles.Contains(words[0]))) || !words.Exists(w => Titles.Contains(w) || nouns.Type(w) is not null))
        {
            return null;
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            var p = order[i];
            if (p.Sentence <= sentence && (side is null || p.Source.Side == side) && descriptions.TryGetValue(p.Source.Name, out var about) && words.TrueForAll(about.Contains))
            {
                return p.Source;
            }
        }

        return side is null ? null : Holder(string.Join(' ', words), side);
    }

    // The person of the office that the words name, where the report names that person.
    private ClaimSource? Holder(string office, string side)
    {
        foreach (var o in theatre.Offices)
        {
            if (o.Side == side && o.On(day) && o.Words.Contains(office))
            {
                var held = order.Find(p => p.Source.Side == side && names.Entry(p.Source.Name)?.Name == o.Holder).Source;
                if (held is not null)
                {
                    return held;
                }
            }
        }

        return null;
    }

    // "leader" is as good as the office.
    private static string Office(string word) => word is "leader" ? "president" : word;

    // Remembers the words that stand before a name or in an apposition behind it.
    private void Tell(Sentence s, int first, int last, string name)
    {
        var about = descriptions.TryGetValue(name, out var known) ? known : descriptions[name] = new HashSet<string>(StringComparer.Ordinal);
        for (var t = first - 1; t >= 0 && first - t <= 7 && s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.ADP or Upos.DET or Upos.PART; t--)
        {
            about.Add(Office(s.Lower(t)));
        }

        for (var t = last + 2; last + 1 < s.Tokens.Length && s.Tokens[last + 1].Form == "," && t < s.Tokens.Length && t - last <= 9 && s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.ADP or Upos.DET or Upos.PART; t++)
        {
            about.Add(Office(s.Lower(t)));
        }
    }

    /// <summary>True where the source is a person that the report names, or that its words describe as one.</summary>
    public bool IsPerson(ClaimSource source) =>
        order.Exists(p => p.Source.Name == source.Name) || (source.Type is "official" or "analyst" or "military" or "witness" or "occupation" or "social" && source.Anonymous && !source.Name.EndsWith('s'));

    /// <summary>The latest person who is a sentence's subject between two offsets, outside of the stretch from <paramref name="open"/> to <paramref name="close"/>; or null.</summary>
    public ClaimSource? SubjectBetween(int after, int before, int open, int close) =>
        order.FindLast(p => p.Subject && p.At > after && p.At < before && (p.At < open || p.At >= close)).Source;

    /// <summary>The side of the latest official named at or before a sentence, or null.</summary>
    public string? Side(int sentence) => order.FindLast(p => p.Sentence <= sentence && p.Source.Side != "none").Source?.Side;

    /// <summary>A run of names from <paramref name="t"/> on that ends as a person's name does: titles left off.</summary>
    private static (int First, int Last, int End)? Run(Sentence s, int t, int limit)
    {
        if (s.Tokens[t].Tag != Upos.PROPN && !(char.IsUpper(s.Tokens[t].Form[0]) && s.IsAny(t, "flat", "compound", "nmod") && s.Tokens[t].Tag is Upos.NOUN or Upos.ADJ))
        {
            return null;
        }

        var end = t;
        while (end + 1 <= limit && (s.Tokens[end + 1].Tag == Upos.PROPN || (s.Tokens[end + 1].Form == "." && s.Tokens[end].Span.Length <= 3) || (s.Tokens[end + 1].Form == "-" && end + 2 <= limit && s.Tokens[end + 2].Tag == Upos.PROPN)))
        {
            end++;
        }

        var first = t;
        for (var i = t; i <= end; i++)
        {
            if (Titles.Contains(s.Tokens[i].Form) || s.Tokens[i].Form.Length == 0 || !char.IsUpper(s.Tokens[i].Form[0]) && s.Tokens[i].Form is not ("." or "-"))
            {
                first = i + 1;
            }
        }

        return first <= end ? (first, end, end) : null;
    }

    private void Add(Sentence s, int sentence, int first, int last)
    {
        var hits = names.Find(text, s, first, last);
        while (hits.Count > 0 && hits[0].First == first && hits[0].Last < last && hits[0].Entry.Type is not MentionType.Person)
        {
            // "Ukraine Emine Dzheppar": the tree knows no border between the country and the name behind it.
            first = hits[0].Last + 1;
            hits.RemoveAt(0);
        }

        var written = Stretch.Between(s, first, last).Of(text);
        var at = s.Tokens[first].Span.Start;
        var subject = !Quoted(at) && Enumerable.Range(first, last - first + 1).Any(t => s.IsAny(t, "nsubj") && s.Tokens[t].Relation == "nsubj" && s.Tokens[t].Head is >= 0 and var verb && s.Tokens[verb].Head < 0);
        var lexical = hits.Find(h => h.Entry.Type == MentionType.Person);
        if (lexical.Entry is { } entry)
        {
            var name = lexical.First == lexical.Last ? entry.Name : Stretch.Between(s, lexical.First, lexical.Last).Of(text);
            var source = bySurname.TryGetValue(s.Tokens[lexical.Last].Form, out var old) ? old.Source : new ClaimSource(name, entry.Source ?? "other", entry.Side, false, null);
            bySurname.TryAdd(s.Tokens[lexical.Last].Form, (name, source));
            order.Add((sentence, source, at, subject));
            Tell(s, lexical.First, lexical.Last, source.Name);
            return;
        }

        if (bySurname.TryGetValue(s.Tokens[last].Form, out var known))
        {
            order.Add((sentence, known.Source, at, subject));
            Tell(s, first, last, known.Source.Name);
            return;
        }

        if (hits.Count > 0 || last - first is < 1 or > 3 || !Described(s, first, last, out var type, out var side))
        {
            return;
        }

        var person = new ClaimSource(written, type, side, false, null);
        bySurname[s.Tokens[last].Form] = (written, person);
        order.Add((sentence, person, at, subject));
        Tell(s, first, last, person.Name);
    }

    private bool Quoted(int at)
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

    /// <summary>What stands around a name says what its bearer is: "spokesman", ", a resident of the town,".</summary>
    private bool Described(Sentence s, int first, int last, out string type, out string side)
    {
        var from = first;
        while (from > 0 && first - from < 8 && s.Tokens[from - 1].Tag is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.NUM or Upos.ADP or Upos.PART or Upos.SYM || (from > 0 && first - from < 8 && s.Tokens[from - 1].Form is "-" or "'s" or "’s"))
        {
            from--;
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

        type = "other";
        side = "none";
        var told = false;
        for (var i = from; i <= to && i < s.Tokens.Length; i++)
        {
            if ((i < first || i > last) && nouns.Type(s.Lower(i)) is { } t && !nouns.Document(s.Lower(i)) && (!told || t is "occupation"))
            {
                type = t == "government" ? "official" : t;
                told = true;
            }
        }

        if (SourceResolver.Occupation(s, from, Math.Min(to, s.Tokens.Length - 1)))
        {
            (type, told) = ("occupation", true);
        }

        foreach (var h in names.Find(text, s, from, to))
        {
            if (h.Entry.Side != "none" && type is not ("analyst" or "media" or "think-tank" or "witness"))
            {
                side = h.Entry.Side;
                break;
            }
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
