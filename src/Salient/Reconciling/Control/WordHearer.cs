using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// Which words on a settlement are heard: not what one voice says alone, where that is a side of its own ground, or stands against what others said, or gives a side a place
/// far from all that it holds; nor what one report alone says of a town where others tell otherwise. Pure; sees all words.
/// </summary>
/// <param name="policy">How long and how far others are looked for.</param>
/// <param name="index">Where settlements lie.</param>
/// <param name="slices">The days.</param>
/// <param name="coverage">Where few tell of anything.</param>
/// <param name="views">The words on settlements, by index.</param>
internal sealed class WordHearer(Inference policy, SettlementIndex index, Slices slices, Coverage coverage, IReadOnlyDictionary<int, ImmutableArray<ControlView>> views)
{
    private const string Admission = "admission";
    private readonly ImmutableHashSet<string> holders = [.. index.Holders];

    /// <summary>The words heard on a settlement, in order.</summary>
    public List<ControlView> Heard(int settlement)
    {
        var words = views.TryGetValue(settlement, out var said) ? said.Where(v => !v.Wide && v.Holder != "contested" && Within(v)).ToList() : [];
        var town = index.Settlements[settlement].Population >= policy.Twice;
        var heard = new List<ControlView>(words.Count);
        foreach (var word in words)
        {
            if (!word.Direct || Stands(settlement, word, words, town))
            {
                heard.Add(word);
            }
            else if (!town && (word.Side == word.Holder || Slight(word)) && !coverage.Quiet(word.Day) && !Far(settlement, word))
            {
                // Who says that he has taken a village says when, where the ground around agrees, and so does hearsay; not that he has.
                heard.Add(word with { Weight = 0 });
            }
        }

        return heard;
    }

    private bool Stands(int settlement, ControlView word, List<ControlView> said, bool town)
    {
        var lone = !Seconded(word, said);
        if (lone && Unheeded(word, said))
        {
            return false;
        }

        // Where few tell of anything, a town is seldom told of twice, nor are the places on the way to it.
        return (town && coverage.Quiet(word.Day)) || !((town && Single(word, said)) || (lone && Far(settlement, word)));
    }

    /// <summary>True where no other report says so of these days and others tell otherwise afterwards: who takes a town is told more than once where many tell of anything.</summary>
    private bool Single(ControlView word, List<ControlView> said)
    {
        var otherwise = false;
        foreach (var o in ByDay.Around(CollectionsMarshal.AsSpan(said), word.Day, policy.Alone))
        {
            if (o.Holder == word.Holder && o.Report != word.Report && (o.Direct || o.Day > word.Day))
            {
                return false;
            }

            otherwise |= o.Holder != word.Holder && o.Day > word.Day && o.Report != word.Report;
        }

        return otherwise;
    }

    /// <summary>True where within some days another voice says the like.</summary>
    private bool Seconded(ControlView word, List<ControlView> said)
    {
        foreach (var o in ByDay.Around(CollectionsMarshal.AsSpan(said), word.Day, policy.Alone))
        {
            if (o.Holder == word.Holder && o.Origin != word.Origin && o.Side != o.Holder)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True for what nobody seconds where it is a side's word of its own ground, or goes against what others said before. Where few tell of anything their silence says nothing:
    /// there it counts that the place has changed hands, and of a side's own words that its enemy has left or lost it, unless others say afterwards that it is not so.
    /// </summary>
    private bool Unheeded(ControlView word, List<ControlView> said)
    {
        var quiet = coverage.Quiet(word.Day) && !Gainsaid(word, said);
        return (word.Side == word.Holder && !(quiet && word.Clears))
            || (Slight(word) && !coverage.Quiet(word.Day))
            || (word.Weight < policy.Sure && !(quiet && word.Turns) && said.Any(o => o.Direct && o.Holder != word.Holder && o.Day < word.Day && o.Origin != word.Origin));
    }

    private bool Slight(ControlView word) => word.Weight <= policy.Slight;

    /// <summary>True where within some days another says afterwards that the place is not the word's holder's.</summary>
    private bool Gainsaid(ControlView word, List<ControlView> said)
    {
        foreach (var o in ByDay.Around(CollectionsMarshal.AsSpan(said), word.Day, policy.Alone))
        {
            if (o.Direct && o.Holder != word.Holder && o.Origin != word.Origin && o.Day >= word.Day)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True where the side that <paramref name="word"/> gives the place to has nothing around, by what it held at the start and by what is told of these days. Its enemy's word
    /// is never far, nor is anything where it is not known what the side held.
    /// </summary>
    private bool Far(int settlement, ControlView word)
    {
        if (word.Rules.EndsWith(Admission, StringComparison.Ordinal) || !holders.Contains(word.Holder) || index.Depth(settlement) <= policy.Far / 2)
        {
            return false;
        }

        foreach (var (near, _) in index.Near(settlement, policy.Far))
        {
            if (index.Holders[near] == word.Holder)
            {
                return false;
            }

            foreach (var other in views.TryGetValue(near, out var said) ? ByDay.Around(said.AsSpan(), word.Day, policy.Alone) : [])
            {
                if (Bears(other, word))
                {
                    return false;
                }
            }
        }

        return index.Holders[settlement] != word.Holder;
    }

    /// <summary>True for a word beside another's place by which the same side is there: it holds the place, or acts against it on the ground.</summary>
    private static bool Bears(ControlView other, ControlView word) => !other.Wide && (other.Holder == word.Holder ? other.Direct : other.Front is not null && !other.Direct);

    private bool Within(ControlView word) => slices.Of(word.Day.DayNumber) is var slice && slice >= 0 && slice < slices.Count;
}
