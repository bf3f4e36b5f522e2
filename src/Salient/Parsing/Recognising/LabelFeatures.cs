namespace Salient.Parsing.Recognising;

/// <summary>What a word shows of the mentions that it may be in.</summary>
internal static class LabelFeatures
{
    /// <summary>The most rows that one word gives.</summary>
    public const int Most = 96;

    /// <summary>Writes the rows of word <paramref name="i"/> and says how many.</summary>
    public static int Fill(WordFacts facts, int i, int bits, Span<uint> to)
    {
        ref readonly var w = ref facts[i];
        ref readonly var b = ref facts[i - 1];
        ref readonly var a = ref facts[i + 1];
        ref readonly var bb = ref facts[i - 2];
        ref readonly var aa = ref facts[i + 2];
        ref readonly var top = ref facts[w.Phrase];
        ref readonly var governor = ref facts[top.Head < 0 ? -1 : top.Head];
        ref readonly var head = ref facts[w.Head < 0 ? -1 : w.Head];
        var n = 0;
        void Add(Span<uint> rows, ulong template, ulong x, ulong y = 0, ulong z = 0) => rows[n++] = Keys.Row(template, x, y, z, bits);
        var way = w.Phrase == i ? 1UL : w.Phrase > i ? 2UL : 3UL;
        Add(to, 1, 1);
        Add(to, 2, w.Form);
        Add(to, 3, b.Form);
        Add(to, 4, a.Form);
        Add(to, 5, bb.Form);
        Add(to, 6, aa.Form);
        Add(to, 7, b.Form, w.Form);
        Add(to, 8, w.Form, a.Form);
        Add(to, 9, w.Lemma, w.Tag);
        Add(to, 10, w.Shape, w.Tag);
        Add(to, 11, w.Suffix2, w.Tag);
        Add(to, 12, w.Suffix3);
        Add(to, 13, w.Suffix4);
        Add(to, 14, w.Prefix3);
        Add(to, 15, w.Tag);
        Add(to, 16, b.Tag, w.Tag);
        Add(to, 17, w.Tag, a.Tag);
        Add(to, 18, b.Tag, w.Tag, a.Tag);
        Add(to, 19, w.Relation, w.Tag);
        Add(to, 20, w.Group.Coarse, w.Tag);
        Add(to, 21, w.Group.Middle, w.Tag);
        Add(to, 22, w.Group.Fine);
        Add(to, 23, b.Group.Middle, w.Tag);
        Add(to, 24, a.Group.Middle, w.Tag);
        Add(to, 25, a.Group.Fine);
        Add(to, 26, w.Rule);
        Add(to, 27, (ulong)w.Rules);
        Add(to, 28, (ulong)b.Rules, (ulong)w.Rules);
        Add(to, 29, (ulong)w.Rules, (ulong)a.Rules);
        Add(to, 30, w.Rule, w.Tag);
        Add(to, 31, w.Kind, w.Tag);
        Add(to, 32, b.Kind);
        Add(to, 33, a.Kind);
        Add(to, 34, w.Role, w.Tag);
        Add(to, 35, top.Role, way);
        Add(to, 36, top.Role, w.Tag, way);
        Add(to, 37, top.Lemma, way);
        Add(to, 38, top.Group.Coarse, way, top.Tag);
        Add(to, 39, top.Group.Middle, way);
        Add(to, 40, top.Group.Fine, way);
        Add(to, 41, top.Kind, way);
        Add(to, 42, (ulong)top.Rules, way);
        Add(to, 43, top.Relation, way, w.Tag);
        Add(to, 44, top.Relation, governor.Lemma);
        Add(to, 45, top.Relation, governor.Group.Middle);
        Add(to, 46, top.Relation, top.Role, way);
        Add(to, 47, top.Case, way, top.Tag);
        Add(to, 48, top.Case, (ulong)w.Rules);
        Add(to, 49, top.Article, top.Role, way);
        Add(to, 50, top.Article, w.Tag);
        Add(to, 51, w.Role, top.Relation, governor.Tag);
        Add(to, 52, (ulong)w.Rules, top.Relation, way);
        Add(to, 53, (ulong)w.Rules, governor.Group.Middle);
        Add(to, 54, (ulong)w.Rules, head.Form);
        Add(to, 55, w.Rule, w.Role);
        Add(to, 56, w.Rule, a.Shape);
        Add(to, 57, head.Role, w.Relation, w.Tag);
        Add(to, 58, head.Lemma, w.Relation);
        Add(to, 59, b.Shape, w.Shape);
        Add(to, 60, w.Shape, a.Shape);
        Add(to, 61, w.Form, (ulong)top.Rules);
        Add(to, 62, top.WordForm, top.Role, way);
        Add(to, 63, b.Form, w.Group.Middle);
        Add(to, 64, a.Form, (ulong)w.Rules);
        Add(to, 65, (ulong)bb.Rules, (ulong)b.Rules, (ulong)w.Rules);
        Add(to, 66, w.Group.Coarse, (ulong)w.Rules);
        Add(to, 67, b.Role, w.Role, a.Role);
        Add(to, 68, top.Lemma, governor.Lemma, top.Relation);
        Add(to, 69, top.Seen, way);
        Add(to, 70, w.Seen, w.Tag);
        Add(to, 71, w.Seen, top.Relation, governor.Group.Coarse);
        Add(to, 72, top.Article, top.WordForm, way);
        Add(to, 73, top.Article, top.WordForm, top.Role);
        Add(to, 74, w.Kind, top.Kind, way);
        Add(to, 75, w.Group.Middle, top.Group.Middle, way);
        Add(to, 76, bb.Form, b.Form, w.Tag);
        Add(to, 77, w.Tag, a.Form, aa.Form);
        Add(to, 78, top.Relation, governor.Kind, (ulong)w.Rules);
        Add(to, 79, top.Case, governor.Lemma, (ulong)w.Rules);
        return n;
    }
}
