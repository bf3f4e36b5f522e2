using Salient.Locating.Finding;
using Salient.Locating.Gazetteers;

namespace Salient.Locating.Resolving;

/// <summary>How much a stretch of a report is about the fighting, by the places in it that nobody mistakes.</summary>
internal sealed class Anchors
{
    private const float Near = 50;
    private const float Pseudo = 1;
    private const float Away = 0.4f;
    private readonly int[] near;
    private readonly int[] far;

    /// <summary>Counts the unmistakable places of <paramref name="mentions"/> near the front of <paramref name="period"/> and away from it.</summary>
    public Anchors(Gazetteer gazetteer, Fronts fronts, List<NameMention> mentions, int period)
    {
        near = new int[mentions.Count + 1];
        far = new int[mentions.Count + 1];
        for (var i = 0; i < mentions.Count; i++)
        {
            var side = period == 0 ? null : IsNear(gazetteer, fronts, mentions[i], period);
            near[i + 1] = near[i] + (side == true ? 1 : 0);
            far[i + 1] = far[i] + (side == false ? 1 : 0);
        }
    }

    /// <summary>Between 0 and 1, for the mentions up to <paramref name="around"/> before and after mention <paramref name="i"/>.</summary>
    public float Trust(int i, int around)
    {
        int from = Math.Max(0, i - around), to = Math.Min(near.Length - 1, i + around + 1);
        float close = near[to] - near[from], away = far[to] - far[from];
        return (close + Pseudo) / (close + Pseudo + (Away * away));
    }

    private static bool? IsNear(Gazetteer gazetteer, Fronts fronts, NameMention mention, int period)
    {
        if (mention.Tier != MatchTier.Direct)
        {
            return null;
        }

        var places = gazetteer.Places;
        var known = mention.Candidates.Length == 1 && places.Kind(mention.Candidates[0].Place).IsSettlement() ? 0 : -1;
        for (var k = 0; k < mention.Candidates.Length && known < 0; k++)
        {
            var c = mention.Candidates[k];
            known = c.Grade == NameGrade.Main && places.Population(c.Place) >= Weights.Large && places.Kind(c.Place).IsSettlement() ? k : -1;
        }

        // A capital is named for its government more often than for itself.
        return known < 0 || places.Kind(mention.Candidates[known].Place) == PlaceKind.Capital ? null : fronts.Distance(period, mention.Candidates[known].Place) < Near;
    }
}
