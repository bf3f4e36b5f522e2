using System.Buffers;
using System.Runtime.InteropServices;

namespace Salient.Reconciling.Situations;

/// <summary>Claims that say the same, taken together: groups in the order of their first claims, each a chain through one list, so that a year's claims cost a few large arrays and no small ones.</summary>
internal sealed class SaidGroups
{
    private readonly SaidIndex said;
    private readonly List<int> claims;
    private readonly int[] next;
    private readonly List<Group> groups = [];
    private readonly HashSet<int> voices = [];

    /// <summary>Groups <paramref name="claims"/>, numbers of <paramref name="said"/> that have words, in order of publication.</summary>
    public SaidGroups(SaidIndex said, List<int> claims)
    {
        (this.said, this.claims, next) = (said, claims, new int[claims.Count]);
        var slots = ArrayPool<int>.Shared.Rent(said.Groups + 1);
        Array.Clear(slots, 0, said.Groups + 1);
        for (var i = 0; i < claims.Count; i++)
        {
            ref var slot = ref slots[said.Group(claims[i])];
            if (slot == 0)
            {
                groups.Add(new Group { First = i, Last = i });
                slot = groups.Count;
                continue;
            }

            ref var group = ref CollectionsMarshal.AsSpan(groups)[slot - 1];
            next[group.Last] = i;
            group.Last = i;
        }

        ArrayPool<int>.Shared.Return(slots);
    }

    /// <summary>Where a group's chain begins and ends.</summary>
    private struct Group
    {
        public int First, Last;
    }

    /// <summary>How many there are.</summary>
    public int Count => groups.Count;

    /// <summary>The first few by how many voices say so, then by the latest day; what ties stays in order.</summary>
    public IEnumerable<List<int>> Foremost(int most)
    {
        var ranks = new (int Voices, int Day)[groups.Count];
        for (var g = 0; g < ranks.Length; g++)
        {
            ranks[g] = Rank(groups[g]);
        }

        return Enumerable.Range(0, ranks.Length).OrderByDescending(g => ranks[g].Voices).ThenByDescending(g => ranks[g].Day).Take(most).Select(g => Members(groups[g]));
    }

    private (int Voices, int Day) Rank(Group group)
    {
        if (group.First == group.Last)
        {
            return (1, said.Day(claims[group.First]));
        }

        voices.Clear();
        var day = int.MinValue;
        for (var i = group.First; ; i = next[i])
        {
            voices.Add(said.Origin(claims[i]));
            day = Math.Max(day, said.Day(claims[i]));
            if (i == group.Last)
            {
                return (voices.Count, day);
            }
        }
    }

    private List<int> Members(Group group)
    {
        var members = new List<int>();
        for (var i = group.First; ; i = next[i])
        {
            members.Add(claims[i]);
            if (i == group.Last)
            {
                return members;
            }
        }
    }
}
