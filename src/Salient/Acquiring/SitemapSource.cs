using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>A page that a sitemap lists.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Changed">When it changed last, as written; or null.</param>
internal sealed record ListedPage(string Address, string? Changed);

/// <summary>What a sitemap lists.</summary>
/// <param name="Index">True where it lists sitemaps, not pages.</param>
/// <param name="Addresses">The addresses, in its order.</param>
/// <param name="Problem">Where it breaks off; or null.</param>
internal sealed record Sitemap(bool Index, ImmutableArray<ListedPage> Addresses, Problem? Problem);

/// <summary>Reads sitemaps. Document types are passed over, their entities never expanded.</summary>
internal static class SitemapSource
{
    private const int MostAddresses = 50_000;
    private const int MostMaps = 500;
    private const int LargestMap = 64 << 20;

    /// <summary>True where <paramref name="bytes"/> begin as a sitemap does, compressed or not.</summary>
    public static bool IsSitemap(ReadOnlySpan<byte> bytes)
    {
        var plain = bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B ? Unpacked(bytes.ToArray(), 1024) : bytes[..Math.Min(bytes.Length, 1024)].ToArray();
        var head = Encoding.Latin1.GetString(plain ?? []).TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n');
        return head.StartsWith('<') && (head.Contains("<urlset", StringComparison.Ordinal) || head.Contains("<sitemapindex", StringComparison.Ordinal));
    }

    /// <summary>What <paramref name="bytes"/> list; a broken map gives what came before the break.</summary>
    public static Sitemap Read(byte[] bytes, string origin)
    {
        var plain = bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B ? Unpacked(bytes, LargestMap) : bytes;
        var pages = ImmutableArray.CreateBuilder<ListedPage>();
        var index = false;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = LargestMap, MaxCharactersFromEntities = 0 };
            using var reader = XmlReader.Create(new MemoryStream(plain ?? []), settings);
            string? address = null, changed = null;
            reader.Read();
            while (!reader.EOF && pages.Count < MostAddresses)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "loc" or "lastmod" && reader.NamespaceURI.Contains("sitemap", StringComparison.Ordinal) && reader.Depth == 2)
                {
                    (address, changed) = reader.LocalName == "loc" ? (reader.ReadElementContentAsString().Trim(), changed) : (address, reader.ReadElementContentAsString().Trim());
                    continue;
                }

                index |= reader is { NodeType: XmlNodeType.Element, LocalName: "sitemapindex", Depth: 0 };
                if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "url" or "sitemap" && address is not null)
                {
                    pages.Add(new ListedPage(address, changed));
                    (address, changed) = (null, null);
                }

                reader.Read();
            }

            return new Sitemap(index, pages.ToImmutable(), null);
        }
        catch (Exception e) when (BrokenXml.Is(e))
        {
            return new Sitemap(index, pages.ToImmutable(), new Problem("SAL0125", BrokenXml.Where(origin, e), $"The sitemap is broken: {e.Message}", "Nothing to do here: what came before was read."));
        }
    }

    /// <summary>The pages of a sitemap and of the sitemaps that it lists, each once; only those of its own host, as the protocol has it.</summary>
    /// <param name="address">The sitemap's address.</param>
    /// <param name="answer">What it answered.</param>
    /// <param name="fetch">Fetches the sitemaps that it lists.</param>
    public static IEnumerable<(string? Address, string? Changed, Problem? Problem)> Walk(string address, WebAnswer answer, Func<string, WebAnswer> fetch)
    {
        var host = (answer.At ?? new Uri(address)).Host;
        var first = Read(answer.Bytes, address);
        var maps = first.Index ? first.Addresses.Where(a => SameHost(a.Address, host)).Take(MostMaps).Select(a => Fetched(a.Address, fetch)) : [first];
        var met = new HashSet<string>(StringComparer.Ordinal);
        var elsewhere = 0;
        foreach (var map in first.Problem is not null && first.Index ? maps.Prepend(first with { Addresses = [] }) : maps)
        {
            foreach (var page in map.Index ? [] : map.Addresses)
            {
                if (!SameHost(page.Address, host))
                {
                    elsewhere++;
                }
                else if (met.Count < MostAddresses && met.Add(page.Address))
                {
                    yield return (page.Address, page.Changed, null);
                }
            }

            if (map.Problem is not null)
            {
                yield return (null, null, map.Problem);
            }
        }

        if (elsewhere > 0)
        {
            yield return (null, null, new Problem("SAL0126", address, $"The sitemap lists {elsewhere} pages of other hosts, which were left out.", "Give those pages by their own addresses."));
        }
    }

    private static Sitemap Fetched(string address, Func<string, WebAnswer> fetch)
    {
        var answer = fetch(address);
        return answer.Problem is { } problem ? new Sitemap(false, [], problem) : Read(answer.Bytes, address);
    }

    private static bool SameHost(string address, string host) =>
        Uri.TryCreate(address, UriKind.Absolute, out var at) && at.Scheme is "http" or "https" && at.Host.Equals(host, StringComparison.OrdinalIgnoreCase);

    private static byte[]? Unpacked(byte[] bytes, int most)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var kept = new byte[Math.Min(most, 1 << 20)];
            var got = gzip.ReadAtLeast(kept, kept.Length, throwOnEndOfStream: false);
            if (got < kept.Length || most <= kept.Length)
            {
                return kept[..got];
            }

            var rest = ReportBytes.Read(gzip, most - got);
            return rest is null ? null : [.. kept, .. rest];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
