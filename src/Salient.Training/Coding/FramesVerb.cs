using System.CommandLine;
using Salient.Coding;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>`train frames-check`: runs every frame's examples and counter-examples through the stages and prints those that go wrong.</summary>
internal static class FramesVerb
{
    public static Command Make()
    {
        var verb = new Command("frames-check", "Prints the frames' examples that do not fire and the counter-examples that do.");
        verb.SetAction(_ =>
        {
            var pipeline = new Pipeline(Pipeline.DataFolder);
            var frames = FrameLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "frames")).Frames;
            var wrong = 0;
            foreach (var frame in frames)
            {
                wrong += Print(frame, frame.Examples.Where(e => !Fires(pipeline, frame, e.Text)), "does not fire on");
                wrong += Print(frame, frame.Counters.Where(e => Fires(pipeline, frame, e.Text)), "fires on");
            }

            Console.Out.WriteLine($"{frames.Length} frames, {wrong} wrong");
        });
        return verb;
    }

    private static bool Fires(Pipeline pipeline, Frame frame, string text)
    {
        var capture = new Capture("example", frame.File, System.Text.Encoding.UTF8.GetBytes(text), MediaKind.Text);
        if (pipeline.Read(capture).Report is not { } report)
        {
            return false;
        }

        var sentences = pipeline.Sentences(report);
        return pipeline.Propose(report, sentences).Any(c => c.Frame.Id == frame.Id);
    }

    private static int Print(Frame frame, IEnumerable<FrameExample> examples, string what)
    {
        var count = 0;
        foreach (var e in examples)
        {
            count++;
            Console.Out.WriteLine($"{Path.GetFileName(frame.File)}:{e.Line}: {frame.Id} {what}: {e.Text}");
        }

        return count;
    }
}
