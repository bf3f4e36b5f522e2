using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Salient.Web.Shared;

namespace Salient.Web.Hosting;

/// <summary>A page and its JSON twin at the same address: one model, two renderings.</summary>
internal static class Twins
{
    /// <summary>How every twin is written: camel case, dates as ISO, names of values in words.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Maps <paramref name="path"/> to a page and <paramref name="path"/>.json to its twin; a model of null is a 404. <paramref name="asks"/> names what is read from the query.</summary>
    public static void MapTwins<TModel, TPage>(this IEndpointRouteBuilder routes, string path, string summary, Func<HttpContext, TModel?> make, params string[] asks)
        where TModel : class
        where TPage : IComponent
    {
        routes.MapGet(path, (Delegate)((HttpContext context) => make(context) is { } model
            ? new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }).ExecuteAsync(context)
            : NotFoundAsync(context))).Produces(StatusCodes.Status200OK, contentType: "text/html").Produces(StatusCodes.Status404NotFound, contentType: "text/html")
            .WithSummary(summary).WithMetadata(new AsksFor(asks));
        routes.MapGet(path == "/" ? "/index.json" : path + ".json", (HttpContext context) => make(context) is { } model
                ? Results.Json(model, Json)
                : Results.Json(new { code = "SAL0804", what = "There is nothing at this address." }, Json, statusCode: StatusCodes.Status404NotFound))
            .Produces<TModel>().WithSummary(summary).WithMetadata(new AsksFor(asks));
    }

    /// <summary>The page that says so.</summary>
    public static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return new RazorComponentResult<NotFoundPage>(new { }) { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(context);
    }
}
