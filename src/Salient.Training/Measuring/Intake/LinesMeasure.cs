using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Salient.Training.Measuring.Intake;

/// <summary><c>measure lines MEGABYTES[,DISTINCT[,WORDS]]</c>: writes so many megabytes of invented reports as JSON lines, for piping into `salient`; after DISTINCT reports the same come again.</summary>
internal static class LinesMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',').Select(p => long.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var (bytes, distinct, words) = (parts[0] << 20, parts.Length > 1 ? parts[1] : long.MaxValue, parts.Length > 2 ? parts[2] : 300);
        using var stream = new BufferedStream(Console.OpenStandardOutput(), 1 << 20);
        for (long n = 0, written = 0; written < bytes; n++)
        {
            var line = Line(n % distinct, (int)words);
            stream.Write(line);
            written += line.Length;
        }
    }

    /// <summary>One report as a line.</summary>
    public static byte[] Line(long number, int words)
    {
        var text = new StringBuilder("Report number ").Append(number).Append("\n\n");
        for (var i = 0; i * 25 < words; i++)
        {
            text.Append(InventedFeeds.Text((int)(number % 97), number + (i * 31))).Append(i % 4 == 3 ? "\n\n" : " ");
        }

        var day = new DateOnly(2022, 3, 1).AddDays((int)(number % 180));
        return [.. JsonSerializer.SerializeToUtf8Bytes(new { id = $"line-{number}", date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text = text.ToString() }), (byte)'\n'];
    }
}
