using Salient.Records;

namespace Salient.Parsing;

/// <summary>The tags that the tagger gives: universal and Penn tag together, for the Penn tag tells the parser more.</summary>
internal sealed class TagSet
{
    /// <summary>What a tag counts as between two words.</summary>
    public const byte Comma = 1, Verb = 2, Joiner = 3, Quote = 4;

    private readonly Upos[] universal;
    private readonly WordForm[] forms;
    private readonly byte[] between;

    /// <param name="names">"VERB VBD" and so on; the position is the tag's number.</param>
    public TagSet(IReadOnlyList<string> names)
    {
        Names = names;
        universal = [.. names.Select(n => Enum.Parse<Upos>(n.AsSpan(0, n.IndexOf(' '))))];
        forms = [.. names.Select(n => FormOf(n[(n.IndexOf(' ') + 1)..]))];
        between = [.. names.Select(BetweenOf)];
        TagKeys = [.. names.Select((_, i) => Keys.Mix(1000UL + (ulong)i))];
        Coarse = [.. universal.Select(u => Keys.Mix(2000UL + (ulong)u))];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The key of each tag.</summary>
    public ulong[] TagKeys { get; }

    /// <summary>The key of each tag's universal part.</summary>
    public ulong[] Coarse { get; }

    public int Count => Names.Count;

    public Upos Universal(int tag) => universal[tag];

    public WordForm Form(int tag) => forms[tag];

    /// <summary>What the tag counts as between two words, 0 for nothing.</summary>
    public byte Between(int tag) => between[tag];

    private static byte BetweenOf(string name) => name switch
    {
        "PUNCT ," => Comma,
        "PUNCT ``" or "PUNCT ''" => Quote,
        "CCONJ CC" => Joiner,
        _ => name.StartsWith("VERB ", StringComparison.Ordinal) ? Verb : (byte)0,
    };

    /// <summary>The form that a Penn tag tells.</summary>
    public static WordForm FormOf(string penn) => penn switch
    {
        "VB" or "VBP" => WordForm.Base,
        "VBZ" => WordForm.Present,
        "VBD" => WordForm.Past,
        "VBN" => WordForm.PastParticiple,
        "VBG" => WordForm.Gerund,
        "MD" => WordForm.Modal,
        "NNS" or "NNPS" => WordForm.Plural,
        "JJR" or "JJS" or "RBR" or "RBS" => WordForm.Compared,
        _ => WordForm.None,
    };
}
