using System.Runtime.InteropServices;
using Salient.Records;

namespace Salient.Reconciling.Reckoning;

/// <summary>The units that what has come or gone bears on.</summary>
internal sealed class Touched
{
    /// <summary>Places that words have been added on or taken from.</summary>
    public HashSet<int> Places { get; } = [];

    /// <summary>Units other than a day's.</summary>
    public HashSet<FindingKey> Units { get; } = [];

    /// <summary>Days of what is told: a claim bears on its day and on those beside it.</summary>
    public HashSet<FindingKey> Days { get; } = [];

    /// <summary>What is told where it could be denied, and what is denied: on which days.</summary>
    public Dictionary<string, SortedSet<int>> Deniable { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes that a report's entry takes the place of another: of its words on who holds what, those that are no longer the same.</summary>
    public void Note(ReportEntry? before, ReportEntry? after)
    {
        var words = (before?.Views ?? []).ToDictionary(v => v.Place, v => v.Views);
        foreach (var views in after?.Views ?? [])
        {
            if (!words.Remove(views.Place, out var same) || !same.SequenceEqual(views.Views))
            {
                Places.Add(views.Place);
            }
        }

        Places.UnionWith(words.Keys);
        foreach (var fact in (before?.Facts ?? []).Concat(after?.Facts ?? []))
        {
            Note(fact);
        }
    }

    /// <summary>Notes one claim's part in a unit.</summary>
    public void Note(Fact fact)
    {
        if (fact.Part is FindingPart.Told or FindingPart.Denied)
        {
            ref var days = ref CollectionsMarshal.GetValueRefOrAddDefault(Deniable, fact.Name, out _);
            (days ??= []).Add(fact.Day);
        }

        if (fact.Part != FindingPart.Told)
        {
            Units.Add(new FindingKey(fact.Part, fact.Name));
            return;
        }

        for (var day = fact.Day - 1; Enterer.Happens(fact.Name) && day <= fact.Day + 1; day++)
        {
            Days.Add(new FindingKey(FindingPart.Told, fact.Name, day));
        }
    }
}
