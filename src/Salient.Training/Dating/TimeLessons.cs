using System.Collections.Immutable;
using System.Text;
using Salient.Acquiring;
using Salient.Dating;
using Salient.Dating.Governing;
using Salient.Records;
using Salient.Theatres;
using Salient.Training.Coding;

namespace Salient.Training.Dating;

/// <summary>Makes lessons of reports that were coded by hand and of reports written for training whose slots are marked.</summary>
internal sealed class TimeLessons(Pipeline pipeline, Dater dater)
{
    /// <summary>The lessons of the reports of <paramref name="reports"/> that <paramref name="gold"/> has claims for.</summary>
    public IEnumerable<TimeLesson> Coded(string gold, string reports) =>
        new MarkedReports(pipeline).Coded(gold, reports).SelectMany(m => Make(m.Report, m.Claims, coded: true));

    /// <summary>The lessons of a file written for training; none where no slots of it are marked.</summary>
    public IEnumerable<TimeLesson> Invented(string path)
    {
        var marks = Path.ChangeExtension(path, ".slots");
        if (!File.Exists(marks))
        {
            yield break;
        }

        var slots = SlotLines.Load(marks);
        foreach (var (slug, marked) in Reports(path))
        {
            var (text, claims) = Bracketed.Read(marked, $"{path}: {slug}");
            var filled = claims.ConvertAll(c => slots.Fill(slug, c));
            var capture = new Capture(slug, path, Encoding.UTF8.GetBytes(text), MediaKind.Text, Date: new DateOnly(2023, 3, 1));
            if (filled.Exists(c => c.Time is not null) && pipeline.Read(capture).Report is { } report)
            {
                foreach (var lesson in Make(report, filled.FindAll(c => c.Time is not null), coded: false))
                {
                    yield return lesson;
                }
            }
        }
    }

    private static IEnumerable<(string Slug, string Text)> Reports(string path)
    {
        var slug = "";
        StringBuilder? open = null;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                (open, slug) = (new StringBuilder(), line[3..].Trim());
            }
            else if (open is not null && line.Length > 0)
            {
                open.Append(line).Append("\n\n");
            }
            else if (open is not null)
            {
                yield return (slug, open.ToString().TrimEnd());
                open = null;
            }
        }
    }

    private IEnumerable<TimeLesson> Make(Report report, List<GoldClaim> claims, bool coded)
    {
        var sentences = pipeline.Sentences(report);
        if (sentences.IsEmpty)
        {
            yield break;
        }

        var times = dater.Find(report, sentences);
        foreach (var claim in claims)
        {
            var at = 0;
            while (at + 1 < sentences.Length && sentences[at].Span.End <= claim.Span.Start)
            {
                at++;
            }

            var assertion = new Assertion(claim.Kind, claim.Label[(claim.Kind.Length + 1)..], claim.Span, at, 0, 0, null, null, [], null, null, null, null, null, null, null, "coded", 1);
            var (candidates, ruled, possible) = dater.Possible(report, sentences, times, assertion);
            var right = claim.Time is { } words ? Worded(report, times, candidates, claim.Span, words) : Dated(times, candidates, assertion, claim.Days!);
            possible = coded ? possible : possible.ConvertAll(p => p with { Shown = p.Shown.FindAll(f => !f.StartsWith(TimeFeatures.Coded, StringComparison.Ordinal)) });
            yield return new TimeLesson(report.Id, coded, possible, ruled + 1, right);
        }
    }

    // The nearest time that the words cover most of.
    private static int Worded(Report report, ImmutableArray<TimeExpression> times, List<int> candidates, TextSpan evidence, string words)
    {
        if (words.Length == 0)
        {
            return 0;
        }

        var (best, near) = (-1, int.MaxValue);
        for (var at = report.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = report.Text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var span = new TextSpan(at, at + words.Length);
            var far = evidence.Overlaps(span) ? 0 : span.Start > evidence.Start ? 2 * (span.Start - evidence.End) : evidence.Start - span.End;
            var i = candidates.FindIndex(c => times[c].Framed.Overlaps(span));
            if (i >= 0 && far < near)
            {
                (best, near) = (i + 1, far);
            }
        }

        return best;
    }

    // The nearest time that gives these days.
    private static int Dated(ImmutableArray<TimeExpression> times, List<int> candidates, Assertion assertion, DateRange days)
    {
        if (days is { From: null, To: null })
        {
            return 0;
        }

        var (best, near) = (-1, int.MaxValue);
        for (var i = 0; i < candidates.Count; i++)
        {
            var t = times[candidates[i]];
            var evidence = assertion.Evidence;
            var far = evidence.Overlaps(t.Span) ? 0 : t.Span.Start > evidence.Start ? t.Span.Start - evidence.End : evidence.Start - t.Span.End;
            var given = Governor.Tallied(assertion, t)!;
            if (Agree(days.From, given.From) && Agree(days.To, given.To) && far < near)
            {
                (best, near) = (i + 1, far);
            }
        }

        return best;
    }

    private static bool Agree(DateOnly? gold, DateOnly? found) =>
        gold is { } g ? found is { } f && Math.Abs(g.DayNumber - f.DayNumber) <= 1 : found is null;
}
