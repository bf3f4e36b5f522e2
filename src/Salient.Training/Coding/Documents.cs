using Salient.Acquiring;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>Makes documents of reports that were coded by hand and of sentences written for training.</summary>
/// <param name="pipeline">The stages before coding.</param>
/// <param name="classes">The word classes.</param>
internal sealed class Documents(Pipeline pipeline, SenseClasses classes)
{
    private readonly Units units = new(classes);

    /// <summary>The reports of <paramref name="reports"/> that <paramref name="gold"/> has claims for.</summary>
    public IEnumerable<Document> Coded(string gold, string reports)
    {
        foreach (var acquired in new Acquirer().Acquire([reports]))
        {
            var path = Path.Combine(gold, acquired.Capture!.Name + ".jsonl");
            if (File.Exists(path) && pipeline.Read(acquired.Capture).Report is { } report)
            {
                yield return Make(report, Labelling.Read(path, report.Text), 1, invented: false);
            }
        }
    }

    /// <summary>A document for each line of <paramref name="path"/>: a sentence with its claims in double brackets, "[[words|kind/act]]".</summary>
    public IEnumerable<Document> Invented(string path, double weight)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var (text, gold) = Bracketed.Read(line, $"{path}:{number}");
            var capture = new Capture($"invented-{number}", path, System.Text.Encoding.UTF8.GetBytes(text), MediaKind.Text, Date: new DateOnly(2023, 3, 1));
            if (pipeline.Read(capture).Report is { } report)
            {
                yield return Make(report, gold, weight, invented: true);
            }
        }
    }

    private Document Make(Report report, List<GoldClaim> gold, double weight, bool invented)
    {
        var sentences = pipeline.Parse(report);
        var attributions = pipeline.Attribute(report, sentences);
        var found = units.Build(report, sentences, [.. pipeline.Propose(report, sentences).Select(c => c.Assertion)]);
        var context = new Context(report, sentences, attributions, classes);
        var labels = Labelling.Give(found, gold);
        var examples = new List<Example>();
        for (var i = 0; i < found.Length; i++)
        {
            var features = new List<string>();
            Features.Add(context, found[i], features);
            examples.Add(new Example(found[i], features, labels[i], weight));
        }

        return new Document(report.Id, report.Text, examples, gold, invented);
    }
}
