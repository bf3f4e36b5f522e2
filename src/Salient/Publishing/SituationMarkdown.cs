using System.Text;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>The situation as Markdown: each sentence with numbered citations, each citation with its quotation and report below its section.</summary>
public static class SituationMarkdown
{
    /// <summary>The whole report, line feeds only.</summary>
    public static string Write(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var text = new StringBuilder();
        text.Append("# The situation on ").Append(situation.On is null ? "no known day" : Phrasing.Day(situation.On)).Append("\n\n");
        text.Append(Head(situation)).Append('\n');
        var number = 0;
        foreach (var section in situation.Sections)
        {
            text.Append("\n## ").Append(section.Title).Append("\n\n");
            var notes = new StringBuilder();
            foreach (var sentence in section.Sentences)
            {
                text.Append("- ").Append(Plain(sentence.Text));
                if (sentence.Note is { } note)
                {
                    text.Append(" *").Append(Plain(note)).Append(".*");
                }

                foreach (var citation in sentence.Citations)
                {
                    text.Append(" [").Append(++number).Append(']');
                    notes.Append("    [").Append(number).Append("] “").Append(Plain(citation.Quotation)).Append("” — ").Append(Plain(Of(citation))).Append('\n');
                }

                text.Append('\n').Append(notes);
                notes.Clear();
            }

            if (section.More > 0)
            {
                text.Append("- and ").Append(section.More).Append(" more; see `salient claims`\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What the report rests on, one sentence or two.</summary>
    internal static string Head(Situation s)
    {
        var undated = s.Undated > 0 ? $" {Phrasing.Count(s.Undated, "report")} without a day {(s.Undated == 1 ? "is" : "are")} left out." : "";
        return s.On is null ? "No report has a day." + undated : $"Since {Phrasing.Day(s.Since)}, from {Phrasing.Count(s.Claims, "claim")} in {Phrasing.Count(s.Reports, "report")}.{undated}";
    }

    /// <summary>Chain, report, day, claim.</summary>
    internal static string Of(Citation c) =>
        $"{c.Chain}; {c.Report}{(c.Day is null ? "" : ", " + Phrasing.Day(c.Day))}; claim {c.Claim}";

    private static string Plain(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
