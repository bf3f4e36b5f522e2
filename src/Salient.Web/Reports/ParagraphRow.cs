using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Web.Reports;

/// <summary>A stretch of a paragraph that the same claims cover.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Kind">The kind of the shortest claim over it, or null where no claim covers it.</param>
/// <param name="Claims">Ids of the claims over it.</param>
/// <param name="Starts">Ids of the claims that begin with it.</param>
/// <param name="Ends">Ids of the claims that end with it.</param>
public sealed record Stretch(string Text, string? Kind, ImmutableArray<string> Claims, ImmutableArray<string> Starts, ImmutableArray<string> Ends);

/// <summary>A paragraph cut where claims begin and end.</summary>
/// <param name="Role">What it is to its report.</param>
/// <param name="Coded">True where claims are coded from it.</param>
/// <param name="Stretches">In order; together its whole text.</param>
public sealed record ParagraphRow(ParagraphRole Role, bool Coded, ImmutableArray<Stretch> Stretches)
{
    /// <summary>Cuts <paramref name="paragraph"/> of <paramref name="text"/> at the ends of <paramref name="claims"/>.</summary>
    public static ParagraphRow Cut(string text, Paragraph paragraph, ImmutableArray<RecordedClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var here = claims.Select(c => c.Claim).Where(c => paragraph.Span.Contains(c.Span)).ToList();
        int[] cuts = [.. here.SelectMany(c => (int[])[c.Span.Start, c.Span.End]).Append(paragraph.Span.Start).Append(paragraph.Span.End).Distinct().Order()];
        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var span = new TextSpan(cuts[i], cuts[i + 1]);
            var over = here.Where(c => c.Span.Contains(span)).OrderBy(c => c.Span.Length).ToList();
            stretches.Add(new Stretch(
                span.Of(text),
                over.FirstOrDefault()?.Kind,
                [.. over.Select(c => c.Id)],
                [.. over.Where(c => c.Span.Start == span.Start).Select(c => c.Id)],
                [.. over.Where(c => c.Span.End == span.End).Select(c => c.Id)]));
        }

        return new ParagraphRow(paragraph.Role, paragraph.Coded, stretches.ToImmutable());
    }
}
