namespace Salient.Parsing;

/// <summary>Makes the vocabulary from what the model's file lists.</summary>
internal static class WordList
{
    /// <summary>Builds it: class 0 stands for words too rare to know their tags.</summary>
    public static Vocabulary Build(IReadOnlyList<(string Word, int Class, short Sure)> words, TagSet tags) =>
        new([.. words.Select(w => (w.Word, new Vocabulary.Entry(w.Class == 0 ? 0 : Keys.Mix(5000UL + (ulong)w.Class), w.Sure)))], (short)tags.Names.ToList().IndexOf("PROPN NNP"));
}
