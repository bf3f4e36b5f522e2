using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Salient.Tests.Acquiring;

/// <summary>A server on this machine that answers every call with the same bytes, as rude as a test wants it.</summary>
internal sealed class RudeServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<NetworkStream, string, Task> answer;

    public RudeServer(Func<NetworkStream, string, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}/story";

    public static RudeServer Saying(string head, string body = "") => new(async (stream, _) => await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {head.ReplaceLineEndings("\r\n")}\r\nConnection: close\r\n\r\n{body}")));

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
    }

    private async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                var stream = client.GetStream();
                var buffer = new byte[4096];
                var got = await stream.ReadAsync(buffer, stop.Token);
                await answer(stream, Encoding.ASCII.GetString(buffer, 0, got));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A client that hangs up is what some tests are about.
            }
        }
    }
}
