using System.Net;
using System.Net.Sockets;

namespace Salient.Acquiring;

/// <summary>Says which internet addresses may be fetched from: those of the public internet, and none of this machine or its networks.</summary>
/// <remarks>A feed or a redirect may name any address; one inside would let a stranger read what only this machine can reach.</remarks>
internal static class AddressGuard
{
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>True where <paramref name="address"/> is of the public internet.</summary>
    public static bool Public(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return Public(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Carried(address.GetAddressBytes()) is { } inner && !Public(inner))
        {
            return false;
        }

        return !Inside.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));
    }

    // The IPv4 address that a translating IPv6 address carries: 64:ff9b::/96, 2002::/16, ::a.b.c.d.
    private static IPAddress? Carried(byte[] bytes)
    {
        if (bytes[0] == 0x20 && bytes[1] == 0x02)
        {
            return new IPAddress(bytes.AsSpan(2, 4));
        }

        var translated = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xFF && bytes[3] == 0x9B && bytes.AsSpan(4, 8).IndexOfAnyExcept((byte)0) < 0;
        return translated || bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 ? new IPAddress(bytes.AsSpan(12, 4)) : null;
    }
}
