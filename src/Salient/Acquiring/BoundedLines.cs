namespace Salient.Acquiring;

/// <summary>One line of a stream.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Bytes">Its bytes without the line end; empty where it is too long.</param>
/// <param name="TooLong">True where it has more bytes than the limit.</param>
internal readonly record struct BoundedLine(long Number, ReadOnlyMemory<byte> Bytes, bool TooLong);

/// <summary>Reads a stream line by line in constant memory, however long its lines are.</summary>
internal static class BoundedLines
{
    private const int Chunk = 1 << 16;

    /// <summary>The lines of <paramref name="stream"/>, empty ones left out.</summary>
    public static IEnumerable<BoundedLine> Read(Stream stream, int longest)
    {
        var buffer = new byte[Chunk];
        var line = new MemoryStream();
        long number = 1;
        var over = false;
        int got;
        while ((got = stream.Read(buffer)) > 0)
        {
            for (var at = 0; at < got;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', at, got - at);
                var to = end < 0 ? got : end;
                over |= line.Length + (to - at) > longest;
                if (!over)
                {
                    line.Write(buffer, at, to - at);
                }

                at = to + 1;
                if (end >= 0)
                {
                    if (over || line.Length > 0)
                    {
                        yield return Make(line, number, over);
                    }

                    line.SetLength(0);
                    over = false;
                    number++;
                }
            }
        }

        if (over || line.Length > 0)
        {
            yield return Make(line, number, over);
        }
    }

    private static BoundedLine Make(MemoryStream line, long number, bool over) => new(number, over ? default : line.ToArray(), over);
}
