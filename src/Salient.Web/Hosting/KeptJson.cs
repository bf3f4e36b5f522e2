using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Salient.Web.Hosting;

/// <summary>JSON that stays the same as long as the ledger does: written once, and not sent to who has it.</summary>
internal static class KeptJson
{
    private sealed record Written(byte[] Bytes, string Tag);

    /// <summary>Answers with what <paramref name="make"/> makes, kept under <paramref name="key"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="key">Names it; of a bounded number of names.</param>
    /// <param name="make">Makes a value to serialise, or the bytes themselves.</param>
    public static IResult Kept(this HttpContext context, string key, Func<Snapshot, object> make)
    {
        var written = Made(context.Snapshot(), key, make);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(written.Bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(written.Tag));
    }

    /// <summary>Makes it before it is asked for.</summary>
    public static void Make(Snapshot snapshot, string key, Func<Snapshot, object> make) => Made(snapshot, key, make);

    private static Written Made(Snapshot snapshot, string key, Func<Snapshot, object> make) => snapshot.Part("json:" + key, s =>
    {
        var made = make(s);
        var bytes = made as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(made, Twins.Json);
        return new Written(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
    });
}
