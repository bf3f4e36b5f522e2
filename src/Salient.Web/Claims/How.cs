using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Salient.Coding;
using Salient.Records;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Claims;

/// <summary>A frame that was considered on the claim's sentence.</summary>
/// <param name="Frame">The frame's id: a line of rules/en/frames.</param>
/// <param name="Kept">True where a claim came of it.</param>
/// <param name="Score">Its score; 0 where it did not come so far.</param>
/// <param name="Word">The word that called it up.</param>
/// <param name="Evidence">The words that it would quote.</param>
/// <param name="Reason">Why it was kept or lost.</param>
public sealed record HowFrame(string Frame, bool Kept, double Score, string Word, string Evidence, string Reason)
{
    private const string NoClaim = "for no claim";

    /// <summary>Why, without the weights of the network's features.</summary>
    internal string Why => Weights.Length == 0 ? Reason : Reason.StartsWith(NoClaim, StringComparison.Ordinal) ? NoClaim : "";

    /// <summary>The features that weighed most, each with its weight ("mean of the clause +0.61"); empty where the reason is none of them.</summary>
    internal string Weights =>
        (Reason.StartsWith(NoClaim + ": ", StringComparison.Ordinal) ? Reason[(NoClaim.Length + 2)..] : Reason) is { Length: > 0 } rest && rest.Split(", ").All(Weighs) ? rest : "";

    private static bool Weighs(string part) =>
        part.LastIndexOf(' ') is var blank and > 0 && blank + 1 < part.Length && part[blank + 1] is '+' or '-' && double.TryParse(part.AsSpan(blank + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}

/// <summary>An attribution over the claim's words.</summary>
/// <param name="Source">The words that name the source.</param>
/// <param name="Cue">The words that attribute.</param>
/// <param name="Content">What is attributed.</param>
public sealed record HowAttribution(string Source, string Cue, string Content);

/// <summary>A place name of the claim's sentence.</summary>
/// <param name="Name">As written.</param>
/// <param name="GeonameId">What it was taken for, or null.</param>
/// <param name="Place">Its name, or null.</param>
/// <param name="Confidence">The margin over the runner-up, 0 to 1.</param>
/// <param name="Reason">Why this one, or why none.</param>
/// <param name="RunnersUp">What else it could be.</param>
public sealed record HowPlace(string Name, int? GeonameId, string? Place, double Confidence, string Reason, ImmutableArray<Place> RunnersUp);

/// <summary>How the present rules read a claim's sentence.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Words">Each word with its part of speech and its relation to its head.</param>
/// <param name="Frames">What was considered; kept ones first.</param>
/// <param name="Attributions">Who says it.</param>
/// <param name="Places">Where.</param>
/// <param name="Date">How the report's date is known.</param>
public sealed record HowModel(
    ClaimRow Claim, string Sentence, ImmutableArray<HowWord> Words, ImmutableArray<HowFrame> Frames, ImmutableArray<HowAttribution> Attributions, ImmutableArray<HowPlace> Places, string Date);

/// <summary>A word as the parser reads it.</summary>
/// <param name="Form">As written.</param>
/// <param name="Tag">Universal part of speech.</param>
/// <param name="Relation">Universal dependency relation.</param>
/// <param name="Head">The word that it depends on; "" for the root.</param>
public sealed record HowWord(string Form, string Tag, string Relation, string Head);

/// <summary>Reads a claim's report again, and says what the rules saw.</summary>
internal static class How
{
    /// <summary>Loads what the first such page would wait for: models are read when a sentence first wants them.</summary>
    public static void Warm(Pipeline pipeline)
    {
        const string Text = "The staff said that two tanks burned near the river.";
        var report = new Report("", Text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, Text.Length), ParagraphRole.Body)], "");
        lock (pipeline)
        {
            pipeline.Code(report);
            pipeline.Explain(report, pipeline.Sentences(report));
        }
    }

    public static HowModel? Of(HttpContext context)
    {
        var (ledger, pipeline) = (context.Ledger(), context.RequestServices.GetService<Lazy<Pipeline>>()?.Value);
        var id = context.Route("id");
        if (pipeline is null || (ledger.Claim(id) ?? ledger.Former(id)) is not { } found || ledger.Report(found.Report.Id) is not { } report)
        {
            return null;
        }

        // Reading a report again costs far more than a page: one at a time.
        lock (pipeline)
        {
            return Of(pipeline, found, report);
        }
    }

    private static HowModel? Of(Pipeline pipeline, RecordedClaim found, Report report)
    {
        var (claim, text) = (found.Claim, report.Text);
        var sentences = pipeline.Sentences(report);
        var at = sentences.TakeWhile(s => s.Span.End <= claim.Span.Start).Count();
        if (at >= sentences.Length)
        {
            return null;
        }

        var sentence = sentences[at];
        var frames = pipeline.Explain(report, sentences, at).Considered.Where(c => c.Sentence == at)
            .OrderByDescending(c => c.Kept).ThenByDescending(c => c.Score).ThenBy(c => c.Token)
            .Select(c => new HowFrame(c.Frame, c.Kept, c.Score, sentence.Tokens[c.Token].Form, c.Evidence.IsEmpty ? "" : Flat(c.Evidence.Of(text)), c.Reason));
        var attributions = pipeline.Attribute(report, sentences).Where(a => a.Content.Any(s => s.Overlaps(claim.Span)))
            .Select(a => new HowAttribution(Words(a.Source), Words(a.Cue), Words(a.Content)));
        var places = pipeline.Locate(report, sentences).Where(l => sentence.Span.Overlaps(l.Span))
            .Select(l => new HowPlace(l.Name, l.Place?.GeonameId, l.Place?.Name, l.Confidence, l.Reason, l.RunnersUp));
        var date = $"known by {Wording.Of(report.Date.Basis)}{(report.Date.Note is { } note && report.Date.Basis != DateBasis.FileName ? $": {note}" : "")}";
        return new HowModel(ClaimRow.Of(found), Flat(sentence.Span.Of(text)), [.. Tree(sentence)], [.. frames], [.. attributions], [.. places], date);

        string Words(ImmutableArray<TextSpan> spans) => string.Join(" … ", spans.Select(s => Flat(s.Of(text))));
    }

    private static IEnumerable<HowWord> Tree(Sentence sentence) =>
        sentence.Tokens.Select(t => new HowWord(t.Form, t.Tag.ToString(), t.Relation, t.Head < 0 ? "" : sentence.Tokens[t.Head].Form));

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
