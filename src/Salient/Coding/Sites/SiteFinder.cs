using System.Collections.Immutable;
using Salient.Coding.Arguments;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>Gathers the places that a claim might be about: names and nouns of its sentence, and names from what stands before it.</summary>
internal sealed class SiteFinder(FrameSet frames)
{
    private readonly WordList ground = frames.List("ground");
    private readonly WordList spots = frames.List("spots");
    private readonly WordList compass = frames.List("compass");
    private readonly PlaceRoles roles = new(frames);

    /// <summary>The sites of <paramref name="claim"/>; of one place only the nearest, but in the sentence all.</summary>
    public List<Site> Find(ReportView view, PlaceNames names, Assertion claim)
    {
        var result = new List<Site>();
        var s = view.Sentences[claim.Sentence];
        foreach (var n in names[claim.Sentence])
        {
            result.Add(Make(view, claim, n));
        }

        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN && (ground.Matches(s, t) || compass.Matches(s, t) || spots.Matches(s, t)) && !names[claim.Sentence].Any(n => t >= n.First && t < n.End))
            {
                var span = Whole(s, t, PlacePhrase.Of(s, t), names[claim.Sentence]);
                result.Add(new Site(new PlaceArgument(span, PartyFinder.Spaces(span.Of(view.Report.Text)), roles.Of(s, t, claim.Kind)), claim.Sentence, t, Zone(claim, s.Tokens[t].Span), null, Kept: false));
            }
        }

        Carry(view, names, claim, result);
        Keep(view, claim, result);
        return result;
    }

    /// <summary>"The border with Ostria", "the depot in Brod": one place, named whole.</summary>
    private static TextSpan Whole(Sentence s, int t, TextSpan span, ImmutableArray<PlaceName> names)
    {
        foreach (var n in names)
        {
            var gap = n.First - 1;
            if (gap > t && (s.Is(gap, "det") || s.Tokens[gap].Tag is Upos.ADJ))
            {
                gap--;
            }

            if (gap > t && s.Tokens[gap].Tag == Upos.ADP && s.Tokens[gap - 1].Span.End == span.End && s.Tokens[gap].Form.ToLowerInvariant() is var by && (by is "in" or "at" or "near" or "outside" || (by == "with" && s.Tokens[n.Head].Head == t)))
            {
                return new TextSpan(span.Start, n.Span.End);
            }
        }

        return span;
    }

    private Site Make(ReportView view, Assertion claim, PlaceName n)
    {
        var s = view.Sentences[claim.Sentence];
        var span = PlacePhrase.Bare(view.Report.Text, PlacePhrase.Directed(s, n.Span, n.First, compass));
        return new Site(new PlaceArgument(span, PartyFinder.Spaces(span.Of(view.Report.Text)), roles.Of(s, n.Head, claim.Kind)), claim.Sentence, n.Head, Zone(claim, n.Span), n, Kept: false);
    }

    private static SiteZone Zone(Assertion claim, TextSpan span) =>
        claim.Evidence.Overlaps(span) ? SiteZone.Evidence : span.Start < claim.Evidence.Start ? SiteZone.Ahead : SiteZone.Behind;

    // Names from the two sentences before, the first of the paragraph and the heading.
    private void Carry(ReportView view, PlaceNames names, Assertion claim, List<Site> into)
    {
        var i = claim.Sentence;
        var own = view.Sentences[i].Paragraph;
        var first = i;
        while (first > 0 && view.Sentences[first - 1].Paragraph == own)
        {
            first--;
        }

        var heading = first - 1;
        while (heading >= 0 && view.Report.Paragraphs[view.Sentences[heading].Paragraph].Role != ParagraphRole.Heading)
        {
            heading--;
        }

        foreach (var (from, zone) in new[] { (i - 1, SiteZone.Before), (i - 2, SiteZone.Earlier), (first, SiteZone.Earlier), (heading, SiteZone.Heading) })
        {
            if (from < 0 || from >= i)
            {
                continue;
            }

            var s = view.Sentences[from];
            foreach (var n in names[from].Reverse())
            {
                if (into.Exists(x => x.Name?.Same(n) == true))
                {
                    continue;
                }

                var span = PlacePhrase.Bare(view.Report.Text, PlacePhrase.Directed(s, n.Span, n.First, compass));
                into.Add(new Site(new PlaceArgument(default, PartyFinder.Spaces(span.Of(view.Report.Text)), "at"), from, n.Head, zone, n, Kept: false));
            }
        }
    }

    // What the tree gives to the claim is marked, and added where it is none of these.
    private static void Keep(ReportView view, Assertion claim, List<Site> into)
    {
        var s = view.Sentences[claim.Sentence];
        foreach (var p in claim.Places)
        {
            var at = p.Span.IsEmpty ? into.FindIndex(x => string.Equals(x.Argument.Name, p.Name, StringComparison.OrdinalIgnoreCase)) : into.FindIndex(x => x.Argument.Span == p.Span);
            at = at < 0 && !p.Span.IsEmpty ? into.FindIndex(x => x.Argument.Span.Overlaps(p.Span)) : at;
            if (at >= 0)
            {
                into[at] = into[at] with { Kept = true, Argument = p.Span == into[at].Argument.Span ? p : into[at].Argument };
                continue;
            }

            var head = Head(s, p.Span);
            into.Add(new Site(p, claim.Sentence, head, p.Span.IsEmpty ? SiteZone.Before : Zone(claim, p.Span), null, Kept: true));
        }
    }

    private static int Head(Sentence s, TextSpan span)
    {
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (span.Contains(s.Tokens[t].Span) && (s.Tokens[t].Head < 0 || !span.Contains(s.Tokens[s.Tokens[t].Head].Span)))
            {
                return t;
            }
        }

        return -1;
    }
}
