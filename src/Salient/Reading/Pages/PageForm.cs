using System.Text;
using System.Text.RegularExpressions;

namespace Salient.Reading.Pages;

/// <summary>Tells pages from plain text, and what charset a page declares.</summary>
internal static partial class PageForm
{
    private const int Probe = 2048;
    private const int Tags = 3;

    /// <summary>True where <paramref name="bytes"/> begin as an HTML page does.</summary>
    public static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes);
        var start = head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (start.Length == 0 || start[0] != '<')
        {
            return false;
        }

        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || Tag().Count(head) >= Tags;
    }

    /// <summary>The charset that the page's head declares, or null.</summary>
    public static string? Charset(ReadOnlySpan<byte> bytes)
    {
        var match = Declared().Match(Head(bytes));
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static string Head(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Probe)];
        var text = Encoding.Latin1.GetString(head);
        return head.Length > 4 && (head[0] == 0 || head[1] == 0 || head[0] >= 0xFE) ? text.Replace("\0", "", StringComparison.Ordinal).Replace("ÿþ", "", StringComparison.Ordinal).Replace("þÿ", "", StringComparison.Ordinal) : text.StartsWith("ï»¿", StringComparison.Ordinal) ? text[3..] : text;
    }

    [GeneratedRegex(@"</?(?:p|div|h[1-6]|article|section|span|a|ul|li|table|head|meta|title|main|header|br)\b[^<>]{0,500}>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"charset\s{0,3}=\s{0,3}[""']?(?<name>[A-Za-z0-9_\-]{3,30})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();
}
