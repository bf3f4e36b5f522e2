using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Searching;
using Salient.Web.Hosting;

namespace Salient.Web.Search;

/// <summary>Ways to go on with a query.</summary>
/// <param name="Queries">Whole queries, best first.</param>
/// <param name="Problem">What is wrong with what is typed, or null.</param>
public sealed record SuggestModel(ImmutableArray<string> Queries, QueryProblem? Problem);

/// <summary>Why a query cannot be read.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Position">The character where it goes wrong, from 1.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record QueryProblem(string Code, int Position, string What, string Remedy)
{
    /// <summary>Of what was thrown.</summary>
    public static QueryProblem Of(QueryException thrown)
    {
        ArgumentNullException.ThrowIfNull(thrown);
        return new(thrown.Problem.Code, thrown.Position, thrown.Problem.What, thrown.Problem.Remedy);
    }

    /// <summary>One line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Code} at character {Position}: {What} {Remedy}");
}

/// <summary>/suggest.json.</summary>
internal static class SuggestEndpoints
{
    public static void MapSuggest(this IEndpointRouteBuilder routes) => routes.MapGet("/suggest.json", (Delegate)Suggest)
        .Produces<SuggestModel>().WithSummary("Ways to go on with a query as it is typed (q).").WithMetadata(new AsksFor("q"));

    private static IResult Suggest(HttpContext context)
    {
        var typed = context.Text("q") ?? "";
        var words = context.Snapshot().Part("vocabulary", Words);
        QueryProblem? problem = null;
        try
        {
            Query.Parse(typed);
        }
        catch (QueryException e)
        {
            problem = QueryProblem.Of(e);
        }

        return Results.Json(new SuggestModel(words.Suggest(typed), problem), Twins.Json);
    }

    /// <summary>What queries are made of.</summary>
    public static Vocabulary Words(Snapshot snapshot) => new(snapshot.Look(p => p.Shown));
}
