using Salient.Reading.Dates;
using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Marks bylines and lines that are a date and nothing else, near the top or the end.</summary>
internal sealed class BylinePass : IRolePass
{
    private const int Top = 8;

    public void Mark(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Settled || blocks[i].Text.Length > 140 || i >= Top && i < blocks.Count - 3)
            {
                continue;
            }

            if (Author(blocks[i].Text) is not null || TimeStamp.Parse(blocks[i].Text) is not null)
            {
                blocks[i].Settle(ParagraphRole.Boilerplate);
            }
        }
    }

    /// <summary>The author that a byline names, or null: "By Petro Hnatiuk, 4 May 2022", "Author: …".</summary>
    public static string? Author(string line)
    {
        var text = line.Trim();
        foreach (var lead in (string[])["By ", "by ", "BY ", "Author: ", "Authors: ", "Written by ", "Author/author: "])
        {
            if (!text.StartsWith(lead, StringComparison.Ordinal) || text.Length > 140)
            {
                continue;
            }

            var rest = text[lead.Length..];
            var end = rest.IndexOfAny(['|', '•', '·', '(', '–', '—', '@']);
            var name = (end > 0 ? rest[..end] : rest).Trim().TrimEnd('.', ',');
            var date = WrittenDate.Find(name);
            name = date is { } d ? name[..d.Start].Trim().TrimEnd(',', '-') : name;
            if (name.Length > 3 && !Forms.EndsSentence(text) && name.Split([", and ", " and ", ", ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(n => Forms.IsName(n)))
            {
                return name;
            }
        }

        return null;
    }
}
