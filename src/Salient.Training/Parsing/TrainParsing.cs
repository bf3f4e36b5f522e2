using System.CommandLine;
using Salient.Parsing;
using Salient.Parsing.Networks;
using Salient.Training.Parsing.Networks;

namespace Salient.Training.Parsing;

/// <summary>`train parsing`: from treebanks to models/en.*.</summary>
internal static class TrainParsing
{
    private const int DrillTimes = 4;
    private const int TagBits = 22;
    private const int TagSeeds = 2;
    private static readonly int[] Sizes = [128, 3, 64, 64];

    public static Command Make()
    {
        var folder = new Argument<string>("TREEBANKS") { Description = "The folder that holds the CoNLL-U files." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 24 };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "models" };
        var verb = new Command("parsing", "Trains tagger, trees and the typer of names.") { folder, epochs, output };
        verb.SetAction(r => Run(r.GetValue(folder)!, r.GetValue(epochs), r.GetValue(output)!));
        return verb;
    }

    private static int Run(string folder, int epochs, string output)
    {
        List<TreebankSentence> Bank(string name) => Treebank.Read(Path.Combine(folder, name));
        List<TreebankSentence> plain = [.. Bank("en_ewt-train.conllu"), .. Bank("en_gum-subset-train.conllu")];
        List<TreebankSentence> training = [.. plain, .. Enumerable.Repeat(Drills.Read(Path.Combine(AppContext.BaseDirectory, "Parsing", "drills.txt")), DrillTimes).SelectMany(d => d)];
        var lexis = new Lexis(training);
        training = Headlines.With(training);
        var shape = new NetworkShape(lexis.Words.Count, lexis.Tags.Count, lexis.Relations.Names.Length, lexis.Relations.Root, Sizes);
        Console.Error.WriteLine($"{training.Count} sentences, {lexis.Tags.Count} tags, {lexis.Relations.Names.Length} relations, {lexis.Words.Count} words, {shape.Size} weights");

        Directory.CreateDirectory(output);
        string To(string name) => Path.Combine(output, name);
        ModelFile.WriteWords(To("en.words.br"), lexis.Tags, lexis.Relations, Sizes, lexis.Words);
        ModelFile.WriteLines(To("en.lemmas.br"), Lemmas.List(plain));
        ModelFile.WriteWeights(To("en.names.br"), NameTrainer.Train(plain, 8));

        var taggers = new TaggerTrainer(lexis, TagBits);
        var tags = taggers.Jackknife(training, 5, 5);
        var wrong = training.Index().Sum(s => s.Item.Words.Index().Count(w => lexis.Tag(w.Item) != tags[s.Index][w.Index]));
        Console.Error.WriteLine($"jackknifed: {wrong} of {training.Sum(s => s.Words.Length)} wrong");
        var tagger = new Tagger(taggers.TrainSeeds(training, 8, TagSeeds), lexis.Tags);
        ModelFile.WriteWeights(To("en.tagger.br"), tagger.Weights);

        var passages = Passage.Make(training, tags, lexis);
        var plan = new TrainingPlan(epochs, 250, 0.002f, Passage.WordDropout(passages, lexis.Words.Count), 0.1f, 0.1f, 0.33f);
        var dev = Bank("en_ewt-dev.conllu");
        var network = new NetworkTrainer(shape, plan, 1).Train(passages, (epoch, n) => Console.Error.WriteLine(epoch % 4 == 0 ? Trial.Score(dev, lexis, tagger, n) : "…"));
        ModelFile.WriteNetwork(To("en.trees.br"), network);
        foreach (var name in (string[])["en_ewt-dev", "en_ewt-test", "en_pud-test"])
        {
            Console.WriteLine($"{name}  {Trial.Score(Bank(name + ".conllu"), lexis, tagger, ModelFile.ReadNetwork(To("en.trees.br"), shape))}");
        }

        return 0;
    }
}
