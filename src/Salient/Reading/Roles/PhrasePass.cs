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
}
