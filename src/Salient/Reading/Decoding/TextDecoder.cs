using System.Text;

namespace Salient.Reading.Decoding;

/// <summary>Turns bytes into text: by byte-order mark, by UTF-8 where it holds, by the declared charset, else by what the bytes look like.</summary>
/// <remarks>UTF-8 comes before the declaration: a text that is valid UTF-8 by chance hardly exists, a page that declares the wrong charset often does.</remarks>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Strict = new(false, true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes <paramref name="bytes"/>.</summary>
    /// <param name="bytes">What came.</param>
    /// <param name="declared">The charset that the transport or the page declares, or null.</param>
    public static Decoded Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return new Decoded(Encoding.UTF8.GetString(bytes[3..]), "utf-8", null, false);
        }

        if (WideForm.Of(bytes) is { } wide)
        {
            return new Decoded(wide.Encoding.GetString(bytes[wide.Skip..]), wide.Encoding.WebName, null, false);
        }

        if (BinaryForm.Name(bytes) is { } name)
        {
            return new Decoded(null, "", $"This is {name}, not text.", true);
        }

        try
        {
            return new Decoded(Strict.GetString(bytes), "utf-8", null, false);
        }
        catch (DecoderFallbackException)
        {
            return Single(bytes, declared);
        }
    }

    private static Decoded Single(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (SingleByteForm.BrokenUtf8(bytes))
        {
            // A text cut in the middle of a character, or with a few bytes lost, is still UTF-8.
            return new Decoded(Encoding.UTF8.GetString(bytes), "utf-8", null, false);
        }

        if (declared is not null && Named(declared) is { } encoding)
        {
            return new Decoded(encoding.GetString(bytes), encoding.WebName, null, false);
        }

        return SingleByteForm.Guess(bytes) is { } charset
            ? new Decoded(Named(charset)!.GetString(bytes), charset, null, false)
            : new Decoded(null, "", "The text is neither UTF-8 nor in a charset that can be told from its bytes.", false);
    }

    private static Encoding? Named(string charset)
    {
        try
        {
            var encoding = Encoding.GetEncoding(charset.Trim().Trim('"', '\''));
            return encoding.WebName.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) ? null
                : encoding.WebName is "iso-8859-1" or "us-ascii" ? Encoding.GetEncoding(1252)
                : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
