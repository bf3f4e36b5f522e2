using System.Collections.Immutable;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>A unit with its features and what a coder made of it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Features">Its features' names.</param>
/// <param name="Meaning">What its words mean.</param>
/// <param name="Labels">"kind/act" of each claim that quotes it.</param>
/// <param name="Leanings">Outputs that speak for what its claims are besides.</param>
/// <param name="Weight">How much it counts in training.</param>
internal sealed record Example(Unit Unit, List<string> Features, float[] Meaning, HashSet<string> Labels, HashSet<string> Leanings, double Weight);

/// <summary>A coder's claim, as far as training reads it.</summary>
/// <param name="Label">"kind/act".</param>
/// <param name="Span">Its evidence in the report's text.</param>
/// <param name="Grade">Its factuality, as the codebook writes it.</param>
/// <param name="Mark">The number of its mark in its text, from 1; 0 where it has none.</param>
internal sealed record GoldClaim(string Label, TextSpan Span, string Grade = "CT+", int Mark = 0)
{
    /// <summary>Whose word it is, as <see cref="Leanings.Voice"/> has values; null where the coder did not say.</summary>
    public string? Voice { get; init; }

    /// <summary>The id of the side of whose word it is, "none" where it has none; null where it is the report's own, or the coder did not say.</summary>
    public string? Speaker { get; init; }

    /// <summary>The id of the side that acts; empty for nobody, null where the coder did not say.</summary>
    public string? Actor { get; init; }

    /// <summary>The id of the side acted on; empty for nobody, null where the coder did not say.</summary>
    public string? Target { get; init; }

    /// <summary>The words that tell when; empty for none, null where the coder did not say.</summary>
    public string? Time { get; init; }

    /// <summary>The days that it holds for; both ends null for none.</summary>
    public DateRange? Days { get; init; }

    /// <summary>Its places' names; default where the coder did not say.</summary>
    public ImmutableArray<string> Places { get; init; }

    /// <summary>Its kind.</summary>
    public string Kind => Label[..Label.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>A report's units and the claims coded from it.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Context">What its units share.</param>
/// <param name="Units">Its units, those that teach nothing among them.</param>
/// <param name="Examples">Its units that teach.</param>
/// <param name="Gold">Its claims.</param>
/// <param name="Invented">True for sentences written for training, which are never measured on.</param>
internal sealed record Document(string Id, Context Context, IReadOnlyList<Unit> Units, List<Example> Examples, List<GoldClaim> Gold, bool Invented)
{
    /// <summary>Its text, for showing what was missed.</summary>
    public string Text => Context.Report.Text;

    /// <summary>Names of everything that the words of its examples' sentences show.</summary>
    public IEnumerable<string> Shown() => Sentences().SelectMany(s => WordRows.Names(Context, s.Key, On(s.Key)));

    /// <summary>What its sentences teach.</summary>
    public IEnumerable<SentenceLesson> Lessons(WordRows rows, Func<Example, Lesson> lesson) =>
        Sentences().Select(s => new SentenceLesson(rows.Of(Context, s.Key, On(s.Key)), [.. s.Select(lesson)]));

    private IEnumerable<IGrouping<int, Example>> Sentences() => Examples.GroupBy(e => e.Unit.Sentence);

    private Fired On(int sentence) => new(Units.Where(u => u.Sentence == sentence));
}
