using System.Net;
using System.Text;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>The situation as one HTML page that needs nothing else: no script, no style sheet, no address outside it.</summary>
public static class SituationHtml
{
    /// <summary>The whole page, line feeds only.</summary>
    public static string Write(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var title = situation.On is null ? "The situation" : $"The situation on {Phrasing.Day(situation.On)}";
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>").Append(title).Append("</title></head>\n<body>\n<h1>").Append(title).Append("</h1>\n<p>")
            .Append(Plain(SituationMarkdown.Head(situation))).Append("</p>\n");
        foreach (var section in situation.Sections)
        {
            text.Append("<h2 id=\"").Append(section.Id).Append("\">").Append(Plain(section.Title)).Append("</h2>\n<ul>\n");
            foreach (var sentence in section.Sentences)
            {
                Sentence(text, sentence);
            }

            text.Append(section.More > 0 ? $"<li>and {section.More} more</li>\n" : "").Append("</ul>\n");
        }

        return text.Append("</body>\n</html>\n").ToString();
    }

    private static void Sentence(StringBuilder text, SituationSentence sentence)
    {
        text.Append("<li>").Append(Plain(sentence.Text));
        if (sentence.Note is { } note)
        {
            text.Append(" <em>").Append(Plain(note)).Append(".</em>");
        }

        if (sentence.Citations.IsEmpty)
        {
            text.Append("</li>\n");
            return;
        }

        text.Append("\n<details><summary>").Append(Phrasing.Count(sentence.Citations.Length, "citation")).Append("</summary><ul>\n");
        foreach (var c in sentence.Citations)
        {
            text.Append("<li id=\"").Append(c.Claim).Append("\"><q>").Append(Plain(c.Quotation)).Append("</q> — ").Append(Plain(SituationMarkdown.Of(c))).Append("</li>\n");
        }

        text.Append("</ul></details></li>\n");
    }

    private static string Plain(string text) => WebUtility.HtmlEncode(text);
}
