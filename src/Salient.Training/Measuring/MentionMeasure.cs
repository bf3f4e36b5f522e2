using Salient.Records;
using Salient.Training.Parsing.Mentions;

namespace Salient.Training.Measuring;

/// <summary>Mentions against re3d: right where the type is the same and the shared stretch is half of the longer span.</summary>
internal static class MentionMeasure
{
    private static readonly Dictionary<MentionType, string> Names = new()
    {
        [MentionType.Organisation] = "Organisation",
        [MentionType.Force] = "Organisation",
        [MentionType.Person] = "Person",
        [MentionType.Post] = "Person",
        [MentionType.Place] = "Location",
        [MentionType.Weapon] = "Weapon",
        [MentionType.Time] = "Temporal",
        [MentionType.Number] = "Quantity",
        [MentionType.Nationality] = "Nationality",
    };

    /// <summary>Reads <c>RE3D,even</c> or <c>RE3D,odd</c>: the half of the documents to score, by their order of id. Military platforms count as weapons. <c>,named</c> leaves out the reference's pronouns; <c>,list</c> lists what was missed and what was too much.</summary>
    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var named = parts.Contains("named", StringComparer.Ordinal);
        var half = parts.Length > 1 && parts[1] == "odd" ? 1 : 0;
        var documents = Re3d.Read(parts[0], half);
        var pipeline = new Pipeline(Pipeline.DataFolder);
        var gold = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var right = new Dictionary<string, int>(StringComparer.Ordinal);
        var hit = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var text = document.Text;
            var sentences = pipeline.Parse(document.AsReport());
            var ours = Joined(sentences.SelectMany(s => s.Referents)).Where(o => !named || !IsPronoun(o.Span.Of(text))).Select(o => o with { Span = Bare(text, o.Span) }).ToArray();
            var theirs = document.Entities.Where(e => !named || !IsPronoun(e.Span.Of(text))).Select(e => (Type: Type(e.Type), Span: Bare(text, e.Span))).ToArray();
            if (parts.Contains("list", StringComparer.Ordinal))
            {
                List(output, text, theirs.Where(g => !ours.Any(o => o.Type == g.Type && Half(o.Span, g.Span))), "missed");
                List(output, text, ours.Where(o => !theirs.Any(g => o.Type == g.Type && Half(o.Span, g.Span))), "extra");
            }

            foreach (var g in theirs)
            {
                Add(gold, g.Type);
                Add(hit, g.Type, ours.Any(o => o.Type == g.Type && Half(o.Span, g.Span)));
            }

            foreach (var o in ours)
            {
                Add(found, o.Type);
                Add(right, o.Type, theirs.Any(g => o.Type == g.Type && Half(o.Span, g.Span)));
            }
        }

        foreach (var type in (string[])["Organisation", "Person", "Location", "Weapon", "Temporal", "Quantity", "Nationality"])
        {
            Print(output, type, right.GetValueOrDefault(type), found.GetValueOrDefault(type), hit.GetValueOrDefault(type), gold.GetValueOrDefault(type));
        }

        string[] five = ["Organisation", "Person", "Location", "Weapon"];
        Print(output, "these four", five.Sum(right.GetValueOrDefault), five.Sum(found.GetValueOrDefault), five.Sum(hit.GetValueOrDefault), five.Sum(gold.GetValueOrDefault));
    }

    private static void Print(TextWriter output, string type, int right, int found, int hit, int gold)
    {
        var p = right / (double)Math.Max(1, found);
        var r = hit / (double)Math.Max(1, gold);
        output.WriteLine($"{type,-13} gold {gold,5}  found {found,5}  P {p:F3}  R {r:F3}  F1 {(p + r == 0 ? 0 : 2 * p * r / (p + r)):F3}");
    }

    /// <summary>Mentions in the reference's terms: there a post right before its bearer's name is one with it.</summary>
    private static IEnumerable<(string Type, TextSpan Span)> Joined(IEnumerable<Mention> mentions)
    {
        var all = mentions.ToArray();
        foreach (var m in all)
        {
            var bearer = m.Type != MentionType.Post ? null : Array.Find(all, o => o.Type == MentionType.Person && o.Span.Start - m.Span.End is 0 or 1);
            var post = m.Type != MentionType.Person ? null : Array.Find(all, o => o.Type == MentionType.Post && m.Span.Start - o.Span.End is 0 or 1);
            if (bearer is null)
            {
                yield return (Names[m.Type], post is null ? m.Span : post.Span.Cover(m.Span));
            }
        }
    }

    /// <summary>Without its article: half of "the UK" is none of it.</summary>
    public static TextSpan Bare(string text, TextSpan span)
    {
        var words = span.Of(text);
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
        {
            if (words.StartsWith(article, StringComparison.OrdinalIgnoreCase) && words.Length > article.Length)
            {
                return new TextSpan(span.Start + article.Length, span.End);
            }
        }

        return span;
    }

    private static bool IsPronoun(string text) => text.ToLowerInvariant() is "we" or "us" or "our" or "ours" or "they" or "them" or "their" or "theirs" or "it" or "its" or "i" or "me" or "my" or "myself" or "you" or "your" or "he" or "him" or "his" or "she" or "her" or "hers" or "who" or "whose" or "which" or "that" or "those" or "these" or "there" or "here" or "himself" or "herself" or "themselves" or "ourselves" or "itself" or "this";

    private static void List(TextWriter output, string text, IEnumerable<(string Type, TextSpan Span)> mentions, string what)
    {
        foreach (var (type, span) in mentions)
        {
            output.WriteLine($"{what}\t{type}\t{text[Math.Max(0, span.Start - 30)..span.Start].ReplaceLineEndings(" ")}[{span.Of(text).ReplaceLineEndings(" ")}]{text[span.End..Math.Min(text.Length, span.End + 30)].ReplaceLineEndings(" ")}");
        }
    }

    private static string Type(string type) => type == "MilitaryPlatform" ? "Weapon" : type;

    private static void Add(Dictionary<string, int> counts, string type, bool counted = true) => counts[type] = counts.GetValueOrDefault(type) + (counted ? 1 : 0);

    /// <summary>Whether two stretches share half of the longer.</summary>
    public static bool Half(TextSpan a, TextSpan b) => 2 * (Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) >= Math.Max(a.Length, b.Length);
}
