using System.CommandLine;
using Salient.Acquiring;
using Salient.Publishing;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient read`: from inputs to claims, or to what a stage made; no ledger.</summary>
internal static class ReadVerb
{
    public static Command Make()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var stage = new Option<string>("--stage") { Description = "Stop after this stage.", DefaultValueFactory = _ => "grading" };
        var format = new Option<string>("--format") { Description = "jsonl.", DefaultValueFactory = _ => "jsonl" };
        var verb = new Command("read", "From files or folders to claims, or to what a stage made; no ledger.") { inputs, stage, format };
        verb.SetAction(result => Run(result.GetValue(inputs)!));
        return verb;
    }

    private static int Run(string[] inputs)
    {
        var pipeline = new Pipeline(Pipeline.DataFolder);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var acquired in new Acquirer().Acquire(inputs))
        {
            if (acquired.Capture is not { } capture || pipeline.Read(capture).Report is not { } report)
            {
                continue;
            }

            foreach (var claim in pipeline.Code(report).Claims)
            {
                output.WriteLine(ClaimJson.Write(claim, report));
            }
        }

        return 0;
    }
}
