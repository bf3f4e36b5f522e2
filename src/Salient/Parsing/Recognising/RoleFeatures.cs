namespace Salient.Parsing.Recognising;

/// <summary>What a noun, name or pronoun shows of the kind of thing it speaks of.</summary>
internal static class RoleFeatures
{
    /// <summary>The most rows that one word gives.</summary>
    public const int Most = 64;

    /// <summary>The kinds, by number; the first is none of them.</summary>
    public static readonly string[] Classes = ["none", "person", "organization", "place", "object", "abstract", "event", "time", "quantity", "substance", "animal", "plant"];

    /// <summary>Whether a word can speak of something: a noun, a name, a pronoun.</summary>
    public static bool Speaks(in WordFacts.Fact fact) => (Records.Upos)(fact.Tag - 1) is Records.Upos.NOUN or Records.Upos.PROPN or Records.Upos.PRON;

    /// <summary>Writes the rows of word <paramref name="i"/> and says how many.</summary>
    public static int Fill(WordFacts facts, int i, int bits, Span<uint> to)
    {
        ref readonly var w = ref facts[i];
        ref readonly var before = ref facts[i - 1];
        ref readonly var after = ref facts[i + 1];
        ref readonly var governor = ref facts[w.Head < 0 ? -1 : w.Head];
        ref readonly var modifier = ref facts[w.Modifier == 0 ? -1 : w.Modifier - 1];
        ref readonly var complement = ref facts[w.Complement == 0 ? -1 : w.Complement - 1];
        var n = 0;
        void Add(Span<uint> rows, ulong template, ulong a, ulong b = 0) => rows[n++] = Keys.Row(template + 100, a, b, 0, bits);
        Add(to, 1, w.Lemma, w.Tag);
        Add(to, 2, w.Form);
        Add(to, 3, w.Suffix2, w.Tag);
        Add(to, 4, w.Suffix3, w.Tag);
        Add(to, 5, w.Suffix4);
        Add(to, 6, w.Prefix3);
        Add(to, 7, w.Shape, w.Tag);
        Add(to, 8, w.Group.Coarse, w.Tag);
        Add(to, 9, w.Group.Middle, w.Tag);
        Add(to, 10, w.Group.Fine);
        Add(to, 11, w.Relation, w.Tag);
        Add(to, 12, governor.Lemma, w.Relation);
        Add(to, 13, governor.Group.Middle, w.Relation);
        Add(to, 14, governor.Group.Fine, w.Relation);
        Add(to, 15, w.Case, w.Article);
        Add(to, 16, w.Case, w.Group.Middle);
        Add(to, 17, modifier.Form);
        Add(to, 18, modifier.Group.Middle, w.Group.Middle);
        Add(to, 19, complement.Form);
        Add(to, 20, complement.Group.Middle, w.Group.Middle);
        Add(to, 21, w.Rule);
        Add(to, 22, (ulong)w.Rules, w.Tag);
        Add(to, 23, w.Kind, w.Tag);
        Add(to, 24, before.Form);
        Add(to, 25, after.Form);
        Add(to, 26, before.Group.Fine, w.Tag);
        Add(to, 27, after.Group.Fine, w.Tag);
        Add(to, 28, before.Kind, w.Tag);
        Add(to, 29, w.WordForm, w.Counted);
        Add(to, 30, w.Article, w.WordForm);
        Add(to, 31, w.Tag);
        Add(to, 32, w.Case, w.Tag);
        Add(to, 33, before.Form, w.Lemma);
        return n;
    }
}
