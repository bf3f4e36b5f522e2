using System.CommandLine;
using Salient.Training.Coding;
using Salient.Training.Measuring;
using Salient.Training.Parsing;

var root = new RootCommand("Trains what models/ holds and measures it against outside references.")
{
    new Command("train", "Trains a model.") { TrainParsing.Make(), CoderVerb.Make(), FramesVerb.Make() },
    MeasureVerb.Make(),
};
return await root.Parse(args).InvokeAsync();
