namespace Salient.Records;

/// <summary>A half-open stretch of a report's text, in UTF-16 code units: includes <paramref name="Start"/>, excludes <paramref name="End"/>.</summary>
/// <remarks>Inside the program every offset is in UTF-16 units into <see cref="Report.Text"/>; what leaves it is in code points (<see cref="CodePoints"/>).</remarks>
/// <param name="Start">First unit, 0 or more.</param>
/// <param name="End">One past the last unit, never below <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Units covered.</summary>
    public int Length => End - Start;

    /// <summary>True where nothing is covered.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>True where <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True where <paramref name="position"/> lies inside.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>True where the two share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The words that it covers in <paramref name="text"/>.</summary>
    public string Of(string text) => text[Start..End];

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
}
