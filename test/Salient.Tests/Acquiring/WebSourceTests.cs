using System.IO.Compression;
using System.Net;
using System.Text;
using Salient.Acquiring;

namespace Salient.Tests.Acquiring;

public sealed class WebSourceTests
{
    private const string Page = "<html><body><p>The lock at the dam was closed on Friday, the engineers said.</p></body></html>";
    private static readonly AcquireOptions Options = new() { AllowPrivateAddresses = true, Patience = TimeSpan.FromSeconds(20), LargestReport = 1 << 20 };

    private static List<Acquired> Take(string address, AcquireOptions? options = null)
    {
        using var web = new WebSource(options ?? Options);
        return [.. web.Acquire(address)];
    }

    [Fact]
    public void Acquire_Page_IsTaken()
    {
        using var server = RudeServer.Saying($"200 OK\nContent-Type: text/html; charset=utf-8\nContent-Length: {Page.Length}", Page);
        var capture = Take(server.Address).Single().Capture.ShouldNotBeNull();
        capture.Charset.ShouldBe("utf-8");
        capture.Name.ShouldBe("127.0.0.1-story");
        Encoding.UTF8.GetString(capture.Bytes.Span).ShouldBe(Page);
    }

    [Fact]
    public void Acquire_Feed_GivesItsEntries()
    {
        using var server = RudeServer.Saying($"200 OK\nContent-Type: application/rss+xml\nContent-Length: {Encoding.UTF8.GetByteCount(Seeds.Rss)}", Seeds.Rss);
        Take(server.Address).Count(a => a.Capture is not null).ShouldBe(2);
    }

    [Theory]
    [InlineData("500 Broken\nContent-Length: 0", "", "SAL0133")]
    [InlineData("404 Gone\nContent-Length: 0", "", "SAL0133")]
    [InlineData("200 OK\nContent-Type: image/png\nContent-Length: 3", "abc", "SAL0134")]
    [InlineData("200 OK\nContent-Type: text/html\nContent-Length: 5000", "cut", "SAL0137")]
    [InlineData("200 OK\nContent-Type: text/html\nContent-Length: 0", "", "SAL0201")]
    [InlineData("302 Over there\nLocation: /story\nContent-Length: 0", "", "SAL0136")]
    [InlineData("302 Over there\nLocation: file:///etc/passwd\nContent-Length: 0", "", "SAL0131")]
    [InlineData("200 OK\nContent-Type: text/html\nContent-Encoding: gzip\nContent-Length: 9", "no gzip!!", "SAL0137")]
    public void Acquire_RudeAnswer_IsNamed(string head, string body, string code)
    {
        using var server = RudeServer.Saying(head, body);
        Take(server.Address).Single().Problem!.Code.ShouldBe(code);
    }

    [Fact]
    public void Acquire_GzipBomb_IsBounded()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, true))
        {
            for (var i = 0; i < 16; i++)
            {
                gzip.Write(new byte[1 << 20]);
            }
        }

        using var server = new RudeServer(async (stream, _) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"));
            await stream.WriteAsync(packed.ToArray());
        });
        Take(server.Address).Single().Problem!.Code.ShouldBe("SAL0114");
    }

    [Fact]
    public void Acquire_EndlessAnswer_IsBounded()
    {
        using var server = new RudeServer(async (stream, _) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray());
            for (var i = 0; i < 200; i++)
            {
                await stream.WriteAsync(new byte[1 << 16]);
            }
        });
        Take(server.Address).Single().Problem!.Code.ShouldBe("SAL0114");
    }

    [Fact]
    public void Acquire_SilentServer_IsGivenUp()
    {
        using var server = new RudeServer((_, _) => Task.Delay(TimeSpan.FromSeconds(10)));
        Take(server.Address, Options with { Patience = TimeSpan.FromMilliseconds(300) }).Single().Problem!.Code.ShouldBe("SAL0135");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://0x7f000001:9/")]
    public void Acquire_InsideAddress_IsRefused(string address) =>
        Take(address, new AcquireOptions()).Single().Problem!.Code.ShouldBe("SAL0131");

    [Fact]
    public void Acquire_RedirectInside_IsRefused()
    {
        using var inner = RudeServer.Saying($"200 OK\nContent-Type: text/html\nContent-Length: {Page.Length}", Page);
        using var outer = RudeServer.Saying($"302 Over there\nLocation: {inner.Address}\nContent-Length: 0");
        using var web = new WebSource(Options, new WebFetcher(Options, end => end.Port == outer.Port, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])));
        web.Acquire(outer.Address).Single().Problem!.Code.ShouldBe("SAL0131");
    }

    [Fact]
    public void Acquire_NameThatResolvesInside_IsRefusedEachTime()
    {
        var answers = new Queue<IPAddress>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback]);
        using var web = new WebSource(new AcquireOptions(), new WebFetcher(new AcquireOptions(), end => AddressGuard.Public(end.Address), (_, _) => Task.FromResult<IPAddress[]>([answers.Dequeue()])));
        web.Acquire("http://rebinding.example/").Single().Problem!.Code.ShouldBe("SAL0131");
        web.Acquire("http://rebinding.example/").Single().Problem!.Code.ShouldBe("SAL0131");
    }
}
