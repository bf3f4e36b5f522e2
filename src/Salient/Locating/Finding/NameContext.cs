using Salient.Locating.Names;

namespace Salient.Locating.Finding;

/// <summary>What the words around a name say that it is.</summary>
internal static class NameContext
{
    private const Cue Heads = Cue.OblastHead | Cue.RaionHead | Cue.WaterHead | Cue.IslandHead | Cue.AirfieldHead | Cue.SettlementHead | Cue.UnitHead | Cue.OrgHead | Cue.FacilityHead;
    private const Cue Never = Cue.Common | Cue.Function | Cue.Title | Cue.FirstName | Cue.Locative | Cue.AuxVerb | Cue.SpeechVerb | Cue.OrgHead | Cue.UnitHead | Cue.CompassAdjective | Cue.Compass | Cue.OblastHead | Cue.AreaHead | Heads | Cue.GovNoun;

    /// <summary>True where the name is a person's, a unit's, a ship's or an organisation's, or no name at all.</summary>
    /// <param name="words">The report's words.</param>
    /// <param name="mention">The name.</param>
    /// <param name="listed">True where it goes on a list of places: "Lubny, X".</param>
    /// <param name="plain">Its first word, by letters.</param>
    /// <param name="block">Names of others.</param>
    /// <param name="persons">Surnames met so far.</param>
    public static bool IsOther(List<Word> words, NameMention mention, bool listed, ulong plain, BlockList block, HashSet<ulong> persons)
    {
        var (first, end) = (mention.First, mention.End);
        var before = first > 0 ? words[first - 1] : default;
        var beside = first > 0 && words[first].Gap == Gap.Space;
        var single = end - first == 1;
        if (first > 0 && words[first].Gap == Gap.Hyphen && !before.Upper)
        {
            return true;
        }

        if (beside && before.Upper && (before.Cue & (Cue.FirstName | Cue.Title)) != Cue.None && (before.Cue & Cue.SettlementHead) == Cue.None)
        {
            persons.Add(plain);
            return true;
        }

        if (beside && (before.Cue & Cue.ShipBefore) != Cue.None)
        {
            return true;
        }

        if (single && Unlikely(words, first, listed, plain, block, persons))
        {
            return true;
        }

        return end < words.Count && words[end].Gap <= Gap.Hyphen && !words[end - 1].Possessive && Followed(words, end);
    }

    private static bool Unlikely(List<Word> words, int i, bool listed, ulong plain, BlockList block, HashSet<ulong> persons)
    {
        var cue = words[i].Cue;
        var place = i > 0 && words[i].Gap == Gap.Space && IsSettlementHead(words, i);
        if ((cue & Cue.Common) != Cue.None)
        {
            return !place && !(i > 0 && words[i].Gap == Gap.Space && (words[i - 1].Cue & Cue.Locative) != Cue.None && !words[i - 1].Upper && EndsPhrase(words, i + 1));
        }

        if ((cue & (Cue.Function | Cue.Title | Heads)) != Cue.None)
        {
            return !place;
        }

        if ((cue & Cue.NameAdjective) != Cue.None && i + 1 < words.Count && words[i + 1].Upper && words[i + 1].Gap == Gap.Space)
        {
            return true;
        }

        var locative = place || (i > 0 && words[i].Gap == Gap.Space && (words[i - 1].Cue & Cue.Locative) != Cue.None);
        if ((cue & Cue.FirstName) != Cue.None)
        {
            return !(locative || listed) || (i + 1 < words.Count && words[i + 1].Upper && words[i + 1].Gap == Gap.Space);
        }

        return !locative && (persons.Contains(plain) || block.IsSurname(plain));
    }

    private static bool IsSettlementHead(List<Word> words, int i) =>
        (words[i - 1].Cue & Cue.SettlementHead) != Cue.None || (i > 1 && (words[i - 1].Cue & Cue.Function) != Cue.None && (words[i - 2].Cue & Cue.SettlementHead) != Cue.None);

    /// <summary>True where what follows makes a unit, a weapon, a street or an organisation of the name.</summary>
    private static bool Followed(List<Word> words, int end)
    {
        var next = words[end];
        if (next.Gap == Gap.Hyphen)
        {
            return !next.Upper && (next.Cue & (Cue.Compass | Cue.AreaHead | Cue.HyphenTail)) == Cue.None;
        }

        if ((next.Cue & (Cue.UnitHead | Cue.WeaponHead)) != Cue.None || (next.Upper && (next.Cue & Cue.StreetHead) != Cue.None))
        {
            return true;
        }

        for (var i = end; i < words.Count && i < end + 4 && words[i].Upper && words[i].Gap == Gap.Space; i++)
        {
            if ((words[i].Cue & (Cue.OrgHead | Cue.UnitHead)) != Cue.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a capitalised word that is worth a look at other spellings: no common word, no person's.</summary>
    public static bool MayVary(List<Word> words, int i)
    {
        var word = words[i];
        return word.End - word.Start >= 5 && !word.Capitals && (word.Cue & (Never | Cue.NameAdjective)) == Cue.None;
    }

    /// <summary>True where the words before say that a place follows, or that a list goes on.</summary>
    public static bool IsWhere(string text, List<Word> words, int i)
    {
        if (i == 0 || words[i].Gap is not (Gap.Space or Gap.Comma))
        {
            return false;
        }

        var before = words[i - 1];
        return words[i].Gap == Gap.Comma ? before.Upper : (before.Cue & (Cue.Locative | Cue.SettlementHead)) != Cue.None || before.In(text) is "and" or "or" or "та" or "і";
    }

    /// <summary>True for words that may be one name in another form: "Nova X", "Staryi X"; no common word, no person's, among them.</summary>
    public static bool MayPair(List<Word> words, int i, int n)
    {
        for (var k = i; k < i + n; k++)
        {
            if (!words[k].Upper || (words[k].Cue & Never) != Cue.None || words[k].Gap == Gap.Hyphen && k > i)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for works named for a person: "Foxleysky Chemical Plant".</summary>
    public static bool IsWorks(string text, List<Word> words, NameMention mention)
    {
        var name = words[mention.First].In(text);
        return mention.End - mention.First > 1 && words[mention.End - 1].Upper && (words[mention.End - 1].Cue & Cue.FacilityHead) != Cue.None &&
            (name.EndsWith("sky") || name.EndsWith("ski") || name.EndsWith("skyi") || name.EndsWith("skiy") || name.EndsWith("skii"));
    }

    /// <summary>True where "X and Y oblasts", "X, Y and Z oblasts" gives the name that ends before <paramref name="next"/> a head that it shares.</summary>
    public static bool SharedHead(List<Word> words, int next, Cue head)
    {
        var names = 0;
        for (var i = next; i < words.Count && i < next + 8; i++)
        {
            var word = words[i];
            if (word.Gap is Gap.Stop or Gap.Other)
            {
                return false;
            }

            if ((word.Cue & head) != Cue.None)
            {
                return names > 0;
            }

            if (word.Upper)
            {
                names++;
            }
            else if ((word.Cue & Cue.Function) == Cue.None || word.End - word.Start > 3)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True for "direction", "village" and the like, that belong to a place's own name.</summary>
    public static bool IsNounOfName(Word word) => (word.Cue & Cue.NounOfName) != Cue.None;

    /// <summary>The end of a name that ends before <paramref name="next"/>, with the noun that belongs to it: "Bakhmut direction", "Pisky village", "Lubny coke plant".</summary>
    public static int WithNoun(List<Word> words, int next)
    {
        if (next >= words.Count || words[next].Gap != Gap.Space || words[next - 1].Possessive)
        {
            return next;
        }

        if ((words[next].Cue & Cue.NounOfName) != Cue.None || (words[next].Upper && (words[next].Cue & Cue.CityHead) != Cue.None))
        {
            return next + 1;
        }

        for (var i = next; i < words.Count && i < next + 4 && words[i].Gap == Gap.Space; i++)
        {
            if ((words[i].Cue & Cue.FacilityHead) != Cue.None)
            {
                return i + 1;
            }

            if ((words[i].Cue & Cue.FacilityModifier) == Cue.None)
            {
                break;
            }
        }

        return next;
    }

    /// <summary>True for the article "the".</summary>
    public static bool IsThe(string text, List<Word> words, int i) => words[i].In(text) is "the" or "The";

    /// <summary>True where a noun phrase ends before word <paramref name="next"/>.</summary>
    public static bool EndsPhrase(List<Word> words, int next) =>
        next >= words.Count || words[next].Gap > Gap.Hyphen || (words[next].Cue & (Cue.Function | Cue.AuxVerb | Cue.SpeechVerb)) != Cue.None;
}
