using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Salient.Records;
using Salient.Searching;
using Salient.Web.Hosting;

namespace Salient.Web.Search;

/// <summary>Asks a query of the claims that the pages show.</summary>
internal static class Seeking
{
    /// <summary>The claims searched for, in order of publication; all of them where nothing is asked.</summary>
    /// <exception cref="QueryException">The query cannot be read.</exception>
    public static ImmutableArray<RecordedClaim> Find(HttpContext context, string? text)
    {
        var query = Query.Parse(text);
        var all = context.Picture(p => p.Shown);
        return query is null ? all : [.. all.Where(query.Matches)];
    }
}
