using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Asks the web: bounded in time, size and redirects, and only the public internet unless told otherwise.</summary>
/// <remarks>
/// The address that is connected to is the one that was judged: a name is resolved once, in the connection itself, so that a second
/// answer of its server (DNS rebinding) has no effect. Redirects are followed here, one by one, and each is judged anew.
/// </remarks>
internal sealed class WebFetcher : IWebFetcher, IDisposable
{
    private const int MostRedirects = 5;
    private const int KeptHeader = 2000;
    private readonly AcquireOptions options;
    private readonly Func<IPEndPoint, bool> allowed;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly HttpClient client;

    /// <summary>A fetcher that resolves names as the system does.</summary>
    public WebFetcher(AcquireOptions options)
        : this(options, end => options.AllowPrivateAddresses || AddressGuard.Public(end.Address), Dns.GetHostAddressesAsync)
    {
    }

    internal WebFetcher(AcquireOptions options, Func<IPEndPoint, bool> allowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (this.options, this.allowed, this.resolve) = (options, allowed, resolve);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 64,
            MaxConnectionsPerServer = 2,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            UseCookies = false,
            UseProxy = false,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(options.Agent);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8");
    }

    /// <inheritdoc/>
    public async Task<WebAnswer> Fetch(string address, Validators? since, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(options.Patience);
        try
        {
            return await Follow(address, since, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return WebAnswer.Failed("SAL0135", address, string.Create(CultureInfo.InvariantCulture, $"The server did not finish within {options.Patience.TotalSeconds:0} s."), "Try again later.");
        }
        catch (ProblemException e)
        {
            return new WebAnswer(null, 0, e.Problem);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException or UriFormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return e.InnerException is ProblemException inner
                ? new WebAnswer(null, 0, inner.Problem)
                : WebAnswer.Failed("SAL0132", address, $"The address cannot be read: {e.Message}", "Check the address; try again later.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<WebAnswer> Follow(string address, Validators? since, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https"))
        {
            return WebAnswer.Failed("SAL0132", address, "This is no web address.", "Check the address.");
        }

        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (since?.ETag is { } tag)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            }

            if (since?.LastModified is { } modified)
            {
                request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            }

            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if ((int)response.StatusCode is >= 300 and < 400 and not 304 && response.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                if (at.Scheme is not ("http" or "https"))
                {
                    return WebAnswer.Failed("SAL0131", address, $"The server redirects to '{at.Scheme}:', which is not fetched.", "Do not trust this address.");
                }

                continue;
            }

            return await Take(response, address, at, stop).ConfigureAwait(false);
        }

        return WebAnswer.Failed("SAL0136", address, $"The server redirects more than {MostRedirects} times.", "Give the address that it should end at.");
    }

    private async Task<WebAnswer> Take(HttpResponseMessage response, string address, Uri at, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        var answer = new WebAnswer(at, status, null)
        {
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
            Headers = Kept(response),
            Fetched = options.Clock?.GetUtcNow(),
            RetryAfter = response.Headers.RetryAfter,
            Validators = Tagged(response),
        };
        if (status == 304)
        {
            return answer;
        }

        if (status is 429 or 503 && answer.RetryAfter is not null)
        {
            return answer with { Problem = new Problem("SAL0139", address, $"The server answers {status} and asks to be left alone for a while.", "Try again later.") };
        }

        if (!response.IsSuccessStatusCode)
        {
            return answer with { Problem = new Problem("SAL0133", address, $"The server answers {status}.", "Check the address; try again later.") };
        }

        var type = answer.MediaType;
        if (type.Length > 0 && !type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal) && !type.Contains("xml", StringComparison.Ordinal) && !Packed(type, at))
        {
            return answer with { Problem = new Problem("SAL0134", address, $"The address gives '{type}', not a page or a text.", "Give the page's own address.") };
        }

        try
        {
            var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return await Read(stream, stop).ConfigureAwait(false) is { } bytes
                    ? answer with { Bytes = bytes }
                    : answer with { Problem = new Problem("SAL0114", address, $"The page is larger than {options.LargestReport / (1024 * 1024)} MB.", "Leave it out.") };
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException)
        {
            return answer with { Problem = new Problem("SAL0137", address, $"The answer breaks off, or its compression is broken: {e.Message}", "Try again later.") };
        }
    }

    // Sitemaps are often files that are compressed themselves.
    private static bool Packed(string type, Uri at) =>
        type is "application/gzip" or "application/x-gzip" or "application/octet-stream" or "binary/octet-stream" && at.AbsolutePath.EndsWith(".xml.gz", StringComparison.OrdinalIgnoreCase);

    private async Task<byte[]?> Read(Stream stream, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        int got;
        while ((got = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0)
        {
            if (kept.Length + got > options.LargestReport)
            {
                return null;
            }

            kept.Write(buffer, 0, got);
        }

        return kept.ToArray();
    }

    private static Validators? Tagged(HttpResponseMessage response)
    {
        var tag = response.Headers.TryGetValues("ETag", out var tags) ? tags.FirstOrDefault() : null;
        var modified = response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.FirstOrDefault() : null;
        return (tag ?? modified) is null || tag?.Length > KeptHeader ? null : new Validators(tag, modified);
    }

    // Cookies are nobody's business later.
    private static ImmutableArray<KeyValuePair<string, string>> Kept(HttpResponseMessage response) =>
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(h => !h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            .Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value).ReplaceLineEndings(" ")))
            .Where(h => h.Value.Length <= KeptHeader),
    ];

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolve(host, stop).ConfigureAwait(false);
        var ends = addresses.Select(a => new IPEndPoint(a, context.DnsEndPoint.Port)).Where(allowed).ToList();
        if (ends.Count == 0)
        {
            throw new ProblemException(new Problem("SAL0131", host, "The address is inside this machine or its networks, and is not fetched.", "Allow private addresses if you trust it."));
        }

        Exception? last = null;
        foreach (var end in ends)
        {
            var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(end, stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                last = e;
                socket.Dispose();
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                throw;
            }
        }

        throw new HttpRequestException($"No connection to {host}.", last);
    }
}
