using System.CommandLine;
using Salient.Training.Coding;
using Salient.Training.Gazetteer;
using Salient.Training.Measuring;
using Salient.Training.Measuring.Codings;
using Salient.Training.Parsing;

var root = new RootCommand("Trains what models/ holds and measures it against outside references.")
{
    new Command("train", "Trains a model.") { TrainParsing.Make(), CoderVerb.Make(), Salient.Training.Parsing.Mentions.TrainMentions.Make(), WordsVerb.Make(), Salient.Training.Coding.Sites.SitesVerb.Make(), Salient.Training.Coding.Parties.PartiesVerb.Make(), FramesVerb.Make(), Salient.Training.Dating.TimesVerb.Make() },
    GazetteerVerb.Make(),
    Collisions.Make(),
    MeasureVerb.Make(),
    CodingsVerb.Make(),
};
return await root.Parse(args).InvokeAsync();
