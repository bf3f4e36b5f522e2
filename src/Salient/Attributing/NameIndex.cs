using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>An entry of the theatre's lexicon as it stands in a sentence.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
/// <param name="Entry">The entry.</param>
internal readonly record struct NameHit(int First, int Last, LexiconEntry Entry);

/// <summary>Finds the theatre's names among the words of a sentence, the longest first.</summary>
internal sealed class NameIndex
{
    private const int Least = 5;
    private const string Favouring = "pro-";

    private readonly FrozenDictionary<string, LexiconEntry> forms;
    private readonly FrozenDictionary<string, LexiconEntry> persons;
    private readonly FrozenDictionary<string, LexiconEntry> frames;
    private readonly FrozenSet<string> parties;
    private readonly int longest;

    // For each first character how long a form is at the most; by what is not in it nothing is called.
    private readonly Dictionary<char, int> lengths = [];

    public NameIndex(Theatre theatre)
    {
        parties = theatre.Sides.Where(x => x.Party).Select(x => x.Id).ToFrozenSet(StringComparer.Ordinal);
        var all = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var entry in theatre.Lexicon)
        {
            if (entry.Type is MentionType.Weapon)
            {
                continue;
            }

            foreach (var form in entry.Forms)
            {
                all.TryAdd(form, entry);
                longest = Math.Max(longest, form.Count(c => c is ' ' or '-' or '\'' or '.') + 2);
            }
        }

        forms = all.ToFrozenDictionary(StringComparer.Ordinal);
        foreach (var form in all.Keys.Where(f => f.Length > 0))
        {
            lengths[form[0]] = Math.Max(form.Length, lengths.GetValueOrDefault(form[0]));
        }

        persons = Spelt(theatre, PersonSpelling.Of).ToFrozenDictionary(StringComparer.Ordinal);
        frames = Spelt(theatre, PersonSpelling.Frame).ToFrozenDictionary(StringComparer.Ordinal);
        Offices = [.. theatre.Offices.SelectMany(o => o.Words.Select(w => (o, PersonNotes.Office(w))))];
    }

    /// <summary>The theatre's offices, each with the words of one name for it.</summary>
    public ImmutableArray<(Office Office, HashSet<string> Words)> Offices { get; }

    /// <summary>The names within words <paramref name="first"/> to <paramref name="last"/>, in order, not overlapping.</summary>
    public List<NameHit> Find(string text, Sentence s, int first, int last)
    {
        var result = new List<NameHit>();
        for (var i = first; i <= last; i++)
        {
            if (Favoured(s.Tokens[i].Form) is { } favoured)
            {
                result.Add(new NameHit(i, i, favoured));
                continue;
            }

            var start = s.Tokens[i].Span.Start;
            var most = s.Tokens[i].Span.Length == 0 ? 0 : lengths.GetValueOrDefault(text[start] == '’' ? '\'' : text[start]);
            for (var j = Math.Min(last, i + longest); j >= i; j--)
            {
                var end = s.Tokens[j].Span.End;
                var written = end - start <= most;
                if (!written && !(j - i <= 2 && Names(s, i, j)))
                {
                    continue;
                }

                var form = text[start..end];
                if (((written ? Entry(form) : null) is { } entry || (j - i <= 2 && Names(s, i, j) && Person(form) is { } person && (entry = person with { Name = form }) is not null)) && !Another(s, i, j, entry))
                {
                    result.Add(new NameHit(i, j, entry));
                    i = j;
                    break;
                }
            }
        }

        return result;
    }

    // "Pro-Russian channels" speak for Russia.
    private LexiconEntry? Favoured(string form) =>
        form.Length > Favouring.Length && form.StartsWith(Favouring, StringComparison.OrdinalIgnoreCase) && Entry(form[Favouring.Length..]) is { Type: not MentionType.Person } entry && parties.Contains(entry.Side) ? entry : null;

    /// <summary>The entry written as <paramref name="form"/>, or null.</summary>
    public LexiconEntry? Entry(string form) => forms.GetValueOrDefault(form.Replace('’', '\''));

    /// <summary>The person whose name is <paramref name="form"/> in another spelling, or null.</summary>
    public LexiconEntry? Person(string form) => form.Length < Least ? null
        : persons.GetValueOrDefault(PersonSpelling.Of(form)) ?? (PersonSpelling.Frame(form) is { } frame ? frames.GetValueOrDefault(frame) : null);

    /// <summary>A person's full name, its last word as a report has it: "Zelenskiy" is "Volodymyr Zelenskiy".</summary>
    /// <param name="entry">The person.</param>
    /// <param name="last">The word that stands for the whole name.</param>
    public static string Full(LexiconEntry entry, string last)
    {
        foreach (var form in entry.Forms)
        {
            if (form.EndsWith(last, StringComparison.Ordinal) && form.Length > last.Length && form[form.Length - last.Length - 1] == ' ')
            {
                return form;
            }
        }

        foreach (var form in entry.Forms)
        {
            // "Kralll" for Kral: the first name of who is meant.
            var space = form.LastIndexOf(' ');
            if (space > 0 && last.Length >= Least && PersonSpelling.Of(form[(space + 1)..]) == PersonSpelling.Of(last))
            {
                return form[..(space + 1)] + last;
            }
        }

        return entry.Name;
    }

    // "Danylo Kral" is not the Petro Kral whom the list has under his surname.
    private bool Another(Sentence s, int first, int last, LexiconEntry entry)
    {
        if (first != last || entry.Type != MentionType.Person || first == 0 || s.Tokens[first - 1] is not { Tag: Upos.PROPN, Form.Length: > 2 } before || PersonRuns.Title(before.Form) || forms.ContainsKey(before.Form)
            || !(s.Tokens[first].Head == first - 1 || before.Head == first || before.Head == s.Tokens[first].Head))
        {
            return false;
        }

        var given = PersonSpelling.Of(before.Form + " x")[..^2];
        foreach (var form in entry.Forms)
        {
            var space = form.LastIndexOf(' ');
            if (space > 0 && (PersonSpelling.Of(form[..space] + " x") is var own) && (own.Contains(given, StringComparison.Ordinal) || given.Contains(own[..^2], StringComparison.Ordinal) || PersonSpelling.Alike(own[..^2], given)))
            {
                return false;
            }
        }

        return entry.Forms.Any(f => f.Contains(' ', StringComparison.Ordinal));
    }

    private static bool Names(Sentence s, int first, int last)
    {
        for (var t = first; t <= last; t++)
        {
            if (s.Tokens[t].Tag != Upos.PROPN)
            {
                return false;
            }
        }

        return true;
    }

    // Persons by their names in one spelling; what two persons share names neither.
    private static Dictionary<string, LexiconEntry> Spelt(Theatre theatre, Func<string, string?> spelling)
    {
        var found = new Dictionary<string, LexiconEntry?>(StringComparer.Ordinal);
        foreach (var entry in theatre.Lexicon.Where(e => e.Type == MentionType.Person))
        {
            foreach (var form in entry.Forms.Where(f => f.Length >= Least))
            {
                if (spelling(form) is { } key)
                {
                    found[key] = found.TryGetValue(key, out var other) && other != entry ? null : entry;
                }
            }
        }

        return found.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!, StringComparer.Ordinal);
    }
}
