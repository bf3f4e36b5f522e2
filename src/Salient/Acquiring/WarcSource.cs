using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Takes the pages of a web archive (WARC): its responses of type HTML or text. Read as a stream; a broken record is a problem, and the next is looked for.</summary>
internal sealed class WarcSource(AcquireOptions options)
{
    private const int LongestHeader = 64 * 1024;
    private const int KeptHeader = 2000;

    /// <summary>The pages of <paramref name="stream"/>, in the archive's order.</summary>
    public IEnumerable<Acquired> Acquire(Stream stream, string name, string origin)
    {
        var input = new HeaderedStream(stream);
        for (var number = 1; input.Seek("WARC/"u8, LongestHeader * 16); number++)
        {
            var where = $"{origin}#{number.ToString(CultureInfo.InvariantCulture)}";
            if (input.Headers(LongestHeader) is not { } headers || !long.TryParse(headers.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                yield return Acquired.Failed("SAL0124", where, "The record's header is broken.", "The next record was looked for.");
                continue;
            }

            if (headers.GetValueOrDefault("WARC-Type") != "response" || length > options.LargestReport)
            {
                if (length > options.LargestReport && headers.GetValueOrDefault("WARC-Type") == "response")
                {
                    yield return Acquired.Failed("SAL0114", where, $"The page is larger than {options.LargestReport / (1024 * 1024)} MB.", "Leave it out.");
                }

                input.Skip(length);
                continue;
            }

            var block = input.Take((int)length);
            if (block.Length < length)
            {
                yield return Acquired.Failed("SAL0124", where, "The archive ends in the middle of a record.", "Fetch it again; what came before was read.");
            }

            if (Page(block, headers.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>') ?? where, $"{name}-{number}") is { } page)
            {
                yield return page.Capture is { } capture ? page with { Capture = capture with { Fetched = Moment(headers.GetValueOrDefault("WARC-Date")) } } : page;
            }
        }
    }

    // The page in an HTTP response; null for pictures, scripts, redirects.
    private Acquired? Page(byte[] block, string address, string name)
    {
        var http = new HeaderedStream(new MemoryStream(block));
        var status = http.Line(LongestHeader);
        if (!status.StartsWith("HTTP/", StringComparison.Ordinal) || !status.Contains(" 200", StringComparison.Ordinal) || http.Headers(LongestHeader) is not { } headers)
        {
            return null;
        }

        var type = headers.GetValueOrDefault("Content-Type") ?? "";
        var html = type.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (!html && !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var body = http.Take(block.Length);
        body = (headers.GetValueOrDefault("Transfer-Encoding") ?? "").Contains("chunked", StringComparison.OrdinalIgnoreCase) ? Chunks(body) : body;
        if (Unpacked(body, headers.GetValueOrDefault("Content-Encoding")) is not { } bytes)
        {
            return Acquired.Failed("SAL0116", address, "The page grows out of all proportion when decompressed, or its compression is broken.", "Leave it out.");
        }

        var charset = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? type[(at + 8)..].Split(';')[0].Trim(' ', '"') : null;
        return bytes.Length == 0 ? null : new Acquired(new Capture(name, address, bytes, html ? MediaKind.Html : MediaKind.Text, charset) { Headers = Kept(headers) }, null);
    }

    // Cookies are nobody's business later.
    private static ImmutableArray<KeyValuePair<string, string>> Kept(Dictionary<string, string> headers) =>
        [.. headers.Where(h => !h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && h.Value.Length <= KeptHeader)];

    private static DateTimeOffset? Moment(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    private byte[]? Unpacked(byte[] body, string? encoding)
    {
        // Crawlers often unpack the body and leave the header as it was.
        Func<Stream, Stream>? unpack = encoding?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => s => new GZipStream(s, CompressionMode.Decompress),
            "deflate" when body is [0x78, ..] => s => new ZLibStream(s, CompressionMode.Decompress),
            "br" when !PageForm(body) => s => new BrotliStream(s, CompressionMode.Decompress),
            _ => null,
        };
        if (unpack is null)
        {
            return body;
        }

        try
        {
            using var unpacked = unpack(new MemoryStream(body));
            return ReportBytes.Read(unpacked, options.LargestReport);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool PageForm(byte[] body) => body.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..];

    private static byte[] Chunks(byte[] body)
    {
        var whole = new MemoryStream();
        var input = new HeaderedStream(new MemoryStream(body));
        while (int.TryParse(input.Line(100).Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) && size > 0)
        {
            whole.Write(input.Take(Math.Min(size, body.Length)));
            input.Line(100);
        }

        // Crawlers often unchunk the body and leave the header as it was.
        return whole.Length == 0 ? body : whole.ToArray();
    }
}
