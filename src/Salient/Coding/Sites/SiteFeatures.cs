using Salient.Coding.Arguments;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>Names what can be seen of a site and its claim, for the model to weigh.</summary>
internal sealed class SiteFeatures(FrameSet frames)
{
    private const int Farthest = 12;
    private readonly WordList compass = frames.List("compass");
    private readonly WordList near = frames.List("near-words");
    private readonly WordList weak = frames.List("weak-places");
    private readonly (string Name, WordList List)[] classes =
    [
        .. new[] { "transparent-places", "ground", "forces", "leaders", "wars", "near-words", "compass", "held-by-troops", "civilians" }.Select(n => (n, frames.List(n))),
    ];

    /// <summary>The names of the features of site <paramref name="at"/>.</summary>
    public List<string> Of(ReportView view, PlaceNames names, Assertion claim, IReadOnlyList<Site> sites, int at)
    {
        var into = new List<string>();
        var site = sites[at];
        var s = view.Sentences[site.Sentence];
        var (zone, type, kind) = (site.Zone.ToString(), Type(site), claim.Kind);
        foreach (var x in new[] { zone, type, zone + ":" + type, zone + ":" + kind, zone + ":" + kind + "/" + claim.Act, zone + ":" + type + ":" + kind, type + ":" + kind + "/" + claim.Act })
        {
            into.Add("z:" + x);
        }

        if (site.Kept)
        {
            into.Add("kept");
            into.Add("kept:" + zone);
            into.Add("kept:" + type);
            into.Add("kept:" + kind);
        }

        Others(sites, site, zone, type, into);
        if (site.Head >= 0)
        {
            Place(s, site, claim, zone, type, into);
            Around(s, sites, site, zone, type, into);
        }

        Wider(sites, site, zone, type, into);
        if (site.Name is { } told)
        {
            into.Add("held:" + names.Held(site.Sentence, told, claim) + ":" + zone);
        }

        if (site.Zone > SiteZone.Behind || site.Head < 0)
        {
            Carried(view, site, claim, into);
        }
        else
        {
            Near(view, names, claim, site, zone, into);
        }

        if (site.Name is { } name)
        {
            into.Add("spread:" + Math.Min(6, names.Spread(name)));
            into.Add("titled:" + (names.Titled(name) ? zone : "no"));
        }

        Sides(claim, site, zone, into);
        into.Add("role:" + zone + ":" + view.Report.Paragraphs[view.Sentences[claim.Sentence].Paragraph].Role);
        into.Add("dense:" + names.Density + ":" + zone);
        into.Add("dense:" + names.Density + ":" + type);
        return [.. into.Distinct(StringComparer.Ordinal)];
    }

    private string Type(Site site)
    {
        if (site.Name is not { } n)
        {
            return site.Head < 0 ? "told" : site.Argument.Span.IsEmpty ? "told" : "noun";
        }

        var located = n.Location?.Place is null ? "open" : n.Location.Precision.ToString();
        return n.Side is not null ? "state" + (located == "Country" ? "" : located) : n.Told ? located : "found" + located;
    }

    // How many sites stand where, and whether the tree gives any to the claim.
    private static void Others(IReadOnlyList<Site> sites, Site site, string zone, string type, List<string> into)
    {
        int names = 0, nouns = 0, around = 0, kept = 0, order = 0, plain = 0;
        foreach (var x in sites)
        {
            if (ReferenceEquals(x, site))
            {
                continue;
            }

            kept += x.Kept ? 1 : 0;
            order += x.Zone == site.Zone && x.Argument.Span.Start < site.Argument.Span.Start ? 1 : 0;
            if (x.Zone == SiteZone.Evidence)
            {
                names += x.Name is null ? 0 : 1;
                plain += x.Name is { Side: null } ? 1 : 0;
                nouns += x.Name is null ? 1 : 0;
            }
            else if (x.Zone <= SiteZone.Behind)
            {
                around += x.Name is null ? 0 : 1;
            }
        }

        var more = $"{Math.Min(3, names)}:{Math.Min(2, nouns)}";
        into.Add($"with:{zone}:{more}");
        into.Add($"with:{zone}:{type}:{Math.Min(2, plain)}");
        into.Add($"around:{zone}:{Math.Min(2, names)}:{Math.Min(3, around)}");
        into.Add($"keeps:{zone}:{site.Kept}:{Math.Min(2, kept)}");
        into.Add($"keeps:{type}:{site.Kept}:{Math.Min(2, kept)}");
        into.Add($"order:{zone}:{Math.Min(3, order)}");
    }

    // How it hangs in its sentence.
    private void Place(Sentence s, Site site, Assertion claim, string zone, string type, List<string> into)
    {
        var t = site.Head;
        var token = s.Tokens[t];
        var preposition = s.Preposition(t) ?? "-";
        var relation = token.Relation;
        into.Add("p:" + preposition + ":" + zone);
        into.Add("p:" + preposition + ":" + type);
        into.Add("p:" + preposition + ":" + claim.Kind);
        into.Add("p:" + preposition + ":" + claim.Kind + "/" + claim.Act + ":" + zone);
        into.Add("r:" + relation + ":" + zone);
        into.Add("r:" + relation + ":" + type);
        into.Add("r:" + relation + ":" + preposition + ":" + claim.Kind);
        into.Add("form:" + token.WordForm + ":" + token.Tag + ":" + type);
        if (site.Name is null)
        {
            into.Add("n:" + s.Lemma(t).ToLowerInvariant());
            into.Add("n:" + s.Lemma(t).ToLowerInvariant() + ":" + zone);
            into.Add("det:" + (s.Child(t, "det") is >= 0 and var d ? s.Lemma(d).ToLowerInvariant() : "-") + ":" + (s.Child(t, "nmod:poss") >= 0) + (s.Child(t, "amod") >= 0) + (s.Child(t, "nmod") >= 0) + (s.Child(t, "compound") >= 0));
            into.Add("num:" + (s.Child(t, "nummod") >= 0) + ":" + token.WordForm + ":" + weak.Matches(s, t));
        }
        else if (!site.Argument.Span.IsEmpty && site.Argument.Span.Start < site.Name.Span.Start)
        {
            into.Add("directed:" + type);
        }

        if (token.Head >= 0)
        {
            into.Add("g:" + Word(s, token.Head));
            into.Add("G:" + s.Tokens[token.Head].Tag + ":" + relation);
            foreach (var (name, list) in classes)
            {
                if (list.Matches(s, token.Head))
                {
                    into.Add("G:" + name + ":" + relation);
                    into.Add("G:" + name + ":" + preposition);
                    into.Add("G:" + name + ":" + zone + ":" + type);
                }
            }
        }

        Beside(s, site, zone, type, into);
        foreach (var m in s.Mentions)
        {
            if (m.Type != MentionType.Place && t >= m.First && t < m.End)
            {
                into.Add("in:" + m.Type);
                into.Add("in:" + m.Type + ":" + zone);
            }
        }
    }

    // The words before and after it.
    private void Beside(Sentence s, Site site, string zone, string type, List<string> into)
    {
        var (first, end) = site.Name is { } n ? (n.First, n.End) : (site.Head, site.Head + 1);
        var before = first > 0 ? Word(s, first - 1) : "^";
        var after = end < s.Tokens.Length ? Word(s, end) : "$";
        into.Add("<:" + before);
        into.Add("<:" + before + ":" + zone);
        into.Add(">:" + after);
        into.Add(">:" + after + ":" + type);
        into.Add("<>:" + before + ":" + after);
        if (first > 1)
        {
            into.Add("<<:" + Word(s, first - 2) + ":" + before);
        }

        foreach (var (name, list) in classes)
        {
            if (end < s.Tokens.Length && list.Matches(s, end))
            {
                into.Add(">>:" + name + ":" + type);
                into.Add(">>:" + name + ":" + zone);
            }
        }
    }

    // In brackets; so many kilometers north of it something else lies; at the start of its sentence.
    private void Around(Sentence s, IReadOnlyList<Site> sites, Site site, string zone, string type, List<string> into)
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
            into.Add("brackets:" + zone);
        }

        if (measured || turned)
        {
            into.Add($"from:{measured}:{turned}:{after}:{depth > 0}");
            into.Add($"from:{measured}:{turned}:{after}:{type}");
        }

        if (first < 4)
        {
            into.Add($"front:{first}:{s.Preposition(site.Head) ?? "-"}:{zone}");
        }

        if (site.Argument.Span.IsEmpty)
        {
            return;
        }

        foreach (var x in sites)
        {
            if (!ReferenceEquals(x, site) && x.Argument.Span.Overlaps(site.Argument.Span))
            {
                into.Add($"nest:{(x.Argument.Span.Length > site.Argument.Span.Length ? "in" : "over")}:{x.Name is null}:{x.Kept}");
                if (x.Name is null && x.Head >= 0)
                {
                    into.Add("nest:" + s.Lemma(x.Head).ToLowerInvariant());
                }
            }
        }
    }

    // The oblast of another, or in the oblast that is another.
    private static void Wider(IReadOnlyList<Site> sites, Site site, string zone, string type, List<string> into)
    {
        if (site.Name?.Location?.Place is not { } own)
        {
            return;
        }

        foreach (var x in sites)
        {
            if (ReferenceEquals(x, site) || x.Zone > SiteZone.Behind || x.Name?.Location?.Place is not { } other || other.GeonameId == own.GeonameId)
            {
                continue;
            }

            if (Holds(own, other))
            {
                into.Add($"holds:{zone}:{x.Zone}:{type}");
            }
            else if (Holds(other, own))
            {
                into.Add($"lies:{zone}:{x.Zone}:{type}");
            }
        }
    }

    private static bool Holds(Place wider, Place finer) =>
        wider.Precision == PlacePrecision.Country ? finer.Precision != PlacePrecision.Country && finer.Country == wider.Country
        : wider.Precision == PlacePrecision.Oblast && finer.Precision < PlacePrecision.Oblast && finer.Oblast == wider.Name;

    // What stands beside it in the sentence, and how far it is from the claim's words.
    private static void Near(ReportView view, PlaceNames names, Assertion claim, Site site, string zone, List<string> into)
    {
        var s = view.Sentences[claim.Sentence];
        var own = site.Name;
        PlaceName? before = null, after = null;
        foreach (var n in names[claim.Sentence])
        {
            if (!ReferenceEquals(n, own))
            {
                before = n.End <= site.Head ? n : before;
                after = n.First > site.Head && after is null ? n : after;
            }
        }

        var (first, end) = own is null ? (site.Head, site.Head + 1) : (own.First, own.End);
        if (before is not null)
        {
            into.Add($"b:{Gap(s, before.End, first)}:{Sort(before)}:{claim.Evidence.Overlaps(before.Span)}:{zone}");
            into.Add($"b:{Gap(s, before.End, first)}:{Sort(before)}:{(own is null ? "noun" : Sort(own))}");
        }

        if (after is not null)
        {
            into.Add($"a:{Gap(s, end, after.First)}:{Sort(after)}:{claim.Evidence.Overlaps(after.Span)}:{zone}");
            into.Add($"a:{Gap(s, end, after.First)}:{Sort(after)}:{(own is null ? "noun" : Sort(own))}");
        }

        into.Add("path:" + Path(s, site.Head, claim.Trigger));
        into.Add("path:" + Path(s, site.Head, claim.Trigger) + ":" + claim.Kind);
        into.Add("path:" + Path(s, site.Head, claim.Trigger) + ":" + zone);
        into.Add("top:" + Path(s, site.Head, claim.Clause) + ":" + zone);
        into.Add("w:" + Word(s, claim.Trigger) + ":" + (s.Preposition(site.Head) ?? "-") + ":" + zone);
        into.Add("w:" + Word(s, claim.Trigger) + ":" + s.Tokens[site.Head].Relation);
        var clause = s.ClauseOf(site.Head);
        var own0 = clause == claim.Trigger || clause == claim.Clause ? "own" : s.Below(clause, claim.Trigger) ? "under " + s.Tokens[clause].Relation : s.Below(claim.Trigger, clause) ? "over " + s.Tokens[claim.Clause].Relation : "beside";
        into.Add("clause:" + own0 + ":" + zone);
        into.Add("clause:" + own0 + ":" + claim.Kind);
        into.Add("clause:" + own0 + ":" + s.Tokens[site.Head].Relation + ":" + zone);
        var far = Math.Min(Farthest, Math.Abs(site.Head - claim.Trigger)) / 3;
        into.Add($"far:{zone}:{far}:{site.Head < claim.Trigger}");
        foreach (var a in view.Attributions)
        {
            if (a.Source.Any(x => x.Overlaps(s.Tokens[site.Head].Span)))
            {
                into.Add("source");
                into.Add("source:" + zone);
            }
        }

        if (own is not null && names[claim.Sentence].Any(n => !ReferenceEquals(n, own) && n.Same(own)))
        {
            into.Add("again:" + zone);
        }
    }

    private static string Sort(PlaceName n) => n.Side is not null ? "state" : n.Location?.Place is null ? "open" : n.Location.Precision.ToString();

    private static string Gap(Sentence s, int from, int to) =>
        to <= from ? "in" : to - from > 3 ? "far" : string.Join(' ', Enumerable.Range(from, to - from).Select(t => Word(s, t)));

    // A word as features name it: names and numbers are only told as such.
    private static string Word(Sentence s, int t) => s.Tokens[t].Tag is Upos.PROPN && !Common(s.Tokens[t].Form) ? "NAME" : s.Tokens[t].Tag == Upos.NUM ? "NUM" : s.Tokens[t].Form.ToLowerInvariant();

    private static bool Common(string form) => form.ToLowerInvariant() is "oblast" or "region" or "raion" or "province" or "district" or "city" or "river" or "peninsula" or "direction" or "axis" or "front";

    // The relations from a word up to another, or what they have to do with each other.
    private static string Path(Sentence s, int t, int top)
    {
        var path = "";
        var at = t;
        for (var steps = 0; steps < 4; steps++)
        {
            if (at == top)
            {
                return path + "^";
            }

            if (at < 0)
            {
                break;
            }

            path += s.Tokens[at].Relation + "<";
            at = s.Tokens[at].Head;
        }

        return s.Below(t, top) ? "below" : s.Below(top, t) ? "above" : "beside";
    }

    // What takes up what was spoken of before.
    private void Carried(ReportView view, Site site, Assertion claim, List<string> into)
    {
        var s = view.Sentences[claim.Sentence];
        var type = Type(site);
        var zone = site.Zone.ToString();
        into.Add($"back:{Math.Min(4, claim.Sentence - site.Sentence)}:{zone}:{view.Sentences[site.Sentence].Paragraph == s.Paragraph}");
        into.Add("k:" + claim.Kind + "/" + claim.Act + ":" + zone + ":" + type);
        into.Add("begins:" + zone + ":" + Word(s, 0));
        var taken = false;
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            var form = s.Tokens[t].Form.ToLowerInvariant();
            var inside = claim.Evidence.Contains(s.Tokens[t].Span);
            if (form is "there" or "here" or "it" or "its" or "where" || (s.Tokens[t].Tag == Upos.NOUN && classes[1].List.Matches(s, t) && s.Child(t, "det") is >= 0 and var det && s.Lemma(det).ToLowerInvariant() is "the" or "this" or "that" or "these"))
            {
                taken = true;
                into.Add("takes:" + (s.Tokens[t].Tag == Upos.NOUN ? s.Lemma(t).ToLowerInvariant() : form) + ":" + inside + ":" + zone);
            }
        }

        into.Add("takes:" + taken + ":" + zone + ":" + claim.Kind);
        if (compass.Matches(s, Math.Max(0, claim.Trigger)))
        {
            into.Add("compass");
        }
    }

    // Whether it names who acts or is acted on.
    private static void Sides(Assertion claim, Site site, string zone, List<string> into)
    {
        if (site.Name?.Side is not { } side)
        {
            return;
        }

        into.Add($"side:{zone}:{side == claim.Actor?.Side}:{side == claim.Target?.Side}");
        into.Add($"side:{claim.Kind}:{side == claim.Actor?.Side}:{side == claim.Target?.Side}");
    }
}
