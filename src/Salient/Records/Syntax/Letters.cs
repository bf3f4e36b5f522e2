using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Salient.Records.Syntax;

/// <summary>Readers' letters: paragraphs that belong to whoever signs below them, in a line of his own with his town beneath, or behind the last sentence.</summary>
internal static partial class Letters
{
    private const int Fewest = 2;
    private static readonly ConditionalWeakTable<Report, Found> Known = [];

    /// <summary>An attribution for each letter of a page of letters; none where fewer than two are signed.</summary>
    /// <param name="report">The report.</param>
    public static ImmutableArray<Attribution> Find(Report report) => Known.GetValue(report, r => new Found(Search(r))).Letters;

    private sealed record Found(ImmutableArray<Attribution> Letters);

    private static ImmutableArray<Attribution> Search(Report report)
    {
        var found = ImmutableArray.CreateBuilder<Attribution>();
        var body = new List<TextSpan>();
        var paragraphs = report.Paragraphs;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var span = paragraphs[i].Span;
            if (!paragraphs[i].Coded)
            {
                continue;
            }

            if (body.Count > 0 && Line().IsMatch(span.Of(report.Text)) && (i + 1 == paragraphs.Length || Town().IsMatch(paragraphs[i + 1].Span.Of(report.Text))))
            {
                found.Add(Letter(report.Text, span, body));
                body = [];
                i++;
            }
            else if (Last().Match(span.Of(report.Text)) is { Success: true } signed)
            {
                var name = signed.Groups[1];
                body.Add(span with { End = span.Start + name.Index });
                found.Add(Letter(report.Text, new TextSpan(span.Start + name.Index, span.Start + name.Index + name.Length), body));
                body = [];
            }
            else if (span.Length > 0 && report.Text[span.End - 1] is '.' or '?' or '!' or '”' or '"' or '’')
            {
                body.Add(span);
            }
        }

        return found.Count < Fewest ? [] : found.ToImmutable();
    }

    private static Attribution Letter(string text, TextSpan by, List<TextSpan> body) =>
        new([by], [], [.. body], new ClaimSource(by.Of(text), "reader", "none", false, null), CueStance.Asserts, false, -1);

    // "Nora Feld", in a paragraph of its own.
    [GeneratedRegex(@"^(?:(?:Dr|Prof|Rev|Sir|Cllr|Mrs?|Ms)\.? )?\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|la)){1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    // "Unterbach, Lower Vale".
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(?:,? \p{Lu}[\p{L}'’.-]*| (?:upon|on|of|the|in|le|under|sur)){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Town();

    // "… to threaten the supplier is foolish. Heinz Ortlepp, Gera"
    [GeneratedRegex(@"[.?!”""’] (\p{Lu}[\p{Ll}'’-]+(?:[ -]\p{Lu}[\p{L}'’.-]*){1,3}), \p{Lu}[\p{L}'’.-]+(?:,? \p{Lu}[\p{L}'’.-]*){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Last();
}
