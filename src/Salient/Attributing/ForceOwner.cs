using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>Says whose a force is where its name alone is another's: "DNR Territorial Defense", "Territorial Defense Force of the DNR". Pure.</summary>
internal static class ForceOwner
{
    /// <summary>The party's body or nation that stands beside a force's name and is of another side; default where there is none.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="hits">The names of the phrase.</param>
    /// <param name="force">The force's.</param>
    /// <param name="theatre">Which sides are parties.</param>
    public static NameHit Of(Sentence s, List<NameHit> hits, NameHit force, Theatre theatre) =>
        force.Entry.Type != MentionType.Force ? default : hits.Find(h => h.Entry.Type is MentionType.Organisation or MentionType.Nationality
            && h.Entry.Side != force.Entry.Side && theatre.Sides.Any(x => x.Party && x.Id == h.Entry.Side) && Joined(s, h, force));

    private static bool Joined(Sentence s, NameHit owner, NameHit force)
    {
        var (from, to) = owner.Last < force.First ? (owner.Last + 1, force.First) : (force.Last + 1, owner.First);
        return from <= to && Enumerable.Range(from, to - from).All(t => s.Tokens[t].Form is "(" or ")" or "of" or "the" or "Force" or "Forces" || s.Tokens[t].Form.All(char.IsUpper));
    }
}
