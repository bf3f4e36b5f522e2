using System.Globalization;
using System.Text;
using Salient.Acquiring;

namespace Salient.Training.Measuring.Intake;

/// <summary>Invented feeds that go on for ever, served without a network: each host has one, with a new entry every so often; some fail, some ask to be left alone.</summary>
/// <param name="clock">The clock.</param>
/// <param name="fresh">Time from one new entry to the next.</param>
internal sealed class InventedFeeds(TimeProvider clock, TimeSpan fresh) : IWebFetcher
{
    private const int Shown = 30;
    private static readonly string[] Places = ["Lyman", "Izium", "Bakhmut", "Kherson", "Orikhiv", "Kupiansk", "Vuhledar", "Beryslav"];
    private static readonly string[] Happenings = ["Russian forces shelled {0} with rocket artillery on Monday, the town's mayor said.", "Ukrainian forces captured a village north of {0}, the General Staff said.", "The bridge at {0} was destroyed, according to the regional administration.", "At least {1} soldiers were killed near {0}, a spokesman of the brigade said."];

    /// <summary>Requests so far.</summary>
    public long Requests { get; private set; }

    /// <summary>An invented report.</summary>
    public static string Text(int host, long number)
    {
        var place = Places[(int)((host + number) % Places.Length)];
        var said = string.Format(CultureInfo.InvariantCulture, Happenings[(int)(number % Happenings.Length)], place, 3 + (number % 40));
        return $"{said} It was the report number {number.ToString(CultureInfo.InvariantCulture)} of correspondent {host.ToString(CultureInfo.InvariantCulture)} from {place}.";
    }

    /// <inheritdoc/>
    public Task<WebAnswer> Fetch(string address, Validators? since, CancellationToken stop)
    {
        Requests++;
        var at = new Uri(address);
        var now = clock.GetUtcNow();
        if (at.AbsolutePath == "/robots.txt")
        {
            return Task.FromResult(new WebAnswer(at, 200, null) { Bytes = "User-agent: *\nDisallow: /private\nCrawl-delay: 1\n"u8.ToArray(), MediaType = "text/plain", Fetched = now });
        }

        var host = int.Parse(at.Host.Split('.')[0].AsSpan(1), CultureInfo.InvariantCulture);
        if (host % 7 == 6 && Requests % 3 != 0)
        {
            return Task.FromResult(WebAnswer.Failed("SAL0135", address, "The server did not finish within 30 s.", "Try again later."));
        }

        if (host % 7 == 5 && Requests % 2 != 0)
        {
            return Task.FromResult(WebAnswer.Failed("SAL0139", address, "The server answers 503 and asks to be left alone for a while.", "Try again later.", 503) with { RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(TimeSpan.FromMinutes(20)) });
        }

        var last = now.UtcTicks / fresh.Ticks;
        var tag = $"\"{last.ToString(CultureInfo.InvariantCulture)}\"";
        if (since?.ETag == tag)
        {
            return Task.FromResult(new WebAnswer(at, 304, null) { Validators = since, Fetched = now });
        }

        return Task.FromResult(new WebAnswer(at, 200, null) { Bytes = Feed(host, last), MediaType = "application/rss+xml", Fetched = now, Validators = new Validators(tag, null) });
    }

    private byte[] Feed(int host, long last)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Invented ").Append(host).Append("</title>");
        for (var n = last; n > last - Shown; n--)
        {
            var day = new DateTimeOffset(n * fresh.Ticks, TimeSpan.Zero).ToString("r", CultureInfo.InvariantCulture);
            feed.Append("<item><title>Report ").Append(n).Append("</title><guid>https://h").Append(host).Append(".example/r/").Append(n).Append("</guid><pubDate>").Append(day).Append("</pubDate><description>").Append(Text(host, n)).Append("</description></item>");
        }

        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }
}
