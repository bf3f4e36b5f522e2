using Salient.Coding.Arguments;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;
using FeatureList = Salient.Coding.Scoring.FeatureList;
using FeaturePart = Salient.Coding.Scoring.FeaturePart;

namespace Salient.Coding.Sites;

/// <summary>Names what can be seen of a site and its claim, for the model to weigh.</summary>
internal sealed class SiteFeatures(FrameSet frames)
{
    private static readonly FeaturePart[] Zones = [.. Enum.GetNames<SiteZone>()];
    private readonly WordList compass = frames.List("compass");
    private readonly WordList near = frames.List("near-words");
    private readonly WordList weak = frames.List("weak-places");
    private readonly (FeaturePart Name, WordList List)[] classes =
    [
        .. new[] { "transparent-places", "ground", "forces", "leaders", "wars", "near-words", "compass", "held-by-troops", "civilians" }.Select(n => (new FeaturePart(n), frames.List(n))),
    ];

    /// <summary>Adds the features of site <paramref name="at"/>.</summary>
    public void Add(ReportView view, PlaceNames names, Assertion claim, IReadOnlyList<Site> sites, int at, FeatureList into)
    {
        var site = sites[at];
        var s = view.Sentences[site.Sentence];
        var (zone, type) = (Zone(site), Type(site));
        FeaturePart kind = claim.Kind;
        FeaturePart act = claim.Kind + "/" + claim.Act;
        into.AddOnce($"z:{zone}");
        into.AddOnce($"z:{type}");
        into.AddOnce($"z:{zone}:{type}");
        into.AddOnce($"z:{zone}:{kind}");
        into.AddOnce($"z:{zone}:{act}");
        into.AddOnce($"z:{zone}:{type}:{kind}");
        into.AddOnce($"z:{type}:{act}");
        if (site.Kept)
        {
            into.AddOnce($"kept");
            into.AddOnce($"kept:{zone}");
            into.AddOnce($"kept:{type}");
            into.AddOnce($"kept:{kind}");
        }

        SiteNeighbours.Others(sites, site, zone, type, into);
        if (site.Head >= 0)
        {
            Place(s, site, kind, act, zone, type, into);
            Around(s, sites, site, zone, type, into);
        }

        SiteNeighbours.Wider(sites, site, zone, type, into);
        if (site.Name is { } told)
        {
            into.AddOnce($"held:{names.Held(site.Sentence, told, claim)}:{zone}");
        }

        if (site.Zone > SiteZone.Behind || site.Head < 0)
        {
            Carried(view, site, claim, into);
        }
        else
        {
            SiteNeighbours.Near(view, names, claim, site, zone, into);
            SiteCompany.Shared(s, names.Claims(claim.Sentence), claim, site, zone, into);
            SiteCompany.Rank(s, sites, claim, site, zone, type, into);
            SiteCompany.Longer(s, site, zone, type, into);
        }

        if (site.Name is { } name)
        {
            into.AddOnce($"spread:{Math.Min(6, names.Spread(name))}");
            into.AddOnce($"titled:{(names.Titled(name) ? zone : "no")}");
        }

        SiteNeighbours.Sides(claim, site, zone, into);
        into.AddOnce($"role:{zone}:{view.Report.Paragraphs[view.Sentences[claim.Sentence].Paragraph].Role.ToString()}");
        into.AddOnce($"dense:{names.Density}:{zone}");
        into.AddOnce($"dense:{names.Density}:{type}");
    }

    /// <summary>Where a site stands.</summary>
    public static FeaturePart Zone(Site site) => Zones[(int)site.Zone];

    private static FeaturePart Type(Site site)
    {
        if (site.Name is not { } n)
        {
            return site.Head < 0 ? "told" : site.Argument.Span.IsEmpty ? "told" : "noun";
        }

        var located = n.Location?.Place is null ? "open" : n.Location.Precision.ToString();
        return n.Side is not null ? "state" + (located == "Country" ? "" : located) : n.Told ? located : "found" + located;
    }

    // How it hangs in its sentence.
    private void Place(Sentence s, Site site, in FeaturePart kind, in FeaturePart act, in FeaturePart zone, in FeaturePart type, FeatureList into)
    {
        var t = site.Head;
        var token = s.Tokens[t];
        FeaturePart preposition = s.Preposition(t) ?? "-";
        FeaturePart relation = token.Relation;
        into.AddOnce($"p:{preposition}:{zone}");
        into.AddOnce($"p:{preposition}:{type}");
        into.AddOnce($"p:{preposition}:{kind}");
        into.AddOnce($"p:{preposition}:{act}:{zone}");
        into.AddOnce($"r:{relation}:{zone}");
        into.AddOnce($"r:{relation}:{type}");
        into.AddOnce($"r:{relation}:{preposition}:{kind}");
        into.AddOnce($"form:{token.WordForm}:{token.Tag}:{type}");
        if (site.Name is null)
        {
            FeaturePart lemma = s.Lemma(t).Lowered();
            into.AddOnce($"n:{lemma}");
            into.AddOnce($"n:{lemma}:{zone}");
            into.AddOnce($"det:{(s.Child(t, "det") is >= 0 and var d ? s.Lemma(d).Lowered() : "-")}:{(s.Child(t, "nmod:poss") >= 0)}{(s.Child(t, "amod") >= 0)}{(s.Child(t, "nmod") >= 0)}{(s.Child(t, "compound") >= 0)}");
            into.AddOnce($"num:{(s.Child(t, "nummod") >= 0)}:{token.WordForm}:{weak.Matches(s, t)}");
        }
        else if (!site.Argument.Span.IsEmpty && site.Argument.Span.Start < site.Name.Span.Start)
        {
            into.AddOnce($"directed:{type}");
        }

        if (token.Head >= 0)
        {
            into.AddOnce($"g:{SiteWords.Word(s, token.Head)}");
            into.AddOnce($"G:{s.Tokens[token.Head].Tag}:{relation}");
            foreach (var (name, list) in classes)
            {
                if (list.Matches(s, token.Head))
                {
                    into.AddOnce($"G:{name}:{relation}");
                    into.AddOnce($"G:{name}:{preposition}");
                    into.AddOnce($"G:{name}:{zone}:{type}");
                }
            }
        }

        Beside(s, site, zone, type, into);
        foreach (var m in s.Mentions)
        {
            if (m.Type != MentionType.Place && t >= m.First && t < m.End)
            {
                into.AddOnce($"in:{m.Type}");
                into.AddOnce($"in:{m.Type}:{zone}");
            }
        }
    }

    // The words before and after it.
    private void Beside(Sentence s, Site site, in FeaturePart zone, in FeaturePart type, FeatureList into)
    {
        var (first, end) = site.Name is { } n ? (n.First, n.End) : (site.Head, site.Head + 1);
        FeaturePart before = first > 0 ? SiteWords.Word(s, first - 1) : "^";
        FeaturePart after = end < s.Tokens.Length ? SiteWords.Word(s, end) : "$";
        into.AddOnce($"<:{before}");
        into.AddOnce($"<:{before}:{zone}");
        into.AddOnce($">:{after}");
        into.AddOnce($">:{after}:{type}");
        into.AddOnce($"<>:{before}:{after}");
        if (first > 1)
        {
            into.AddOnce($"<<:{SiteWords.Word(s, first - 2)}:{before}");
        }

        foreach (var (name, list) in classes)
        {
            if (end < s.Tokens.Length && list.Matches(s, end))
            {
                into.AddOnce($">>:{name}:{type}");
                into.AddOnce($">>:{name}:{zone}");
            }
        }
    }

    // In brackets; so many kilometers north of it something else lies; at the start of its sentence.
    private void Around(Sentence s, IReadOnlyList<Site> sites, Site site, in FeaturePart zone, in FeaturePart type, FeatureList into)
    {
        var first = site.Name?.First ?? site.Head;
        var depth = 0;
        var (measured, turned, after) = (false, false, false);
        for (var t = 0; t < first; t++)
        {
            depth += s.Tokens[t].Form is "(" or "[" ? 1 : s.Tokens[t].Form is ")" or "]" ? -1 : 0;
            if (t >= first - 5)
            {
                measured |= near.Matches(s, t) && t > 0 && (s.Tokens[t - 1].Tag == Upos.NUM || char.IsDigit(s.Tokens[t].Form[0]));
                turned |= compass.Matches(s, t);
                after |= s.Tokens[t].Form is "(" or "," && t > 0 && sites.Any(x => x.Sentence == site.Sentence && x.Name is { } n && n.End == t);
            }
        }

        if (depth > 0)
        {
            into.AddOnce($"brackets:{zone}");
        }

        if (measured || turned)
        {
            into.AddOnce($"from:{measured}:{turned}:{after}:{depth > 0}");
            into.AddOnce($"from:{measured}:{turned}:{after}:{type}");
        }

        if (first < 4)
        {
            into.AddOnce($"front:{first}:{s.Preposition(site.Head) ?? "-"}:{zone}");
        }

        if (site.Argument.Span.IsEmpty)
        {
            return;
        }

        foreach (var x in sites)
        {
            if (!ReferenceEquals(x, site) && x.Argument.Span.Overlaps(site.Argument.Span))
            {
                into.AddOnce($"nest:{(x.Argument.Span.Length > site.Argument.Span.Length ? "in" : "over")}:{x.Name is null}:{x.Kept}");
                if (x.Name is null && x.Head >= 0)
                {
                    into.AddOnce($"nest:{s.Lemma(x.Head).Lowered()}");
                }
            }
        }
    }

    // What takes up what was spoken of before.
    private void Carried(ReportView view, Site site, Assertion claim, FeatureList into)
    {
        var s = view.Sentences[claim.Sentence];
        var (zone, type) = (Zone(site), Type(site));
        into.AddOnce($"back:{Math.Min(4, claim.Sentence - site.Sentence)}:{zone}:{view.Sentences[site.Sentence].Paragraph == s.Paragraph}");
        into.AddOnce($"k:{claim.Kind}/{claim.Act}:{zone}:{type}");
        into.AddOnce($"begins:{zone}:{SiteWords.Word(s, 0)}");
        var taken = false;
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            var form = s.Tokens[t].Form.Length > 5 ? "" : s.Tokens[t].Form.Lowered();
            if (form is "there" or "here" or "it" or "its" or "where" || (s.Tokens[t].Tag == Upos.NOUN && classes[1].List.Matches(s, t) && s.Child(t, "det") is >= 0 and var det && s.Lemma(det).Lowered() is "the" or "this" or "that" or "these"))
            {
                taken = true;
                var inside = claim.Evidence.Contains(s.Tokens[t].Span);
                into.AddOnce($"takes:{(s.Tokens[t].Tag == Upos.NOUN ? s.Lemma(t).Lowered() : form)}:{inside}:{zone}");
            }
        }

        into.AddOnce($"takes:{taken}:{zone}:{claim.Kind}");
        if (compass.Matches(s, Math.Max(0, claim.Trigger)))
        {
            into.AddOnce($"compass");
        }
    }
}
