using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Salient.Web.Hosting;

/// <summary>
/// Pages that are served to this machine alone answer only to this machine's own names: a site whose name has been made to lead here cannot read the ledger
/// through somebody's browser.
/// </summary>
internal static class HostGuard
{
    /// <summary>True where every address of <paramref name="urls"/> is this machine's own.</summary>
    public static bool IsLocal(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(u => IsLoopback(BindingAddress.Parse(u).Host));

    /// <summary>True for localhost and loopback addresses.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static void UseHostGuard(this IApplicationBuilder app, WebOptions options)
    {
        // Who sets a key may stand behind another server that gives the pages its own name.
        if (options.Key is not null || !IsLocal(options.Urls))
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (IsLoopback(context.Request.Host.Host))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("SAL0805 The pages were asked for under another name than this machine's. Use the address that the server printed.\n");
        });
    }
}
