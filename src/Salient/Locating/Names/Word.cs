namespace Salient.Locating.Names;

/// <summary>What parts a word from the one before it.</summary>
internal enum Gap : byte
{
    /// <summary>White space within a line.</summary>
    Space,

    /// <summary>A hyphen or dash without white space.</summary>
    Hyphen,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>An opening or closing bracket, a quotation mark, a colon, a dash between spaces.</summary>
    Other,

    /// <summary>The end of a sentence, or of a line.</summary>
    Stop,
}

/// <summary>One word of a report's text.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">One past the last, a possessive "'s" left out.</param>
/// <param name="Upper">Begins with a capital.</param>
/// <param name="Capitals">Every letter is a capital, and there are two or more.</param>
/// <param name="Possessive">"'s" or a closing apostrophe follows.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="Cue">What it tells of a name beside it.</param>
internal readonly record struct Word(int Start, int End, bool Upper, bool Capitals, bool Possessive, Gap Gap, int Sentence, Cue Cue)
{
    /// <summary>Its letters.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}
