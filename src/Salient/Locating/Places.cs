using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Locating;

/// <summary>Finds the location that an argument of a claim means.</summary>
internal static class Places
{
    private static readonly string[] Articles = ["the ", "The ", "a ", "an "];

    /// <summary>The location at the argument's span, else the one that overlaps it most, else one of like name; null for none.</summary>
    public static Location? Pick(PlaceArgument argument, ImmutableArray<Location> locations)
    {
        if (!argument.Span.IsEmpty)
        {
            var at = locations.FirstOrDefault(l => l.Span == argument.Span) ?? Overlap(argument, locations);
            if (at is not null)
            {
                return at;
            }
        }

        var name = Bare(argument.Name);
        return locations.FirstOrDefault(l => l.Place is not null && string.Equals(Bare(l.Name), name, StringComparison.OrdinalIgnoreCase))
            ?? locations.FirstOrDefault(l => l.Place is not null && Holds(name, Bare(l.Name)));
    }

    private static Location? Overlap(PlaceArgument argument, ImmutableArray<Location> locations)
    {
        Location? best = null;
        foreach (var l in locations)
        {
            if (l.Span.Overlaps(argument.Span) && (best is null || (Owner(argument, best), Owner(argument, l)) switch
            {
                (true, false) => true,
                (false, true) => false,
                _ => Finer(l, best),
            }))
            {
                best = l;
            }
        }

        return best;
    }

    // "Ostria's line in Brod" lies in Brod.
    private static bool Owner(PlaceArgument argument, Location l) =>
        l.Span.End - argument.Span.Start is > 0 and var end && end + 1 < argument.Name.Length && argument.Name[end] is '\'' or '’' && argument.Name[end + 1] == 's';

    private static bool Finer(Location a, Location b) => a.Place is not null && (b.Place is null || a.Precision < b.Precision);

    /// <summary>True where <paramref name="part"/> stands in <paramref name="name"/> as whole words.</summary>
    private static bool Holds(string name, string part)
    {
        const int Shortest = 4;
        var at = part.Length < Shortest ? -1 : name.IndexOf(part, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(name[at - 1])) && (at + part.Length == name.Length || !char.IsLetter(name[at + part.Length]));
    }

    private static string Bare(string name)
    {
        foreach (var article in Articles)
        {
            if (name.StartsWith(article, StringComparison.Ordinal))
            {
                return name[article.Length..];
            }
        }

        return name;
    }
}
