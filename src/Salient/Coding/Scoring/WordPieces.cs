using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Cuts words into the pieces that a reader of sentences knows: the longest that fits first, lower case and without accents (WordPiece).</summary>
/// <param name="names">The pieces in the order of their numbers; one that goes on within a word has "##" before it.</param>
internal sealed class WordPieces(IReadOnlyList<string> names)
{
    private const string Inner = "##";
    private const int LongestPart = 64;

    private readonly FrozenDictionary<string, int> first = Own(names, inner: false);
    private readonly FrozenDictionary<string, int> further = Own(names, inner: true);

    /// <summary>The pieces.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>What stands before a sentence.</summary>
    public int Opening { get; } = Find(names, "[CLS]");

    /// <summary>What stands behind it.</summary>
    public int Closing { get; } = Find(names, "[SEP]");

    /// <summary>What stands for all that no pieces make up.</summary>
    public int Unknown { get; } = Find(names, "[UNK]");

    /// <summary>Adds the pieces of <paramref name="form"/>; at least one.</summary>
    public void Add(string form, List<int> to)
    {
        var before = to.Count;
        Span<char> room = stackalloc char[LongestPart * 2];
        var plain = Ascii.IsValid(form) && form.Length <= room.Length ? room[..form.AsSpan().ToLowerInvariant(room)] : Plain(form).AsSpan();
        for (var from = 0; from < plain.Length;)
        {
            var end = from + 1;
            while (char.IsLetterOrDigit(plain[from]) && end < plain.Length && char.IsLetterOrDigit(plain[end]))
            {
                end++;
            }

            if (!char.IsWhiteSpace(plain[from]))
            {
                Cut(plain[from..end], to);
            }

            from = end;
        }

        if (to.Count == before)
        {
            to.Add(Unknown);
        }
    }

    // A part that cannot be made up as a whole is unknown as a whole.
    private void Cut(ReadOnlySpan<char> part, List<int> to)
    {
        var before = to.Count;
        var starts = first.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = further.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < part.Length;)
        {
            var (end, piece) = (Math.Min(part.Length, at + LongestPart), 0);
            while (end > at && !(at == 0 ? starts : rest).TryGetValue(part[at..end], out piece))
            {
                end--;
            }

            if (end == at)
            {
                to.RemoveRange(before, to.Count - before);
                to.Add(Unknown);
                return;
            }

            to.Add(piece);
            at = end;
        }
    }

    // What is not seen cuts no word: soft hyphens, marks of no width.
    private static string Plain(string form) =>
        string.Concat(Accents.Off(form).ToLowerInvariant().Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');

    private static FrozenDictionary<string, int> Own(IReadOnlyList<string> names, bool inner) =>
        Enumerable.Range(0, names.Count).Where(i => names[i].StartsWith(Inner, StringComparison.Ordinal) == inner)
            .DistinctBy(i => names[i], StringComparer.Ordinal)
            .ToFrozenDictionary(i => inner ? names[i][Inner.Length..] : names[i], i => i, StringComparer.Ordinal);

    private static int Find(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        throw new InvalidDataException($"no piece {name}");
    }
}
