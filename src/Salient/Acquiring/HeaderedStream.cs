using System.Text;

namespace Salient.Acquiring;

/// <summary>A stream of records that each begin with lines of headers, as HTTP and WARC write them.</summary>
internal sealed class HeaderedStream(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    /// <summary>Goes on to the next line that begins with <paramref name="mark"/> and past it; false at the end, or where none comes within <paramref name="most"/> bytes.</summary>
    public bool Seek(ReadOnlySpan<byte> mark, int most)
    {
        var wanted = Encoding.ASCII.GetString(mark);
        for (var seen = 0L; seen < most && !Ended();)
        {
            var line = Line(1 << 12);
            seen += line.Length + 1;
            if (line.StartsWith(wanted, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The headers up to an empty line, names without regard to case; null where they are longer than <paramref name="most"/> bytes or cut off.</summary>
    public Dictionary<string, string>? Headers(int most)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var seen = 0; seen < most && !Ended();)
        {
            var line = Line(most);
            seen += line.Length + 2;
            if (line.Length == 0)
            {
                return headers;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return null;
    }

    /// <summary>The next line without its end; cut at <paramref name="most"/> bytes.</summary>
    public string Line(int most)
    {
        var line = new StringBuilder();
        while (line.Length < most && !Ended())
        {
            var b = buffer[at++];
            if (b == '\n')
            {
                break;
            }

            line.Append((char)b);
        }

        return line.ToString().TrimEnd('\r');
    }

    /// <summary>Up to <paramref name="count"/> bytes; fewer at the end.</summary>
    public byte[] Take(int count)
    {
        var taken = new MemoryStream();
        while (taken.Length < count && !Ended())
        {
            var n = (int)Math.Min(count - taken.Length, end - at);
            taken.Write(buffer, at, n);
            at += n;
        }

        return taken.ToArray();
    }

    /// <summary>Passes over <paramref name="count"/> bytes.</summary>
    public void Skip(long count)
    {
        while (count > 0 && !Ended())
        {
            var n = (int)Math.Min(count, end - at);
            at += n;
            count -= n;
        }
    }

    private bool Ended()
    {
        if (at < end)
        {
            return false;
        }

        at = 0;
        end = stream.Read(buffer);
        return end <= 0;
    }
}
