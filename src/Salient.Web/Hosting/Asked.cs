using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>What a request asks for.</summary>
internal static class Asked
{
    /// <summary>A day of the query, or null where it is missing or no day.</summary>
    public static DateOnly? Day(this HttpContext context, string key) =>
        DateOnly.TryParseExact(context.Request.Query[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A part of the address.</summary>
    public static string Route(this HttpContext context, string key) => (string)context.Request.RouteValues[key]!;

    /// <summary>The ledger, opened for this request.</summary>
    public static ILedgerReader Ledger(this HttpContext context) => context.RequestServices.GetRequiredService<ILedgerReader>();

    /// <summary>Reads the picture of the ledger.</summary>
    public static T Picture<T>(this HttpContext context, Func<Picture, T> read) => context.RequestServices.GetRequiredService<PictureCache>().Read(read);
}
