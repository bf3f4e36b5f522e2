using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reconciling;

/// <summary>
/// One name for each institution and person that a theatre's lexicon knows, whichever of its forms a report uses: who speaks under three names is one origin, not three.
/// What the lexicon does not know, or knows two of, keeps the name that the report gives it.
/// </summary>
public sealed class Bodies
{
    private const StringComparison Ignored = StringComparison.OrdinalIgnoreCase;
    private static readonly FrozenSet<MentionType> Speaking = [MentionType.Organisation, MentionType.Person, MentionType.Force];
    private readonly FrozenDictionary<string, string> anywhere;
    private readonly FrozenDictionary<string, Nation> nations;

    private Bodies(FrozenDictionary<string, string> anywhere, FrozenDictionary<string, Nation> nations) => (this.anywhere, this.nations) = (anywhere, nations);

    /// <summary>Of a theatre that knows no body: every name is its own.</summary>
    public static Bodies None { get; } = new(FrozenDictionary<string, string>.Empty, FrozenDictionary<string, Nation>.Empty);

    /// <summary>Those of a theatre. A form without its nation's name ("General Staff") is told by the side of who speaks, where that side is one nation's.</summary>
    public static Bodies Of(Theatre theatre)
    {
        ArgumentNullException.ThrowIfNull(theatre);
        var known = theatre.Lexicon.Where(e => e.Source is not null && Speaking.Contains(e.Type)).ToList();
        var states = theatre.States.IsDefault ? [] : theatre.States;
        var named = states.GroupBy(s => s.Side).Where(g => g.Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => new Nation([.. Words(g.Single())], [.. g.Single().Names.Select(n => " OF " + Folded(n))], FrozenDictionary<string, string>.Empty, FrozenDictionary<string, string>.Empty, []), StringComparer.Ordinal);
        return new Bodies(
            Told(known.SelectMany(e => e.Forms.Select(f => (Folded(f), e)))),
            named.ToFrozenDictionary(n => n.Key, n => n.Value.With([.. known.Where(e => e.Side == n.Key)]), StringComparer.Ordinal));
    }

    /// <summary>The name of whoever is called <paramref name="name"/>.</summary>
    /// <param name="name">As a report has it.</param>
    /// <param name="side">The side of who is called so; "none" where it has none or it is not known.</param>
    public string Name(string name, string side = "none")
    {
        var folded = Folded(name);
        return nations.TryGetValue(side, out var nation)
            ? nation.Bodies.GetValueOrDefault(folded) ?? nation.Bodies.GetValueOrDefault(nation.Bare(folded)) ?? (PersonSpelling.Frame(name) is { } frame ? nation.Persons.GetValueOrDefault(frame) : null) ?? name
            : anywhere.GetValueOrDefault(folded, name);
    }

    /// <summary>What all names of one source have in common.</summary>
    /// <param name="name">As a report has it.</param>
    /// <param name="side">The side of who is called so; "none" where it has none or it is not known.</param>
    public string Fold(string name, string side = "none") => Keys.Folded(Name(name, side));

    /// <summary>True where a name means all of a nation or its forces, however many of them are counted: "Russia", "Russian troops", "40 Russian tanks"; not "Russia's 80th Brigade", "a column of Russian tanks".</summary>
    /// <param name="name">As a report has it.</param>
    /// <param name="side">The side of who is called so.</param>
    /// <param name="counted">What is counted of it; null where nothing is.</param>
    public bool Whole(string name, string side, string? counted)
    {
        if (!nations.TryGetValue(side, out var nation))
        {
            return false;
        }

        var words = Folded(name).Split(' ');
        var rest = nation.Bare(string.Join(' ', words.SkipWhile(w => char.IsAsciiDigit(w[0]))));
        for (var i = 0; i < words.Length && words[i] != "OF"; i++)
        {
            if (nation.Bare(string.Join(' ', words[i..]) + " ") is var bare && !bare.StartsWith(words[i], StringComparison.Ordinal))
            {
                rest = bare.TrimEnd();
                break;
            }
        }

        return rest.Length == 0 || nation.Forces.Contains(rest)
            || (counted is not null && (rest.Equals(counted, Ignored) || rest.Equals(counted + "s", Ignored) || rest.Equals(UnitWords.One(counted), Ignored) || rest.Equals(UnitWords.More(counted), Ignored)));
    }

    /// <summary>Forms that one entry alone has.</summary>
    private static FrozenDictionary<string, string> Told(IEnumerable<(string Form, LexiconEntry Entry)> forms) =>
        forms.GroupBy(f => f.Form).Where(g => g.Select(f => f.Entry.Id).Distinct().Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First().Entry.Name, StringComparer.Ordinal);

    private static string Folded(string name) => Keys.Folded(name).Replace('’', '\'');

    /// <summary>"UKRAINIAN ", "UKRAINE'S ".</summary>
    private static IEnumerable<string> Words(State state) =>
        state.People.Select(p => Folded(p) + " ").Concat(state.Names.SelectMany(n => new[] { Folded(n) + "'S ", Folded(n) + " " })).Distinct();

    /// <summary>A nation by which its bodies are called.</summary>
    /// <param name="Before">Its names before a body's.</param>
    /// <param name="Behind">Its names after a body's.</param>
    /// <param name="Bodies">Its bodies by their forms, with and without its name.</param>
    /// <param name="Persons">Its persons by what every way of writing their names keeps.</param>
    /// <param name="Forces">What its forces are called as a whole, without its name: those that are called by the nation's first of all.</param>
    private sealed record Nation(ImmutableArray<string> Before, ImmutableArray<string> Behind, FrozenDictionary<string, string> Bodies, FrozenDictionary<string, string> Persons, FrozenSet<string> Forces)
    {
        /// <summary>The nation with its bodies.</summary>
        public Nation With(ImmutableArray<LexiconEntry> known) => this with
        {
            Bodies = Told(known.SelectMany(e => e.Forms.SelectMany(f => new[] { Folded(f), Bare(Folded(f)) }.Select(f => (f, e))))),
            Persons = Told(known.Where(e => e.Type == MentionType.Person).SelectMany(e => e.Forms.Select(f => (Form: PersonSpelling.Frame(f)!, e)).Where(f => f.Form is not null))),
            Forces = known.Where(e => e.Type == MentionType.Force && Bare(Folded(e.Name)) != Folded(e.Name)).SelectMany(e => e.Forms.Select(f => Bare(Folded(f)))).ToFrozenSet(StringComparer.Ordinal),
        };

        /// <summary>A body's name without the nation's.</summary>
        public string Bare(string name)
        {
            var bare = Before.FirstOrDefault(b => name.StartsWith(b, StringComparison.Ordinal)) is { } before ? name[before.Length..] : name;
            return Behind.FirstOrDefault(b => bare.EndsWith(b, StringComparison.Ordinal)) is { } behind ? bare[..^behind.Length] : bare;
        }
    }
}
