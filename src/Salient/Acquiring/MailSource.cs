using System.Net;
using System.Text;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Takes a mail message (.eml): its text, else its page, with subject, sender and day.</summary>
internal sealed class MailSource(AcquireOptions options)
{
    /// <summary>The report of the message in <paramref name="stream"/>.</summary>
    public Acquired Acquire(Stream stream, string name, string origin)
    {
        if (ReportBytes.Read(stream, options.LargestReport) is not { } bytes)
        {
            return Acquired.Failed("SAL0114", origin, $"The message is larger than {options.LargestReport / (1024 * 1024)} MB.", "Take its attachments off.");
        }

        var message = MailPart.Parse(bytes);
        if (message.Find("text/plain") is { } text && text.Words() is { Length: > 0 } words)
        {
            // The subject stands over the text as a title does.
            var whole = message.Subject is { Length: > 0 } subject ? $"{subject}\n\n{words}" : words;
            return new Acquired(new Capture(name, origin, Encoding.UTF8.GetBytes(whole), MediaKind.Text, "utf-8", message.Date) { Outlet = message.Sender }, null);
        }

        if (message.Find("text/html") is { } page && page.Content() is { Length: > 0 } html)
        {
            // Letters that are pages mostly have no title of their own: the subject is it.
            var letter = EncodedWords.Named(page.Charset).GetString(html);
            var head = message.Subject is { Length: > 0 } title ? $"<meta property=\"og:title\" content=\"{WebUtility.HtmlEncode(title)}\">" : "";
            return new Acquired(new Capture(name, origin, Encoding.UTF8.GetBytes(head + letter), MediaKind.Html, "utf-8", message.Date) { Outlet = message.Sender }, null);
        }

        return Acquired.Failed("SAL0123", origin, "The message holds neither text nor a page.", "Save it again with its body.");
    }
}
