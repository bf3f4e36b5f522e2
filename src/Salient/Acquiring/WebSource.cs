using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Fetches a page, a text or a feed from the web: bounded in time, size and redirects, and only from the public internet unless told otherwise.</summary>
/// <remarks>
/// The address that is connected to is the one that was judged: a name is resolved once, in the connection itself, so that a second
/// answer of its server (DNS rebinding) has no effect. Redirects are followed here, one by one, and each is judged anew.
/// </remarks>
internal sealed class WebSource : IDisposable
{
    private const int MostRedirects = 5;
    private readonly AcquireOptions options;
    private readonly Func<IPEndPoint, bool> allowed;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly HttpClient client;

    /// <summary>A source that resolves names as the system does.</summary>
    public WebSource(AcquireOptions options)
        : this(options, end => options.AllowPrivateAddresses || AddressGuard.Public(end.Address), Dns.GetHostAddressesAsync)
    {
    }

    internal WebSource(AcquireOptions options, Func<IPEndPoint, bool> allowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        this.options = options;
        this.allowed = allowed;
        this.resolve = resolve;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 64,
            UseCookies = false,
            UseProxy = false,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Salient/0.1");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.8");
    }

    /// <summary>True where <paramref name="input"/> is a web address.</summary>
    public static bool IsAddress(string input) =>
        input.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The report at <paramref name="address"/>, or a feed's entries.</summary>
    public IEnumerable<Acquired> Acquire(string address)
    {
        try
        {
            using var limit = new CancellationTokenSource(options.Patience);
            return Fetch(address, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return [Acquired.Failed("SAL0135", address, string.Create(CultureInfo.InvariantCulture, $"The server did not finish within {options.Patience.TotalSeconds:0} s."), "Try again later.")];
        }
        catch (ProblemException e)
        {
            return [new Acquired(null, e.Problem)];
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return e.InnerException is ProblemException inner
                ? [new Acquired(null, inner.Problem)]
                : [Acquired.Failed("SAL0132", address, $"The address cannot be read: {e.Message}", "Check the address; try again later.")];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<IEnumerable<Acquired>> Fetch(string address, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at))
        {
            return [Acquired.Failed("SAL0132", address, "This is no web address.", "Check the address.")];
        }

        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                if (at.Scheme is not ("http" or "https"))
                {
                    return [Acquired.Failed("SAL0131", address, $"The server redirects to '{at.Scheme}:', which is not fetched.", "Do not trust this address.")];
                }

                continue;
            }

            return response.IsSuccessStatusCode
                ? await Take(response, at, stop).ConfigureAwait(false)
                : [Acquired.Failed("SAL0133", address, string.Create(CultureInfo.InvariantCulture, $"The server answers {(int)response.StatusCode}."), "Check the address; try again later.")];
        }

        return [Acquired.Failed("SAL0136", address, $"The server redirects more than {MostRedirects} times.", "Give the address that it should end at.")];
    }

    private async Task<IEnumerable<Acquired>> Take(HttpResponseMessage response, Uri at, CancellationToken stop)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (type.Length > 0 && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase) && !type.Contains("xml", StringComparison.OrdinalIgnoreCase))
        {
            return [Acquired.Failed("SAL0134", at.OriginalString, $"The address gives '{type}', not a page or a text.", "Give the page's own address.")];
        }

        var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = await Read(stream, stop).ConfigureAwait(false);
            if (bytes is null)
            {
                return [Acquired.Failed("SAL0114", at.OriginalString, $"The page is larger than {options.LargestReport / (1024 * 1024)} MB.", "Leave it out.")];
            }

            var name = Slug(at);
            if (FeedSource.IsFeed(bytes))
            {
                return new FeedSource(options).Acquire(new MemoryStream(bytes), name, at.OriginalString);
            }

            var kind = type.Contains("html", StringComparison.OrdinalIgnoreCase) ? MediaKind.Html : MediaKind.Unknown;
            return bytes.Length == 0
                ? [Acquired.Failed("SAL0201", at.OriginalString, "The page is empty.", "Fetch it again.")]
                : [new Acquired(new Capture(name, at.OriginalString, bytes, kind, response.Content.Headers.ContentType?.CharSet), null)];
        }
    }

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
        }

        throw new HttpRequestException($"No connection to {host}.", last);
    }

    private static string Slug(Uri at)
    {
        var text = string.Concat((at.Host + at.AbsolutePath).Take(160).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')).Trim('-', '.');
        return text.EndsWith(".html", StringComparison.Ordinal) ? text[..^5] : text;
    }
}
