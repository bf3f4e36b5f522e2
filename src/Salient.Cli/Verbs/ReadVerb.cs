using System.CommandLine;
using System.Text;
using Salient.Acquiring;
using Salient.Publishing;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>Writes what one stage made of one report.</summary>
/// <param name="Pipeline">The stages.</param>
/// <param name="Report">The report.</param>
/// <param name="Format">The form that the user asked for.</param>
/// <param name="Explain">True where reasons are wanted too.</param>
/// <param name="Output">Where to write.</param>
/// <param name="Numbered">True where the report's id came as a JSON number.</param>
internal sealed record StageRun(Pipeline Pipeline, Report Report, string Format, bool Explain, TextWriter Output, bool Numbered = false);

/// <summary>`salient read`: from inputs to claims, or to what a stage made; no ledger.</summary>
internal static class ReadVerb
{
    /// <summary>What each stage prints; a stage that prints something of its own adds its line here.</summary>
    private static readonly Dictionary<string, (string[] Formats, Action<StageRun> Write)> Stages = new(StringComparer.Ordinal)
    {
        ["coding"] = (["jsonl"], WriteClaims),
        ["parsing"] = (ReadParsing.Formats, ReadParsing.Write),
        ["reading"] = (["jsonl"], ReadReading.Write),
        ["attributing"] = (["jsonl"], ReadAttributing.Write),
        ["locating"] = (ReadLocating.Formats, ReadLocating.Write),
    };

    public static Command Make()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Files or folders; '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var stage = new Option<string>("--stage") { Description = "The stage whose result is printed: " + string.Join(", ", Stages.Keys) + ".", DefaultValueFactory = _ => "coding" };
        var input = new Option<string>("--input") { Description = "What the input is: text, html, jsonl or conllu; found out where not said." };
        var format = new Option<string>("--format") { Description = "jsonl, conllu, tree or table; the stage's first form where not said." };
        var explain = new Option<bool>("--explain") { Description = "Says why: what was considered and what decided." };
        stage.AcceptOnlyFromAmong([.. Stages.Keys]);
        input.AcceptOnlyFromAmong("text", "html", "jsonl", "conllu");
        var verb = new Command("read", "From files or folders to claims, or to what a stage made; no ledger.") { inputs, stage, input, format, explain };
        verb.SetAction(result => Run(
            result.GetValue(inputs)!,
            result.GetValue(stage)!,
            result.GetValue(input),
            result.GetValue(format),
            result.GetValue(explain)));
        return verb;
    }

    private static int Run(string[] inputs, string stage, string? input, string? format, bool explain)
    {
        var (formats, write) = Stages[stage];
        if (format is not null && !formats.Contains(format))
        {
            Console.Error.WriteLine(new Problem("SAL0901", "--format", $"Stage '{stage}' is not printed as '{format}'.", $"Ask for {string.Join(" or ", formats)}."));
            return Exit.Usage;
        }

        var pipeline = new Pipeline(Pipeline.DataFolder);
        if (input == "conllu")
        {
            return ReadParsing.FromConllu(inputs, pipeline, format ?? "conllu");
        }

        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        var refused = new List<Problem>();
        foreach (var acquired in new Acquirer(new AcquireOptions { Form = Form(input) }).Acquire(inputs))
        {
            var read = acquired.Capture is { } capture ? pipeline.Read(capture) : new Salient.Reading.ReadResult(null, acquired.Problem);
            if (read.Report is { } report)
            {
                write(new StageRun(pipeline, report, format ?? formats[0], explain, output, acquired.Capture!.Numbered));
            }

            if (read.Problem is { } problem)
            {
                refused.Add(problem);
                Console.Error.WriteLine(problem);
            }
        }

        return refused.Count == 0 ? Exit.Success : Exit.Of(refused);
    }

    private static InputForm Form(string? input) => input switch
    {
        "text" => InputForm.Text,
        "html" => InputForm.Html,
        "jsonl" => InputForm.JsonLines,
        _ => InputForm.Any,
    };

    private static void WriteClaims(StageRun run)
    {
        if (run.Explain)
        {
            ReadExplain.Write(run);
            return;
        }

        foreach (var claim in run.Pipeline.Code(run.Report).Claims)
        {
            run.Output.Write(ClaimJson.Write(claim, run.Report));
            run.Output.Write('\n');
        }
    }
}
