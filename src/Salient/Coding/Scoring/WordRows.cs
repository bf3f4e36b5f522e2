using System.Collections.Frozen;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Numbers what words show besides their form: part of speech, relation, mention, side, word classes, and the acts of frames that fired on them.</summary>
internal sealed class WordRows
{
    private static readonly string[] Tags = Enum.GetNames<Upos>();
    private static readonly string[] Mentions = Enum.GetNames<MentionType>();

    // What else words show, as names have it before the colon, in the order of Sort.
    private static readonly string[] Sorts = ["relation", "side", "class", "act"];
    private readonly WordVectors vectors;
    private readonly FrozenDictionary<string, int>[] rows;
    private readonly int[] tags;
    private readonly int[] mentions;

    /// <param name="names">Names of what is numbered, as <see cref="Names"/> gives them; others are not seen.</param>
    /// <param name="vectors">Directions of words.</param>
    public WordRows(IReadOnlyList<string> names, WordVectors vectors)
    {
        this.vectors = vectors;
        rows = Array.ConvertAll(Sorts, s => Own(names, s));
        tags = Numbers(Tags, Own(names, "tag"));
        mentions = Numbers(Mentions, Own(names, "mention"));
    }

    private enum Sort : byte
    {
        Relation,
        Side,
        Class,
        Act,
    }

    // The rows of one sort, by what stands after the colon.
    private static FrozenDictionary<string, int> Own(IReadOnlyList<string> names, string sort) =>
        Enumerable.Range(0, names.Count).Where(i => names[i].StartsWith(sort + ":", StringComparison.Ordinal)).ToFrozenDictionary(i => names[i][(sort.Length + 1)..], i => i, StringComparer.Ordinal);

    private static int[] Numbers(string[] values, FrozenDictionary<string, int> own) => Array.ConvertAll(values, v => own.TryGetValue(v, out var row) ? row : -1);

    /// <summary>Takes what a word shows.</summary>
    private interface IShown
    {
        /// <param name="sort">What sort of thing.</param>
        /// <param name="name">Its name among its sort.</param>
        void Add(Sort sort, ReadOnlySpan<char> name);

        /// <param name="tag">The word's part of speech.</param>
        void Add(Upos tag);

        /// <param name="mention">What it names.</param>
        void Add(MentionType mention);
    }

    /// <summary>Names of everything that a sentence's words show, repeats included.</summary>
    /// <param name="context">The report.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="fired">Acts by the word on which their frames fired.</param>
    public static IEnumerable<string> Names(Context context, int sentence, Fired fired)
    {
        var shown = new ShownNames([]);
        for (var t = 0; t < context.Sentences[sentence].Tokens.Length; t++)
        {
            Show(context, sentence, t, fired, shown);
        }

        return shown.Names;
    }

    /// <summary>What the words of a sentence show.</summary>
    public WordInput Of(Context context, int sentence, Fired fired)
    {
        var directions = context.Directions(sentence);
        var seen = new int[directions.Length][];
        var shown = new ShownRows(rows, tags, mentions, []);
        for (var t = 0; t < directions.Length; t++)
        {
            shown.Rows.Clear();
            Show(context, sentence, t, fired, shown);
            seen[t] = [.. shown.Rows];
        }

        return new WordInput(vectors, directions, seen);
    }

    private static void Show<T>(Context context, int sentence, int t, Fired fired, T shown)
        where T : struct, IShown
    {
        var token = context.Sentences[sentence].Tokens[t];
        shown.Add(token.Tag);
        shown.Add(Sort.Relation, Basic(token.Relation));
        if (context.Mention(sentence, t) is { } mention)
        {
            shown.Add(mention.Type);
        }

        if (context.Side(sentence, t) is { } side)
        {
            shown.Add(Sort.Side, side);
        }

        foreach (var name in context.Senses(sentence).NamesOf(t))
        {
            shown.Add(Sort.Class, name);
        }

        foreach (var act in fired.On(t))
        {
            shown.Add(Sort.Act, act);
        }
    }

    private static ReadOnlySpan<char> Basic(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? relation.AsSpan(0, colon) : relation;

    private readonly record struct ShownNames(List<string> Names) : IShown
    {
        public void Add(Sort sort, ReadOnlySpan<char> name) => Names.Add($"{Sorts[(int)sort]}:{name}");

        public void Add(Upos tag) => Names.Add("tag:" + WordRows.Tags[(int)tag]);

        public void Add(MentionType mention) => Names.Add("mention:" + WordRows.Mentions[(int)mention]);
    }

    private readonly record struct ShownRows(FrozenDictionary<string, int>[] Known, int[] Tags, int[] Mentions, List<int> Rows) : IShown
    {
        public void Add(Sort sort, ReadOnlySpan<char> name)
        {
            if (Known[(int)sort].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var row))
            {
                Rows.Add(row);
            }
        }

        public void Add(Upos tag) => Add(Tags[(int)tag]);

        public void Add(MentionType mention) => Add(Mentions[(int)mention]);

        private void Add(int row)
        {
            if (row >= 0)
            {
                Rows.Add(row);
            }
        }
    }
}
