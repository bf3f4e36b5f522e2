using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Searching;

/// <summary>A search over claims, read once and asked of each claim. Immutable.</summary>
/// <remarks>docs/search.md has the language: words, "phrases", prefix*, operators as kind:loss, AND, OR, NOT, brackets; what stands side by side must all hold.</remarks>
public abstract record Query
{
    /// <summary>True where <paramref name="claim"/> is searched for.</summary>
    public abstract bool Matches(RecordedClaim claim);

    /// <summary>Reads a query; null where there is nothing in it.</summary>
    /// <exception cref="QueryException">SAL0608 it cannot be read; SAL0621 no such operator; SAL0622 no such value. The exception says where.</exception>
    public static Query? Parse(string? text) => string.IsNullOrWhiteSpace(text) ? null : new QueryParser(text).Read();

    /// <summary>A full-text expression that every claim searched for fulfils as it was coded; null where words alone do not narrow the search.</summary>
    internal virtual string? Narrowing => null;
}

/// <summary>All of the parts hold.</summary>
/// <param name="Parts">Two or more.</param>
internal sealed record AllOf(ImmutableArray<Query> Parts) : Query
{
    public override bool Matches(RecordedClaim claim)
    {
        foreach (var part in Parts)
        {
            if (!part.Matches(claim))
            {
                return false;
            }
        }

        return true;
    }

    internal override string? Narrowing => Parts.Select(p => p.Narrowing).OfType<string>().ToList() is { Count: > 0 } some ? string.Join(" AND ", some) : null;
}

/// <summary>One of the parts holds.</summary>
/// <param name="Parts">Two or more.</param>
internal sealed record AnyOf(ImmutableArray<Query> Parts) : Query
{
    public override bool Matches(RecordedClaim claim)
    {
        foreach (var part in Parts)
        {
            if (part.Matches(claim))
            {
                return true;
            }
        }

        return false;
    }

    internal override string? Narrowing => Parts.All(p => p.Narrowing is not null) ? $"({string.Join(" OR ", Parts.Select(p => $"({p.Narrowing})"))})" : null;
}

/// <summary>The part does not hold.</summary>
/// <param name="Part">The part.</param>
internal sealed record NoneOf(Query Part) : Query
{
    public override bool Matches(RecordedClaim claim) => !Part.Matches(claim);
}

/// <summary>Words one after the other, in the evidence or in a name of the claim.</summary>
/// <param name="Words">Folded.</param>
/// <param name="Prefix">True where the last may go on.</param>
internal sealed record Said(ImmutableArray<string> Words, bool Prefix) : Query
{
    public override bool Matches(RecordedClaim claim)
    {
        var c = claim.Claim;
        if (In(c.Evidence) || In(c.Actor?.Name) || In(c.Target?.Name) || In(c.Person) || In(c.Post) || In(c.Item))
        {
            return true;
        }

        foreach (var source in c.Sources)
        {
            if (In(source.Name))
            {
                return true;
            }
        }

        foreach (var place in c.Places)
        {
            if (In(place.Name))
            {
                return true;
            }
        }

        return false;
    }

    internal override string? Narrowing => $"\"{string.Join(' ', Words)}\"{(Prefix ? "*" : "")}";

    private bool In(string? text) => Searching.Words.In(text, Words, Prefix);
}

/// <summary>An operator with its value.</summary>
/// <param name="Test">What it asks of a claim.</param>
internal sealed record Asked(Func<RecordedClaim, bool> Test) : Query
{
    public override bool Matches(RecordedClaim claim) => Test(claim);
}

/// <summary>A query that cannot be read.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="position">Where in the query, in characters from 1.</param>
public sealed class QueryException(Problem problem, int position) : ProblemException(problem)
{
    /// <summary>Where in the query, in characters from 1.</summary>
    public int Position { get; } = position;
}
