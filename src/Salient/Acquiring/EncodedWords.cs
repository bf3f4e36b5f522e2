using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Salient.Acquiring;

/// <summary>Undoes the encodings of mail: "=?utf-8?Q?caf=C3=A9?=" and quoted-printable.</summary>
internal static partial class EncodedWords
{
    static EncodedWords() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary><paramref name="header"/> with its encoded words decoded; what cannot be decoded stays.</summary>
    public static string Decode(string header) => Word().Replace(header.Replace("?= =?", "?==?", StringComparison.Ordinal), m =>
    {
        var charset = Named(m.Groups["charset"].Value);
        var text = m.Groups["text"].Value;
        if (m.Groups["how"].Value is "Q" or "q")
        {
            return charset.GetString(QuotedPrintable(Encoding.Latin1.GetBytes(text), true));
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? charset.GetString(bytes, 0, count) : m.Value;
    });

    /// <summary>Undoes quoted-printable.</summary>
    /// <param name="bytes">The encoded bytes.</param>
    /// <param name="header">True in headers, where an underscore is a space.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool header)
    {
        var result = new MemoryStream(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '=')
            {
                result.WriteByte(header && bytes[i] == '_' ? (byte)' ' : bytes[i]);
                continue;
            }

            if (i + 2 < bytes.Length && byte.TryParse(bytes.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                result.WriteByte(value);
                i += 2;
                continue;
            }

            // A soft line end: nothing; anything else stays as it is.
            var skip = i + 1 < bytes.Length && bytes[i + 1] == '\n' ? 1 : i + 2 < bytes.Length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n' ? 2 : 0;
            if (skip == 0)
            {
                result.WriteByte((byte)'=');
            }

            i += skip;
        }

        return result.ToArray();
    }

    /// <summary>The encoding of that name; UTF-8 where there is none.</summary>
    public static Encoding Named(string? charset)
    {
        try
        {
            return string.IsNullOrEmpty(charset) ? Encoding.UTF8 : Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex(@"=\?(?<charset>[A-Za-z0-9_\-]{1,30})(?:\*[a-z\-]{1,10})?\?(?<how>[QqBb])\?(?<text>[^?\s]{0,2000})\?=", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
