using System.Globalization;
using Salient.Locating.Finding;
using Salient.Locating.Gazetteers;

namespace Salient.Locating.Resolving;

/// <summary>Puts into words why a place was chosen.</summary>
internal static class Reasons
{
    /// <summary>One sentence or two.</summary>
    public static string Of(Gazetteer gazetteer, NameMention mention, float front)
    {
        var best = mention.Candidates[0];
        var how = mention.Tier switch
        {
            MatchTier.OtherSpelling => "Read by another country's spelling",
            MatchTier.Inflected => "Read as a form of the name",
            MatchTier.Consonants => "Read as the name in another language or case",
            MatchTier.Slip => "Read as a slip of the pen",
            _ => mention.Candidates.Length == 1 ? "The only place of this name" : $"The likeliest of {mention.Candidates.Length.ToString(CultureInfo.InvariantCulture)} places of this name",
        };
        var near = mention.Stated ? ", where the report says that it lies" : best.Score - best.Base > 1 ? ", near others that the report names" : "";
        var line = front < 60 ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Round(front)} km from the front of those days") : "";
        var runner = mention.Candidates.Length > 1
            ? string.Create(CultureInfo.InvariantCulture, $"; the next is {gazetteer.Kilometres(best.Place, mention.Candidates[1].Place):0} km off, {best.Score - mention.Candidates[1].Score:0.0} behind")
            : "";
        return $"{how}{near}{line}{runner}.";
    }
}
