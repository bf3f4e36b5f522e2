using System.CommandLine;
using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>`train parsing`: from treebanks to models/en.*.</summary>
internal static class TrainParsing
{
    private const int TreeBits = 21;
    private const int DrillTimes = 4;

    public static Command Make()
    {
        var folder = new Argument<string>("TREEBANKS") { Description = "The folder that holds the CoNLL-U files." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 13 };
        var seeds = new Option<int>("--seeds") { DefaultValueFactory = _ => 2 };
        var bits = new Option<int>("--bits") { DefaultValueFactory = _ => 24 };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "models" };
        var verb = new Command("parsing", "Trains tagger and parser.") { folder, epochs, seeds, bits, output };
        verb.SetAction(r => Run(r.GetValue(folder)!, r.GetValue(epochs), r.GetValue(seeds), r.GetValue(bits), r.GetValue(output)!));
        return verb;
    }

    private static int Run(string folder, int epochs, int seeds, int bits, string output)
    {
        List<TreebankSentence> Bank(string name) => Treebank.Read(Path.Combine(folder, name));
        List<TreebankSentence> training = [.. Bank("en_ewt-train.conllu"), .. Bank("en_gum-subset-train.conllu")];
        var plain = training;
        training = [.. plain, .. Enumerable.Repeat(Drills.Read(Path.Combine(AppContext.BaseDirectory, "Parsing", "drills.txt")), DrillTimes).SelectMany(d => d)];
        var lexis = new Lexis(training);
        training = Headlines.With(training);
        Console.Error.WriteLine($"{training.Count} sentences, {lexis.Tags.Count} tags, {lexis.Actions.Count} moves, {lexis.Words.Count} words");
        const int tagBits = 22;
        var taggers = new TaggerTrainer(lexis, tagBits);
        var tags = taggers.Jackknife(training, 5, 5);
        var wrong = training.Index().Sum(s => s.Item.Words.Index().Count(w => lexis.Tag(w.Item) != tags[s.Index][w.Index]));
        Console.Error.WriteLine($"jackknifed: {wrong} of {training.Sum(s => s.Words.Length)} wrong");
        var tagger = new Tagger(Averaged(tagBits, seeds, s => taggers.Train(training, 8, s)), lexis.Tags);
        var (trees, words) = TrainParser(new ParserTrainer(lexis, TreeBits, bits), training, tags, epochs, seeds, bits);
        var parser = new TransitionParser(trees, words, lexis.Actions);
        for (var round = 0; round < 2; round++)
        {
            Console.WriteLine("dev  " + Trial.Score(Bank("en_ewt-dev.conllu"), lexis, tagger, parser));
            Console.WriteLine("test " + Trial.Score(Bank("en_ewt-test.conllu"), lexis, tagger, parser));
            Console.WriteLine("pud  " + Trial.Score(Bank("en_pud-test.conllu"), lexis, tagger, parser));
        }

        Directory.CreateDirectory(output);
        ModelFile.WriteWords(Path.Combine(output, "en.words.br"), lexis.Tags, lexis.Actions, lexis.Words);
        ModelFile.WriteLines(Path.Combine(output, "en.lemmas.br"), Lemmas.List(plain));
        ModelFile.WriteWeights(Path.Combine(output, "en.tagger.br"), tagger.Weights);
        ModelFile.WriteWide(Path.Combine(output, "en.parser.tags.br"), trees);
        ModelFile.WriteWeights(Path.Combine(output, "en.parser.words.br"), words);
        ModelFile.WriteWeights(Path.Combine(output, "en.names.br"), NameTrainer.Train(plain, 8));
        return 0;
    }

    private static (WideTable Tags, WeightTable Words) TrainParser(ParserTrainer trainer, List<TreebankSentence> training, byte[][] tags, int epochs, int seeds, int bits)
    {
        var sumTags = new float[(1 << TreeBits) + WeightTable.MaxClasses];
        var sumWords = new float[(1 << bits) + WeightTable.MaxClasses];
        var learners = new (Learner Tags, Learner Words)[seeds];
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => learners[i] = trainer.Train(training, tags, epochs, i + 1));
        foreach (var learner in learners)
        {
            learner.Tags.AddAverage(sumTags);
            learner.Words.AddAverage(sumWords);
        }

        var scale = Learner.Scale(sumWords);
        return (Learner.RoundWide(TreeBits, sumTags, scale), Learner.Round(bits, sumWords, scale));
    }

    private static WeightTable Averaged(int bits, int seeds, Func<int, Learner> train)
    {
        var sum = new float[(1 << bits) + WeightTable.MaxClasses];
        var learners = new Learner[seeds];
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => learners[i] = train(i + 1));
        foreach (var learner in learners)
        {
            learner.AddAverage(sum);
        }

        return Learner.Round(bits, sum);
    }
}
