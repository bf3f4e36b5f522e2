using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Salient.Web.Hosting;

/// <summary>Thrown where a page wants the picture before the first one is worked out.</summary>
internal sealed class NotYetException : Exception;

/// <summary>Answers at once while the first picture is worked out: with a page that asks again by itself, or in JSON, and with when to come again.</summary>
internal static class Waiting
{
    private const int Seconds = 2;

    public static void UseWaiting(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (NotYetException) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context);
        }
    });

    private static Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = Seconds.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return response.WriteAsJsonAsync(new { code = "SAL0806", what = "The picture is being worked out." }, Twins.Json, context.RequestAborted);
        }

        response.Headers["Refresh"] = Seconds.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>One moment · Salient</title><link rel=\"stylesheet\" href=\"/assets/salient.css\"><link rel=\"icon\" href=\"/assets/salient.svg\" type=\"image/svg+xml\"></head>" +
            $"<body><main id=\"main\"><h1>The picture is being worked out</h1><p>The claims of all reports are set side by side. This page shows itself as soon as that is done; it asks again every {Seconds} seconds.</p></main></body></html>",
            context.RequestAborted);
    }
}
