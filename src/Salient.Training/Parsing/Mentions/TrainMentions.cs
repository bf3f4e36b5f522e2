using System.CommandLine;
using Salient.Coding.Scoring;
using Salient.Layers;
using Salient.Parsing;
using Salient.Parsing.Recognising;
using Salient.Records;

namespace Salient.Training.Parsing.Mentions;

/// <summary>`train mentions`: from the entities of GUM and of re3d's first half to the recogniser of mentions.</summary>
internal static class TrainMentions
{
    private const int KindBits = 18;
    private const int ChainBits = 20;
    private const int Seeds = 3;
    private const int Epochs = 6;
    private const float GumWeight = 0.1f;

    // Chosen by cross-validation on the first half, as all that stands here.
    private const short Outside = -240;

    // Its licence keeps it from what ships.
    private const string Barred = "BBC Online";

    public static Command Make()
    {
        var bank = new Argument<string>("TREEBANKS") { Description = "The folder that holds the CoNLL-U files." };
        var re3d = new Argument<string>("RE3D") { Description = "The folder that holds re3d, a folder a source; only every second document, the first half, is read." };
        var folds = new Option<int>("--folds") { Description = "Trains on all parts of the first half but one, scores that one, and so each; writes nothing." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "models" };
        var verb = new Command("mentions", "Trains the recogniser of mentions; the parser's models and the word vectors must lie in the data folder.") { bank, re3d, folds, output };
        verb.SetAction(r => Run(r.GetValue(bank)!, r.GetValue(re3d)!, r.GetValue(folds), r.GetValue(output)!));
        return verb;
    }

    private static int Run(string bank, string re3d, int folds, string output)
    {
        var data = Pipeline.DataFolder;
        var model = ParserModel.Open(data);
        var parser = new Parser(model, new Pipeline(data).Theatre);
        var lines = Grouping.Lines(WordVectorsFile.Load(Path.Combine(data, "models", "words.vectors.br")));
        var groups = new WordGroups(lines);
        var reader = new MentionReader(groups, model.Cues);
        var gum = new GumLessons(Treebank.Read(Path.Combine(bank, "en_gum-subset-train.conllu")), parser, reader);
        var kinds = Roles.Train(gum.Kinds(KindBits), KindBits, 8, 1);
        var taught = new Recogniser(groups, kinds, kinds, []);
        var general = gum.Chains(taught, ChainBits, GumWeight);

        var documents = Re3d.Read(re3d, 0);
        var sentences = documents.Select(d => parser.Named(d.AsReport())).ToArray();
        var lessons = documents.Select((d, k) =>
        {
            var seen = SeenNames.Of(sentences[k]);
            return sentences[k].Select(s => new ChainLesson(reader.Rows(taught, s, seen, ChainBits), Re3dLessons.Labels(d, s))).ToArray();
        }).ToArray();
        if (folds > 1)
        {
            var fits = Enumerable.Range(0, folds).Select(f => Fit(documents, lessons, general, k => k % folds != f)).ToArray();
            MentionTrial.Print(documents, (k, outside) => MentionTrial.Spans(new Recogniser(groups, kinds, fits[k % folds], [.. Recogniser.Types.Select(_ => outside)]), model.Cues, sentences[k]), Outside);
            return 0;
        }

        RecogniserFile.Write(output, lines, [.. Recogniser.Types.Select(_ => Outside)], kinds, Fit(documents, lessons, general, _ => true));
        return 0;
    }

    private static WeightTable Fit(Re3dDocument[] documents, ChainLesson[][] lessons, List<ChainLesson> general, Func<int, bool> taken)
    {
        ChainLesson[] training = [.. documents.Index().Where(d => taken(d.Index) && d.Item.Source != Barred).SelectMany(d => lessons[d.Index]), .. general];
        var fits = new float[Seeds][];
        Parallel.For(0, Seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, s => fits[s] = Chains.Fit(training, ChainBits, Epochs, s + 1));
        foreach (var other in fits[1..])
        {
            Lanes.Add(fits[0], other);
        }

        return Learner.Round(ChainBits, fits[0]);
    }
}
