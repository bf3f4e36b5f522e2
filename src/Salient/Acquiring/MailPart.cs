using System.Globalization;
using System.Text;

namespace Salient.Acquiring;

/// <summary>A message, or a part of one: headers and content.</summary>
internal sealed class MailPart
{
    private const int Deepest = 8;
    private const int MostParts = 200;
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MailPart> parts = [];
    private ReadOnlyMemory<byte> body;

    /// <summary>The charset that the part declares, or null.</summary>
    public string? Charset => Parameter("charset");

    /// <summary>The message's subject, decoded, or null.</summary>
    public string? Subject => headers.TryGetValue("Subject", out var subject) ? EncodedWords.Decode(subject).Trim() : null;

    /// <summary>The sender's name, where it gives one; or null.</summary>
    public string? Sender
    {
        get
        {
            var from = headers.TryGetValue("From", out var written) ? EncodedWords.Decode(written) : "";
            var angle = from.IndexOf('<', StringComparison.Ordinal);
            return angle > 0 && from[..angle].Trim().Trim('"').Trim() is { Length: > 0 and < 200 } name ? name : null;
        }
    }

    /// <summary>The day it was sent, or null.</summary>
    public DateOnly? Date => headers.TryGetValue("Date", out var date) ? Days.Parse(date) : null;

    private string Type => (headers.GetValueOrDefault("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Takes <paramref name="bytes"/> apart.</summary>
    public static MailPart Parse(ReadOnlyMemory<byte> bytes)
    {
        var budget = MostParts;
        return Parse(bytes, 0, ref budget);
    }

    /// <summary>The first part of <paramref name="type"/> that is no attachment, or null.</summary>
    public MailPart? Find(string type)
    {
        if (parts.Count == 0)
        {
            return Type == type && !(headers.GetValueOrDefault("Content-Disposition") ?? "").StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ? this : null;
        }

        return parts.Select(p => p.Find(type)).FirstOrDefault(p => p is not null);
    }

    /// <summary>The content with its transfer encoding undone.</summary>
    public byte[] Content() => (headers.GetValueOrDefault("Content-Transfer-Encoding") ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(),
        "quoted-printable" => EncodedWords.QuotedPrintable(body.Span, false),
        _ => body.ToArray(),
    };

    /// <summary>The content as text.</summary>
    public string Words() => EncodedWords.Named(Charset).GetString(Content()).Trim();

    private static MailPart Parse(ReadOnlyMemory<byte> bytes, int depth, ref int budget)
    {
        var part = new MailPart();
        var at = part.Headers(bytes.Span);
        part.body = bytes[at..];
        if (depth < Deepest && part.Type.StartsWith("multipart/", StringComparison.Ordinal) && part.Parameter("boundary") is { Length: > 0 } boundary)
        {
            foreach (var inner in Split(part.body, Encoding.Latin1.GetBytes("--" + boundary)))
            {
                if (budget-- <= 0)
                {
                    break;
                }

                part.parts.Add(Parse(inner, depth + 1, ref budget));
            }
        }

        return part;
    }

    // Reads the header lines and gives where the content begins.
    private int Headers(ReadOnlySpan<byte> bytes)
    {
        string? name = null;
        var at = 0;
        while (at < bytes.Length)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(bytes.Slice(at, length < 0 ? bytes.Length - at : length)).TrimEnd('\r');
            at = length < 0 ? bytes.Length : at + length + 1;
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                if (name is not null && headers[name].Length < 10_000)
                {
                    headers[name] += " " + line.Trim();
                }

                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 ? line[..colon].Trim() : null;
            if (name is not null && !headers.TryAdd(name, line[(colon + 1)..].Trim()))
            {
                name = null;
            }
        }

        return at;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var from = body.Span.IndexOf(boundary);
        while (from >= 0)
        {
            var start = from + boundary.Length;
            if (body.Span[start..].StartsWith("--"u8))
            {
                yield break;
            }

            var line = body.Span[start..].IndexOf((byte)'\n');
            start = line < 0 ? body.Length : start + line + 1;
            var next = body.Span[start..].IndexOf(boundary);
            yield return next < 0 ? body[start..] : body.Slice(start, next);
            from = next < 0 ? -1 : start + next;
        }
    }

    private string? Parameter(string name)
    {
        foreach (var piece in (headers.GetValueOrDefault("Content-Type") ?? "").Split(';').Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && piece[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return piece[(equals + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }

    private byte[] Base64()
    {
        var text = new StringBuilder(body.Length);
        foreach (var b in body.Span)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
            {
                text.Append((char)b);
            }
        }

        // A lone letter at the end carries no whole byte; what was cut is lost, the rest is not.
        text.Length -= text.Length % 4 == 1 ? 1 : 0;
        text.Append('=', (4 - (text.Length % 4)) % 4);
        return Convert.FromBase64String(text.ToString());
    }
}
