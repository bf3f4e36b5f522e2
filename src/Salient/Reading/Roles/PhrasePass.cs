using Salient.Reading.Dates;
using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Applies the phrase rules, and takes long lines all in capitals between paragraphs for links to other articles.</summary>
internal sealed class PhrasePass(ReadingRules rules) : IRolePass
{
    private const int LinkWords = 5;

    public void Mark(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Settled)
            {
                continue;
            }

            if (Empty(block.Text))
            {
                block.Settle(ParagraphRole.Boilerplate);
                continue;
            }

            foreach (var rule in rules.Phrases)
            {
                if (rule.Matches(block.Plain))
                {
                    block.Settle(rule.Role);
                    break;
                }
            }

            // Some sites set their links to other stories in capitals; a report's own title comes first, so that is left alone.
            if (!block.Settled && i > 0 && block.Words >= LinkWords && block.Text.Length <= 200 && Forms.AllCaps(block.Text))
            {
                block.Settle(ParagraphRole.Boilerplate);
            }
        }
    }

    // Asterisks, an editor's initials in brackets, a broadcaster's dateline on a line of its own.
    private static bool Empty(string text) =>
        !text.Any(char.IsLetterOrDigit)
        || (text.Length <= 8 && text[0] == '(' && text[^1] == ')' && !text.Any(char.IsLower))
        || (text.Length <= 60 && Dateline.Find(text) is { } line && line.Length >= text.Length - 1);
}
