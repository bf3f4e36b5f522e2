namespace Salient.Training.Measuring;

/// <summary>Spoils texts in the ways that hostile and broken inputs are spoilt; the same seed spoils the same way.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "<", ">", "</", "<div>", "</p>", "<p", "<!--", "-->", "<script>", "</script", "<![CDATA[", "]]>", "&", "&amp;", "&#x", "&#99999999;", "\"", "'", "=", "<a href='", "<table>", "<td>", "<svg>", "<li>", "<b>", "<i>", "<h1>",
        "\0", "\uFEFF", "\u202E", "\uD800", "\r", "\n", "\r\n\r\n", "[1]", "[999]", "{", "}", "[", "]", ":", "\\", "\t", "1. Alex\n\nMay 3, 2022 at 4:10 pm\n\n", "Read Next: ", "(Source: ", "May 99, 2022", "day 99999999 of the war", "twitter.com/a/status/99999999999999999999",
        "WARC/1.0\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "<item>", "</entry>", "<?xml", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "=?utf-8?q?=", "--boundary\r\n", "Content-Transfer-Encoding: base64\r\n",
    ];

    private readonly Random random = new(seed);

    /// <summary>A spoilt copy of <paramref name="bytes"/>.</summary>
    public byte[] Spoil(ReadOnlySpan<byte> bytes)
    {
        var list = new List<byte>(bytes.ToArray());
        for (var n = random.Next(1, 8); n > 0; n--)
        {
            Once(list);
        }

        return [.. list];
    }

    private void Once(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(6))
        {
            case 0 when bytes.Count > 0:
                bytes[at % bytes.Count] = (byte)random.Next(256);
                break;
            case 1:
                bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 200)));
                break;
            case 3:
                bytes.InsertRange(at, bytes.Slice(at, Math.Min(bytes.Count - at, random.Next(1, 400))));
                break;
            case 4:
                var piece = System.Text.Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]);
                byte[] many = [.. Enumerable.Repeat(piece, random.Next(1, 300)).SelectMany(p => p)];
                bytes.InsertRange(at, many);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
