using System.Text;
using Salient.Acquiring;

namespace Salient.Tests.Watching;

/// <summary>A web of a few addresses, with what each was asked.</summary>
internal sealed class FakeWeb(TimeProvider clock) : IWebFetcher
{
    public Dictionary<string, Func<Validators?, WebAnswer>> Pages { get; } = new() { };

    public List<(string Address, DateTimeOffset At, Validators? Since)> Asked { get; } = [];

    public Task<WebAnswer> Fetch(string address, Validators? since, CancellationToken stop)
    {
        lock (Asked)
        {
            Asked.Add((address, clock.GetUtcNow(), since));
        }

        return Task.FromResult(Pages.TryGetValue(address, out var answer) ? answer(since) : WebAnswer.Failed("SAL0133", address, "The server answers 404.", "Check.", 404));
    }

    public void Serve(string address, string text, string type = "application/rss+xml", string? tag = null) =>
        Pages[address] = since => tag is not null && since?.ETag == tag ? new WebAnswer(new Uri(address), 304, null) : Answer(address, text, type) with { Validators = tag is null ? null : new Validators(tag, null) };

    public static WebAnswer Answer(string address, string text, string type = "text/html") =>
        new(new Uri(address), 200, null) { Bytes = Encoding.UTF8.GetBytes(text), MediaType = type };

    public int Times(string address) => Asked.Count(a => a.Address == address);
}
