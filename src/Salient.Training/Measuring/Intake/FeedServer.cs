using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Salient.Training.Measuring.Intake;

/// <summary>A server on this machine with two invented feeds, one whole and one of links to pages.</summary>
internal sealed class FeedServer : IDisposable
{
    private const int Linked = 12;
    private readonly HttpListener listener = new();
    private readonly int entries;

    public FeedServer(int entries)
    {
        this.entries = entries;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Serve();
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync().ConfigureAwait(false);
                var (type, text) = Answer(context.Request.Url!.AbsolutePath);
                context.Response.StatusCode = text is null ? 404 : 200;
                context.Response.ContentType = type;
                context.Response.Headers["ETag"] = "\"one\"";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text ?? "")).ConfigureAwait(false);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
            {
                // A client that was killed is what this server is for.
            }
        }
    }

    private (string Type, string? Text) Answer(string path) => path switch
    {
        "/feed" => ("application/rss+xml", Feed(entries, n => $"<guid>whole-{n}</guid><description>{InventedFeeds.Text(3, n)}</description>", Withdrawn)),
        "/list" => ("application/rss+xml", Feed(Linked, n => $"<guid>linked-{n}</guid><link>{Address}page/{n}</link><description>Short.</description>")),
        _ when path.StartsWith("/page/", StringComparison.Ordinal) && int.TryParse(path.AsSpan(6), out var n) =>
            ("text/html; charset=utf-8", $"<html><head><title>Page {n}</title></head><body><article><h1>Page {n}</h1><p>{InventedFeeds.Text(4, n)}</p><p>{InventedFeeds.Text(5, n)}</p></article></body></html>"),
        _ => ("text/plain", null),
    };

    // One of its entries is withdrawn in the same breath.
    private const string Withdrawn = "<at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" ref=\"whole-3\" when=\"2022-05-03T08:00:00Z\"/>";

    private static string Feed(int count, Func<int, string> entry, string more = "") =>
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Invented</title>" + string.Concat(Enumerable.Range(0, count).Select(n => $"<item><title>Entry {n}</title><pubDate>Mon, 02 May 2022 14:00:00 GMT</pubDate>{entry(n)}</item>")) + more + "</channel></rss>";
}
