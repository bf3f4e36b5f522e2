using System.CommandLine;
using Salient.Coding.Scoring;
using Salient.Training.Coding;

namespace Salient.Tuning;

/// <summary>`coder`: tunes the scorer's second network to coded reports and to texts written for training.</summary>
internal static class CoderVerb
{
    public static Command Make()
    {
        var gold = new Option<string>("--gold") { Description = "Folder of claims coded by hand, one .jsonl a report.", Required = true };
        var reports = new Option<string>("--reports") { Description = "Folder of the reports' texts.", Required = true };
        var invented = new Option<string>("--invented") { Description = "Folder of texts written for training, claims in double brackets.", Required = true };
        var encoder = new Option<string>("--encoder") { Description = "The pre-trained encoder: model.onnx of all-MiniLM-L6-v2.", Required = true };
        var pieces = new Option<string>("--pieces") { Description = "Its pieces of words: vocab.txt.", Required = true };
        var save = new Option<string>("--out") { Description = "Where to write the model.", Required = true };
        var weight = new Option<double>("--weight") { Description = "How much a text written for training counts beside a report.", DefaultValueFactory = _ => 0.4 };
        var layers = new Option<int>("--layers") { Description = "Layers of the encoder that are kept.", DefaultValueFactory = _ => 3 };
        var rounds = new Option<int>("--rounds") { Description = "Passes over what is learned.", DefaultValueFactory = _ => 4 };
        var hidden = new Option<int>("--hidden") { Description = "Hidden units.", DefaultValueFactory = _ => 128 };
        var least = new Option<int>("--least") { Description = "How many units must show a feature.", DefaultValueFactory = _ => 25 };
        var rate = new Option<double>("--rate") { Description = "How fast the encoder moves at first.", DefaultValueFactory = _ => 1.5e-4 };
        var drop = new Option<double>("--drop") { Description = "The share of what each part of the encoder's layers adds that is left out by chance.", DefaultValueFactory = _ => 0 };
        var seed = new Option<int>("--seed") { Description = "Where chance starts.", DefaultValueFactory = _ => 1 };
        var limit = new Option<double>("--threshold") { Description = "The probability from which a kind is coded.", DefaultValueFactory = _ => 0.2 };
        var verb = new Command("coder", "Tunes the network that gives the scorer of clauses a second opinion.") { gold, reports, invented, encoder, pieces, save, weight, layers, rounds, hidden, least, rate, drop, seed, limit };
        verb.SetAction(r =>
        {
            var vectors = WordVectorsFile.Load(Path.Combine(Pipeline.DataFolder, "models", "words.vectors.br"));
            var classes = SenseClassLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "classes.tsv"));
            var documents = new Documents(new Pipeline(Pipeline.DataFolder, learned: false), classes, new Meaning(vectors));
            List<Document> all = [.. documents.Coded(r.GetValue(gold)!, r.GetValue(reports)!)];
            all.AddRange(Directory.EnumerateFiles(r.GetValue(invented)!, "*.txt").Order(StringComparer.Ordinal).SelectMany(f => documents.Invented(f, r.GetValue(weight))));
            var plan = new Plan(r.GetValue(rounds), r.GetValue(hidden), r.GetValue(least), r.GetValue(rate), r.GetValue(seed)) { EncoderDrop = r.GetValue(drop) };
            var start = PretrainedEncoder.Load(r.GetValue(encoder)!, r.GetValue(pieces)!, r.GetValue(layers));
            NetworkFile.Save(new CoderTuner(plan, start).Tune(all, r.GetValue(limit), Console.Out), r.GetValue(save)!);
        });
        return verb;
    }
}
