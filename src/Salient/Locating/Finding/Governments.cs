using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Locating.Finding;

/// <summary>Tells where a capital stands for the government that sits there: "Kyiv said", "Moscow's forces".</summary>
internal sealed class Governments(Gazetteer gazetteer)
{
    /// <summary>Marks such mentions.</summary>
    public void Mark(string text, List<Word> words, List<NameMention> mentions)
    {
        mentions.RemoveAll(m => Says(words, m));
        foreach (var mention in mentions)
        {
            if (mention.Shift is null && gazetteer.Places.Kind(mention.Candidates[0].Place) == PlaceKind.Capital && Speaks(text, words, mention))
            {
                mention.Use = MentionUse.Government;
            }
        }
    }

    /// <summary>True for a town's name that speaks as a person does: "Foxley said".</summary>
    private bool Says(List<Word> words, NameMention mention)
    {
        var kind = gazetteer.Places.Kind(mention.Candidates[0].Place);
        return kind.IsSettlement() && kind != PlaceKind.Capital && mention.End - mention.First == 1 && mention.Shift is null && mention.End < words.Count && words[mention.End].Gap == Gap.Space &&
            (words[mention.End].Cue & Cue.PersonVerb) != Cue.None && !(mention.First > 0 && words[mention.First].Gap == Gap.Space && (words[mention.First - 1].Cue & Cue.Locative) != Cue.None);
    }

    private static bool Speaks(string text, List<Word> words, NameMention mention)
    {
        var (first, end) = (mention.First, mention.End);
        if (first > 0 && words[first].Gap == Gap.Space && (words[first - 1].Cue & Cue.Locative) != Cue.None && words[first - 1].In(text) is not ("of" or "to" or "from" or "between" or "over"))
        {
            return false;
        }

        if (end >= words.Count || words[end].Gap > Gap.Hyphen)
        {
            return first > 0 && words[first].Gap == Gap.Space && (words[first - 1].Cue & Cue.GovernmentBefore) != Cue.None;
        }

        var next = words[end];
        if ((next.Cue & Cue.GovNoun) != Cue.None || (next.Cue & Cue.SpeechVerb) != Cue.None)
        {
            return true;
        }

        return (next.Cue & Cue.AuxVerb) != Cue.None && end + 1 < words.Count && (words[end + 1].Cue & (Cue.SpeechVerb | Cue.AuxVerb)) != Cue.None;
    }
}
