using Salient.Locating.Gazetteers;
using Salient.Locating.Names;
using Salient.Locating.Resolving;

namespace Salient.Locating.Finding;

/// <summary>Looks again at a name whose bearers all lie far from the fighting that the report is about: one letter or one ending off, a village there may be meant.</summary>
internal sealed class SecondLook(Gazetteer gazetteer, Fronts fronts, VariantFinder variants)
{
    private const float Far = 60;
    private const float Near = 25;
    private const int Small = 15_000;
    private const float Doubt = 2;

    /// <summary>Adds such villages to the candidates of <paramref name="mentions"/>.</summary>
    public void Take(string text, List<Word> words, List<NameMention> mentions, int period)
    {
        if (period == 0)
        {
            return;
        }

        var postings = new List<Posting>();
        Span<char> sounds = stackalloc char[256];
        Span<char> letters = stackalloc char[256];
        foreach (var mention in mentions)
        {
            if (mention.End - mention.First > 2 || !NameContext.MayVary(words, mention.First) || !Doubtful(mention, period))
            {
                continue;
            }

            postings.Clear();
            var run = new WordRun(text, words, mention.First, sounds, letters);
            variants.All(words, mention.First, run, postings);
            postings.RemoveAll(p => fronts.Distance(period, p.Place) > Near || mention.Candidates.Any(c => c.Place == p.Place));
            if (postings.Count > 0)
            {
                var more = NameFinder.Make(words, mention.First, mention.End, mention.Key, MatchTier.Slip, postings, Doubt).Candidates;
                mention.Candidates = [.. mention.Candidates, .. more];
            }
        }
    }

    private bool Doubtful(NameMention mention, int period)
    {
        foreach (var c in mention.Candidates)
        {
            if (!(gazetteer.Places.Kind(c.Place) is var kind && (kind.IsSettlement() || kind == PlaceKind.Station)) || gazetteer.Places.Population(c.Place) >= Small || fronts.Distance(period, c.Place) < Far)
            {
                return false;
            }
        }

        return true;
    }
}
