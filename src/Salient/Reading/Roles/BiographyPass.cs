using System.Buffers;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Marks what is said of the author: "NAME is a ... columnist" with the words that go with it, near the end or at the very start.</summary>
internal sealed class BiographyPass(ReadingRules rules) : IRolePass
{
    private const int LastBody = 4;
    private const int Longest = 900;

    // Few paragraphs hold any cue: one look for all of them settles that.
    private readonly SearchValues<string> any = SearchValues.Create(rules.BiographyCues.AsSpan(), StringComparison.OrdinalIgnoreCase);
    private readonly ImmutableArray<SearchValues<string>> each = [.. rules.BiographyCues.Select(c => SearchValues.Create([c], StringComparison.OrdinalIgnoreCase))];

    public void Mark(IReadOnlyList<Block> blocks)
    {
        var tail = 0;
        for (var i = blocks.Count - 1; i >= 0 && tail < LastBody; i--)
        {
            if (blocks[i].Settled && blocks[i].Role != ParagraphRole.Biography)
            {
                continue;
            }

            if (!blocks[i].Settled && Strength(blocks[i].Plain) >= (tail == 0 ? 2 : 3))
            {
                blocks[i].Settle(ParagraphRole.Biography);
            }
            else if (blocks[i].Role != ParagraphRole.Biography)
            {
                tail++;
            }
        }

        if (blocks.Count > 3 && !blocks[0].Settled && Strength(blocks[0].Plain) >= 3)
        {
            blocks[0].Settle(ParagraphRole.Biography);
        }
    }

    // 0 where the form is missing; 1 for "NAME is a", one more for a writer's noun, for each cue, for brevity.
    private int Strength(string text)
    {
        if (text.Length > Longest || text.Length < 20)
        {
            return 0;
        }

        var cues = text.AsSpan().ContainsAny(any) ? each.Count(c => text.AsSpan().ContainsAny(c)) : 0;
        var verb = Copula(text);
        if (verb < 0)
        {
            return cues > 1 ? cues : 0;
        }

        var rest = text.AsSpan(verb, Math.Min(text.Length - verb, 160));
        var noun = false;
        foreach (var part in rest.SplitAny(" ,.;"))
        {
            var word = rest[part];
            noun |= word.Length > 3 && rules.BiographyNouns.Contains(word.ToString());
        }

        return noun ? 2 + cues : cues > 0 ? 1 + cues : 0;
    }

    // Where " is a " stands after a name that begins the paragraph; -1 where it does not.
    private static int Copula(string text)
    {
        foreach (var verb in (string[])[" is a ", " is an ", " is the ", " is one of ", " represents ", " is Founder", " is a", " was a ", " is Professor", " is Director", " is Senior"])
        {
            var at = text.IndexOf(verb, StringComparison.Ordinal);
            if (at is > 2 and < 90 && StartsWithName(text.AsSpan(0, at)))
            {
                return at + verb.Length;
            }
        }

        return -1;
    }

    // The words right before the verb are a name of two parts or more: "1945's new columnist, Petro Hnatiuk".
    private static bool StartsWithName(ReadOnlySpan<char> before)
    {
        var words = new List<string>();
        foreach (var part in before.Split(' '))
        {
            words.Add(before[part].Trim(",()").ToString());
        }

        return words.Count is >= 2 and <= 12 && words.TakeLast(2).All(w => w.Length > 0 && char.IsUpper(w[0])) && words[0] is not ("The" or "This" or "That" or "It" or "There" or "A" or "An" or "In" or "President" or "But" or "And");
    }
}
