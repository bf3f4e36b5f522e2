using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Review;

/// <summary>Who may write. On this machine alone anybody; as soon as the pages are served elsewhere, who has the key. Never another site through somebody's browser.</summary>
/// <param name="options">Addresses and key.</param>
internal sealed class WriteGuard(WebOptions options)
{
    private const string Bearer = "Bearer ";

    /// <summary>True where the pages are served to this machine alone.</summary>
    public bool Local { get; } = HostGuard.IsLocal(options.Urls);

    /// <summary>True where writing wants a key.</summary>
    public bool WantsKey => options.Key is not null || !Local;

    /// <summary>True where nothing can be written: served elsewhere, and no key is set.</summary>
    public bool Shut => !Local && options.Key is null;

    /// <summary>Why a request may not write; null where it may.</summary>
    /// <param name="context">The request.</param>
    /// <param name="key">The key that its form gives, or null.</param>
    /// <param name="form">True for a form of ours, which wants its token; false for JSON, which a browser sends nowhere unasked.</param>
    public async Task<Problem?> RefusalAsync(HttpContext context, string? key, bool form)
    {
        if (Shut)
        {
            return new("SAL0811", context.Request.Path, "The pages are served beyond this machine, and no key is set: nothing can be written.", "Set SALIENT_KEY where the server starts.");
        }

        if (options.Key is { } wanted && !Same(wanted, key ?? Given(context)))
        {
            return new("SAL0812", context.Request.Path, "Writing wants the key.", "Give it in the form, or as 'Authorization: Bearer KEY'.");
        }

        // Without a key the name that was asked for must be this machine's own: another name that leads here is somebody's trick.
        if (options.Key is null && !HostGuard.IsLoopback(context.Request.Host.Host))
        {
            return new("SAL0813", context.Request.Host.Host, "The pages were asked for under another name than this machine's.", "Use the address that the server printed.");
        }

        if (form && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            return new("SAL0813", context.Request.Path, "The form is not of this server, or too old.", "Open the page again and send the form from there.");
        }

        return !form && context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            ? new("SAL0813", context.Request.Path, "The request comes from another site.", "Send it from a program, or from these pages.")
            : null;
    }

    private static string? Given(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    /// <summary>Compares in a time that tells nothing of where they differ.</summary>
    private static bool Same(string wanted, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
