using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Salient.Acquiring;

namespace Salient.Tests.Acquiring;

/// <summary>A server on this machine that misbehaves in every way it can: each way is bounded in time and memory, and has its code.</summary>
[Collection(nameof(Watching.Alone))]
public sealed class RudeWebTests
{
    private static readonly AcquireOptions Options = new() { AllowPrivateAddresses = true, Patience = TimeSpan.FromSeconds(2), LargestReport = 1 << 20 };
    private static readonly Lazy<byte[]> Small = new(() => Bomb(new byte[64 << 20]));
    private static readonly Lazy<byte[]> Nested = new(() => Bomb(Bomb(new byte[256 << 20])));
    private static int hops;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Ways => new()
    {
        { "drips", "SAL0135" },
        { "silent", "SAL0135" },
        { "drips headers", "SAL0135" },
        { "endless", "SAL0114" },
        { "endless headers", "SAL0132" },
        { "truncated", "SAL0137" },
        { "truncated chunks", "SAL0137" },
        { "hangs up", "SAL0132" },
        { "no http", "SAL0132" },
        { "redirects to itself", "SAL0136" },
        { "redirects for ever", "SAL0136" },
        { "redirects to a file", "SAL0131" },
        { "redirects to nonsense", "SAL0133" },
        { "gzip bomb", "SAL0114" },
        { "broken gzip", "SAL0137" },
        { "nested gzip", "SAL0114" },
        { "500", "SAL0133" },
        { "503 with retry", "SAL0139" },
        { "429 with retry", "SAL0139" },
        { "picture", "SAL0134" },
        { "feed with bomb", "SAL0121" },
        { "feed cut off", "SAL0121" },
        { "sitemap cut off", "SAL0125" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Acquire_RudeServer_IsBoundedAndNamed(string way, string code)
    {
        using var server = new RudeServer((stream, _) => Misbehave(stream, way));
        _ = way.Contains("gzip", StringComparison.Ordinal) ? Small.Value.Length + Nested.Value.Length : 0;
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes();
        using var web = new WebSource(Options);
        var found = web.Acquire(server.Address).ToList();
        clock.Elapsed.ShouldBeLessThan(Limit);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(200L << 20);
        found.Select(f => f.Problem?.Code).ShouldContain(code);
    }

    [Fact]
    public void Acquire_PictureCalledPage_IsNamedByReading()
    {
        using var server = new RudeServer((stream, _) => Send(stream, "200 OK\nContent-Type: text/html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]));
        using var web = new WebSource(Options);
        Reading.Made.Reader.Read(web.Acquire(server.Address).Single().Capture!).Problem!.Code.ShouldBe("SAL0202");
    }

    [Theory]
    [InlineData("utf-8", "windows-1251")]
    [InlineData("no-such-charset", "utf-8")]
    [InlineData("iso-8859-1", "utf-8")]
    public void Acquire_WrongCharset_IsReadAsWhatItIs(string declared, string real)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string page = "<html><body><p>Мер міста сказав, що вночі було чути сорок вибухів, але ніхто не постраждав.</p></body></html>";
        using var server = new RudeServer((stream, _) => Send(stream, $"200 OK\nContent-Type: text/html; charset={declared}", Encoding.GetEncoding(real).GetBytes(page)));
        using var web = new WebSource(Options);
        Reading.Made.Reader.Read(web.Acquire(server.Address).Single().Capture!).Report!.Text.ShouldContain("сорок вибухів");
    }

    [Fact]
    public void Acquire_ShorterLengthThanContent_TakesWhatWasDeclared()
    {
        using var server = RudeServer.Saying("200 OK\nContent-Type: text/plain\nContent-Length: 6", "Shells fell on the port.");
        using var web = new WebSource(Options);
        web.Acquire(server.Address).Single().Capture!.Bytes.Length.ShouldBe(6);
    }

    [Fact]
    public async Task Fetch_NameThatIsOutsideFirstAndInsideThen_NeverConnectsInside()
    {
        using var inner = RudeServer.Saying("200 OK\nContent-Type: text/html\nContent-Length: 6", "secret");
        var answers = new Queue<IPAddress>([IPAddress.Parse("192.0.2.1"), IPAddress.Loopback, IPAddress.Parse("10.1.1.1"), IPAddress.IPv6Loopback]);
        var resolved = 0;
        using var web = new WebFetcher(new AcquireOptions { Patience = TimeSpan.FromSeconds(2) }, end => AddressGuard.Public(end.Address), (_, _) =>
        {
            resolved++;
            return Task.FromResult<IPAddress[]>([answers.Dequeue()]);
        });
        for (var n = 0; n < 4; n++)
        {
            var answer = await web.Fetch($"http://rebinding.example:{inner.Port}/story", null, CancellationToken.None);
            answer.Problem!.Code.ShouldBe("SAL0131");
        }

        resolved.ShouldBe(4);
    }

    private static Task Misbehave(Stream stream, string way) => way switch
    {
        "drips" => Drip(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"),
        "drips headers" => Drip(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: "),
        "silent" => Task.Delay(TimeSpan.FromSeconds(8)),
        "endless" => Endless(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        "endless headers" => Endless(stream, "HTTP/1.1 200 OK\r\nX: "),
        "truncated" => Send(stream, "200 OK\nContent-Type: text/html\nContent-Length: 5000", "cut"u8.ToArray()),
        "truncated chunks" => Send(stream, "200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked", "ff\r\ncut"u8.ToArray()),
        "hangs up" => Task.CompletedTask,
        "no http" => stream.WriteAsync("220 mail.example ESMTP\r\n"u8.ToArray()).AsTask(),
        "redirects to itself" => Send(stream, "302 Over there\nLocation: /story\nContent-Length: 0", []),
        "redirects for ever" => Send(stream, $"302 Over there\nLocation: /{Interlocked.Increment(ref hops)}\nContent-Length: 0", []),
        "redirects to a file" => Send(stream, "302 Over there\nLocation: file:///etc/passwd\nContent-Length: 0", []),
        "redirects to nonsense" => Send(stream, "302 Over there\nLocation: http://[::bad/\nContent-Length: 0", []),
        "gzip bomb" => Send(stream, "200 OK\nContent-Type: text/html\nContent-Encoding: gzip", Small.Value),
        "nested gzip" => Send(stream, "200 OK\nContent-Type: text/html\nContent-Encoding: gzip, gzip", Nested.Value),
        "broken gzip" => Send(stream, "200 OK\nContent-Type: text/html\nContent-Encoding: gzip", "no gzip!!"u8.ToArray()),
        "500" => Send(stream, "500 Broken\nContent-Length: 0", []),
        "503 with retry" => Send(stream, "503 Later\nRetry-After: 120\nContent-Length: 0", []),
        "429 with retry" => Send(stream, "429 Slower\nRetry-After: Mon, 02 May 2022 14:00:00 GMT\nContent-Length: 0", []),
        "picture" => Send(stream, "200 OK\nContent-Type: image/png", "abc"u8.ToArray()),
        "feed with bomb" => Send(stream, "200 OK\nContent-Type: application/rss+xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">")) + "]><rss><channel><item><title>&a19;</title></item></channel></rss>")),
        "feed cut off" => Send(stream, "200 OK\nContent-Type: text/xml", Encoding.UTF8.GetBytes(Seeds.Rss[..^30])),
        "sitemap cut off" => Send(stream, "200 OK\nContent-Type: text/xml", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>x"u8.ToArray()),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    private static async Task Send(Stream stream, string head, byte[] body)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head.ReplaceLineEndings("\r\n")}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
    }

    private static async Task Drip(Stream stream, string head)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        for (var n = 0; n < 80; n++)
        {
            await stream.WriteAsync("x"u8.ToArray());
            await Task.Delay(100);
        }
    }

    private static async Task Endless(Stream stream, string head)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var block = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
        for (var n = 0; n < 2000; n++)
        {
            await stream.WriteAsync(block);
        }
    }

    private static byte[] Bomb(byte[] inner)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, true))
        {
            gzip.Write(inner);
        }

        return packed.ToArray();
    }
}
