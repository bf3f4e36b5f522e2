using Salient.Reading.Dates;
using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Finds where readers' comments begin: names each followed by a time stamp. From there to the end everything is comment.</summary>
internal sealed class CommentPass(ReadingRules rules) : IRolePass
{
    private const int NameWords = 6;
    private readonly PhraseRule? heading = rules.Phrases.FirstOrDefault(r => r.Id == "comments-head");

    public void Mark(IReadOnlyList<Block> blocks)
    {
        var first = First(blocks);
        for (var i = first; i < blocks.Count; i++)
        {
            blocks[i].Settle(ParagraphRole.Comment);
        }
    }

    private int First(IReadOnlyList<Block> blocks)
    {
        var heads = new List<(int At, bool Sure)>();
        for (var i = 1; i < blocks.Count; i++)
        {
            if (TimeStamp.Parse(blocks[i].Text) is not null && Header(blocks[i - 1].Text) is { } sure)
            {
                heads.Add((i - 1, sure));
            }
            else if (OneLine(blocks[i].Text))
            {
                heads.Add((i, true));
            }
            else if (Signed(blocks[i].Text))
            {
                heads.Add((i, false));
            }
        }

        var head = blocks.Count;
        var last = heads.Count > 0 ? heads[^1].At : -1;
        for (var i = blocks.Count / 4; i < blocks.Count; i++)
        {
            // A heading of the comments counts only where something stands under it that no article has after its end.
            if (IsHeading(blocks[i]) && (last > i || blocks.Count - i <= 3))
            {
                head = i;
                break;
            }
        }

        // One stamped name may be a byline: two, or a numbered one, are comments.
        var stamped = heads.Count(h => h.At > 0) >= 2 || heads.Any(h => h.Sure && h.At > 0) ? heads.First(h => h.At > 0 && (h.Sure || heads.Count >= 2)).At : blocks.Count;
        return Math.Min(head, stamped);
    }

    private bool IsHeading(Block block)
    {
        var text = block.Plain.Trim();
        if (text.Length > 60)
        {
            return false;
        }

        return heading is not null && heading.Matches(text) || Counted(text);
    }

    // "14 comments", "Comments (14)", "3 responses to …".
    private static bool Counted(string text)
    {
        var letters = text.Where(char.IsLetter).ToArray();
        return text.Any(char.IsAsciiDigit) && new string(letters).ToLowerInvariant() is "comments" or "comment" or "replies" or "responses" or "thoughts";
    }

    // A commenter's name: null where the line is none; true where a number or "says" makes it sure.
    private static bool? Header(string line)
    {
        var text = line.Trim();
        if (text.Length is 0 or > 60 || Forms.Words(text) > NameWords)
        {
            return null;
        }

        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 5 && digits < text.Length && text[digits] is '.' or ')')
        {
            return true;
        }

        var says = text.EndsWith(" says:", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" says", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" wrote:", StringComparison.OrdinalIgnoreCase);
        return says ? true : Forms.EndsSentence(text) || text.StartsWith("By ", StringComparison.Ordinal) ? null : false;
    }

    // A name with its stamp on one line: "Mykola May 3, 2022 at 4:10 pm".
    private static bool Signed(string line)
    {
        for (var (space, words) = (line.IndexOf(' ', StringComparison.Ordinal), 1); line.Length <= 80 && space > 0 && words <= 4; words++)
        {
            if (Forms.IsName(line.AsSpan(0, space), 4) && TimeStamp.Parse(line[(space + 1)..]) is not null)
            {
                return true;
            }

            space = line.IndexOf(' ', space + 1);
        }

        return false;
    }

    // "Petro says: May 3, 2022 at 4:10 pm" on one line.
    private static bool OneLine(string line)
    {
        var says = line.Length > 120 ? -1 : line.IndexOf(" says:", StringComparison.OrdinalIgnoreCase);
        return says > 0 && says < 50 && TimeStamp.Parse(line[(says + 6)..]) is not null;
    }
}
