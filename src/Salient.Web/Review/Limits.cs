using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Salient.Web.Hosting;

namespace Salient.Web.Review;

/// <summary>How often one address may write, and how many exports run at once.</summary>
internal static class Limits
{
    /// <summary>Policy of what writes.</summary>
    public const string Writes = "writes";

    /// <summary>Policy of what writes whole ledgers out.</summary>
    public const string Exports = "exports";

    private const int ExportsAtOnce = 2, ExportsWaiting = 8;

    public static void AddLimits(this IServiceCollection services, WebOptions options) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = async (rejected, stop) =>
        {
            rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await rejected.HttpContext.Response.WriteAsync("SAL0814 Too many requests of this kind. Wait a minute, then go on.\n", stop);
        };
        o.AddPolicy(Writes, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.WritesAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        o.AddPolicy(Exports, _ => RateLimitPartition.GetConcurrencyLimiter(
            "",
            _ => new ConcurrencyLimiterOptions { PermitLimit = ExportsAtOnce, QueueLimit = ExportsWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
    });
}
