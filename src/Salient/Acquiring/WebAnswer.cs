using System.Collections.Immutable;
using System.Net.Http.Headers;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>What a server gave with an answer so that it can be asked later whether anything changed.</summary>
/// <param name="ETag">As given, quotation marks included; or null.</param>
/// <param name="LastModified">As given; or null.</param>
public sealed record Validators(string? ETag, string? LastModified);

/// <summary>An answer from the web, or why there is none.</summary>
/// <param name="At">The address that answered, redirects followed.</param>
/// <param name="Status">HTTP status; 0 where there was no answer.</param>
/// <param name="Problem">What was wrong, or null.</param>
internal sealed record WebAnswer(Uri? At, int Status, Problem? Problem)
{
    /// <summary>The content, decompressed; empty where there is none.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>The media type declared, lower case; empty where none is.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The charset declared, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>What the server said with it, in its order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>When it came; null where the host gave no clock.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>How long the server asks to be left alone, or null.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; init; }

    /// <summary>What to ask with the next time; null where the server gave nothing.</summary>
    public Validators? Validators { get; init; }

    /// <summary>True where nothing changed since the validators that were sent.</summary>
    public bool NotModified => Status == 304;

    internal static WebAnswer Failed(string code, string where, string what, string remedy, int status = 0) => new(null, status, new Problem(code, where, what, remedy));
}

/// <summary>Asks the web.</summary>
internal interface IWebFetcher
{
    /// <summary>The answer of <paramref name="address"/>; a failure is an answer with its problem, never an exception.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="since">What an earlier answer came with, to be told where nothing changed; or null.</param>
    /// <param name="stop">Gives up.</param>
    Task<WebAnswer> Fetch(string address, Validators? since, CancellationToken stop);
}
