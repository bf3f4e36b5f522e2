using System.Text;
using System.Xml;

namespace Salient.Publishing.Exports;

/// <summary>XML as exports write it: UTF-8, and no character that XML 1.0 forbids, whatever the reports hold.</summary>
internal static class Xml
{
    /// <summary>A writer; it leaves <paramref name="output"/> open.</summary>
    public static XmlWriter Open(Stream output) =>
        XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });

    /// <summary>An element with a text, in the namespace <paramref name="space"/>.</summary>
    public static void Element(this XmlWriter xml, string name, string space, string text) => xml.WriteElementString(name, space, Clean(text));

    /// <summary><paramref name="text"/> without characters that XML forbids.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
            {
                return Rewritten(text);
            }
        }

        return text;
    }

    private static string Rewritten(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }
}
