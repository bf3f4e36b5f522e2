using System.Runtime.CompilerServices;

namespace Salient.Parsing;

/// <summary>The features that the parser's next move is told from.</summary>
/// <remarks>
/// S0, S1, S2 are the words on the stack from its top, N0, N1, N2 the words to come; l and r are their children.
/// Prepositions hang on their nouns in Universal Dependencies, so a noun's first child on the left says how it may attach.
/// </remarks>
internal static class ParseFeatures
{
    /// <summary>The most rows that one position gives.</summary>
    public const int Most = 128;

    /// <summary>Writes the rows of the position and says how many.</summary>
    [SkipLocalsInit]
    public static int Fill(ParseState state, ParseInput input, ulong[] labelKeys, int bits, Span<uint> rows)
    {
        var word = input.Word;
        var tag = input.Tag;
        var nobody = input.Count + 1;
        int Or(int index) => index < 0 ? nobody : index;
        ulong Label(int index) => index < nobody - 1 ? labelKeys[state.Labels[index]] : Keys.None;
        int Child(int[] children, int of) => of < nobody ? Or(children[of]) : nobody;

        int s0 = Or(state.Stack(0)), s1 = Or(state.Stack(1)), s2 = Or(state.Stack(2)), n0 = state.Next;
        var n1 = n0 + 1;
        var n2 = Math.Min(n0 + 2, nobody);
        var n3 = Math.Min(n0 + 3, nobody);
        int s0l = Child(state.Left1, s0), s0l2 = Child(state.Left2, s0), s0r = Child(state.Right1, s0), s0r2 = Child(state.Right2, s0);
        int s1l = Child(state.Left1, s1), s1r = Child(state.Right1, s1), s1r2 = Child(state.Right2, s1);
        int n0l = Child(state.Left1, n0), n0l2 = Child(state.Left2, n0);
        int s2r = Child(state.Right1, s2), s2l = Child(state.Left1, s2);
        ulong s0w = word[s0], s0t = tag[s0], s1w = word[s1], s1t = tag[s1], s2w = word[s2], s2t = tag[s2];
        ulong n0w = word[n0], n0t = tag[n0], n1w = word[n1], n1t = tag[n1], n2w = word[n2], n2t = tag[n2], n3t = tag[n3];
        ulong s0wt = s0w ^ (s0t * 3), s1wt = s1w ^ (s1t * 3), n0wt = n0w ^ (n0t * 3), n1wt = n1w ^ (n1t * 3);
        ulong s0lw = word[s0l], s0lt = tag[s0l], s0rw = word[s0r], s0rt = tag[s0r], s1rw = word[s1r], s1rt = tag[s1r], s1lw = word[s1l], s1lt = tag[s1l];
        ulong n0lw = word[n0l], n0lt = tag[n0l], s2lw = word[s2l];
        ulong s0ll = Label(s0l), s0rl = Label(s0r), s1rl = Label(s1r), s1ll = Label(s1l), n0ll = Label(n0l), s2rl = Label(s2r);
        ulong s0ls = Set(state.LeftSet, s0, nobody), s0rs = Set(state.RightSet, s0, nobody), s1ls = Set(state.LeftSet, s1, nobody), s1rs = Set(state.RightSet, s1, nobody), n0ls = Set(state.LeftSet, n0, nobody);
        var d0 = s0 < nobody ? Distance(n0 - s0) : Keys.None;
        var d1 = s1 < nobody ? Distance(s0 - s1) : Keys.None;
        var b0 = s0 < nobody ? input.Between(s0, n0) : Keys.None;
        var b1 = s1 < nobody ? input.Between(s1, s0) : Keys.None;
        var s0v = s0 < nobody ? Valency(state, s0) : Keys.None;
        var s1v = s1 < nobody ? Valency(state, s1) : Keys.None;
        var n0v = Keys.Mix(600UL + state.LeftCount[n0]);

        var f = new Rows(rows, bits);

        // Words and tags alone.
        f.Add(s0w);
        f.Add(s0t);
        f.Add(s0wt);
        f.Add(s1w);
        f.Add(s1t);
        f.Add(s1wt);
        f.Add(s2t);
        f.Add(s2w, s2t);
        f.Add(n0w);
        f.Add(n0t);
        f.Add(n0wt);
        f.Add(n1w);
        f.Add(n1t);
        f.Add(n1wt);
        f.Add(n2t);
        f.Add(n2w, n2t);
        f.Add(n3t);

        // Pairs.
        f.Add(s0wt, n0wt);
        f.Add(s0wt, n0t);
        f.Add(s0t, n0wt);
        f.Add(s0w, n0w);
        f.Add(s0t, n0t);
        f.Add(s1wt, s0wt);
        f.Add(s1wt, s0t);
        f.Add(s1t, s0wt);
        f.Add(s1w, s0w);
        f.Add(s1t, s0t);
        f.Add(s1w, n0w);
        f.Add(s1t, n0wt);
        f.Add(s1wt, n0t);
        f.Add(s1t, n0t);
        f.Add(n0t, n1t);
        f.Add(n0w, n1w);
        f.Add(n0wt, n1t);
        f.Add(s0w, n1w);
        f.Add(s0wt, n1t);

        // Triples.
        f.Add(s0t, n0t, n1t);
        f.Add(s0w, n0t, n1t);
        f.Add(s0t, n0w, n1t);
        f.Add(s1t, s0t, n0t);
        f.Add(s1w, s0t, n0t);
        f.Add(s1t, s0w, n0t);
        f.Add(s1t, s0t, n0w);
        f.Add(s2t, s1t, s0t);
        f.Add(s2t, s1t, s0w);
        f.Add(s2w, s1t, s0t);
        f.Add(s2t, s1t, n0t);
        f.Add(n0t, n1t, n2t);
        f.Add(Keys.Pair(s1t, s0t), n0t, n1t);
        f.Add(Keys.Pair(s2t, s1t), s0t, n0t);
        f.Add(Keys.Pair(s0t, n0t), n1t, n2t);

        // Children.
        f.Add(s0t, n0t, s0lt);
        f.Add(s0t, n0t, s0rt);
        f.Add(s0t, n0t, n0lt);
        f.Add(s1t, s0t, s1lt);
        f.Add(s1t, s0t, s1rt);
        f.Add(s1t, s0t, s0lt);
        f.Add(s1t, s0t, s0rt);
        f.Add(s0t, s0lt, tag[s0l2]);
        f.Add(s0t, s0rt, tag[s0r2]);
        f.Add(s1t, s1rt, tag[s1r2]);
        f.Add(n0t, n0lt, tag[n0l2]);
        f.Add(s0w, s0lw);
        f.Add(s0w, s0rw);
        f.Add(s1w, s1rw);
        f.Add(s1w, s1lw);
        f.Add(n0w, n0lw);
        f.Add(s0lw, s0t);
        f.Add(s0rw, s0t);
        f.Add(s1rw, s1t);
        f.Add(n0lw, n0t);

        // A preposition and what may govern it.
        f.Add(s1w, s0lw);
        f.Add(s1t, s0lw, s0t);
        f.Add(s1w, s0lw, s0w);
        f.Add(s2w, s0lw, s1t);
        f.Add(s2t, s0lw, s1w);
        f.Add(s0w, n0lw);
        f.Add(s0t, n0lw, n0t);
        f.Add(s1w, s1rw, s0lw);
        f.Add(s1t, s0t, s2lw);
        f.Add(s1lw, s0lw, s1t);
        f.Add(s0w, n0w, s0lw);
        f.Add(s0rw, n0w, s0t);

        // Relations of the children.
        f.Add(s0w, s0ll);
        f.Add(s0t, s0ll, n0t);
        f.Add(s0t, s0rl, n0t);
        f.Add(s0w, s0rl);
        f.Add(s1w, s1rl);
        f.Add(s1t, s1rl, s0t);
        f.Add(s1t, s1ll, s0t);
        f.Add(n0t, n0ll, s0t);
        f.Add(s2t, s2rl, s1t);
        f.Add(s0w, s0ls);
        f.Add(s0t, s0ls);
        f.Add(s0w, s0rs);
        f.Add(s0t, s0rs);
        f.Add(s1w, s1rs);
        f.Add(s1t, s1rs);
        f.Add(s1t, s1ls, s0t);
        f.Add(n0t, n0ls);
        f.Add(s0t, s0ls, n0t);
        f.Add(s0t, s0rs, n0t);
        f.Add(s1t, s1rs, s0t);

        // Distance, what stands between, how many hang already.
        f.Add(s0w, d0);
        f.Add(s0t, d0, n0t);
        f.Add(n0w, d0);
        f.Add(s1w, d1);
        f.Add(s1t, d1, s0t);
        f.Add(s0w, d1);
        f.Add(s0t, b0, n0t);
        f.Add(s1t, b1, s0t);
        f.Add(s1w, b1);
        f.Add(s1t, b0, n0t);
        f.Add(s0w, s0v);
        f.Add(s0t, s0v, n0t);
        f.Add(s1t, s1v, s0t);
        f.Add(s1w, s1v);
        f.Add(n0t, n0v, s0t);
        f.Add(n0w, n0v);
        return f.Count;
    }

    private static ulong Set(ulong[] sets, int of, int nobody) => of < nobody ? sets[of] + 7 : Keys.None;

    private static ulong Distance(int d) => Keys.Mix(500UL + (d <= 4 ? (ulong)d : d <= 6 ? 5UL : d <= 10 ? 6UL : d <= 20 ? 7UL : 8UL));

    private static ulong Valency(ParseState state, int of) => Keys.Mix(700UL + (8UL * state.LeftCount[of]) + state.RightCount[of]);

    private ref struct Rows(Span<uint> rows, int bits)
    {
        private readonly Span<uint> rows = rows;

        public int Count { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ulong a, ulong b = 0, ulong c = 0)
        {
            rows[Count] = Keys.Row((ulong)Count + 1, a, b, c, bits);
            Count++;
        }
    }
}
