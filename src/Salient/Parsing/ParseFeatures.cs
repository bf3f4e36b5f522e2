using System.Runtime.CompilerServices;

namespace Salient.Parsing;

/// <summary>The features that the parser's next move is told from.</summary>
/// <remarks>
/// S0, S1, S2 are the words on the stack from its top, N0, N1, N2 the words to come; l and r are their children.
/// Prepositions hang on their nouns in Universal Dependencies, so a noun's first child on the left says how it may attach.
/// </remarks>
internal static class ParseFeatures
{
    /// <summary>Writes the rows of the position. A child that is not there gives none: its place would only repeat its head's.</summary>
    [SkipLocalsInit]
    public static void Fill(ParseState state, ParseInput input, ulong[] labelKeys, FeatureRows f)
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

        f.Clear();
        f.Tag(1, s0t);
        f.Tag(2, n0t);
        f.Tag(3, n1t);
        f.Tag(4, n2t);
        f.Tag(5, n3t);
        f.Tag(6, s0t, n0t);
        f.Tag(126, s0t, n1t, n2t);
        f.Tag(125, Keys.Pair(n0t, n1t), n2t, n3t);
        f.Tag(7, n0t, n1t);
        f.Tag(8, s0t, n0t, n1t);
        f.Tag(9, n0t, n1t, n2t);
        f.Tag(10, Keys.Pair(s0t, n0t), n1t, n2t);
        f.Tag(11, s0t, d0, n0t);
        f.Tag(12, s0t, b0, n0t);
        f.Tag(13, s0t, s0v, n0t);
        f.Tag(14, n0t, n0v, s0t);
        f.Word(15, s0w);
        f.Word(16, s0wt);
        f.Word(17, n0w);
        f.Word(18, n0wt);
        f.Word(19, n1w);
        f.Word(20, n1wt);
        f.Word(21, n2w, n2t);
        f.Word(22, s0wt, n0wt);
        f.Word(23, s0wt, n0t);
        f.Word(24, s0t, n0wt);
        f.Word(25, s0w, n0w);
        f.Word(26, n0w, n1w);
        f.Word(27, n0wt, n1t);
        f.Word(28, s0w, n1w);
        f.Word(29, s0wt, n1t);
        f.Word(30, s0w, n0t, n1t);
        f.Word(127, Keys.Pair(s0w, n0t), n1t, n2t);
        f.Word(31, s0t, n0w, n1t);
        f.Word(32, s0w, d0);
        f.Word(33, n0w, d0);
        f.Word(34, s0w, s0v);
        f.Word(35, n0w, n0v);
        f.Word(36, n1w, n2w);

        if (s1 < nobody)
        {
            f.Tag(37, s1t);
            f.Tag(38, s1t, s0t);
            f.Tag(39, s1t, n0t);
            f.Tag(40, s1t, s0t, n0t);
            f.Tag(41, Keys.Pair(s1t, s0t), n0t, n1t);
            f.Tag(42, s1t, d1, s0t);
            f.Tag(43, s1t, b1, s0t);
            f.Tag(44, s1t, b0, n0t);
            f.Tag(45, s1t, s1v, s0t);
            f.Word(46, s1w);
            f.Word(47, s1wt);
            f.Word(48, s1wt, s0wt);
            f.Word(49, s1wt, s0t);
            f.Word(50, s1t, s0wt);
            f.Word(51, s1w, s0w);
            f.Word(52, s1w, n0w);
            f.Word(53, s1t, n0wt);
            f.Word(54, s1wt, n0t);
            f.Word(55, s1w, s0t, n0t);
            f.Word(56, s1t, s0w, n0t);
            f.Word(57, s1t, s0t, n0w);
            f.Word(58, s1w, d1);
            f.Word(59, s0w, d1);
            f.Word(60, s1w, b1);
            f.Word(61, s1w, s1v);
        }

        if (s2 < nobody)
        {
            f.Tag(62, s2t);
            f.Tag(63, s2t, s1t, s0t);
            f.Tag(64, s2t, s1t, n0t);
            f.Tag(65, Keys.Pair(s2t, s1t), s0t, n0t);
            f.Word(66, s2w, s2t);
            f.Word(67, s2t, s1t, s0w);
            f.Word(68, s2w, s1t, s0t);
        }

        if (s0l < nobody)
        {
            f.Tag(69, s0t, n0t, s0lt);
            f.Tag(70, s1t, s0t, s0lt);
            f.Tag(71, s0t, s0lt, tag[s0l2]);
            f.Tag(72, s0t, s0ll, n0t);
            f.Tag(73, s0t, s0ls);
            f.Tag(74, s0t, s0ls, n0t);
            f.Word(75, s0w, s0lw);
            f.Word(76, s0lw, s0t);
            f.Word(77, s1w, s0lw);
            f.Word(78, s1t, s0lw, s0t);
            f.Word(79, s1w, s0lw, s0w);
            f.Word(80, s2w, s0lw, s1t);
            f.Word(81, s2t, s0lw, s1w);
            f.Word(82, s0w, n0w, s0lw);
            f.Word(83, s0w, s0ll);
            f.Word(84, s0w, s0ls);
            f.Word(85, s0lw, s0t, n0t);
            f.Word(128, Keys.Pair(s1t, n0t), s0lw, s0t);
        }

        if (s0r < nobody)
        {
            f.Tag(86, s0t, n0t, s0rt);
            f.Tag(87, s1t, s0t, s0rt);
            f.Tag(88, s0t, s0rt, tag[s0r2]);
            f.Tag(89, s0t, s0rl, n0t);
            f.Tag(90, s0t, s0rs);
            f.Tag(91, s0t, s0rs, n0t);
            f.Word(92, s0w, s0rw);
            f.Word(93, s0rw, s0t);
            f.Word(94, s0rw, n0w, s0t);
            f.Word(95, s0w, s0rl);
            f.Word(96, s0w, s0rs);
            f.Word(97, s0w, s0rw, n0t);
        }

        if (s1l < nobody)
        {
            f.Tag(98, s1t, s0t, s1lt);
            f.Tag(99, s1t, s1ll, s0t);
            f.Tag(100, s1t, s1ls, s0t);
            f.Word(101, s1w, s1lw);
            f.Word(102, s1lw, s0lw, s1t);
        }

        if (s1r < nobody)
        {
            f.Tag(103, s1t, s0t, s1rt);
            f.Tag(104, s1t, s1rt, tag[s1r2]);
            f.Tag(105, s1t, s1rl, s0t);
            f.Tag(106, s1t, s1rs);
            f.Tag(107, s1t, s1rs, s0t);
            f.Word(108, s1w, s1rw);
            f.Word(109, s1rw, s1t);
            f.Word(110, s1w, s1rw, s0lw);
            f.Word(111, s1w, s1rl);
            f.Word(112, s1w, s1rs);
            f.Word(113, s1rw, s0w, s1t);
        }

        if (n0l < nobody)
        {
            f.Tag(114, s0t, n0t, n0lt);
            f.Tag(115, n0t, n0lt, tag[n0l2]);
            f.Tag(116, n0t, n0ll, s0t);
            f.Tag(117, n0t, n0ls);
            f.Word(118, n0w, n0lw);
            f.Word(119, n0lw, n0t);
            f.Word(120, s0w, n0lw);
            f.Word(121, s0t, n0lw, n0t);
            f.Word(122, s0w, n0lw, n0w);
        }

        if (s2 < nobody && s2r < nobody)
        {
            f.Tag(123, s2t, s2rl, s1t);
        }

        if (s2 < nobody && s2l < nobody)
        {
            f.Word(124, s1t, s0t, s2lw);
        }
    }

    private static ulong Set(ulong[] sets, int of, int nobody) => of < nobody ? sets[of] + 7 : Keys.None;

    private static ulong Distance(int d) => Keys.Mix(500UL + (d <= 4 ? (ulong)d : d <= 6 ? 5UL : d <= 10 ? 6UL : d <= 20 ? 7UL : 8UL));

    private static ulong Valency(ParseState state, int of) => Keys.Mix(700UL + (8UL * state.LeftCount[of]) + state.RightCount[of]);
}
