using System.Collections.Frozen;
using System.Text;
using Salient.Acquiring;
using Salient.Coding.Scoring;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Coding;

/// <summary>Makes documents of reports that were coded by hand and of sentences written for training.</summary>
/// <param name="pipeline">The stages before coding.</param>
/// <param name="classes">The word classes.</param>
/// <param name="meaning">What words mean.</param>
internal sealed class Documents(Pipeline pipeline, SenseClasses classes, Meaning meaning)
{
    // What a unit counts that shares a claim's words with the one that was given the claim.
    private const double ShadowWeight = 0.35;

    private readonly Units units = new(classes);
    private readonly FrozenDictionary<string, string> roles = SideRole.Of(pipeline.Theatre.Sides);

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

    /// <summary>The documents of a file written for training, claims in double brackets, "[[words|kind/act]]": a whole report from a line "== name" to the next empty line, a paragraph a line; elsewhere a sentence a line.</summary>
    public IEnumerable<Document> Invented(string path, double weight)
    {
        var slots = SlotLines.Load(Path.ChangeExtension(path, ".slots"));
        foreach (var (text, number, slug) in InventedFile.Read(path))
        {
            if (Invent(text, path, number, weight, c => slug is null ? c : slots.Fill(slug, c)) is { } made)
            {
                yield return made;
            }
        }
    }

    private Document? Invent(string marked, string path, int number, double weight, Func<GoldClaim, GoldClaim> filled)
    {
        var (text, gold) = Bracketed.Read(marked, $"{path}:{number}");
        var capture = new Capture($"invented-{number}", path, Encoding.UTF8.GetBytes(text), MediaKind.Text, Date: new DateOnly(2023, 3, 1));
        return pipeline.Read(capture).Report is { } report ? Make(report, [.. gold.Select(filled)], weight, invented: true) : null;
    }

    private Document Make(Report report, List<GoldClaim> gold, double weight, bool invented)
    {
        var sentences = pipeline.Sentences(report);
        var attributions = pipeline.Attribute(report, sentences);
        var context = new Context(report, sentences, attributions, classes, meaning.Vectors);
        var found = units.Build(context, [.. pipeline.Propose(report, sentences).Select(c => c.Assertion)]);
        var (labels, leanings) = Labelling.Give(found, gold, roles);
        var examples = new List<Example>();
        for (var i = 0; i < found.Length; i++)
        {
            // Headlines of texts written for training are not always marked: an unmarked one teaches nothing.
            if (invented && labels[i].Count == 0 && report.Paragraphs[sentences[found[i].Sentence].Paragraph].Role == ParagraphRole.Heading)
            {
                continue;
            }

            var features = new FeatureList(null, named: true);
            Features.Add(context, found[i], features);
            var meant = new float[meaning.Size];
            meaning.Fill(context, found[i], meant);
            var own = labels[i].Count == 0 && Labelling.Shadowed(found[i], gold) ? weight * ShadowWeight : weight;
            examples.Add(new Example(found[i], features.Names, meant, labels[i], leanings[i], own));
        }

        return new Document(report.Id, context, found, examples, gold, invented);
    }
}
