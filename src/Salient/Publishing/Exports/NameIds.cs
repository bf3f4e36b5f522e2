using System.Security.Cryptography;
using System.Text;

namespace Salient.Publishing.Exports;

/// <summary>Ids that follow from names (RFC 9562, version 5): the same thing has the same id in every export.</summary>
public static class NameIds
{
    /// <summary>The namespace of ids that this program gives: the version 5 id of the program's name in RFC 9562's namespace of addresses.</summary>
    public static Guid Own { get; } = Of(new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "https://salient.invalid/exports");

    /// <summary>STIX's namespace of ids for what was observed (STIX 2.1, 2.9).</summary>
    public static Guid Observables { get; } = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// <summary>The id of <paramref name="name"/> in <paramref name="space"/>.</summary>
    public static Guid Of(Guid space, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = Encoding.UTF8.GetBytes(name);
        var bytes = new byte[16 + text.Length];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        text.CopyTo(bytes, 16);
#pragma warning disable CA5350 // The standard asks for SHA-1 here; nothing is kept secret by it.
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>Our id of a thing of a kind: "claim", "event", "control".</summary>
    public static Guid Of(string kind, string id) => Of(Own, kind + "\n" + id);
}
