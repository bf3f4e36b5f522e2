using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>The place names of a report, sentence by sentence: those that the parser tells and those that were located.</summary>
internal sealed class PlaceNames
{
    private readonly ImmutableArray<PlaceName>[] names;
    private readonly ILookup<int, Assertion> claims;
    private readonly List<(PlaceName Name, int Sentences)> counts = [];

    /// <summary>Gathers the names of <paramref name="view"/>.</summary>
    public PlaceNames(ReportView view, ImmutableArray<Location> locations, ImmutableArray<Assertion> claims)
    {
        this.claims = claims.ToLookup(c => c.Sentence);
        names = new ImmutableArray<PlaceName>[view.Sentences.Length];
        var at = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var s = view.Sentences[i];
            while (at < locations.Length && locations[at].Span.End <= s.Span.Start)
            {
                at++;
            }

            var end = at;
            while (end < locations.Length && locations[end].Span.Start < s.Span.End)
            {
                end++;
            }

            names[i] = Gather(s, locations.AsSpan(at, end - at));
            Count(names[i]);
        }

        var towns = names.Sum(n => n.Count(x => x.Side is null && x.Location?.Place is { Precision: not PlacePrecision.Country }));
        Density = Math.Min(3, 4 * towns / Math.Max(1, names.Length));
    }

    /// <summary>The names of a sentence, by position.</summary>
    public ImmutableArray<PlaceName> this[int sentence] => names[sentence];

    /// <summary>In how many sentences the report names the place.</summary>
    public int Spread(PlaceName name)
    {
        foreach (var (other, sentences) in counts)
        {
            if (name.Same(other))
            {
                return sentences;
            }
        }

        return 0;
    }

    /// <summary>How many places that are no states the report's sentences name: 0 for hardly any to 3 for nearly one each.</summary>
    public int Density { get; private set; }

    /// <summary>True where the report's first sentence names it.</summary>
    public bool Titled(PlaceName name) => names.Length > 0 && names[0].AsSpan().IndexOfSame(name) >= 0;

    /// <summary>For how many other claims of a sentence, at most 2, the tree gives the place that it names.</summary>
    public int Held(int sentence, PlaceName name, Assertion but) =>
        claims[sentence].Where(c => !ReferenceEquals(c, but) && c.Places.Any(p => p.Span.IsEmpty ? p.Name == name.Written : p.Span.Overlaps(name.Span))).Take(2).Count();

    /// <summary>The claims of a sentence.</summary>
    public IEnumerable<Assertion> Claims(int sentence) => claims[sentence];

    private void Count(ImmutableArray<PlaceName> own)
    {
        for (var n = 0; n < own.Length; n++)
        {
            if (own.AsSpan()[..n].IndexOfSame(own[n]) >= 0)
            {
                continue;
            }

            var known = counts.FindIndex(c => own[n].Same(c.Name));
            if (known < 0)
            {
                counts.Add((own[n], 1));
            }
            else
            {
                counts[known] = (counts[known].Name, counts[known].Sentences + 1);
            }
        }
    }

    private static ImmutableArray<PlaceName> Gather(Sentence s, ReadOnlySpan<Location> located)
    {
        var result = new List<PlaceName>();
        foreach (var m in s.Mentions)
        {
            if (m.Type == MentionType.Place)
            {
                result.Add(new PlaceName(m.Span, m.First, m.End, m.Head, m.Name, m.Side == "none" ? null : m.Side, Best(m.Span, located), Told: true));
            }
        }

        foreach (var l in located)
        {
            if (!result.Exists(n => n.Span.Overlaps(l.Span)) && Words(s, l.Span) is { } words)
            {
                result.Add(new PlaceName(l.Span, words.First, words.End, words.Head, l.Name, null, l, Told: false));
            }
        }

        return [.. result.OrderBy(n => n.Span.Start)];
    }

    private static Location? Best(TextSpan span, ReadOnlySpan<Location> located)
    {
        Location? best = null;
        foreach (var l in located)
        {
            if (l.Span.Overlaps(span) && (best is null || (best.Place is null && l.Place is not null)))
            {
                best = l;
            }
        }

        return best;
    }

    private static (int First, int End, int Head)? Words(Sentence s, TextSpan span)
    {
        int first = -1, end = -1, head = -1;
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (!span.Contains(s.Tokens[t].Span))
            {
                continue;
            }

            first = first < 0 ? t : first;
            end = t + 1;
            head = head < 0 && (s.Tokens[t].Head < 0 || !span.Contains(s.Tokens[s.Tokens[t].Head].Span)) ? t : head;
        }

        return head < 0 ? null : (first, end, head);
    }
}

/// <summary>Looks for a name among names.</summary>
internal static class PlaceNameSpans
{
    /// <summary>Index of the first that is the same place, or -1.</summary>
    public static int IndexOfSame(this ReadOnlySpan<PlaceName> names, PlaceName wanted)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Same(wanted))
            {
                return i;
            }
        }

        return -1;
    }
}
