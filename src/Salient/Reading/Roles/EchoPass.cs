using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Marks a line that a "Read next: …" near it repeats: the other article's title, set once as a link and once as a picture's line.</summary>
internal sealed class EchoPass(ReadingRules rules) : IRolePass
{
    private const int Near = 2;
    private const int Shortest = 12;

    public void Mark(IReadOnlyList<Block> blocks)
    {
        var lead = rules.Phrases.FirstOrDefault(r => r.Id == "read-next");
        if (lead is null)
        {
            return;
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            var colon = blocks[i].Text.IndexOf(':', StringComparison.Ordinal);
            if (blocks[i].Settled || colon is < 0 or > 20 || !lead.Matches(blocks[i].Plain))
            {
                continue;
            }

            var named = Forms.Letters(blocks[i].Text[(colon + 1)..]);
            for (var j = Math.Max(0, i - Near); named.Length >= Shortest && j <= Math.Min(blocks.Count - 1, i + Near); j++)
            {
                if (j != i && !blocks[j].Settled && blocks[j].Text.Length < 300 && Forms.Letters(blocks[j].Text) == named)
                {
                    blocks[j].Settle(ParagraphRole.Boilerplate);
                }
            }
        }
    }
}
