using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Salient.Reading;

/// <summary>Words in the names of a page's elements that tell one thing.</summary>
/// <param name="Tokens">Whole words of a name, lower case.</param>
/// <param name="Parts">Stretches anywhere in it, lower case.</param>
internal sealed record NameWords(FrozenSet<string> Tokens, ImmutableArray<string> Parts)
{
    private static readonly char[] Between = [' ', '\t', '\n'];
    private readonly SearchValues<string> parts = SearchValues.Create(Parts.AsSpan(), StringComparison.Ordinal);

    /// <summary>True where <paramref name="names"/> (lower case, separated by spaces) holds one of the words.</summary>
    public bool In(string names)
    {
        if (names.Length == 0)
        {
            return false;
        }

        if (names.AsSpan().ContainsAny(parts))
        {
            return true;
        }

        if (Tokens.Count == 0)
        {
            return false;
        }

        var lookup = Tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in names.AsSpan().SplitAny(Between))
        {
            var name = names.AsSpan()[range];
            if (name.IsEmpty)
            {
                continue;
            }

            if (lookup.Contains(name))
            {
                return true;
            }

            foreach (var token in name.SplitAny('-', '_', ':'))
            {
                if (lookup.Contains(name[token]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>What the names of a page's elements tell.</summary>
/// <param name="Article">The article's text.</param>
/// <param name="Comments">Readers' comments.</param>
/// <param name="Captions">Captions of pictures.</param>
/// <param name="Biography">What is said of the author.</param>
/// <param name="Popups">Words that show only when pointed at, inside a paragraph.</param>
/// <param name="Leads">The summary between title and text.</param>
/// <param name="Junk">Anything else of the site.</param>
/// <param name="Posts">One post of a page that is written on as things happen.</param>
internal sealed record PageRules(NameWords Article, NameWords Comments, NameWords Captions, NameWords Biography, NameWords Popups, NameWords Leads, NameWords Junk, NameWords Posts);
