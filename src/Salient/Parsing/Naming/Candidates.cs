using Salient.Records;

namespace Salient.Parsing.Naming;

/// <summary>Mentions found so far in one sentence; within a type none overlaps another.</summary>
internal sealed class Candidates(string text, Sentence sentence)
{
    private readonly List<Mention> found = [];

    public IReadOnlyList<Mention> Found => found;

    /// <summary>Adds a mention of words [first, end), unless one of its type is there already.</summary>
    public void Add(int first, int end, MentionType type, string? entry = null, string? side = null, string? name = null)
    {
        if (first >= end || found.Any(m => m.Type == type && m.First < end && first < m.End))
        {
            return;
        }

        var span = sentence.Tokens[first].Span.Cover(sentence.Tokens[end - 1].Span);
        found.Add(new Mention(first, end, HeadOf(first, end), type, name ?? Plain(span.Of(text)), entry, side, span));
    }

    /// <summary>Whether a word lies in a mention of one of the types.</summary>
    public bool Covers(int word, params ReadOnlySpan<MentionType> types)
    {
        foreach (var m in found)
        {
            if (m.First <= word && word < m.End && types.Contains(m.Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The side of a mention inside [first, end), or null.</summary>
    public string? SideWithin(int first, int end) =>
        found.Where(m => m.First >= first && m.End <= end && m.Side is not null and not "none").Select(m => m.Side).FirstOrDefault();

    /// <summary>The word of [first, end) whose head lies outside.</summary>
    public int HeadOf(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            var head = sentence.Tokens[i].Head;
            if ((head < first || head >= end) && sentence.Tokens[i].Tag != Upos.PUNCT)
            {
                return i;
            }
        }

        return end - 1;
    }

    private static string Plain(string text) => text.AsSpan().ContainsAny('\r', '\n', '\t') ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;
}
