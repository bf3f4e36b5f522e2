using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Salient.Web.Hosting;

/// <summary>
/// Makes each kind of page once, for nobody, before the first picture is shown: what is compiled or read when it is first wanted is wanted here, and the first reader waits no longer than the second.
/// </summary>
/// <param name="services">The server's services.</param>
/// <param name="endpoints">What it answers.</param>
internal sealed class Rehearsal(IServiceProvider services, IEnumerable<Endpoint> endpoints)
{
    /// <summary>Pages by address; those of one thing with how it is chosen.</summary>
    private static readonly (string Pattern, string Key, Func<Snapshot, string?> Choose)[] Pages =
    [
        .. new[] { "/", "/situation", "/map", "/claims", "/reports", "/events", "/places", "/figures", "/sources", "/disputes", "/dynamics", "/review", "/exports" }.Select(p => (p, "", (Func<Snapshot, string?>)(_ => ""))),
        ("/claims/{id}", "id", s => s.Look(p => p.Claims.FirstOrDefault()?.Claim.Id)),
        ("/reports/{id}", "id", s => s.Look(p => p.Claims.FirstOrDefault()?.Report.Id)),
        ("/events/{id}", "id", s => s.Look(p => p.Happenings.FirstOrDefault()?.Id)),
        ("/places/{id}", "id", s => s.Look(p => p.Control.IsEmpty ? null : p.Control[0].Place.GeonameId.ToString(CultureInfo.InvariantCulture))),
        ("/sources/{name}", "name", s => s.Look(p => p.Sources.FirstOrDefault()?.Name)),
        ("/disputes/{id}", "id", s => s.Look(p => p.Disputes.FirstOrDefault()?.Id)),
    ];

    /// <summary>Makes the pages of <paramref name="snapshot"/>; what goes wrong is left to the reader who meets it.</summary>
    public async Task RunAsync(Snapshot snapshot)
    {
        var answers = endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true).ToLookup(e => e.RoutePattern.RawText);
        foreach (var (pattern, key, choose) in Pages)
        {
            if (answers[pattern].FirstOrDefault()?.RequestDelegate is { } answer && choose(snapshot) is { } chosen)
            {
                try
                {
                    await MakeAsync(answer, pattern, key, chosen);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    // The page says so itself when it is asked for.
                }
            }
        }
    }

    private async Task MakeAsync(RequestDelegate answer, string pattern, string key, string chosen)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.Path) = (HttpMethods.Get, "http", new HostString("localhost"), pattern);
        context.Response.Body = Stream.Null;
        if (key.Length > 0)
        {
            context.Request.RouteValues[key] = chosen;
        }

        var accessor = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        accessor.HttpContext = context;
        await answer(context);
        accessor.HttpContext = null;
    }
}
