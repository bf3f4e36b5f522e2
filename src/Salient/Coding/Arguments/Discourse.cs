using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Arguments;

/// <summary>Who and where a report has spoken of so far: what its pronouns and bare nouns stand for.</summary>
internal sealed class Discourse
{
    private readonly List<PartyMention> parties = [];
    private readonly List<(int Sentence, int Token, Mention Mention)> places = [];
    private readonly ReportView view;

    public Discourse(ReportView view, FrameSet frames, Theatre theatre)
    {
        this.view = view;
        var sides = theatre.Sides.Where(s => s.Party).Select(s => s.Id).ToHashSet();
        var forces = frames.List("forces");
        for (var i = 0; i < view.Sentences.Length; i++)
        {
            var s = view.Sentences[i];
            foreach (var m in s.Mentions)
            {
                if (m.Type == MentionType.Place)
                {
                    places.Add((i, m.Head, m));
                }

                // "in Ukraine" says where, not who.
                if (m.Side is { } side && side != "none" && m.Type is not (MentionType.Weapon or MentionType.Time or MentionType.Number) && !(m.Type == MentionType.Place && Located(s, m.Head)))
                {
                    var head = Phrase(s, m.Head);
                    parties.Add(new PartyMention(i, m.First, head, side, m.Type, forces.Matches(s, head) || m.Type == MentionType.Force, sides.Contains(side), SubjectOf(s, head), m.Name));
                }
            }
        }

        parties.Sort((a, b) => a.Sentence != b.Sentence ? a.Sentence.CompareTo(b.Sentence) : a.Token.CompareTo(b.Token));
    }

    /// <summary>The party that a plural or neuter pronoun or a bare force noun stands for.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="token">The word before which it stands.</param>
    /// <param name="person">True where it is a person.</param>
    /// <param name="force">True where it must be able to hold ground.</param>
    /// <param name="subject">True where a subject is taken up.</param>
    /// <param name="other">A name that it is not: who speaks of "him" is somebody else.</param>
    public PartyMention? Before(int sentence, int token, bool person, bool force, bool subject = false, string? other = null)
    {
        PartyMention? fallback = null;
        for (var i = parties.Count - 1; i >= 0; i--)
        {
            var p = parties[i];
            if (p.Sentence > sentence || (p.Sentence == sentence && p.Token >= token))
            {
                continue;
            }

            if (p.Sentence < sentence - 4)
            {
                break;
            }

            if ((p.Type == MentionType.Person) != person || (force && !p.Belligerent) || (other is not null && (other.Contains(p.Name, StringComparison.Ordinal) || p.Name.Contains(other, StringComparison.Ordinal))))
            {
                continue;
            }

            // A subject takes up a subject; before this sentence, a subject is what stays in mind.
            if (p.Subject || (p.Sentence == sentence && !subject))
            {
                return p;
            }

            fallback ??= p;
            if (fallback.Sentence > p.Sentence)
            {
                return fallback;
            }
        }

        return fallback;
    }

    /// <summary>The place that "it" or "there" stands for: the last one named, in this sentence or the three before.</summary>
    public Mention? PlaceBefore(int sentence, int token)
    {
        for (var i = places.Count - 1; i >= 0; i--)
        {
            var (s, t, m) = places[i];
            if (s > sentence || (s == sentence && t >= token) || (m.Side is not null && m.Side != "none"))
            {
                continue;
            }

            return s >= sentence - 3 ? m : null;
        }

        return null;
    }

    /// <summary>The speaker of the words at <paramref name="span"/>: the nearest attribution over them.</summary>
    public ClaimSource? Speaker(TextSpan span) => Speaker(view, span);

    /// <summary>The speaker of the words at <paramref name="span"/> in <paramref name="view"/>.</summary>
    public static ClaimSource? Speaker(ReportView view, TextSpan span)
    {
        ClaimSource? best = null;
        var length = int.MaxValue;
        foreach (var a in view.Attributions)
        {
            foreach (var c in a.Content)
            {
                if (c.Contains(span.Start) && c.Length < length && a.By is not null)
                {
                    best = a.By;
                    length = c.Length;
                }
            }
        }

        return best;
    }

    private static int Phrase(Sentence s, int t)
    {
        while (s.Tokens[t].Head >= 0 && (s.Is(t, "amod") || s.Is(t, "compound") || s.Is(t, "flat") || s.Is(t, "nmod:poss")) && s.Nominal(s.Tokens[t].Head))
        {
            t = s.Tokens[t].Head;
        }

        return t;
    }

    private static bool Located(Sentence s, int t) => (s.Is(t, "obl") || s.Is(t, "nmod")) && s.Preposition(t) is not (null or "by" or "against" or "with");

    private static bool SubjectOf(Sentence s, int t) => s.Is(t, "nsubj");
}

/// <summary>A party as a report names it.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Token">Index of the mention's first token.</param>
/// <param name="Head">Index of the head of the phrase that it stands in.</param>
/// <param name="Side">Its side.</param>
/// <param name="Type">What kind of mention.</param>
/// <param name="Force">True where the phrase names a force.</param>
/// <param name="Belligerent">True where the side can hold ground.</param>
/// <param name="Subject">True where the phrase is a subject.</param>
/// <param name="Name">What it is called.</param>
internal sealed record PartyMention(int Sentence, int Token, int Head, string Side, MentionType Type, bool Force, bool Belligerent, bool Subject, string Name);
