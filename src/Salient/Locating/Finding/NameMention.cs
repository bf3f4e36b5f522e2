using Salient.Locating.Gazetteers;
using Salient.Records;

namespace Salient.Locating.Finding;

/// <summary>How the words of a name were matched to gazetteer keys.</summary>
internal enum MatchTier : byte
{
    /// <summary>By letters or by sound.</summary>
    Direct,

    /// <summary>By sound in another country's spelling.</summary>
    OtherSpelling,

    /// <summary>An adjective or another case of the name.</summary>
    Inflected,

    /// <summary>The same consonants: the name in the other language.</summary>
    Consonants,

    /// <summary>One letter off.</summary>
    Slip,
}

/// <summary>An entry that a name may stand for.</summary>
/// <param name="Place">Its index in the gazetteer.</param>
/// <param name="Grade">How the key stands to its name.</param>
/// <param name="Penalty">For how far the words are from the key, 0 or more.</param>
internal record struct Candidate(int Place, NameGrade Grade, float Penalty)
{
    /// <summary>Before the report's other places are looked at, in nats.</summary>
    public float Base { get; set; }

    /// <summary>With them.</summary>
    public float Score { get; set; }

    /// <summary>Share among the candidates, 0 to 1.</summary>
    public float Share { get; set; }
}

/// <summary>What a name is said to be besides the place itself.</summary>
internal enum MentionUse : byte
{
    /// <summary>The place.</summary>
    Place,

    /// <summary>A direction, an axis, the area around it.</summary>
    Area,

    /// <summary>The government that sits there.</summary>
    Government,
}

/// <summary>A name found in the text, with the entries it may stand for.</summary>
internal sealed class NameMention
{
    /// <summary>Index of its first word.</summary>
    public required int First { get; init; }

    /// <summary>One past its last word.</summary>
    public required int End { get; set; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; set; }

    /// <summary>Number of its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The entries, best first once resolved.</summary>
    public required Candidate[] Candidates { get; set; }

    /// <summary>How it was matched.</summary>
    public MatchTier Tier { get; init; }

    /// <summary>What it stands for.</summary>
    public MentionUse Use { get; set; }

    /// <summary>The name's letters folded, to tell mentions of one name.</summary>
    public ulong Key { get; init; }

    /// <summary>What the words before it shift it by, or null.</summary>
    public Shift? Shift { get; set; }

    /// <summary>True where the report says how the place chosen lies from another.</summary>
    public bool Stated { get; set; }

    /// <summary>Index of a division that the sentence names right beside it, or -1.</summary>
    public int Within { get; set; } = -1;
}

/// <summary>What kind of move a name's neighbours make.</summary>
internal enum ShiftKind : byte
{
    /// <summary>"5 km south of X", "west of X".</summary>
    Away,

    /// <summary>"northern X", "the eastern outskirts of X".</summary>
    Inside,

    /// <summary>"the left bank of the X".</summary>
    Bank,
}

/// <summary>A move away from a named place: "5 km south of".</summary>
/// <param name="Kind">What kind of move.</param>
/// <param name="Kilometres">How far; null where not said.</param>
/// <param name="North">Direction's northward part, -1 to 1.</param>
/// <param name="East">Direction's eastward part, -1 to 1.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Named">True where its words and the name make one name: "northern X", "the eastern outskirts of X", not "the eastern part of X".</param>
/// <param name="Words">As written.</param>
internal sealed record Shift(ShiftKind Kind, double? Kilometres, double North, double East, int First, bool Named, string Words);
