using Salient.Records;

namespace Salient.Parsing;

/// <summary>The tags that the tagger gives: universal and Penn tag together, for the Penn tag tells the parser more.</summary>
internal sealed class TagSet
{
    private readonly Upos[] universal;
    private readonly WordForm[] forms;

    /// <param name="names">"VERB VBD" and so on; the position is the tag's number.</param>
    public TagSet(IReadOnlyList<string> names)
    {
        Names = names;
        universal = [.. names.Select(n => Enum.Parse<Upos>(n.AsSpan(0, n.IndexOf(' '))))];
        forms = [.. names.Select(n => FormOf(n[(n.IndexOf(' ') + 1)..]))];
        TagKeys = [.. names.Select((_, i) => Keys.Mix(1000UL + (ulong)i))];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The key of each tag.</summary>
    public ulong[] TagKeys { get; }

    public int Count => Names.Count;

    public Upos Universal(int tag) => universal[tag];

    public WordForm Form(int tag) => forms[tag];

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
