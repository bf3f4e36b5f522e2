using System.Globalization;
using System.Xml;

namespace Salient.Acquiring;

/// <summary>Tells what a reader of XML throws at broken input: besides its own exception, those of its decoder, whose message it makes of bytes that are no text.</summary>
internal static class BrokenXml
{
    /// <summary>True where the input is to blame.</summary>
    public static bool Is(Exception thrown) => thrown is XmlException or ArgumentException or IndexOutOfRangeException or InvalidOperationException;

    /// <summary>The input, and the line where that is known.</summary>
    public static string Where(string origin, Exception thrown) => thrown is XmlException { LineNumber: > 0 } e ? string.Create(CultureInfo.InvariantCulture, $"{origin}:{e.LineNumber}") : origin;
}
