using System.Collections.Immutable;
using System.Text;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>An act's phrase, taken apart: words, {slots}, and [parts] that are left out where a slot of theirs is empty.</summary>
internal sealed class Phrase
{
    private readonly ImmutableArray<Part> parts;

    private Phrase(ImmutableArray<Part> parts, bool quotes) => (this.parts, Quotes) = (parts, quotes);

    /// <summary>True where it ends in a colon: the claim's own words are to follow it. The colon is not among its words.</summary>
    public bool Quotes { get; }

    /// <summary>Whether a part may be left out, and its pieces: words as they stand, or the name of a slot.</summary>
    private sealed record Part(bool Optional, ImmutableArray<(string Text, bool Slot)> Pieces)
    {
        public bool Fits(Claim claim, Func<string, Claim, bool> has)
        {
            foreach (var (text, slot) in Pieces)
            {
                if (slot && !has(text, claim))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Takes <paramref name="phrase"/> apart.</summary>
    public static Phrase Of(string phrase)
    {
        var quotes = phrase.EndsWith(':');
        phrase = phrase.TrimEnd(':');
        var taken = ImmutableArray.CreateBuilder<Part>();
        for (var at = 0; at < phrase.Length;)
        {
            var optional = phrase[at] == '[';
            var end = optional ? phrase.IndexOf(']', at) : phrase.IndexOf('[', at) is var open and >= 0 ? open : phrase.Length;
            taken.Add(new Part(optional, Pieces(phrase[(optional ? at + 1 : at)..end])));
            at = optional ? end + 1 : end;
        }

        return new Phrase(taken.ToImmutable(), quotes);
    }

    /// <summary>True where no slot that it cannot do without is empty.</summary>
    public bool Fits(Claim claim, Func<string, Claim, bool> has)
    {
        foreach (var part in parts)
        {
            if (!part.Optional && !part.Fits(claim, has))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The phrase, filled; for a claim that it fits.</summary>
    public string Filled(Claim claim, Func<string, Claim, bool> has, Func<string, Claim, string?> slot)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Optional && !part.Fits(claim, has))
            {
                continue;
            }

            foreach (var (piece, named) in part.Pieces)
            {
                text.Append(named ? slot(piece, claim) : piece);
            }
        }

        return text.ToString();
    }

    private static ImmutableArray<(string Text, bool Slot)> Pieces(string part)
    {
        var pieces = ImmutableArray.CreateBuilder<(string, bool)>();
        var at = 0;
        while (part.IndexOf('{', at) is var open and >= 0)
        {
            var close = part.IndexOf('}', open);
            pieces.Add((part[at..open], false));
            pieces.Add((part[(open + 1)..close], true));
            at = close + 1;
        }

        pieces.Add((part[at..], false));
        return pieces.ToImmutable();
    }
}
