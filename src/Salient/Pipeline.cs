using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Salient.Attributing;
using Salient.Coding;
using Salient.Dating;
using Salient.Grading;
using Salient.Locating;
using Salient.Measuring;
using Salient.Parsing;
using Salient.Reading;
using Salient.Records;
using Salient.Theatres;

namespace Salient;

/// <summary>A report with all that the stages made of it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Attributions">Who says what in it.</param>
/// <param name="Locations">Its place names.</param>
/// <param name="Claims">Its claims, by position.</param>
public sealed record CodedReport(
    Report Report,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<Location> Locations,
    ImmutableArray<Claim> Claims);

/// <summary>From a capture to its claims: the one place that names every stage. Immutable and thread-safe once made.</summary>
public sealed class Pipeline
{
    private readonly Reader reader;
    private readonly Lazy<Parser> parses;
    private readonly Attributor attributor;
    private readonly Lazy<Coder> codes;
    private readonly Grader grader;
    private readonly Dater dater;
    private readonly Measurer measurer;
    private readonly Locator locator;

    /// <summary>Loads rules, models and the theatre from <paramref name="data"/>.</summary>
    /// <param name="data">The folder that holds rules/, models/ and theatres/.</param>
    /// <param name="theatre">The theatre's name.</param>
    /// <param name="learned">False leaves the coder's learned weights aside: who trains them cannot need them.</param>
    public Pipeline(string data, string theatre = "ukraine", bool learned = true)
    {
        Theatre = TheatreLoader.Load(Path.Combine(data, "theatres", theatre));
        reader = new Reader(Theatre, ReadingRulesLoader.Load(Path.Combine(data, "rules", "en", "reading.yaml")));
        parses = new Lazy<Parser>(() => new Parser(ParserModel.Open(data), Theatre));
        attributor = new Attributor(Theatre, CueLexicon.Load(Path.Combine(data, "rules", "en", "cues.tsv")), SourceNouns.Load(Path.Combine(data, "rules", "en", "source-nouns.tsv")));
        codes = new Lazy<Coder>(() => Coding.Coder.Load(data, Theatre, learned));
        grader = new Grader(Modality.Load(Path.Combine(data, "rules", "en", "modality.tsv")));
        dater = learned ? Dater.Load(data, Theatre) : new Dater(Theatre, TimeRulesLoader.Load(Path.Combine(data, "rules", "en")));
        measurer = new Measurer(Theatre, NumberRulesLoader.Load(Path.Combine(data, "rules", "en")));
        locator = new Locator(Theatre);
    }

    /// <summary>The data that ships beside the program, or the folder that SALIENT_DATA names.</summary>
    public static string DataFolder => Environment.GetEnvironmentVariable("SALIENT_DATA") ?? Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The theatre in force.</summary>
    public Theatre Theatre { get; }

    // Models are large: who only reads, or only parses, does not wait for the others.
    private Parser Parser => parses.Value;

    private Coder Coder => codes.Value;

    /// <summary>Capture to report.</summary>
    public ReadResult Read(Capture capture) => reader.Read(capture);

    /// <summary>Report to sentences as the parser gives them.</summary>
    public ImmutableArray<Sentence> Parse(Report report) => Parser.Parse(report);

    /// <summary>Report to sentences as every stage after parsing reads them: trees mended where a verb was read as a noun.</summary>
    public ImmutableArray<Sentence> Sentences(Report report) => Coder.Mend(Parser.Parse(report));

    /// <summary>Words that are already cut to a sentence.</summary>
    public Sentence Parse(IReadOnlyList<string> words) => Parser.Parse(words);

    /// <summary>Sentences to attributions.</summary>
    public ImmutableArray<Attribution> Attribute(Report report, ImmutableArray<Sentence> sentences) => attributor.Attribute(report, sentences);

    /// <summary>Sentences to located place names.</summary>
    public ImmutableArray<Location> Locate(Report report, ImmutableArray<Sentence> sentences) => locator.Locate(report, sentences);

    /// <summary>What the coder considered in a report's sentences, and why each was kept or lost.</summary>
    /// <param name="report">The report.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="only">The sentence that is asked for, where one is; what is said of others is then no full account.</param>
    public Explanation Explain(Report report, ImmutableArray<Sentence> sentences, int? only = null) => Coder.Explain(report, sentences, attributor.Attribute(report, sentences), only);

    /// <summary>Everything that could be a claim, before the scorer has chosen.</summary>
    public ImmutableArray<Candidate> Propose(Report report, ImmutableArray<Sentence> sentences) =>
        Coder.Propose(new ReportView(report, sentences, attributor.Attribute(report, sentences)));

    /// <summary>A report's claims with the places that the tree gives them, before the learned weights choose.</summary>
    internal ImmutableArray<Assertion> Assert(ReportView view, ImmutableArray<Location> locations) => Salient.Coding.Coder.Carry(view, locations, Coder.Code(view.Report, view.Sentences, view.Attributions));

    /// <summary>Report to claims, with everything in between.</summary>
    public CodedReport Code(Report report)
    {
        if (report.Language is not ("en" or "und"))
        {
            // The rules are English: another language is kept and listed, not coded wrongly.
            return new CodedReport(report, [], [], [], []);
        }

        var sentences = Sentences(report);
        var attributions = attributor.Attribute(report, sentences);
        var locations = locator.Locate(report, sentences);
        var times = dater.Find(report, sentences);
        var view = new ReportView(report, sentences, attributions);
        var assertions = Coder.Place(view, locations, Coder.Code(report, sentences, attributions));
        var ordinals = new Dictionary<(TextSpan, string, string), int>();
        var claims = ImmutableArray.CreateBuilder<Claim>(assertions.Length);
        var grades = SourceSides.Settle(assertions, [.. assertions.Select(a => grader.Grade(report, sentences, attributions, a))]);
        foreach (var (a, grade) in assertions.Zip(grades))
        {
            var key = (a.Evidence, a.Kind, a.Act);
            var ordinal = ordinals[key] = ordinals.GetValueOrDefault(key, -1) + 1;
            claims.Add(new Claim(
                Id(report.Id, a, ordinal),
                report.Id,
                a.Kind,
                a.Act,
                a.Evidence,
                a.Evidence.Of(report.Text),
                grade.Sources,
                grade.Factuality,
                grade.Actor,
                a.Target,
                [.. a.Places.Select(p => locator.Place(p, locations))],
                dater.Date(report, sentences, times, a),
                measurer.Measure(report, sentences, a),
                grade.Quoted,
                a.Outcome,
                a.Category,
                a.Person,
                a.Post,
                a.Item,
                a.Rule,
                report.Paragraphs[sentences[a.Sentence].Paragraph].Role));
        }

        return new CodedReport(report, sentences, attributions, locations, claims.ToImmutable());
    }

    private static string Id(string report, Assertion a, int ordinal) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report}\n{a.Evidence.Start}\n{a.Evidence.End}\n{a.Kind}\n{a.Act}\n{ordinal}")).AsSpan(0, 8));
}
