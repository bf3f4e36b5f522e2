namespace Salient.Reading.Decoding;

/// <summary>Tells Cyrillic from Western single-byte text: Cyrillic letters come in runs, Western ones stand alone among ASCII.</summary>
internal static class SingleByteForm
{
    /// <summary>"windows-1251", "windows-1252", or null where neither fits.</summary>
    public static string? Guess(ReadOnlySpan<byte> bytes)
    {
        int high = 0, inRuns = 0, letters = 0, undefined = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80)
            {
                letters += IsLetter(b) ? 1 : 0;
                continue;
            }

            high++;
            undefined += b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? 1 : 0;
            var before = i > 0 && bytes[i - 1] >= 0xC0;
            var after = i + 1 < bytes.Length && bytes[i + 1] >= 0xC0;
            inRuns += b >= 0xC0 && (before || after) ? 1 : 0;
        }

        if (inRuns * 2 > high && high > 8)
        {
            return "windows-1251";
        }

        return undefined == 0 && letters > high * 3 ? "windows-1252" : null;
    }

    /// <summary>True where most of the high bytes do form UTF-8 sequences: UTF-8 with a few bytes lost.</summary>
    public static bool BrokenUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }

            var status = System.Text.Rune.DecodeFromUtf8(bytes[i..], out _, out var used);
            if (status == System.Buffers.OperationStatus.Done)
            {
                good++;
            }
            else
            {
                bad++;
            }

            i += Math.Max(1, used);
        }

        return good > bad * 4 && good > 0 || bad == 1 && good > 0 || (bad == 1 && bytes[^1] >= 0xC2);
    }

    private static bool IsLetter(byte b) => (uint)((b | 0x20) - 'a') < 26;
}
