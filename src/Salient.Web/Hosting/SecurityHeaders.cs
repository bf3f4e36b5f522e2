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

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Add(context.Response.Headers);
        return next(context);
    });

    private static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
