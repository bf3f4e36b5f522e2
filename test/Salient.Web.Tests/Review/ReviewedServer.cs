using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Salient.Coding.Frames;
using Salient.Recording;
using Salient.Records;
using Salient.Reviewing;
using Salient.Web.Hosting;
using Salient.Web.Review;

namespace Salient.Web.Tests.Review;

/// <summary>The pages over a ledger in a file, that reviews are written to.</summary>
internal sealed partial class ReviewedServer : IAsyncDisposable
{
    public const string Text = "Invented troops took Oak Hill on Monday.\nThe mill burned.";
    private readonly string folder = Directory.CreateTempSubdirectory("salient-review").FullName;
    private readonly WebApplication app;

    private ReviewedServer(WebOptions options)
    {
        Claim = Made("Invented troops took Oak Hill", "control", "captured");
        using (var ledger = Ledger.Write(Path))
        {
            Record(ledger, null, Claim);
        }

        app = WebHost.Build(options, () => new ReviewedLedger(Ledger.Read(Path)), InventedLedger.Picture, host => host.UseTestServer(), desk: new Desk(InventedLedger.Exports, Say));
    }

    public Claim Claim { get; }

    public string Path => System.IO.Path.Combine(folder, "l.db");

    public static async Task<ReviewedServer> StartAsync(string urls = WebOptions.DefaultUrls, string? key = null, int writes = 60)
    {
        var server = new ReviewedServer(WebOptions.Default with { Urls = urls, Key = key, WritesAMinute = writes, Patience = TimeSpan.FromMinutes(1) });
        await server.app.StartAsync();
        return server;
    }

    public HttpClient Client(string host = "http://127.0.0.1")
    {
        var client = app.GetTestClient();
        client.BaseAddress = new Uri(host);
        return client;
    }

    /// <summary>Sends a form as a browser does that has opened the page before.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        using var opened = await client.GetAsync(page);
        var token = Token().Match(await opened.Content.ReadAsStringAsync());
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("salient-form", StringComparison.Ordinal)).Split(';')[0];
        var form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create(token.Groups[1].Value, WebUtility.HtmlDecode(token.Groups[2].Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/review") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request);
    }

    public int Written()
    {
        using var ledger = Ledger.Read(Path);
        return ledger.Reviews().Length;
    }

    /// <summary>Makes a new run of these claims the current one.</summary>
    public void Recode(params Claim[] claims)
    {
        using var ledger = Ledger.Write(Path);
        var run = ledger.NewRun("2", "better");
        Record(ledger, run, claims);
        ledger.MakeCurrent(run);
    }

    public static Claim Made(string words, string kind, string act)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Claim(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(words + kind + act)).AsSpan(0, 8)), "r1", kind, act, new TextSpan(start, start + words.Length), words, [], Factuality.Certain,
            new Party("Invented troops", "ru"), null, [new ClaimPlace("Oak Hill", "at", InventedLedger.PlaceId, 48.5, 37.9, PlacePrecision.Settlement, 1)], null, null, false, null, null, null, null, null, "made", ParagraphRole.Body);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void Record(Ledger ledger, int? run, params Claim[] claims)
    {
        var report = new Report(
            "r1", Text, "Oak Hill", new ReportDate(new DateOnly(2022, 5, 10), null, null, DateBasis.Given, null), "The Invented Post", null, "en", null, false,
            [new Paragraph(new TextSpan(0, Text.Length), ParagraphRole.Body)], new string('a', 64));
        using var batch = ledger.Begin("1", "rules", run);
        batch.Add("r1", new Salient.Records.Capture("r1", "in/r1.txt", System.Text.Encoding.UTF8.GetBytes(Text), MediaKind.Text, null, null), report, claims);
        batch.Commit();
    }

    private ReviewEntry Say(Func<Reviewer, ReviewDraft> make)
    {
        using var ledger = Ledger.Write(Path);
        var reviewer = new Reviewer(new ReviewedLedger(ledger), Codebook.Acts, ["ua", "ru", "none"], _ => null);
        return ledger.Append(reviewer.Check(make(reviewer)), new DateTimeOffset(2022, 10, 5, 12, 0, 0, TimeSpan.Zero));
    }

    [GeneratedRegex("<form class=\"review\"[^>]*>\\s*<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
