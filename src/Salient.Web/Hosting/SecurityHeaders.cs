using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Salient.Web.Hosting;

/// <summary>What every answer forbids the browser: the reports' words are data, whatever they hold.</summary>
internal static class SecurityHeaders
{
    /// <summary>No inline script or style, nothing from elsewhere. The map draws in a worker file of ours and reads its pictures from blobs.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="app">The server.</param>
    /// <param name="tiles">A tile server that the user names: the map's page may ask it, no other page.</param>
    public static void UseSecurityHeaders(this IApplicationBuilder app, Uri? tiles = null)
    {
        var map = tiles is null ? Policy : With(tiles.GetLeftPart(UriPartial.Authority));
        app.Use((context, next) =>
        {
            Add(context.Response.Headers, context.Request.Path == "/map" ? map : Policy);
            return next(context);
        });
    }

    private static string With(string server) =>
        Policy.Replace("img-src 'self'", "img-src 'self' " + server, StringComparison.Ordinal).Replace("connect-src 'self'", "connect-src 'self' " + server, StringComparison.Ordinal);

    private static void Add(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
