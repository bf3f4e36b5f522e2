using System.CommandLine;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>`train coder`: fits the scorer of candidates to coded reports and to sentences written for training.</summary>
internal static class CoderVerb
{
    public static Command Make()
    {
        var gold = new Option<string>("--gold") { Description = "Folder of claims coded by hand, one .jsonl a report.", Required = true };
        var reports = new Option<string>("--reports") { Description = "Folder of the reports' texts.", Required = true };
        var invented = new Option<string?>("--invented") { Description = "Folder of texts written for training, claims in double brackets." };
        var weight = new Option<double>("--weight") { Description = "How much an invented sentence counts beside a report's.", DefaultValueFactory = _ => 1.0 };
        var penalty = new Option<double>("--penalty") { Description = "How much weights shrink.", DefaultValueFactory = _ => 5e-4 };
        var seeds = new Option<int>("--seeds") { Description = "Networks that are averaged.", DefaultValueFactory = _ => 1 };
        var first = new Option<int>("--seed") { Description = "The seed of the first network; further ones have the next.", DefaultValueFactory = _ => 2 };
        var rounds = new Option<int>("--rounds") { Description = "Passes over what is learned.", DefaultValueFactory = _ => 16 };
        var least = new Option<int>("--least") { Description = "How many units must show a feature.", DefaultValueFactory = _ => 4 };
        var without = new Option<string>("--without") { Description = "Kinds of features to leave out, separated by commas.", DefaultValueFactory = _ => "" };
        var folds = new Option<int>("--folds") { Description = "Folds of the cross-validation by report, without second opinions, tolls and successions; 0 leaves it out.", DefaultValueFactory = _ => 5 };
        var limit = new Option<double>("--threshold") { Description = "The probability from which a kind is coded, where nothing is cross-validated.", DefaultValueFactory = _ => 0.2 };
        var misses = new Option<string?>("--misses") { Description = "File for what cross-validation missed." };
        var save = new Option<string?>("--out") { Description = "Where to write the model; only cross-validates where not said." };
        var verb = new Command("coder", "Fits the scorer of candidates; prints cross-validated figures.") { gold, reports, invented, weight, penalty, seeds, first, rounds, least, without, folds, limit, misses, save };
        verb.SetAction(r =>
        {
            var pipeline = new Pipeline(Pipeline.DataFolder, learned: false);
            var classes = SenseClassLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "classes.tsv"));
            var vectors = WordVectorsFile.Load(Path.Combine(Pipeline.DataFolder, "models", "words.vectors.br"));
            var documents = new Documents(pipeline, classes, new Meaning(vectors));
            List<Document> all = [.. documents.Coded(r.GetValue(gold)!, r.GetValue(reports)!)];
            if (r.GetValue(invented) is { } path)
            {
                all.AddRange(Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal).SelectMany(f => documents.Invented(f, r.GetValue(weight))));
            }

            var trainer = new NetworkTrainer(vectors, r.GetValue(penalty), r.GetValue(seeds), r.GetValue(rounds), r.GetValue(least), Without: r.GetValue(without)!, First: r.GetValue(first));
            Reach(all, Console.Out);
            var threshold = r.GetValue(folds) > 1 ? new CrossValidation(trainer, r.GetValue(folds)).Run(all, Console.Out, r.GetValue(misses)) : r.GetValue(limit);
            if (r.GetValue(save) is { } file)
            {
                NetworkFile.Save(trainer.Train(all, threshold), file);
            }
        });
        return verb;
    }

    // What the best of scorers could find among the units.
    private static void Reach(List<Document> documents, TextWriter output)
    {
        var coded = documents.Where(d => !d.Invented).ToArray();
        var gold = coded.Sum(d => d.Gold.Count);
        var reached = coded.Sum(d => Matching.Pair(d.Gold, [.. d.Examples.SelectMany(e => e.Labels.Select(l => new GoldClaim(l, Quoted(e.Unit, l))))]).Count);
        TextSpan Quoted(Unit unit, string label) => GroundKinds.Quoted(BareUnits.With(unit)[^1].Clause, label[..label.IndexOf('/', StringComparison.Ordinal)]).Evidence;
        output.WriteLine($"{coded.Length} reports, {coded.Sum(d => d.Examples.Count)} units, {gold} claims, {reached} of them within reach; {documents.Count - coded.Length} texts written for training");
    }
}
