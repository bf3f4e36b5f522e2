using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>What a request asks for.</summary>
internal static class Asked
{
    private static readonly DateOnly Earliest = new(1800, 1, 1), Latest = new(2199, 12, 31);

    /// <summary>A day of the query, or null where it is missing or no day of these centuries: pages reckon with days beside it.</summary>
    public static DateOnly? Day(this HttpContext context, string key) =>
        DateOnly.TryParseExact(context.Request.Query[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Earliest && day <= Latest ? day : null;

    /// <summary>Words of the query, or null where there are none.</summary>
    public static string? Text(this HttpContext context, string key) => context.Request.Query[key].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The page asked for, from 1.</summary>
    public static int Page(this HttpContext context) =>
        int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 100_000) : 1;

    /// <summary>A part of the address.</summary>
    public static string Route(this HttpContext context, string key) => (string)context.Request.RouteValues[key]!;

    /// <summary>The ledger, opened for this request.</summary>
    public static ILedgerReader Ledger(this HttpContext context) => context.RequestServices.GetRequiredService<ILedgerReader>();

    /// <summary>The picture of the ledger, with what has been worked out from it.</summary>
    public static Snapshot Snapshot(this HttpContext context) => context.RequestServices.GetRequiredService<PictureCache>().Current();

    /// <summary>Reads the picture of the ledger.</summary>
    public static T Picture<T>(this HttpContext context, Func<Picture, T> read) => context.RequestServices.GetRequiredService<PictureCache>().Read(read);
}
