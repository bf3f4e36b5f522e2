using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Marks titles and subheadings: short lines that do not end as a sentence does and stand over text.</summary>
internal sealed class HeadingPass : IRolePass
{
    private const int LongestTitle = 180;
    private const int LongestHeading = 110;
    private const int HeadingWords = 16;

    public void Mark(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (!block.Settled && Heading(block.Text, i == 0) && (i == 0 || Under(blocks, i)))
            {
                block.Settle(ParagraphRole.Heading);
            }
        }
    }

    private static bool Heading(string text, bool first)
    {
        if (text.Length > (first ? LongestTitle : LongestHeading) || Forms.Words(text) > (first ? 28 : HeadingWords))
        {
            return false;
        }

        var bare = text.TrimEnd('"', '\'', '”', '’', '»', ' ');
        if (bare.Length == 0 || bare[^1] is '.' or ':' or ',' or ';' or '—' or '…' or '!' || !bare.Any(char.IsLetter))
        {
            return false;
        }

        // "- We hold the town - said the mayor" and "· Third point" are text; "– The bridge –" is a heading.
        var dashed = text[0] is '-' or '–' or '—' or '·' or '•' or '*';
        return !dashed || bare[^1] is '-' or '–' && text.Length > 4;
    }

    // A heading has text under it before the next heading; a list's short lines do not.
    private static bool Under(IReadOnlyList<Block> blocks, int i)
    {
        for (var j = i + 1; j < blocks.Count; j++)
        {
            if (!blocks[j].Settled)
            {
                return blocks[j].Stopped || blocks[j].Text.Length > LongestHeading || blocks[j].Text.EndsWith(':') || Heading(blocks[j].Text, false) && j + 1 < blocks.Count;
            }

            if (blocks[j].Role is ParagraphRole.Comment or ParagraphRole.Endnote)
            {
                return false;
            }
        }

        return false;
    }
}
