using Salient.Parsing.Naming;
using Salient.Parsing.Recognising;
using Salient.Records;

namespace Salient.Parsing;

/// <summary>The language model of English: what tagger, parser and lemmatiser learnt, and the lists that tokens and sentences go by.</summary>
/// <remarks>Immutable and thread-safe. Nothing is read before the first parse.</remarks>
public sealed class ParserModel
{
    private readonly Lazy<Weights> weights;
    private readonly Lazy<Abbreviations> lists;
    private readonly Lazy<MentionCues> cues;

    private ParserModel(string data)
    {
        weights = new Lazy<Weights>(() => Weights.Read(Path.Combine(data, "models")));
        lists = new Lazy<Abbreviations>(() => new Abbreviations(File.ReadLines(RulePath(data, "words.tsv"))));
        cues = new Lazy<MentionCues>(() => new MentionCues(File.ReadLines(RulePath(data, "mentions.tsv"))));
    }

    internal Weights Loaded => weights.Value;

    internal Abbreviations Lists => lists.Value;

    internal MentionCues Cues => cues.Value;

    /// <summary>Names the model under <paramref name="data"/>, the folder that holds models/ and rules/; it is read when first needed.</summary>
    /// <remarks>The first parse throws a <see cref="ProblemException"/>: SAL0401 where a file is missing, SAL0402 where it is damaged.</remarks>
    public static ParserModel Open(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new ParserModel(data);
    }

    /// <summary>Reads everything now instead of at the first parse; says how many relations the parser knows.</summary>
    /// <exception cref="ProblemException">SAL0401, SAL0402: see <see cref="Open"/>.</exception>
    public int Preload() => Lists is not null && Cues is not null && Loaded.Recogniser.Value is not null ? Loaded.Relations.Names.Length : 0;

    private static string RulePath(string data, string name)
    {
        var path = Path.Combine(data, "rules", "en", "parsing", name);
        return File.Exists(path) ? path : throw new ProblemException(new Problem("SAL0401", path, "A list of the language is missing.", "Restore it, or set SALIENT_DATA to a folder that holds rules/."));
    }

    /// <summary>What was learnt, unpacked.</summary>
    internal sealed record Weights(Vocabulary Vocabulary, TagSet Tags, RelationSet Relations, Tagger Tagger, TreeGrower Trees, Lemmatiser Lemmatiser, NameTyper Typer, Lazy<Recogniser> Recogniser)
    {
        public static Weights Read(string folder)
        {
            var tagging = Task.Run(() => ModelFile.ReadWeights(Path.Combine(folder, "en.tagger.br")));
            var lemmas = Task.Run(() => new Lemmatiser(ModelFile.ReadLines(Path.Combine(folder, "en.lemmas.br"))));
            var recogniser = Task.Run(() => RecogniserFile.Read(folder));
            var (tags, relations, shape, vocabulary) = ModelFile.ReadWords(Path.Combine(folder, "en.words.br"));
            var trees = ModelFile.ReadNetwork(Path.Combine(folder, "en.trees.br"), shape);
            var naming = ModelFile.ReadWeights(Path.Combine(folder, "en.names.br"));
            return new Weights(vocabulary, tags, relations, new Tagger(tagging.GetAwaiter().GetResult(), tags), new TreeGrower(trees, relations), lemmas.GetAwaiter().GetResult(), new NameTyper(naming), new Lazy<Recogniser>(() => recogniser.GetAwaiter().GetResult()));
        }
    }
}
