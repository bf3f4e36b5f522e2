using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Salient.Records;

namespace Salient.Watching;

/// <summary>Delivers alerts: to files, to an address, to an Atom feed. What cannot be delivered is kept for the next time.</summary>
internal sealed class AlertSender : IDisposable
{
    private const int MostKept = 1000;
    private const int Tail = 1 << 18;
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly HttpClient client;
    private readonly ResiliencePipeline<HttpResponseMessage> retries;
    private readonly string agent;

    /// <summary>A sender that posts with <paramref name="handler"/> and waits by <paramref name="clock"/>.</summary>
    public AlertSender(TimeProvider clock, HttpMessageHandler handler, string agent)
    {
        this.agent = agent;
        client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = 1 << 16 };
        retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = false,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is HttpRequestException or TaskCanceledException { InnerException: TimeoutException } || args.Outcome.Result is { StatusCode: >= System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.TooManyRequests }),
            })
            .Build();
    }

    /// <summary>Delivers what is due; gives what went wrong. What was not delivered stays in <paramref name="waiting"/>.</summary>
    public async Task<IReadOnlyList<Problem>> Send(List<Undelivered> waiting, CancellationToken stop)
    {
        var problems = new List<Problem>();
        foreach (var group in waiting.GroupBy(u => u.To).ToList())
        {
            try
            {
                var alerts = group.Select(u => u.Alert).DistinctBy(a => a.Id).ToList();
                await (group.Key.Kind switch
                {
                    TargetKind.Webhook => Post(group.Key.Address, alerts, stop),
                    TargetKind.Feed => Task.Run(() => AlertFeed.Write(group.Key.Address, alerts), stop),
                    _ => Task.Run(() => Append(group.Key.Address, alerts), stop),
                }).ConfigureAwait(false);
                waiting.RemoveAll(u => u.To == group.Key);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
            {
                problems.Add(new Problem("SAL0143", group.Key.Address, $"{group.Count()} alert(s) could not be delivered: {e.Message}", "Check the target; they are kept and tried again."));
            }
        }

        if (waiting.Count > MostKept)
        {
            waiting.RemoveRange(0, waiting.Count - MostKept);
        }

        return problems;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    // A watch that was killed after writing writes the same alerts again: the end of the file tells which are there.
    private static void Append(string path, List<Alert> alerts)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.Seek(-Math.Min(file.Length, Tail), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        var there = reader.ReadToEnd();
        var text = new StringBuilder(there.Length > 0 && there[^1] != '\n' ? "\n" : "");
        foreach (var alert in alerts.Where(a => !there.Contains($"\"id\":\"{a.Id}\"", StringComparison.Ordinal)))
        {
            text.Append(JsonSerializer.Serialize(alert, Form)).Append('\n');
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
    }

    private async Task Post(string address, List<Alert> alerts, CancellationToken stop)
    {
        foreach (var alert in alerts)
        {
            using var response = await retries.ExecuteAsync(
                async token =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(JsonSerializer.Serialize(alert, Form), Encoding.UTF8, "application/json") };
                    request.Headers.UserAgent.TryParseAdd(agent);
                    request.Headers.TryAddWithoutValidation("Idempotency-Key", alert.Id);
                    return await client.SendAsync(request, token).ConfigureAwait(false);
                },
                stop).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
        }
    }
}
