using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Tells the role that a place's preposition gives it.</summary>
internal sealed class PlaceRoles(FrameSet frames)
{
    private readonly WordList compass = frames.List("compass");
    private readonly WordList near = frames.List("near-words");

    /// <summary>The role of the place whose head is <paramref name="t"/>: at, from, to, toward or near.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="t">The head word.</param>
    /// <param name="kind">The kind of claim: "on" and "to" mean another role in movement.</param>
    public string Of(Sentence s, int t, string kind) => Of(s, t, kind, 0);

    private string Of(Sentence s, int t, string kind, int depth)
    {
        var preposition = s.Preposition(t);
        var head = s.Tokens[t].Head;

        // "north of Kharkiv", "10 km from the border", "in the vicinity of": near what follows.
        if (depth < 3 && head >= 0 && preposition is "of" or "to" or null && (s.Is(t, "nmod") || s.Is(t, "obl") || s.Is(t, "compound") || s.Is(t, "conj") || s.Is(t, "appos")))
        {
            if (preposition == "of" && (compass.Matches(s, head) || near.Matches(s, head)))
            {
                return "near";
            }

            if (preposition == "of" || (preposition is null && !s.Predicate(head)))
            {
                return Of(s, head, kind, depth + 1);
            }
        }

        return preposition switch
        {
            "from" or "off" or "out" => "from",
            "toward" or "towards" => "toward",
            "to" or "into" or "onto" => kind is "movement" or "civilian-harm" or "assessment" ? "to" : "at",
            "on" or "upon" when kind == "movement" && head >= 0 && s.Lemma(head) is "advance" or "march" or "push" or "close" or "drive" => "toward",
            "near" or "around" or "outside" or "beside" or "close" or "against" => "near",
            "for" when kind == "movement" => "toward",
            _ => "at",
        };
    }
}
