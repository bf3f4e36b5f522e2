namespace Salient.Acquiring;

/// <summary>Takes what a stream holds: a report, JSON lines or CSV.</summary>
internal sealed class StreamSource(AcquireOptions options, Container kind)
{
    /// <summary>For a stream whose form the options tell.</summary>
    public StreamSource(AcquireOptions options)
        : this(options, ContainerForm.Of("", options.Form))
    {
    }

    /// <summary>What <paramref name="open"/> gives, lazily; the stream is closed at the end.</summary>
    public IEnumerable<Acquired> Acquire(string name, string origin, Func<Stream> open)
    {
        Stream? stream = null;
        Acquired? failed = null;
        try
        {
            stream = open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failed = FileSource.Unreadable(origin, e);
        }

        if (stream is null)
        {
            yield return failed!;
            yield break;
        }

        using (stream)
        {
            var found = kind switch
            {
                Container.JsonLines => new JsonLinesSource(options).Acquire(stream, name, origin),
                Container.Feed => new FeedSource(options).Acquire(stream, name, origin),
                Container.Warc => new WarcSource(options).Acquire(stream, name, origin),
                Container.Mail => [new MailSource(options).Acquire(stream, name, origin)],
                Container.Csv => new CsvSource(options).Acquire(stream, name, origin),
                _ => One(stream, name, origin),
            };
            using var each = found.GetEnumerator();
            while (Step(each, origin) is { } acquired)
            {
                yield return acquired;
                if (acquired.Problem?.Code is "SAL0113" or "SAL0115")
                {
                    yield break;
                }
            }
        }
    }

    private IEnumerable<Acquired> One(Stream stream, string name, string origin) => [ReportBytes.Take(stream, name, origin, options)];

    // A stream may break anywhere: what came before stays.
    private static Acquired? Step(IEnumerator<Acquired> each, string origin)
    {
        try
        {
            return each.MoveNext() ? each.Current : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return FileSource.Unreadable(origin, e);
        }
    }
}
