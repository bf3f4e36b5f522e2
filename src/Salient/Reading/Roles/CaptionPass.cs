using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Marks captions (with their credit) and bare credits.</summary>
internal sealed class CaptionPass(ReadingRules rules) : IRolePass
{
    private const int LongestCaption = 420;
    private const int LongestTitle = 120;
    private readonly CreditForm form = new(rules);

    public void Mark(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block is { Role: ParagraphRole.Caption, Credit: null } && form.Find(block.Text) is { } own)
            {
                // A page's markup told that this is a caption; its words tell whose picture it is.
                block.Settle(own.Alone ? ParagraphRole.Credit : ParagraphRole.Caption, own.Name);
                continue;
            }

            if (block.Settled || block.Text.Length > LongestCaption || form.Find(block.Text) is not { } credit)
            {
                continue;
            }

            if (!credit.Alone)
            {
                block.Settle(ParagraphRole.Caption, credit.Name);
                Above(blocks, i, credit.Name, titleOnly: true);
                continue;
            }

            block.Settle(ParagraphRole.Credit, credit.Name);
            Above(blocks, i, credit.Name, titleOnly: false);
        }
    }

    // The line right above a credit is what the picture shows, where it is short and no empty line parts them.
    private static void Above(IReadOnlyList<Block> blocks, int i, string name, bool titleOnly)
    {
        if (i == 0 || blocks[i].Gap || blocks[i - 1].Settled || blocks[i - 1].Text.Length > LongestTitle || blocks[i - 1].Stopped && titleOnly || i == 1 && !blocks[i - 1].Stopped && titleOnly)
        {
            return;
        }

        blocks[i - 1].Settle(ParagraphRole.Caption, name);
    }
}
