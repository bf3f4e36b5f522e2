using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Reconciling.Control;
using Salient.Records;

namespace Salient.Reconciling.Disputes;

/// <summary>Who holds a settlement: words of different origins against each other within two weeks, and a lone word against the established picture.</summary>
internal static class HolderDisputes
{
    private const int Together = 14, Quiet = 21, Established = 21;
    private const int MostClaims = 20;

    /// <summary>The disputes over one settlement.</summary>
    public static IEnumerable<Dispute> Of(ControlHistory history)
    {
        var words = history.Views.Where(v => v.Direct && !v.Wide && v.Holder != "contested").ToList();
        foreach (var spell in Spells(words))
        {
            yield return Clash(history, spell, words);
        }

        foreach (var lone in words.Where(v => IsLone(history, v, words)))
        {
            yield return Lone(history, lone, words);
        }
    }

    /// <summary>Stretches in which direct words for both holders stand within two weeks of each other, from different origins.</summary>
    private static List<List<ControlView>> Spells(List<ControlView> words)
    {
        var spells = new List<List<ControlView>>();
        List<ControlView>? open = null;
        for (var i = 1; i < words.Count; i++)
        {
            if (Rival(words, i) is not { } rival)
            {
                continue;
            }

            if (open is null || words[i].Day.DayNumber - open[^1].Day.DayNumber > Together)
            {
                spells.Add(open = [rival]);
            }

            open.Add(words[i]);
        }

        return spells;
    }

    private static ControlView? Rival(List<ControlView> words, int i)
    {
        for (var k = i - 1; k >= 0 && words[i].Day.DayNumber - words[k].Day.DayNumber <= Together; k--)
        {
            if (words[k].Holder != words[i].Holder && words[k].Origin != words[i].Origin)
            {
                return words[k];
            }
        }

        return null;
    }

    private static Dispute Clash(ControlHistory history, List<ControlView> spell, List<ControlView> words)
    {
        var (from, to) = (spell.Min(v => v.Day), spell.Max(v => v.Day));
        var involved = words.Where(v => v.Day >= from && v.Day <= to).ToList();
        var positions = involved.GroupBy(v => v.Holder).OrderByDescending(g => g.Sum(v => v.Weight)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Position(g.Key, [.. g])).ToImmutableArray();
        var after = words.Where(v => v.Day > to).ToList();
        var settled = after.FirstOrDefault() is { } next ? $"{next.Origin} on {Phrasing.Day(next.Day)}: {next.Holder}" : null;
        if (settled is null && history.Views.Length > 0 && history.Views[^1].Day.DayNumber - to.DayNumber > Quiet)
        {
            settled = $"no word to the contrary since {Phrasing.Day(to)}";
        }

        return new Dispute(
            Keys.Id("who-holds", history.Place.GeonameId.ToString(), Phrasing.Day(from)), DisputeKind.WhoHolds, history.Place.Name, history.Place.GeonameId, from, to, positions, false, settled,
            "Sources name different holders within two weeks.");
    }

    private static bool IsLone(ControlHistory history, ControlView word, List<ControlView> words)
    {
        var state = history.On(word.Day);
        return state.Holder != word.Holder
            && (word.Day.DayNumber - state.From.DayNumber >= Established)
            && words.Any(o => o.Holder == state.Holder && o.Day < word.Day)
            && !Shared(words, word, Established, like: true)
            && !Shared(words, word, Together, like: false);
    }

    /// <summary>True where another origin says the like, or the contrary, within some days.</summary>
    private static bool Shared(List<ControlView> words, ControlView word, int days, bool like)
    {
        foreach (var other in ByDay.Around(CollectionsMarshal.AsSpan(words), word.Day, days))
        {
            if ((other.Holder == word.Holder) == like && other.Origin != word.Origin)
            {
                return true;
            }
        }

        return false;
    }

    private static Dispute Lone(ControlHistory history, ControlView word, List<ControlView> words)
    {
        var established = words.Where(o => o.Holder != word.Holder && o.Day < word.Day).OrderByDescending(o => o.Weight).ThenByDescending(o => o.Day).ThenBy(o => o.Claim, StringComparer.Ordinal).ToList();
        return new Dispute(
            Keys.Id("lone", history.Place.GeonameId.ToString(), word.Claim), DisputeKind.WhoHolds, history.Place.Name, history.Place.GeonameId, word.Day, word.Day,
            [Position(established[0].Holder, established), Position(word.Holder, [word])], true, null,
            $"{word.Origin} alone says {word.Holder}; the picture since {Phrasing.Day(history.On(word.Day).From)} is {established[0].Holder}.");
    }

    private static DisputePosition Position(string holder, List<ControlView> words) => new(
        $"held by {holder}",
        [.. words.Select(v => v.Origin).Distinct().Order(StringComparer.Ordinal)],
        [.. words.Select(v => v.Claim).Distinct().Take(MostClaims)]);
}
