using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Attributing;

/// <summary>The ministries, companies and other bodies that a report names, so that "the ministry" is the one named before.</summary>
internal sealed class BodyIndex
{
    private readonly List<(int At, ClaimSource Source)> order = [];

    private BodyIndex()
    {
    }

    /// <summary>Reads the bodies off the sentences.</summary>
    public static BodyIndex Of(Report report, ImmutableArray<Sentence> sentences, NameIndex names, SourceNouns nouns)
    {
        var index = new BodyIndex();
        foreach (var s in sentences)
        {
            foreach (var m in s.Referents)
            {
                if (m.Type == MentionType.Organisation && m.Form == MentionForm.Name)
                {
                    index.order.Add((m.Span.Start, Source(m, m.Span.Of(report.Text), names.Entry(m.Name)?.Source, nouns)));
                }
            }
        }

        return index;
    }

    /// <summary>The latest body before an offset whose name ends in or holds <paramref name="noun"/>, or that is what it says.</summary>
    /// <param name="noun">The noun, lower case.</param>
    /// <param name="at">Where it stands.</param>
    public ClaimSource? Called(string noun, int at) =>
        order.FindLast(b => b.At < at && Holds(b.Source.Name, noun)).Source ?? (noun is "company" or "firm" or "operator" or "utility" or "bank" ? (order.FindLast(b => b.At < at && b.Source.Type == "business").Source ?? order.FindLast(b => b.At < at && b.Source is { Type: "other", Side: "none" }).Source) : null);

    private static ClaimSource Source(Mention m, string name, string? known, SourceNouns nouns)
    {
        name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        var type = known;
        foreach (var word in name.Split(' '))
        {
            type ??= nouns.Type(word.Lowered());
        }

        return new ClaimSource(name, type ?? "other", type is "media" or "agency" or "think-tank" ? "none" : m.Side ?? "none", false, null);
    }

    private static bool Holds(string name, string noun)
    {
        foreach (var word in name.Split(' '))
        {
            if (word.Equals(noun, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
